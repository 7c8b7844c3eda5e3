"""The words of yes, no and not knowing, all folded; words that only look like an answer, too."""

import re

from assistant.understanding.typing_cost import TOUCHING

SIGNS = {"👍": True, "✅": True, "✔": True, "👌": True, "+": True, "👎": False, "❌": False, "✖": False, "-": False}

YES = frozenset(
    {
        # The four letters that all press most, with the key beside one of them.
        *("taip"[:at] + key + "taip"[at + 1 :] for at in range(4) for key in TOUCHING["taip"[at]]),
        *(
            "taip",
            "tiap",
            "tapi",
            "taio",
            "taup",
            "taop",
            "taipgi",
            "tajp",
            "teip",
            "jo",
            "jep",
            "jes",
            "yeah",
            "teigiamai",
            "teigiamas",
            "ajo",
            "aha",
            "mhm",
            "ehe",
            "uhu",
            "tp",
        ),
        *("taigi", "t", "yes", "yep", "jop", "aga", "da", "tak", "sutinku", "teisingai", "tinka"),
    }
)

POLITE_YES = frozenset(
    {
        *(
            "tikrai",
            "zinoma",
            "gerai",
            "ok",
            "okey",
            "okei",
            "okay",
            "oki",
            "aisku",
            "butinai",
            "prasom",
            "prasau",
            "davai",
        ),
        *("abejo", "abejones", "mielai", "suprantama", "galima", "savaime", "malonumu", "tiesa", "teisybe"),
        *("nepriestarauju", "pritariu", "butent", "neabejotinai"),
    }
)

TURNS = frozenset({"kad", "bet", "o", "jei", "jeigu", "tik", "kai", "ko", "ka", "kur", "taciau", "nors", "kas"})
"""Words after a comma that take back or bend what stands before it."""

WISH = re.compile(r"(?:ne(?:be)?)?(?:nor|reik|tur)\w+")

_VERB = (
    r"(?:gal(?:iu|i|es|im|ime|eciau|etu|etum|etume)|tur(?:iu|i|im|ime)|nor(?:iu|i|im|ime|eciau|etu)|reik(?:ia|s|es|tu"
    r"|etu)?|dirb(?:u|a|am|ame|ciau|tu)|augin(?:u|a|am|ame)|lauk(?:iuosi|iasi|iames|iamasi)|sutink(?:u|a|am|ame)"
    r"|ti(?:nka|nku|ktu))"
)

CLEAR_VERB = re.compile(r"dirb(?:u|a|am|ame)")
"""Verbs that answer by themselves, whatever stands beside them: "dirbu valytoja"."""

YES_VERB = re.compile(rf"{_VERB}|yra|galite|auklej\w+")

NO = frozenset(
    {
        *(
            "ne",
            "nea",
            "nje",
            "nene",
            "niet",
            "no",
            "nop",
            "nope",
            "n",
            "niekad",
            "niekada",
            "niekados",
            "nikada",
            "nebe",
        ),
        *("anaiptol", "nepritariu", "nei", "netiesa", "neigiamai", "neigiamas", "niekaip"),
    }
)

WEAK_NO = frozenset({"niekad", "niekada", "niekados", "nikada", "nebe", "nei", "niekaip", "neigiamai", "neigiamas"})
"""Words that deny what stands beside them, and the question only where that says nothing else."""

STRESSING = frozenset(
    {
        *("deja", "aciu", "dekui", "niekaip", "niekur", "nieko", "ne", "manau", "visai", "kolkas", "dar"),
        *(
            "as",
            "irgi",
            "jis",
            "ji",
            "mes",
            "mama",
            "tikrai",
            "tai",
            "jau",
            "taskas",
            "sakau",
            "sakiau",
            "labai",
            "gi",
            "va",
        ),
        *("ir", "viskas", "tvarkoj", "tvarkoje", "pries", "jokiu", "jokio", "jokios"),
    }
)
"""Words behind a "ne" that are not what it denies."""

NO_VERB = re.compile(
    rf"ne(?:be)?{_VERB}|nera|nebera|nesu|ne(?:be)?si?lauk(?:iu|ia|iam|iame)|ne(?:be)?si?lauk(?:iu|ia)si"
    rf"|negalima|nedirbs(?:iu)?|ne(?:be)?pajeg\w+|ne(?:be)?sugeb\w+|nesutik(?:ciau|tu)"
)

# What the questions are about: work, children, help, a request.
ABOUT = re.compile(
    r"\d+|nuolat|ilgam|kasdien|nesci\w*|vaik(?!s|in)\w*|sun(?:u|us|ui|eli|aus)|dukr\w*|mergait\w*|berniuk\w*|kudik\w*|mazyl\w*|dvynuk\w*|vien[ao]?"
    r"|vienas"
    r"|du|dvi|tris|trys|keturi\w*|penki\w*|dirb\w+|padirb\w+|darb(?:a|o|ui|as|us|u)|pagalb\w*|istaig\w*|keli\w*"
    r"|ilgai|labai|visad(?:a|os)?|prasym\w*|siust\w*|toki(?:o|os|am|ame)?|ta|to|ir|iprast\w+|visiskai|absoliuciai|gaila"
    r"|zmog(?:us|ui)|darbe|"
    r"jokio|jokiu|niekaip|niekur|deja|net|nieko|jau"
    r"|dar|su|tuo|kad|ka|pajeg\w+|supratau|savo|mano|turet\w*|tikrai|pus(?:e|es|iau)|etat\w*|piln\w+|seniai|fabrik\w+|imon\w+"
    r"|pats|pati|visai|zinoma|jeigu|del|nes|man|be|ta[is]|manau|nebe|visk(?:a|as)|sveikat\w+|lig(?:os|u)|kolkas"
    r"|laikinai|nuo|pernai"
)

LEADS = re.compile(
    r"atsakym\w+|zodziu|trumpai|tariant|normalu|rasau|(?!ne)\w*rasyk\w*|zymek\w*|pazymek\w*|dek\w*|spaud\w+|renk\w+|pasirenk\w*|mygtuk\w*"
    r"|tegul|laimei|drasiai|aiskiai|delto|(?:at)?sakyciau|rinkciausi"
    r"|sak(?:au|iau|yciau|ykim)|(?:at|pa)sak(?:au|iau)|kartoj\w+|\w{5,}[ksti][sin]kai|\w+tai|natural\w+|simta|kartu"
    r"|dek[iu]\w*"
    r"|a+|ai|e+|oi|joj|[oa]j|nagi|nugi|oho|hm+|si|apgail\w+|atsipras\w+|(?:galej|(?:ne)?dirb)(?:au|o)|klaus\w+|vis|tiek|pala"
)
"""Words that lead to a "taip" or a "ne" behind them; others make it half an answer: "vasarą taip", "bijau, kad ne"."""

REFUSALS = frozenset({"sakyti", "sakyt", "atsakyti", "atsakyt", "pasakoti", "kalbeti", "rasyti"})
"""Who does not want to tell has not answered no."""

OTHERS = re.compile(
    r"mam(?:a|ai|yte|ytei)|motin(?:a|ai)|tev(?:as|ui|ai|ams)|tet(?:is|e|ei)|teciui|brol(?:is|iui)|ses(?:uo|e|ei"
    r"|eriai)|vyr(?:as|ui)"
    r"|zmon(?:a|ai)|drau(?:gas|gui|ge|gei|gai)|kaimyn(?:as|ui|e|ei)|mociut(?:e|ei)|senel(?:is|iui|e|ei|iai)|tet(?:a"
    r"|ai)|ded(?:e|ei)"
)
"""Relatives who are more often somebody else than the one whom help is looked for: "brolis dirba"."""

QUESTION_WORDS = frozenset({"kas", "kaip", "kur", "kada", "kiek", "koks", "kokia", "kokie", "kodel", "kam", "ka", "ar"})

DONT_KNOW = frozenset(
    {
        *("nezinau", "nezinom", "nezinome", "nezino", "nezinia", "nezin", "nez", "nzn", "nzin", "nezn", "neaisku"),
        *(
            "neatsimenu",
            "neprisimenu",
            "pamirsau",
            "uzmirsau",
            "nesuprasi",
            "idk",
            "neisivaizduoju",
            "nenutuokiu",
            "nenumanau",
            "nepamenu",
            "nebepamenu",
            "nebeprisimenu",
            "nebeatsimenu",
            "nebezinau",
        ),
        *("neisivaizduojam", "nenuspesi", "neismanau", "neapsisprendziau", "xz", "hz"),
    }
)

DONT_KNOW_PHRASE = re.compile(
    r"\b(?:nes(?:u|am|ame) (?:\w+ ){0,2}(?:tikr(?:as|a|i|os)|isitikin\w+|uztikrint\w+)"
    r"|netur(?:iu|im|ime) (?:zalio |jokio )?(?:supratimo|nuomones|minties|minciu|zini(?:os|u))"
    r"|kas (?:cia |ten |gi )?(?:jus |juos |ji |ja )?(?:gali )?zino(?:ti?)?"
    r"|(?:diev(?:as|ai)|velni(?:as|ai)|bala|biesas|galas|suo) (?:ji |ja |juos )?zino"
    r"|(?:ka|kaip|(?:is )?kur) (?:(?:as|man|cia) )+(?:gal(?:iu|i) )?zin(?:au|ot|oti|osiu|osi)"
    r"|(?:sunku|sunkoka|sudetinga|nelengva|keblu) (?:dabar |man |tiksliai |taip |cia |net )*"
    r"(?:pasakyt|atsakyt|sprest|(?:i)?vertint)\w*"
    r"|negaliu zinot\w*"
    r"|ne(?:gal(?:iu|im|ime)|moku) (?:dabar |dar |tiksliai |tvirtai )?(?:pasakyt|(?:i)?vertint)\w*(?! kad)"
    r"|negal(?:iu|im|ime) (?:(?:tiksliai|tvirtai) atsakyt\w*"
    r"|atsakyt\w* (?:tiksliai|tvirtai)|(?:dar )?(?:apsi|nu)?sprest)\w*"
    r"|dar neap?si?sprend\w+|dar nenusprend\w+|nesiimu \w+"
    r"|pasakyt\w* ne(?:galiu|moku)|greiciausiai (?:kad )?(?:taip|jo|ne\w*|gal\w+|reik\w+)"
    r"|ne ?(?:visai|labai) zinau|be supratimo|nedristu \w+|dvejoj(?:u|am)"
    r"|abejociau|gal(?:but)? (?:ir )?(?:taip|jo) (?:o )?gal(?:but)? (?:ir )?nea?"
    r"|^(?:(?:as|dar) )*svarst(?:au|om|ome)$|^(?:as )?dar galvoj(?:u|am)$"
    r"|^(?:(?:pa)?matysim\w*|ziuresim\w*|bus matyt\w*|laikas parodys)$|galimas daiktas|kas ten supaisys"
    r"|gal ne gal taip|ne ?visai aisku|abejoju(?! (?:jum|del visk)))\b"
)

UNSURE = frozenset(
    {
        "gal",
        "galbut",
        "turbut",
        "tikriausiai",
        "kazin",
        "hm",
        "berods",
        "rodos",
        "atrodo",
        "regis",
        "galimai",
        "matyt",
        "veikiausiai",
        "speju",
        "itariu",
    }
)

KIND_NAMED = re.compile(
    r"intel|prot(?:o|in)|psich|fizin|judej|reg|klaus|negal|neigal|nesci|ab(?:i|u|ie)|kit(?:a|o)|antr|pirm|proc|met(?:u|ai)|lyg"
)
"""Of what somebody may not be sure at the other questions."""

PARTICLES = frozenset(
    {"nu", "na", "ir", "tai", "o", "va", "gi", "oi", "ai", "man", "kad", "visgi", "vis", "m", "em", "e"}
)
"""Words that are not counted."""

LATER = frozenset({"kitamet", "kitais", "veliau", "rytoj", "poryt", "paskui", "kitakart", "kitusyk", "kada", "karta"})
"""With these "gal" puts the answer off and is none."""

NAMING = re.compile(
    r"kaip (?:\w+ ){0,2}(?:vadin\w+|pavadin\w+|paras\w+|skamba)|koks (?:\w+ )?pavadinimas"
    r"|kaip (?:cia |ten )?(?:bus|iseis|atsakyti)"
    r"|kas (?:ten |cia |man |jam |jai )?(?:parasyta|nustatyta|rasoma|yra)|(?:kaip|kiek) ilgai"
)
"""Who does not know what it is called does not know it; that is no question in disguise."""

ASKING = frozenset({"kas", "kaip", "kur", "kada", "kodel", "kam", "kuo", "is"})

FILLERS = frozenset(
    {
        *("as", "tikrai", "net", "pats", "pati", "dar", "to", "sito", "deja", "atsiprasau", "gerai", "tiksliai", "na"),
        *("nu", "cia", "apie", "tai", "tikslaus", "ar", "koks", "kokia", "kiek", "mano", "jo", "jos", "yra", "man"),
        *("ka", "nei", "pasakyti", "sakyti", "atsakyti", "nieko", "visai", "labai", "prasau", "tuo", "gal"),
    }
)
