"""Brings the many ways to say an answer to fewer: slips mended, sayings and reasons in one word; all folded."""

import re

from rapidfuzz.distance import OSA

from assistant.understanding.answer_kinds import HELPED


def in_short(plain: str) -> str:
    """Folded words with usual verbs mended and what says the same said in one way."""
    plain = _WORD.sub(lambda match: _without_slip(match[0]), _TWICE.sub(r"\1", plain))
    for pattern, meant in _SHORTER:
        plain = pattern.sub(meant, plain)
    return plain


def _without_slip(word: str) -> str:
    """The form of a usual verb of which the word is a slip of one letter; whether it is denied stays as it is."""
    if len(word) < _SHORTEST_MISSPELT or _NO_SLIP.fullmatch(word):
        return word
    near = [form for form in _USUAL if form[0] == word[0] and OSA.distance(word, form, score_cutoff=1) <= 1]
    return near[0] if near and word not in _USUAL else word


ONCE = (
    r"buvo laikas|bandz(?:iau|ius|em)|bande|anksciau|seniau|kazkada|kadaise"
    r"|(?:ne)?galej(?:au|o|om)|(?:ne)?dirb(?:au|o|om|davau|davo)"
    r"|(?:ne)?reikej(?:o|davo)|(?:ne)?sugebej(?:au|o)"
)
"""What was so once."""

_WITH_HELP = r"(?:pagalba|specialist\w+|padejej\w+|asistent\w+|specialisto pagalba|padejejo pagalba|kieno nors pagalba)"
_HELPS = (
    r"(?:padeda|padetu|pades|padedant|padejus|parodo|pamoko|pa+iskina|priziuri)"
    r"(?: (?:specialist|asistent|padejej)\w+)?(?: tai)?"
)
_INSTITUTION = (
    r"(?:gydytoj\w+|savivaldyb\w+|mokykl\w+|(?:socialin\w+ )?darbuotoj\w+|psichiatr\w+|psicholog\w+|specialist\w+"
    r"|istaig\w+)"
)
_FAMILY = r"(?:mama|tevais|broliu|sese(?:ria|rimi)|vyru|zmona|mociute|seneliais|sugyventin\w+)"
_BLOW = r"(?:insult|infarkt|avarij|traum|operacij|lig)\w+"
_SHORTER = (
    (re.compile(r"\bne vien(?:os|o)\b"), "keliu"),
    (re.compile(r"(?<!\bne )\bdel (?!to\b)\w+"), "deja"),
    (re.compile(r"\bturi(?:u)? negalia,?(?: ir)?\b"), "sergu"),
    (
        re.compile(
            r"\b(?:(?:mano )?(?:sveikata|lig(?:a|os)|negalia) (?:(?:man|jam|jai) )?nelei(?:dzia|s)"
            r"|(?:dirbti? )?nelei(?:dzia|s) (?:(?:man|jam|jai) )?(?:sveikata|lig(?:a|os)|negalia))(?: dirbti?)?\b"
        ),
        "negali",
    ),
    (re.compile(rf"(\bne(?:be)?(?:gal|dirb)\w+(?: dirbti?)?) po {_BLOW}"), r"\1 deja"),
    (re.compile(rf"\bpo {_BLOW} (?=(?:\w+ )?(?:ne(?:be)?(?:gal|dirb)|reik))"), "deja "),
    (re.compile(r"\bbet (?:kok(?:i|io|iu)|ka)\b"), "viska"),
    (re.compile(r"\b(ne)?dirp(?=\w)"), r"\1dirb"),
    (re.compile(r"\bmen\. ?"), "menesiu "),
    (re.compile(r"\b(?:sveikatos nera|nera sveikatos) (?:dirbti?|darb(?:ui|a))\b"), "negali"),
    (re.compile(r"\b(?:simtu|100) ?(?:procentu|proc|%) (?=taip|ne|gal|dirb)"), "tikrai "),
    (re.compile(r"\b(?:esu|yra|esam) (?:isi|i)darbin\w+"), "dirba"),
    (re.compile(r"\bnei vaiku\b"), "neturi vaiku"),
    (re.compile(rf"\bsu {_FAMILY}\b"), "kartu"),
    (re.compile(r"\b(ne)?reika\b"), r"\1reikia"),
    (re.compile(r"(\bgal(?:iu|i|im)(?: \w+){0,2}) kaip (?:ir )?(?:visi|kiti)\b"), r"\1"),
    (
        re.compile(
            r"\bsu (?:mano |savo |jo |jos |tokia |sia )*(?:negalia|liga|sveikata|\w{4,}ij(?:a|omis)|vezimeliu)\b"
        ),
        "deja",
    ),
    (re.compile(r"\bgaila,? bet\b"), "deja"),
    (re.compile(r"\b(deja|manau|sakau|galvoju|zinoma|aisku|tikrai|suprantama), "), r"\1 "),
    (re.compile(rf"\b(?:ir )?{_INSTITUTION},? (?:ir|bei) {_INSTITUTION} pagalb(?:os|a)\b"), "keliu istaigu pagalbos"),
    # How it is done bends nothing.
    (re.compile(r",? (?:tik|bet) (?:labai )?(?:letai|leciau|is leto|atsargiai)\b"), ""),
    # Dictated without a stop: "anksčiau galėjau dabar nebegaliu".
    (re.compile(rf"\b((?:{ONCE})\b[^,.;]*?) (?=(?:bet )?(?:dabar|siuo metu)\b)"), r"\1, "),
    (re.compile(r"^taip,? ir (?=(?:ilg|lab|nuolat|visada|dar)\w*)"), "taip "),
    # Not denied but told behind the answer: "ne man sunku", "ne pats susitvarkau".
    (re.compile(r"^ne (?=(?:man|mums|jam|jai|jiems|mano|musu|pats|pati|patys|vaikai) \w)"), "ne, "),
    (re.compile(r"\bneabejoj(?:u|am) ?(?:kad )?"), "tikrai "),
    (re.compile(r"^ne tik (\w+),? (?:bet|o) (?:ir|dar)\b"), r"\1 ir"),
    (re.compile(r"\bnei su \w+ nei be(?: jos?| pagalbos)?\b"), HELPED),
    (re.compile(rf"\b(?:net )?(?:ir )?su (?:specialisto |padejejo |kito |kitu )?{_WITH_HELP}"), HELPED),
    (re.compile(rf"\bnet (?:ir )?{_HELPS}\b"), HELPED),
    (
        re.compile(r",? (?:jei|jeigu|kai) (?:\w+ ){0,3}(?:specialist|padejej|asistent|pagalb)\w*(?: but[uų])?"),
        f" {HELPED}",
    ),
    (
        re.compile(rf"(?:, ?)?\b(?:net )?(?:ir )?(?:jei|jeigu|kai) (?:(?:kas|nors|man|jam|jai|kazkas) )*{_HELPS}\b"),
        f" {HELPED}",
    ),
    (re.compile(rf"\bdirb(?:tu|ciau) (?={HELPED})|(?<={HELPED} )dirb(?:tu|ciau)\b"), "galetu "),
    (re.compile(r"\bnei (?=(?:augin|lauki|gal|dirb|tur|nor|reik)\w+)"), "ne"),
    (re.compile(r"^(?:o )?kodel (?:gi )?ne(?:, (?=\w)| (?!taip\b)(?=\w))"), ""),
    (re.compile(r"\bdaug k[ao]\b"), "daug"),
    (re.compile(r"\bmok(?:u|a) (?=(?:dirbti?|toki darba)\b)"), "gali "),
    (
        re.compile(
            r",? (?:tik|bet) (?:\w+ )?reikia (?:kad (?:kas|kazkas)(?: nors)? \w*pade\w+|pagalbos|prieziuros"
            r"|specialisto|asistent\w+"
            r"|padejejo)\b"
        ),
        f" {HELPED}",
    ),
    (
        re.compile(r"\b(?:nera|ne(?:be)?tur\w+) (?:\w+ )?(?:jegu|galimyb\w+|sveikatos) (?:\w+ )?dirbti?\b"),
        "negali dirbti",
    ),
    (re.compile(r"\b(?:nera|netur\w+|nematau) (?:toki\w+ )?poreiki\w+|\btoki\w+ poreiki\w+ nera\b"), "nereikia"),
    (re.compile(r"\b(?:ein(?:u|a) i|turi(?:u)?) (?:ger\w+ |nuolatin\w+ )?darba\b"), "dirbu"),
    (re.compile(r"\b(?:nesu|nera|nesam) nescia\b"), "nesilaukiu"),
    (re.compile(r"\b(?:nesu|nera|nesam) pajeg(?:us|i)\b"), "nepajegiu"),
    (re.compile(r"\b(?:(?:esu|yra|esam) )?pajeg(?:us|i)\b"), "pajegiu"),
    (re.compile(r"\b(?:ir )?dar (?:ir )?kaip\b"), "labai"),
    (re.compile(r"\bkol kas\b"), "kolkas"),
    (re.compile(r"\bne (?=(?:galiu|gali|reikia|turiu|turi|dirbu|dirba|auginu|noriu|nori)\b)"), "ne"),
    (re.compile(r"\bnebe (?=\w)"), "nebe"),
    (
        re.compile(
            r"^(?:oi|ai|aj|nagi) (?=(?:ne)?(?:reik|gal|dirb|tur|augin|lauki))|\b(?:aciu|dekui) dievui,? |"
            r" ir (?:gana|viskas|taskas)$|,? kodel (?:gi )?ne$"
        ),
        "",
    ),
    (re.compile(r"\bbe galo\b"), "labai"),
    (re.compile(r"\bsakyciau,? (?=\w)"), ""),
    (re.compile(r",? nors (?:ir )?(?:deja|sergu|sunk(?:u|iai))\b"), " deja"),
    (re.compile(r"\b(?:nesu|nera|nesam) darbing(as|a)\b"), r"nedarbing\1"),
    (re.compile(r"\b(?:nesu|nera) turej\w+"), "neturi"),
)
_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_USUAL = (
    *("negaliu", "negali", "negalim", "negaletu", "negaleciau", "nereikia", "nereikes", "neturiu", "neturi", "neturim"),
    *("nedirbu", "nedirba", "neauginu", "nesilaukiu", "galeciau", "galetu", "reikia", "reikes", "reiketu", "auginu"),
    *("augina", "auginam", "laukiuosi", "laukiasi", "dirbti", "pagalbos"),
)
_SHORTEST_MISSPELT = 6
# Other words, and what is said to whoever asks.
_NO_SLIP = re.compile(
    r"negali[aoe]\w*|neveik\w*|negales\w*|\w+te?|\w+au|pagalb\w+|(?:ne)?(?:gale[jt]|augin|dirbt|turet|reikej|laukt|reikal|dirbo|igal)\w*"
)
