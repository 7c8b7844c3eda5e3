"""What stands before a name, and ordinary words that are no name though they stand where a name was asked for."""

import re
from collections.abc import Collection

from assistant.understanding.normalize import folded, words_of
from assistant.understanding.numbers import with_digits
from assistant.understanding.spoken import RELATIVES

INTRODUCTION = re.compile(
    r"^(?:labas vakaras|labas rytas|labas|laba diena|laba|sveik[iaus]*|mano|m[uū]s[uų]|vardas|vardą|varda|vardu"
    r"|vardas ir pavard[ėe]|ir"
    r"|pavard[ėe]|yra|aš|as|esu|vadinuosi|mane vadina|vadina|vadinti|vadinkit|vadinkite|mane|man|mes|tai|jo|jos|jis"
    r"|ji|žmogaus|zmogaus|čia|cia|galit|galite|rašykite|rasykite|rašykit|rasykit|rašyk|rasyk|rašau|rasau|sakau|suklydau|apsirikau|atsiprašau|atsiprasau|tik|tiesiog"
    r"|na|nu|taip|prašau|prasau|sakyk(?:im|it|ite)?|gerai|visi"
    rf"|užrašykit|uzrasykit|užrašykite|uzrasykite|globėj\w+|globej\w+|ponas|ponia|p|my name is|klient\w+|globotin\w+"
    rf"|anuk\w+|kad|kreipkit[ėes]+"
    rf"|{RELATIVES}"
    r"|sūn(?:us|ui|aus)|sūnel\w+|tėv(?:as|ui|o)|tėt(?:is|ei|ės|ė)|tėč(?:io|iui)|brol(?:is|iui|io)|močiut(?:ė|ei|ės)"
    r"|žmon(?:a|ai"
    r"|os)|kaimyn\w+|draug\w{1,3}|ses(?:uo|er\w{1,3})|žmog(?:us|ui|aus))"
    r"(?=$|[\s:,.!–-])[\s:,.!–-]*",
    re.IGNORECASE,
)


def is_no_name(word: str, *, may_decline: bool = False) -> bool:
    """Whether a folded word is known not to be part of a name, or like such a word.

    One that `may_decline` may end in -u like a verb.
    """
    if word in _GIVEN:
        return False
    if word in _ORDINARY or word.startswith(_BEGINNINGS) or _RELATIVE.fullmatch(word) or _UNSPEAKABLE.search(word):
        return True
    if word in _LIKE_WORDS or with_digits((word,)) != (word,):
        return True
    return _VERB.search(word) is not None and not (may_decline and word.endswith("u"))


def is_dictionary_word(word: str, dictionary: Collection[str]) -> bool:
    """Whether a word as it was written is one of the dictionary, and no name as well: "kėdė", not "rasa"."""
    plain = folded(word)
    is_name = plain in _NAMES_THAT_ARE_WORDS and (word[:1].isupper() or plain not in _ONLY_WITH_CAPITAL)
    is_fond = any(plain.endswith(end) and plain.removesuffix(end) in _FOND_OF for end in ("ute", "yte", "ele", "ukas"))
    return not is_name and not is_fond and word.casefold().strip(",.") in dictionary


def is_told_as_name(text: str) -> bool:
    """Whether the person says that it is a name."""
    return _TOLD_AS_NAME.search(folded(text)) is not None


def is_like_word(word: str) -> bool:
    """Whether a given name is an ordinary word, too, at least without its diacritics: "Vakarė" and "vakare"."""
    return folded(word) in _LIKE_WORDS


def has_own_letters(word: str) -> bool:
    """Whether such a name is written with the letters that tell it from the word."""
    return word.casefold() in _TOLD_BY_LETTERS


_TOLD_AS_NAME = re.compile(r"\b(?:vard(?:as|u)|vadin\w+|pavard\w+)\b")
# Names that dictionaries know as other words, too, or that look so without their diacritics.
_NAMES_THAT_ARE_WORDS = frozenset(
    words_of(
        "Adomas Aida Aidas Aidė Ainis Alina Alma Ana Angelė Aras Audra Audrius Aura Aušra Aušrinė Austėja Banga Berta"
        " Bitė Daina Dainius Dalė Dalia Dalius Danas Danielius Darius Deimantas Denis Dija Dobilas Dora Eda Edas Eglė"
        " Erika Flora Gabija Gaiva Gaja Giedra Giedrė Giedrius Gina Gintara Gintaras Gintas Gintė Goda Gražina Greta"
        " Gustas"
    )
    + words_of(
        "Ieva Inesa Jaunius Jona Jonas Jovaras Jūra Karina Karolis Kate Kęstas Klaidas Kovas Laima Laimė Lapas"
        " Laura Lauras Lelija Lena Liepa Lina Linas Linė Marija Marina Marius Matas Meda Meilė Mėta Miglė Mila Milė"
        " Mirga Nata Nerija Nerijus Neris Nora Perla Prima Primas Ramunė Ramūnė Raminta Rasa Rimas Rita Rytė"
        " Rokas Roma Romana Romanas Romas"
    )
    + words_of(
        "Rožė Rūta Sakalas Saulė Saulius Skaistė Smiltė Sniega Sniegė Sonata Svaja Svajonė Šviesa Tauras Toma"
        " Tomas Ugnė Undinė Uoga Uosis Upė Vaidas Vaira Vakarė Vakaris Valda Valdas Valdė Valerijonas Valia Valius"
        " Valys Vėja Vėjas Veronika Vesta Vėtra Viktorija Vilija Viltė Vytas Vytė Vytenis Zara Žara Žemė Žemyna Žiba"
        " Žibutė Žiedė Žydra Žydrė Ąžuolas"
    )
)

_ONLY_WITH_CAPITAL = frozenset(
    words_of("svajonė banga bitė dora flora jūra kovas lapas mėta nata polis sakalas šviesa uoga upė valia vėjas žemė")
)
# What "Eglutė" and "Rasytė" are made of.
_FOND_OF = frozenset(name[:-1] for name in _NAMES_THAT_ARE_WORDS if name[-1] in "ae") | frozenset(
    name[:-2] for name in _NAMES_THAT_ARE_WORDS
)

# Given names whose beginnings, endings or sounds are those of words that are no name.
_GIVEN = frozenset(
    words_of("Kirsti Kristi Kunigunda Lili Mariam Miriam Norimantas Norimantė Rasytė Seimutis Snieguolė William")
)
_TOLD_BY_LETTERS = frozenset({"anė", "jaunė", "kantrė", "rytė", "savė", "šviesė", "vakarė", "vasarė"})
# All of them are ordinary words, too; only the letters or what stands beside them tells.
_LIKE_WORDS = frozenset(
    words_of(" ".join(_TOLD_BY_LETTERS))
    + words_of("garbė laimė lemtis rytas sėkmė širdis taika vasaris viltis žemė žvaigždė")
)

_RELATIVE = re.compile(RELATIVES)

# Verbs and places by their endings; no Lithuanian name that is given as an answer ends so.
_VERB = re.compile(
    r"\w(?:siu|ciau|iu|[^\Waeiou]au|inu|auju|uoju|[tu]oj(?:a|as)|kit|kite|iam|iame|tumet\w*|tumem\w*|[aeiouy]ti|iai"
    r"|[kpsnd]ti|oje|uose|eje"
    r"|yje|oj)$"
)
# Keys hit at random have no vowels, or too many consonants together.
_UNSPEAKABLE = re.compile(r"^[bcdfghjklmnpqrstvwxz]{4,}$|[bcdfghjklmnpqrstvwxz]{6,}|^(.{1,2})\1+$|^sdf|sdfg|qwert|asdf")

_BEGINNINGS = words_of(
    "skambin paskamb perskamb telefon numer adres gatv internet kompiuter zinut laisk pastas elektron"
    " pagalb padek padej dirbtuv vadyb negali paslaug socialin savivald specialist darbuot operat direktor"
    " virsinink polici ligonin mokykl rupint globej globot rajon miest gyven anonim inkognito incognito neklaus"
    " nepasak slapt paslapt sekretor teisej seniun klinik lietuv kriksc instagram facebook tiktok uab vardeni"
    " pavardeni asmen"
    " pavard atsak pasak nesak sakau saki sakyk sakyt rasiau rasyt rasyk parasy klausim klausia klausit"
    " siunc siust noriu noreci norim nenor nebenor nezin zinau zinot zinom suprant suprat nesupr nepamen"
    " nepam neatsim pamirs uzmirs kalbe kalbu nekalb pakalb pokalb palauk laukit laukiu lauksiu neturi"
    " turiu turim turite nereik galima galit galim intelekt psich fizin judejim proto dokument pazym"
    " prasym seim pilnamet suaug pensij neigal invalid serga sergu pirmadien antradien treciadien"
    " ketvirtadien penktadien sestadien sekmadien siandien poryt savait aciu dekui labas sveik atsipras"
    " sutink nesutink nusibod atsibod nesamon knis nervin kvail durn debil idiot blet velni skirtum reikal"
    " nesvarb svarb privat paprasc pakartok zmog robot program neras neduos kazk koki kuri kieno jusu tavo"
    " daktar gydytoj mokytoj prezident minist pensinink student moksleiv vairuotoj kunig slaugyt socialin valdinink"
    " tevel mamyt tetuk sunel dukryt brolel sesyt mociut senel nebut meniu atgal toliau pradz nykstuk"
    " supermen batman"
)
"""Beginnings of ordinary words with which no usual name begins."""

# Each text is read apart: a long one would be cut like a message.
_ORDINARY = frozenset(
    words_of(
        "gaila drasa tyla siela"
        " bobute bomzas svecias admin dievas jezus keista retas reta lietuviskas lietuviska ilgas trumpas keistas"
        " juokingas zinomas meras mere sake sako liepe prase"
    )
    + words_of(
        "taip ne jo aha ok oki okey nea mhm nu na nieko viskas super cool lol haha hihi cha labas hello hi"
        " hey aciu dekoju as tu jis ji mes jus jie jos mane tave man tau jam jai mums jums mano tavo musu savo"
        " pats pati patys tas ta tie tos tai sis si sie sita sitas toks tokia kitas kita kiti vienas viena abu"
        " visi kazkas kas ka kam kuo kur kada kaip kodel kiek koks kokia ar arba ir o bet nes kad jei jeigu"
        " kol tik dar jau jokio jokia be su iki nuo po pas uz del prie apie per is i ant tarp vel gal galbut"
        " turbut tikrai zinoma aisku butent ziurint priklauso moteris vyras mergina vaikinas ponas ponia asmuo"
        " zmogus klientas vartotojas gyventojas mama tevas neigalusis senas jaunas nauja naujas ryte vakare"
        " pietu yra buvo bus nera esu esi nebe vis tiek lygu geriau veliau tuoj sekundele minutele minute stop"
        " help please yes no nope why what none null test testas bandymas bandau lala la bla blabla oho vau oi"
        " ai ei kazkaip niekaip kaskas joks joki tiesiog paprastai normaliai neblogai malonu susipazinti"
        " puikiai liudnai linksma skauda noras nori veikia neveikia sugedo sugedes kazkoks paciam paciai"
        " juokauju juokas klausykit ziurek ziurekit baisu bijau gerbiamas teisinga teisingai klaida netinka"
        " tinka nemoku moku rasau skaitau matau nematau girdziu pavargau pavargusi pavarges vardas vardo varda"
        " vardai vardu vardus kodas kodo koda laba viso gero geras gera gerai eik eikit einu reikia turi"
        " turite botas boto bote rytas rytoj rytais vakaras vakarais popiet pietus diena dienos dienomis metai"
        " metu niekas niekada jokios visko viska betkas butas namas namo namai suo kate princas princese"
        " karalius karaliene pyksta pykti baik baigti piktas pikta vargsas vargse liga velnias sudas gimiau"
        " gime grazus grazi grazu blogai blogas vaikas vaikai vaiku vaikui vaiko vaikams seniunija seniunijos"
        " lietuva lietuvoje tikras tikra pilnas pilna pirmas antras trecias pirma antra vasaris gruodis"
        " lapkritis raso abc pase pasas paso kaimas kaime rusas geda lygis lygio procentai procentu vadovas vadove"
    )
)
