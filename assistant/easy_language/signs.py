"""Signs, abbreviations and ways of writing numbers that make reading hard."""

import re

from assistant.easy_language.findings import PatternRule, Severity

_E = Severity.ERROR
_W = Severity.WARNING

_LETTER = "[^\\W\\d_]"
# Addresses of the web and of mail are written as they are.
_NOT_IN_ADDRESS = r"(?<![\w@/.:-])"

SIGN_RULES = (
    PatternRule(
        "W01",
        _E,
        re.compile(
            r"\b(?:pvz\.|t\.\s?y\.|t\.\s?t\.|ir\s+pan\.|ir\s+kt\.|tūkst\.|mln\.|mlrd\.|mėn\.|tel\.|mob\.|el\.\s?p(?:\.|aštas|aštu)"
            r"|žr\.|įst\.|angl\.|vnt\.|[Nn]r\.)|(?<=\d )(?:m|d|val|min|p|str|g|r)\.|\bsav\.|\bpr\.\s?Kr\."
            r"|\b(?:dėst|doc|prof|dir)\.(?= [A-ZĄČĘĖĮŠŲŪŽ])|(?<=[a-zėų] )g\.(?= ?\d)|\bir/ar\b",
        ),
        "Tai trumpinys.",
        "Rašykite visą žodį.",
    ),
    PatternRule(
        "W02",
        _E,
        re.compile(r"\b[A-ZĄČĘĖĮŠŲŪŽ]{2,}(?=s?\b)(?![-\d])"),
        "Tai raidinė santrumpa arba žodis didžiosiomis raidėmis.",
        "Rašykite visą pavadinimą mažosiomis raidėmis.",
        exempt=re.compile(r"TV|SMS|[IVXLC]{2,}"),
    ),
    PatternRule(
        "W02",
        _E,
        re.compile(r"\b[A-ZĄČĘĖĮŠŲŪŽ]\.(?= ?[A-ZĄČĘĖĮŠŲŪŽ])"),
        "Tai vardo pirmoji raidė.",
        "Rašykite visą vardą.",
    ),
    PatternRule(
        "W03", _E, re.compile(r"\([^)\n]*\)?|\[[^\]\n]*\]?|[{}]"), "Čia yra skliaustai.", "Rašykite atskirą sakinį."
    ),
    PatternRule(
        "W03",
        _E,
        re.compile(rf"{_NOT_IN_ADDRESS}{_LETTER}+/{_LETTER}+(?![\w/-]|\.\w)"),
        "Čia yra brūkšnys vietoj žodžio.",
        "Rašykite „ir“ arba „arba“.",
        exempt=re.compile(r"ir/ar"),
    ),
    PatternRule("W04", _E, re.compile(r";"), "Čia yra kabliataškis.", "Rašykite du sakinius."),
    PatternRule("W04", _W, re.compile(r"…|\.\.\."), "Čia yra daugtaškis.", "Baikite sakinį tašku."),
    PatternRule("W04", _W, re.compile(r"[!?]{2,}"), "Čia yra keli ženklai iš eilės.", "Palikite vieną ženklą."),
    PatternRule(
        "W05",
        _E,
        re.compile(r"[&§#*°½¼¾→≥≤=~^|_\\<>]|(?<!\w)@(?!\w)"),
        "Čia yra ženklas, kurio daugelis nežino.",
        "Rašykite žodžiu.",
    ),
    PatternRule("W05", _E, re.compile(r"[€$£]"), "Čia yra pinigų ženklas.", "Rašykite „eurai“."),
    PatternRule(
        "W08",
        _E,
        re.compile(r"%|\bprocent\w+|\bproc\b", re.IGNORECASE),
        "Procentus sunku suprasti.",
        "Pavyzdžiui, „mažiau nei pusė“.",
    ),
    PatternRule(
        "W07",
        _E,
        # Years, grouped phone numbers and codes of streets are no amounts.
        re.compile(
            r"(?<![\d+] )(?<![\d.,:+-])(?!(?:19|20)\d\d\b)[1-9]\d{3,}(?! \d)(?![\d.,:-]?\d)\b"
            r"|\b[1-9]\d{0,2} \d{3} \d{3}\b"
        ),
        "Didelį skaičių sunku suprasti.",
        "Pavyzdžiui, „daug“ arba „apie“ ir apvalus skaičius.",
    ),
    PatternRule(
        "W09",
        _E,
        re.compile(r"(?<![\d.,])\d+,\d+(?![\d.,])"),
        "Tai dešimtainis skaičius.",
        "Rašykite apvalų skaičių.",
    ),
    PatternRule(
        "W09", _E, re.compile(r"(?<!\w)[IVXLC]{2,}(?!\w)"), "Tai romėniškas skaičius.", "Rašykite 2 arba „antras“."
    ),
    PatternRule(
        "W10",
        _E,
        re.compile(r"\b(?:19|20)\d\d[-.]\d\d[-.]\d\d\b"),
        "Taip užrašytą datą sunku suprasti.",
        "Pavyzdžiui, „gruodžio 1 diena“.",
    ),
    PatternRule("W10", _W, re.compile(r"\b0\d[:.][0-5]\d\b"), "Valanda prasideda nuliu.", "Rašykite 9:00."),
    PatternRule(
        "W10",
        _E,
        re.compile(r"(?<![\w+-])(?<!\d )\d{1,4}(?::\d\d)?\s?[–-]\s?\d{1,4}(?::\d\d)?(?![\d-])"),
        "Brūkšnys tarp skaičių yra neaiškus.",
        "Rašykite „nuo 9 iki 12“.",
    ),
    PatternRule(
        "W11",
        _E,
        re.compile(r"(?<!\d)(?:\+370\d{8}|[08]\d{8})(?!\d)"),
        "Telefono numerį sunku perskaityti.",
        "Suskirstykite: 0 612 34567.",
    ),
    PatternRule(
        "W11",
        _W,
        re.compile(r"(?<![\d+] )(?<![\d+])8[ -]?\(?\d{2,3}\)?[ -]?\d{2,5}(?:[ -]?\d{2,5})?(?! ?\d)"),
        "Numeris su 8 jau neveikia.",
        "Rašykite 0 vietoj 8.",
        exempt=re.compile(r"8\d{0,8}|8 \d{1,4}"),
    ),
    PatternRule(
        "W21",
        _W,
        re.compile("[\U0001f300-\U0001faff\u2600-\u27bf](?=.*[^\\W\\d_])(?<=[^\\W\\d_].)"),
        "Paveikslėlis stovi sakinio viduryje.",
        "Dėkite jį sakinio gale.",
    ),
)
