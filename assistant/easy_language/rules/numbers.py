"""Numbers as people read them: in digits, small and round, dates in words, telephone numbers in groups."""

import re
from collections.abc import Iterator

from assistant.easy_language.patterns import Pattern, finds, whole_words
from assistant.easy_language.rule import EASED_AT_LEVEL_3, WARNING_BELOW_LEVEL_3, Bad, Hit, Rule
from assistant.easy_language.text import Text

_NO_DIGITS_BEFORE = r"(?<![\d+] )(?<![\d.,:+/-])"
_BIG = re.compile(
    rf"{_NO_DIGITS_BEFORE}\b(?:[1-9]\d{{3,}}(?! \d)(?![\d.,:/-]?\d)|[1-9]\d{{0,2}}(?: \d{{3}}){{2,}}(?! ?\d)"
    r"|[1-9]\d{0,2} \d{3}(?! ?\d)(?![.,:]\d)|\d+(?:,\d+)? (?:tūkstan|milijon|milijard)\w+)\b(?!-)"
)
_EXACT = re.compile(rf"{_NO_DIGITS_BEFORE}\b[1-9]\d\d(?! ?\d)(?![.,:/-]\d)\b(?!-)")
_COUNTED = re.compile(
    r" ?(?:€|(?:žmon|vaik|eur|gyvento|asmen|asmuo|kart|kilometr|metr[aoų]|darbuoto|šeim|valand|minu|viet[aoų]|litr"
    r"|kilogram|puslap|žings|lank|knyg|but[aoų]|nam[aoų]|dien|telefon|tablet|žod)\w*|(?!met)\w{3,}ų\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What the number only names: it is copied or dialled, and nobody has to imagine how many it is.
_NAMED = re.compile(
    r"(?:numer|kod|kabinet|telefon|linij|skambin|autobus|troleibus|kambar|but|nam|indeks|sąskait|prašym|gatv|žinut|nr|tel)\w*\.?"
    r"(?: \w+)?[ :–]*\Z",
    re.IGNORECASE,
)
_SHORT_PHONES = re.compile(r"112|113|1\d\d\d|116 \d{3}|1\d\d")


def _amounts(text: Text) -> Iterator[Hit]:
    for number, line in enumerate(text.plain_lines, start=1):
        for match in _BIG.finditer(line):
            if not _is_name(line, match):
                yield Hit(number, match.start(), match.end(), match.group())
        for match in _EXACT.finditer(line):
            if not _is_name(line, match) and not line.startswith(("eur", " eur", " €"), match.end()):
                yield Hit(number, match.start(), match.end(), match.group(), is_mild=True)


def _is_name(line: str, match: re.Match[str]) -> bool:
    """Whether this is a year, a telephone number, a code or the number of a house and so no amount."""
    if _COUNTED.match(line, match.end()) or not match.group().replace(" ", "").isdigit():
        return False
    found = match.group()
    return bool(_YEAR.fullmatch(found) or _SHORT_PHONES.fullmatch(found) or _NAMED.search(line[: match.start()]))


_WEEKDAY = r"(?:(?:pirm|antr|treč|ketvirt|penkt|šešt)adien|sekmadien)\w+"
_MONTH = r"(?:saus|vasar|kov|baland|geguž|biržel|liep|rugpjū|rugsėj|spal|lapkri|gruod)\w+"
# Numbers of houses and flats in a street are written with a dash.
_IN_STREET = re.compile(r"(?:\bg\.|\bgatv\w+|\bpr\.|\bprospekt\w+) \Z", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\w+-])(?<!\d )\d{1,4}(?:[:.]\d\d)?\s?[–-]\s?\d{1,4}(?:[:.]\d\d)?(?![\d-])")
_DATES = finds(
    Pattern(
        re.compile(
            r"\b(?:19|20)\d\d([-./ ])(?:0\d|1[0-2])\1[0-3]\d\b"
            r"|(?<![\d.])[0-3]?\d([./-])[01]?\d\2(?:19|20)?\d\d\b(?!\.?\d)"
            r"|\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])\b(?![-.]?\d)"
            r"|(?<![\d.,])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\b(?![.,]?\d)(?! ?(?:val|–|-))"
        ),
        "Taip užrašytą datą sunku suprasti.",
        "Pavyzdžiui, „gruodžio 1 diena“.",
    ),
    Pattern(re.compile(r"(?<![\d:.])0\d:[0-5]\d\b"), "Valanda prasideda nuliu.", "Rašykite 9:00.", is_mild=True),
    Pattern(
        re.compile(
            rf"\b(?:{_WEEKDAY}|{_MONTH})\s?[–-]\s?(?:{_WEEKDAY}|{_MONTH})\b|\b[IVX]+\s?[–-]\s?[IVX]+\b",
            re.IGNORECASE,
        ),
        "Brūkšnys tarp dienų yra neaiškus.",
        "Rašykite „nuo pirmadienio iki penktadienio“.",
    ),
)


def _dates(text: Text) -> Iterator[Hit]:
    yield from _DATES(text)
    for number, line in enumerate(text.plain_lines, start=1):
        for match in _RANGE.finditer(line):
            if not _IN_STREET.search(line[: match.start()]):
                told, mend = "Brūkšnys tarp skaičių yra neaiškus.", "Rašykite „nuo 9 iki 12“."
                yield Hit(number, match.start(), match.end(), match.group(), told, mend)


_AFTER_ROMAN = r"(?:aukšt|lyg|grup|skyri|dal|etap|laipsn|kategorij|amži|pusmet|ketvir|kurs|klas|tom|korpus|pasaulin)"

NUMBER_RULES = (
    Rule(
        "W06",
        "Skaičiai skaitmenimis",
        "Skaičių rašykite skaitmenimis.",
        "Pavyzdžiui, 5 dienos.",
        "IE, LT-NDT, UK",
        finds(
            # One is an everyday word and a pronoun, so it stays free.
            Pattern(
                whole_words(
                    r"du|dvi|dviejų|dviem|dviejuose|dviejose|dve(?:ji|jų|jus|jos|jas)",
                    r"tr(?:ys|ijų|ims|is|imis|ijuose|ijose|eji|ejus|ejų|ejos|ejas)",
                    r"ketur(?:i(?:os|ų|ems|oms|uose|as|s)?|is)|ketve(?:ri|rius|rių|rios)",
                    r"penki(?:os|ų|ems|oms|as|s)?|šeši(?:os|ų|ems|oms|as|s)?",
                    r"septyni(?:os|ų|ems|oms|as|s)?|aštuoni(?:os|ų|ems|oms|as|s)?|devyni(?:os|ų|ems|oms|as|s)?",
                    r"dešimt(?:ies|į|ys)?|(?:vienuolik|dvylik|trylik|keturiolik|penkiolik|šešiolik|septyniolik)(?:a|os|ai|ą)",
                    r"(?:aštuoniolik|devyniolik)(?:a|os|ai|ą)|(?:dvi|tris|keturias|penkias|šešias)dešimt(?:ies)?",
                ),
            ),
        ),
        severity=WARNING_BELOW_LEVEL_3,
        bad=(
            Bad("Laukite penkias dienas.", "penkias"),
            Bad("Turiu du brolius.", "du"),
            Bad("Kursai trunka dešimt dienų.", "dešimt"),
        ),
        good=("Laukite 5 dienas.", "Aš turiu vieną brolį.", "Ateis vienas žmogus."),
    ),
    Rule(
        "W07",
        "Jokių didelių skaičių",
        "Didelį skaičių sunku suprasti.",
        "Pavyzdžiui, „daug“ arba „apie“ ir apvalus skaičius.",
        "IE, LT-NDT, LTOOL, COGA",
        _amounts,
        bad=(
            Bad("Mieste gyvena 45000 vaikų.", "45000"),
            Bad("Salė turi 1 500 vietų.", "1 500"),
            Bad("Čia gyvena 5 milijonai žmonių.", "5 milijonai"),
            Bad("Atėjo 2000 žmonių.", "2000"),
            Bad("Atėjo 345 žmonės.", "345"),
        ),
        good=(
            "Aš gimiau 1985 metais.",
            "Jūsų kodas yra 4821.",
            "Skambinkite 116 123.",
            "Pašto kodas yra 44280.",
            "Pensija yra 350 eurų.",
        ),
    ),
    Rule(
        "W08",
        "Jokių procentų",
        "Procentus sunku suprasti.",
        "Pavyzdžiui, „mažiau nei pusė“.",
        "IE, LT-NDT",
        finds(Pattern(re.compile(r"[%‰]|\b(?:procent\w+|proc\b|promil\w+)", re.IGNORECASE))),
        bad=(
            Bad("Lygis yra 40 %.", "%"),
            Bad("Lygis yra 40 procentų.", "procentų"),
            Bad("Mokate 5 proc. kainos.", "proc"),
        ),
        good=("Procedūra trunka 20 minučių.", "Gydymo procesas yra ilgas.", "Mokate pusę kainos."),
    ),
    Rule(
        "W09",
        "Jokių trupmenų ir romėniškų skaičių",
        "Tokį skaičių sunku perskaityti.",
        "Rašykite apvalų skaičių.",
        "IE, COGA, LTOOL",
        finds(
            Pattern(
                re.compile(
                    r"(?<![\d.,])\d+,\d+(?![.,]?\d)|(?<![\d.,])\d{1,3}\.\d(?= (?!punkt|skyri|dal)[a-ząčęėįšųūž])"
                ),
                "Tai dešimtainis skaičius.",
            ),
            Pattern(re.compile(r"(?<![\d/])[1-9]/(?:[2-9]|10)(?![\d/])|[½⅓⅔¼¾]"), "Tai trupmena.", "Rašykite „pusė“."),
            Pattern(
                re.compile(
                    rf"(?<!\w)(?:[IVXLC]{{2,}}(?!\w)|[IVX](?= {_AFTER_ROMAN})"
                    r"|[IVX](?=[–-][IVX]+\b)|(?<=[IVX][–-])[IVX](?!\w))"
                ),
                "Tai romėniškas skaičius.",
                "Rašykite 2 arba „antras“.",
                exempt=re.compile("CV"),
            ),
            Pattern(
                whole_words(
                    r"(?:treč|ketvirt|penkt|šešt|septint|aštunt|devint|dešimt)a?dali(?:s|o|ui|į|mi|ai|ų|ms|us|mis)"
                ),
                "Tai trupmena.",
                "Pavyzdžiui, „1 iš 4“.",
                is_mild=True,
            ),
        ),
        severity=EASED_AT_LEVEL_3,
        bad=(
            Bad("Reikia 2,5 valandos.", "2,5"),
            Bad("Tai II lygis.", "II"),
            Bad("I aukšte yra vaistinė.", "I"),
            Bad("Gerkite 1/2 tabletės.", "1/2"),
        ),
        good=(
            "Eikite į kabinetus 3, 5 ir 7.",
            "Vitaminą I vadiname jodu.",
            "Susitikimas bus 9:30.",
            "Dydis M man tinka.",
        ),
    ),
    Rule(
        "W10",
        "Datos ir valandos žodžiais",
        "Taip užrašytą laiką sunku suprasti.",
        "Rašykite „nuo 9 iki 12 valandos“.",
        "BW, LTOOL",
        _dates,
        bad=(
            Bad("Ateikite 2026-12-01.", "2026-12-01"),
            Bad("Dirbame 9–12 valandą.", "9–12"),
            Bad("Ateikite 09:00 ryto.", "09:00"),
            Bad("Dirbame pirmadienį–penktadienį.", "pirmadienį–penktadienį"),
            Bad("Ateikite 01.12.2026 ryte.", "01.12.2026"),
        ),
        good=(
            "Dirbame nuo 9 iki 12 valandos.",
            "Ateikite 10:00.",
            "Pagalbos telefonas – 112.",
            "Aš gyvenu Vilniaus gatvėje. Vilniaus gatvė 5-12.",
        ),
    ),
    Rule(
        "W11",
        "Telefonas grupėmis",
        "Telefono numerį sunku perskaityti.",
        "Suskirstykite: 0 612 34567.",
        "LT-NDT, COGA",
        finds(
            Pattern(
                re.compile(r"(?<!\d)(?<!\d )(?:\+?370[ -]?\d{8}|[08][ -]?\d{8}|\(8\) ?\d{8}|[08]\d\d[ -]\d{6})(?!\d)")
            ),
            Pattern(
                re.compile(r"(?<![\d+] )(?<![\d+])8[ -]?\(?\d{2,3}\)?[ -]?\d{2,5}(?:[ -]?\d{2,5})?(?! ?\d)"),
                "Numeris su 8 jau neveikia.",
                "Rašykite 0 vietoj 8.",
                exempt=re.compile(r"8\d{0,8}|8 \d{1,4}"),
                is_mild=True,
            ),
        ),
        bad=(
            Bad("Skambinkite 061234567.", "061234567"),
            Bad("Skambinkite +37061234567.", "+37061234567"),
            Bad("Skambinkite 8 445 51008.", "8 445 51008"),
        ),
        good=("Skambinkite 0 445 51008.", "Skambinkite 112.", "Mano asmens kodas yra 39001010000."),
    ),
)
