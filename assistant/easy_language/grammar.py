"""Lithuanian grammar that is hard to read, found by endings.

Endings alone deceive: accusatives end like gerunds, infinitives like participles, adjectives like passives. So each
rule takes only what is nearly certain, names its exceptions, and lets the rest pass; a rule that cries wolf is worse
than none.
"""

import re
from collections.abc import Iterator

from assistant.easy_language.findings import Finding, PatternRule, Severity, pattern

_E = Severity.ERROR
_W = Severity.WARNING

# Passives of these verbs end like a pusdalyvis: vedamas, randama, padedami.
_PASSIVE_IN_D = r"\w*(?:ved|rand|ded|duod|skaud)am(?:as|a|i|os)"

# Past gerunds end like accusatives of nouns (gydytojus, prašymus), so only these forms are taken.
_PAST_GERUNDS = (
    "gavus", "negavus", "atėjus", "nuėjus", "atvykus", "nuvykus", "užpildžius", "pateikus", "prireikus", "pasibaigus",
    "sulaukus", "įvertinus", "nustačius", "pasirašius", "susitarus", "išsiuntus", "parašius", "paskambinus", "susirgus",
    "iškilus", "suėjus", "praėjus", "baigus", "pradėjus", "priėmus", "paskyrus", "pasikeitus", "persikėlus",
)  # fmt: skip

_PAST_PASSIVE = (
    r"(?:\w{2,}(?:yt|int|ėt|uot)"
    r"|\w*(?:gaut|skirt|teikt|likt|imt|siųst|baigt|spręst|rast|kviest|mest|keist|rengt))"
)
_TO_BE = r"(?:yra|buvo|bus|būna|nėra|nebuvo|nebus|būtų|esate|buvote|būsite)"

_NOMINAL = r"\w{3,}(?:im|ym|um)(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)"
# Everyday nouns and adjectives that only look abstract.
_PLAIN_NOUNS = re.compile(
    r"(?:klausim|prašym|atsakym|gyvenim|įstatym|pažymėjim|susitikim|įsakym|sutikim|įdarbinim|mokym|jaunim|likim|režim"
    r"|skambinim|sakym|pasveikinim|mokėjim|laukim|artim|tolim|svetim|galim|kostium|album|pirmum|būsim|tikim|maksimum|minimum"
    r"|patarim|žaidim|važiavim|rašym|siuntim|gimim|pranešim)\w+",
    re.IGNORECASE,
)

GRAMMAR_RULES = (
    PatternRule(
        "G01",
        _E,
        pattern(r"\w{2,}dam(?:as|a|i|os|asis|asi|iesi|osi)"),
        "Tai pusdalyvis.",
        "Rašykite du sakinius arba „kai“ ir „jei“.",
        exempt=re.compile(_PASSIVE_IN_D, re.IGNORECASE),
        names_count=False,
    ),
    PatternRule(
        "G02",
        _E,
        pattern(r"\w{2,}(?:ant|int)", *_PAST_GERUNDS),
        "Tai padalyvis.",
        "Rašykite „kai“ arba „jei“, arba du sakinius.",
        exempt=re.compile(r"brant|variant|restorant|sprint|print", re.IGNORECASE),
        names_count=False,
    ),
    PatternRule(
        "G03",
        _E,
        pattern(
            r"\w{2,}(?:ant|int)(?:į|ys|iems)",
            r"\w{2,}an(?:tis|ti)",
            r"\w{2,}(?:an|in)č(?:io|ios|ią|ių|iai|iam|iame|iais|ioms|iomis|ius)",
            r"(?:ne)?(?:tur|gal|nor|myl|gul|tik|reik)in(?:tis|ti|tys)",
        ),
        "Tai dalyvis.",
        "Rašykite „kuris“ arba atskirą sakinį.",
        exempt=re.compile(
            r"\w*(?:mint|minč|pažint|pažinč|kirt|kanč|kant|gint)\w*|atlant\w+|garant\w+|variant\w+|mirt\w+|mylinti? ",
            re.IGNORECASE,
        ),
        names_count=False,
    ),
    PatternRule(
        "G03",
        _E,
        pattern(
            r"\w{2,}ęs(?:is)?",
            r"\w{2,}(?<!a)us(?:i|io|ios|ią|iam|iame|ių|ioms|iomis|iems|iais|į|ieji|iųjų)",
        ),
        "Tai dalyvis.",
        "Rašykite „kuris“ arba atskirą sakinį.",
        # Pronouns, future tenses (spręs, pratęs), and a word that everybody knows: suaugęs.
        exempt=re.compile(
            r"(?:man|tav|sav)ęs|(?:\w{0,3}sprę|(?:pra|iš|pa|su)?tę|(?:iš|pa|nu)?kę|(?:at|pa)?švę|\w{0,3}brę)s|suaug\w+"
            r"|\w*(?:pus|kelius|rus|prūs|mūs|jūs|mus)i\w*|tremus\w*",
            re.IGNORECASE,
        ),
        names_count=False,
    ),
    PatternRule(
        "G04",
        _E,
        re.compile(
            rf"\b{_TO_BE} (?:\w+ai |jau |dar )?"
            rf"(?:{_PAST_PASSIVE}(?:as|a|os)|\w{{2,}}(?:om|iam|jam|nam|dam)(?:as|a|i|os))\b",
            re.IGNORECASE,
        ),
        "Tai neveikiamoji rūšis.",
        "Pasakykite, kas tai daro.",
        exempt=re.compile(
            r"\w+ (?:\w+ )?(?:ne)?(?:tinkam|mokam|prieinam|suprantam|reikiam|įdom|nam|program|simptom|diplom)\w*"
            r"|\w+ (?:\w+ )?(?:kabinet|labirint)\w+",
            re.IGNORECASE,
        ),
    ),
    PatternRule(
        "G04",
        _E,
        pattern(r"\w{3,}(?:om|iam|jam|dam|dam)a(?:si)?", r"(?:ne)?(?:gau|imam|pa?rašy|lau)nama(?:si)?"),
        "Tai neveikiamoji rūšis.",
        "Pasakykite, kas tai daro.",
        exempt=re.compile(
            r"(?:ne)?(?:reikiam|žinom|įdom|prieinam|įprastom|mylim)\w*|\w{2,}dama(?<!vedama)(?<!randama)(?<!dedama)(?<!duodama)"
            r"|(?:pa)?pidžama|diploma|aroma|roma|oklahoma|glaukoma|sarkoma|trauma",
            re.IGNORECASE,
        ),
        names_count=False,
    ),
    PatternRule(
        "G04",
        _E,
        pattern(r"\w{2,}(?:iam|jam)(?:as|os|ų|us|ais|i|oms|omis|ą)"),
        "Tai neveikiamoji rūšis.",
        "Pasakykite, kas tai daro.",
        exempt=re.compile(r"(?:ne)?(?:reikiam|prieinam|siam|bijam)\w*", re.IGNORECASE),
    ),
    PatternRule(
        "G05",
        _E,
        pattern(
            r"\w{2,}tum(?:ėte|ėt|ėme|ėm|ei|ėtės|ėmės|eisi)",
            r"\w{2,}(?:ė|y|uo)čiau",
            r"(?:ne)?(?:būč|klausč|eič|gyvenč|dirbč|mėgč|imč|gauč)iau",
            r"(?:ne)?(?:būtų|galėtų|turėtų|reikėtų|norėtų|padėtų|gautų|žinotų|eitų|gyventų|dirbtų|vertėtų|patiktų)",
        ),
        "Tai tariamoji nuosaka.",
        "Rašykite paprastą laiką: galite, noriu, reikia.",
        exempt=re.compile(r"lėčiau|\w*kėčiau|ryčiau|tvirčiau|plyčiau|siaučiau", re.IGNORECASE),
    ),
    PatternRule(
        "G11",
        _E,
        re.compile(
            r"\b(?:esu|esi|yra|esame|esate|buvau|buvai|buvo|buvome|buvote|bus|būsiu|būsite|būsi)"
            r" (?:jau |dar |seniai )?\w{2,}(?:ęs|(?<!a)usi|(?<!a)usios)\b",
            re.IGNORECASE,
        ),
        "Tai sudėtinis laikas.",
        "Rašykite paprastą laiką: atėjo, gavo.",
        exempt=re.compile(r"\w+ (?:\w+ )?(?:suaug|(?:man|tav|sav)ęs)\w*", re.IGNORECASE),
    ),
    PatternRule(
        "G11",
        _W,
        pattern(r"\w{2,}dav(?:au|ai|o|ome|ote)(?:si)?"),
        "Tai būtasis dažninis laikas.",
        "Rašykite „dažnai“ ir paprastą laiką.",
        exempt=re.compile(r"(?:par|ati|iš|pa)?davo", re.IGNORECASE),
    ),
    PatternRule(
        "G06",
        _W,
        re.compile(
            rf"\b(?!{_PLAIN_NOUNS.pattern}\b){_NOMINAL} (?!{_PLAIN_NOUNS.pattern}\b){_NOMINAL}\b", re.IGNORECASE
        ),
        "Du daiktavardžiai iš veiksmažodžių stovi greta.",
        "Rašykite veiksmažodį: kas ką daro.",
    ),
    PatternRule(
        "G07",
        _W,
        re.compile(r"\b(?:\w{2,}(?:os|ės|ies|ių|ų|aus|ens|imo|ymo|umo) ){3,}\w{3,}\b"),
        "Keli kilmininkai stovi greta.",
        "Rašykite trumpiau arba du sakinius.",
    ),
    PatternRule(
        "G09",
        _E,
        pattern(r"tu|tau|tave|tavęs|tavo|tavimi|tavyje"),
        "Į žmogų kreipiamės „Jūs“.",
        "Jūs, Jums, Jūsų",
    ),
    PatternRule(
        "G09",
        _W,
        re.compile(r"\b(?:jūs|jums|jūsų|jus|jumis)\b"),
        "„Jūs“ rašome didžiąja raide.",
        "Jūs, Jums, Jūsų",
    ),
)

# Words that begin with ne- and deny nothing are many, so only verbs that are surely denied count.
_DENIAL = pattern(
    r"ne|nėra|nebėra",
    r"ne(?:be)?(?:žinau|žino|žinote|galiu|gali|galite|galima|reikia|turiu|turi|turite|noriu|nori|norite|moku|moka|mokate)",
    r"ne(?:be)?(?:bus|buvo|buvau|suprantu|supranta|suprantate|gauna|gaunu|gaunate|gavo|daro|darykite|rašykite|tinka|tiko|yra|leidžia)",
)


def denials(sentence: str, line: int, offset: int) -> Iterator[Finding]:
    """A sentence that denies twice; `offset` is where it begins in its line."""
    found = list(_DENIAL.finditer(sentence))
    if len(found) > 1:
        second = found[1]
        yield Finding(
            "G10",
            _W,
            line,
            offset + second.start(),
            offset + second.end(),
            second.group(),
            "Sakinyje yra du neiginiai.",
            "Rašykite du sakinius arba pasakykite, kas yra.",
        )
