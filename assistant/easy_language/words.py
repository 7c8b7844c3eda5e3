"""Words that are hard, vague, outdated or abstract, and numbers that are written as words: what to write instead."""

import re
from collections.abc import Iterator

from assistant.easy_language.findings import Finding, PatternRule, Severity, pattern
from assistant.easy_language.sentences import split_words

LONGEST_WORD = 13
# These words have no shorter name; content explains them, or everybody knows them.
KNOWN_LONG_WORDS = pattern(r"savivaldyb\w+", r"psichosocialin\w+", r"nepriklausom\w+", r"administracij\w+")

_E = Severity.ERROR
_W = Severity.WARNING

_VAGUE = "Šis žodis yra neaiškus arba kanceliarinis."
_OUTDATED = "Šis žodis žeidžia žmones."
_SAME = "Tam pačiam dalykui visada rašykite tą patį žodį."

WORD_RULES = (
    PatternRule(
        "W19",
        _E,
        pattern(r"invalid(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|ė|ės|ę|umas|umo|umui|umą)"),
        _OUTDATED,
        "žmogus su negalia",
    ),
    PatternRule(
        "W19",
        _E,
        pattern(
            r"neįgal(?:us|aus|iam|ų|iu|ūs|iems|iais|i|ios|iai|ią|ioms|iomis|usis|iojo|iajam|ųjį|ieji|iųjų|iesiems|iuosius|iaisiais|ioji|iąją)"
        ),
        _OUTDATED,
        "žmogus su negalia",
    ),
    PatternRule(
        "W19",
        _E,
        pattern(
            r"luoš(?:as|o|ui|ą|i|ų|iems)",
            r"debil\w+",
            r"proti(?:nis|nio|nį) atsilik\w+",
            r"protiškai atsilik\w+",
            r"psichin\w+ ligon\w+",
            r"serga\w* negalia",
        ),
        _OUTDATED,
        "žmogus su negalia",
    ),
    # The level of a child's disability bears the old word in law, so it must be possible to name it.
    PatternRule("W15", _E, re.compile(r"\bneįgalum(?:as|o|ui|ą|u|e)\b(?! lyg)", re.IGNORECASE), _SAME, "negalia"),
    PatternRule("W15", _E, pattern(r"prot(?:o|inė|inės|inę|ine|inei) negali\w+"), _SAME, "intelekto negalia"),
    PatternRule("W15", _E, pattern(r"psichi(?:kos|nė|nės|nę|ne|nei) negali\w+"), _SAME, "psichosocialinė negalia"),
    PatternRule("W15", _E, pattern(r"paraišk\w+"), _SAME, "prašymas"),
    PatternRule("W18", _E, pattern(r"įgyvendin\w+"), _VAGUE, "daryti"),
    PatternRule("W18", _E, pattern(r"užtikrin\w+"), _VAGUE, "Pasakykite, kas ką daro."),
    PatternRule(
        "W18",
        _E,
        pattern(r"(?:į|ne)?vykd(?:yti|o|ė|au|ome|ote|ys|ysime|oma|omas|omi|omos|omų|antis|ymas|ymo|ymą|ymui)"),
        _VAGUE,
        "daryti",
    ),
    PatternRule(
        "W18",
        _E,
        pattern(
            r"(?:ne)?atlik(?:ti|o|s|site|sime|tas|ta|us|damas|dami)",
            r"(?:ne)?atliek(?:a|u|i|ame|ate|ama|amas|ami|amos)",
        ),
        _VAGUE,
        "daryti",
    ),
    PatternRule("W18", _E, pattern(r"su(?:si)?teik\w+ galimyb\w+"), _VAGUE, "Jūs galite"),
    PatternRule(
        "W18", _E, pattern(r"tam tikr(?:as|a|o|os|ą|ų|i|iems|oms|us|ais|omis)"), _VAGUE, "Pasakykite, kas tai yra."
    ),
    PatternRule("W18", _E, pattern(r"atitinkam\w+"), _VAGUE, "Pasakykite, kas tai yra."),
    PatternRule("W18", _E, pattern(r"susij(?:ęs|usi|ę|usios|usių|usius|usį|usią|usiais|usiomis) su"), _VAGUE, "apie"),
    PatternRule("W18", _E, pattern(r"dėl šios priežasties"), _VAGUE, "todėl"),
    PatternRule("W18", _E, pattern(r"ir (?:taip toliau|panašiai)"), _VAGUE, "Išvardykite, ką turite omenyje."),
    PatternRule("W18", _W, pattern(r"teisės akt\w+"), _VAGUE, "įstatymas"),
    PatternRule("W18", _W, pattern(r"poreikių tenkinim\w+"), _VAGUE, "pagalba"),
    PatternRule("W18", _W, pattern(r"tikslin\w+ grup\w+"), _VAGUE, "žmonės, kuriems tai skirta"),
    # Papers and bodies that are called so must keep their names.
    PatternRule(
        "W18",
        _W,
        re.compile(
            r"\b(?:asmuo|asmens|asmeniui|asmenį|asmeniu|asmenys|asmenų|asmenims|asmenis|asmenimis)\b"
            r"(?! (?:su negalia (?:pažymėjim|teisi)|kod|tapatyb|dokument|duomen))",
            re.IGNORECASE,
        ),
        _VAGUE,
        "žmogus",
    ),
    PatternRule(
        "W17",
        _W,
        pattern(r"žengti žingsnį", r"atver\w+ duris", r"eiti iš rankų į rankas", r"durų varstym\w+"),
        "Tai vaizdingas posakis.",
        "Sakykite tiesiai.",
    ),
    # One is an everyday word and a pronoun, so it stays free.
    PatternRule(
        "W06",
        _W,
        pattern(
            r"du|dvi|dviejų|dviem|dviejuose|dviejose",
            r"tr(?:ys|ijų|ims|is|imis|ijuose|ijose)",
            r"keturi(?:os|ų|ems|oms|uose|as|s)?",
            r"penki(?:os|ų|ems|oms|as|s)?|šeši(?:os|ų|ems|oms|as|s)?",
            r"septyni(?:os|ų|ems|oms|as|s)?|aštuoni(?:os|ų|ems|oms|as|s)?|devyni(?:os|ų|ems|oms|as|s)?",
            r"dešimt(?:ies|į|ys)?|vienuolika|vienuolikos|dvylika|dvylikos|trylika|keturiolika|penkiolika|penkiolikos",
            r"šešiolika|septyniolika|aštuoniolika|aštuoniolikos|devyniolika|dvidešimt(?:ies)?|trisdešimt(?:ies)?",
        ),
        "Skaičių rašykite skaitmenimis.",
        "Pavyzdžiui, 5 dienos.",
    ),
)


def long_words(line: str, number: int, known: re.Pattern[str] | None = None) -> Iterator[Finding]:
    """Words of more than LONGEST_WORD letters, but for those that cannot be replaced."""
    for word in split_words(line):
        if word.is_number or len(word.text) <= LONGEST_WORD:
            continue
        if KNOWN_LONG_WORDS.fullmatch(word.text) or (known and known.fullmatch(word.text)):
            continue
        yield Finding(
            "W12",
            Severity.ERROR,
            number,
            word.start,
            word.end,
            word.text,
            f"Žodis yra labai ilgas: {len(word.text)} raidžių.",
            "Rašykite trumpesnį žodį arba kelis trumpus.",
        )
