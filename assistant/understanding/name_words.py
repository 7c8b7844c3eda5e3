"""What stands before a name, and ordinary words that are no name though they stand where a name was asked for."""

import re

from assistant.understanding.normalize import words_of
from assistant.understanding.spoken import RELATIVES

INTRODUCTION = re.compile(
    r"^(?:labas|laba diena|laba|sveik[iaus]*|mano|m[uū]s[uų]|vardas|vardą|varda|vardu|vardas ir pavard[ėe]|ir|pavard[ėe]|yra|aš|as|esu"
    r"|vadinuosi|mane vadina|vadina|vadinti|vadinkit|vadinkite|mane|man|mes|tai|jo|jos|jis|ji|žmogaus|zmogaus|čia|cia|galit|galite"
    r"|rašykite|rasykite|rašykit|rasykit|rašyk|rasyk|rašau|rasau|tik|tiesiog|na|nu|taip|prašau|prasau|sakykim|gerai|visi"
    rf"|užrašykit|uzrasykit|užrašykite|uzrasykite|ponas|ponia|p|my name is|kad|kreipkit[ės]+|{RELATIVES}"
    r"|sūn(?:us|ui|aus)|sūnel\w+|tėv(?:as|ui|o)|tėt(?:is|ei|ės|ė)|brol(?:is|iui|io)|močiut(?:ė|ei|ės)|žmon(?:a|ai|os)|žmog(?:us|ui|aus))"
    r"(?=$|[\s:,.!–-])[\s:,.!–-]*",
    re.IGNORECASE,
)


def is_no_name(word: str, is_introduced: bool) -> bool:  # noqa: FBT001 - one word and what stands before it
    """Whether a folded word is known not to be part of a name; an introduced name may stand in any case."""
    if word in _ORDINARY or _STEMS.match(word) or _RELATIVE.fullmatch(word) or _UNSPEAKABLE.search(word):
        return True
    return _VERB.search(word) is not None and not (is_introduced and word.endswith("u"))


_RELATIVE = re.compile(RELATIVES)

# Verbs and places by their endings; no Lithuanian name that is given as an answer ends so.
_VERB = re.compile(
    r"\w(?:siu|ciau|iau|inu|auju|uoju|iuoju|kit|kite|iam|iame|tumet\w*|tumem\w*|[aeiou]ti|[kpsnd]ti|oje|uose|eje|yje|oj)$"
)
# Keys hit at random have no vowels, or too many consonants together.
_UNSPEAKABLE = re.compile(r"^[bcdfghjklmnpqrstvwxz]{4,}$|[bcdfghjklmnpqrstvwxz]{6,}|^(.{1,2})\1+$|^sdf|sdfg|qwert|asdf")

_STEMS = re.compile(
    r"(?:pikt(?:as|a)$|varg(?:as|se|sas)$|polici|ligonin|mokykl|direktor|virsinink|lietuv(?:a|oj)|skambin|paskamb|perskamb|pagalb|padek|padej|dirbtuv|vadyb|negali(?!us)|telefon|numer|vard(?:as|o|a|ai|us|u)?$|pavard|klaus(?:im|ia|iat|it)"
    r"|atsak|pasak|nesak|sakau|saki|sakyk|sakyt|noriu|noreci|norim|nenor|nezin|zinau|zinot|zinom|nesupr|suprant|suprat|nepamen|neatsim"
    r"|rasiau|rasyt|rasyk|parasy|jusu|tavo|mano$|savivald|rajon|miest|gyven|anonim|inkognito|slapt|asmen|kod(?:as|o|a|el)|koki|kuri|kieno"
    r"|paslaug|socialin|intelekt|psich|proto?$|fizin|judejim|dokument|pazym|prasym|siunc|siust|palauk|lauk(?:it|iu|ti)|dekui|aciu|labas|laba$"
    r"|sveik|viso$|gero$|geras|gera$|gerai|blog|grazus|grazi|kvail|durn|eik(?:it)?$|einu|nereik|reik|turi(?:u|m|t|te)?$|netur|galiu|gali[mt]|"
    r"negali|galima|kalbe|kalbu|pakalb|pokalb|zmog|darbuot|operat|robot|bot(?:as|o|u|e)$|program|skirtum|reikal|nesvarb|svarb"
    r"|ryt(?:e|as|oj|ais)|vakar(?:e|as|ais)|popiet|piet(?:u|us)|diena|dien(?:os|omis)|pirmadien|antradien|treciadien|ketvirtadien|penktadien"
    r"|sestadien|sekmadien|siandien|dabar|poryt|savait|metai$|metu$|vaik|seim|pilnamet|suaug|pensij|neigal|invalid|serga|sergu|liga$"
    r"|dienos$|min(?:ut|ute)|sekund|tuoj|veliau|anksciau|niek(?:as|o|ada)|jok(?:io|ia|ios|s)|kazk|visk|vis(?:i|os)$|(?:be)?tkas|bet(?:kas|koks)"
    r"|neturi|nusibod|atsibod|nekalb|nesamon|nesik|knis|nervin|pyk(?:st|ti)|velni|sud(?:as|o|u)$|blet|debil|idiot|atsipras|sutink|nesutink|neduos"
    r"|neras|privat|paprasc|pakartok|meniu|atgal|pradz|toliau|stop|baik|baig|apie$|kaip|kodel|kada|kur$|kas$|kam$|kuo$|kiek"
    r"|internet|adres|gatv|butas|nam(?:as|ai|o)$|kompiuter|zinut|laisk|pastas|elektron|perziur|globej|globot|rupint|specialist"
    r"|nebenor|pamirs|uzmirs|nepam|kaiminu?k|zvaigzd|katin|suo$|kate$|supergirl|dzeim|princ(?:as|ese)$|karal(?:ius|iene)$|batman|supermen|snieguol)"
)

_ORDINARY = frozenset(
    words_of(
        "taip ne jo aha ok oki okey nea mhm nu na nieko viskas super cool lol haha hihi cha labas hello hi hey aciu dekoju"
        " as tu jis ji mes jus jie jos mane tave man tau jam jai mums jums mano tavo jo musu savo pats pati patys tas ta tie"
        " tos tai sis si sie sita sitas toks tokia kitas kita kiti vienas viena abu visi kazkas kas ka kam kuo kur kada kaip"
        " kodel kiek koks kokia ar arba ir o bet nes kad jei jeigu kol tik dar jau jokio jokia be su iki nuo po pas uz del prie"
        " apie per is i ant tarp vel gal galbut turbut tikrai zinoma aisku butent ziurint priklauso moteris vyras mergina"
        " vaikinas ponas ponia asmuo zmogus klientas vartotojas gyventojas mama tevas neigalusis senas jaunas nauja naujas"
        " ryte vakare po pietu yra buvo bus nera esu esi ne nebe vis tiek lygu geriau veliau tuoj sekundele minutele minutele"
        " minute stop help please yes no nope why what none null test testas bandymas bandau lala la bla blabla oho vau oi ai ei"
        " nea kazkaip niekaip kaskas joks joki tiesiog paprastai normaliai neblogai malonu susipazinti puikiai liudnai linksma skauda noras nori"
        " veikia neveikia sugedo sugedes kazkoks paciam paciai juokauju juokas klausykit ziurek ziurekit baisu bijau gerbiamas"
        " teisinga teisingai klaida netinka tinka nemoku moku rasau skaitau matau nematau girdziu pavargau pavargusi pavarges"
        " gimiau gime tikras tikra pilnas pilna pirmas antras trecias pirma antra vasaris gruodis kovas lapkritis"
    )
) - frozenset(words_of("kovas"))
