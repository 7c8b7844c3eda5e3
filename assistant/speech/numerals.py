"""Lithuanian numerals in words, in all cases and genders: how many, and which one in a row."""

from enum import IntEnum, StrEnum


class Case(IntEnum):
    """The case; its value is the place in a paradigm."""

    NOMINATIVE = 0
    GENITIVE = 1
    DATIVE = 2
    ACCUSATIVE = 3
    INSTRUMENTAL = 4
    LOCATIVE = 5


class Gender(StrEnum):
    """The gender of what is counted; PLURAL for words without a singular (metai), which have numerals of their own."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


class Count(StrEnum):
    """What a number does to the noun behind it: 1 day, 2 to 9 days, 10 (of) days."""

    ONE = "one"
    FEW = "few"
    MANY = "many"


LARGEST = 10**12
"""Numbers from here on are told digit by digit."""

_UNITS = {
    Gender.MASCULINE: (
        "vienas vieno vienam vieną vienu viename",
        "du dviejų dviem du dviem dviejuose",
        "trys trijų trims tris trimis trijuose",
        "keturi keturių keturiems keturis keturiais keturiuose",
        "penki penkių penkiems penkis penkiais penkiuose",
        "šeši šešių šešiems šešis šešiais šešiuose",
        "septyni septynių septyniems septynis septyniais septyniuose",
        "aštuoni aštuonių aštuoniems aštuonis aštuoniais aštuoniuose",
        "devyni devynių devyniems devynis devyniais devyniuose",
    ),
    Gender.FEMININE: (
        "viena vienos vienai vieną viena vienoje",
        "dvi dviejų dviem dvi dviem dviejose",
        "trys trijų trims tris trimis trijose",
        "keturios keturių keturioms keturias keturiomis keturiose",
        "penkios penkių penkioms penkias penkiomis penkiose",
        "šešios šešių šešioms šešias šešiomis šešiose",
        "septynios septynių septynioms septynias septyniomis septyniose",
        "aštuonios aštuonių aštuonioms aštuonias aštuoniomis aštuoniose",
        "devynios devynių devynioms devynias devyniomis devyniose",
    ),
    Gender.PLURAL: (
        "vieneri vienerių vieneriems vienerius vieneriais vieneriuose",
        "dveji dvejų dvejiems dvejus dvejais dvejuose",
        "treji trejų trejiems trejus trejais trejuose",
        "ketveri ketverių ketveriems ketverius ketveriais ketveriuose",
        "penkeri penkerių penkeriems penkerius penkeriais penkeriuose",
        "šešeri šešerių šešeriems šešerius šešeriais šešeriuose",
        "septyneri septynerių septyneriems septynerius septyneriais septyneriuose",
        "aštuoneri aštuonerių aštuoneriems aštuonerius aštuoneriais aštuoneriuose",
        "devyneri devynerių devyneriems devynerius devyneriais devyneriuose",
    ),
}
_TEENS = [
    "vienuolik",
    "dvylik",
    "trylik",
    "keturiolik",
    "penkiolik",
    "šešiolik",
    "septyniolik",
    "aštuoniolik",
    "devyniolik",
]
_TEEN_ENDINGS = ("a", "os", "ai", "a", "a", "oje")
# The tens may be declined and mostly are not.
_TENS = [
    "dešimt",
    "dvidešimt",
    "trisdešimt",
    "keturiasdešimt",
    "penkiasdešimt",
    "šešiasdešimt",
    "septyniasdešimt",
    "aštuoniasdešimt",
    "devyniasdešimt",
]
_ZERO = ["nulis", "nulio", "nuliui", "nulį", "nuliu", "nulyje"]
_GREAT = (
    (
        10**9,
        "milijardas milijardo milijardui milijardą milijardu milijarde",
        "milijardai milijardų milijardams milijardus milijardais milijarduose",
    ),
    (
        10**6,
        "milijonas milijono milijonui milijoną milijonu milijone",
        "milijonai milijonų milijonams milijonus milijonais milijonuose",
    ),
    (
        10**3,
        "tūkstantis tūkstančio tūkstančiui tūkstantį tūkstančiu tūkstantyje",
        "tūkstančiai tūkstančių tūkstančiams tūkstančius tūkstančiais tūkstančiuose",
    ),
    (
        100,
        "šimtas šimto šimtui šimtą šimtu šimte",
        "šimtai šimtų šimtams šimtus šimtais šimtuose",
    ),
)
_ORDINAL_STEMS = (
    "",
    *["pirm", "antr", "treči", "ketvirt", "penkt", "šešt", "septint", "aštunt", "devint", "dešimt"],
    *(f"{teen}t" for teen in _TEENS),
)
_ORDINAL_ENDINGS = {
    Gender.MASCULINE: ("as", "o", "am", "ą", "u", "ame"),
    Gender.FEMININE: ("a", "os", "ai", "ą", "a", "oje"),
    Gender.PLURAL: ("i", "ų", "iems", "us", "ais", "uose"),
}
_DEFINITE_ENDINGS = {
    Gender.MASCULINE: ("asis", "ojo", "ajam", "ąjį", "uoju", "ajame"),
    Gender.FEMININE: ("oji", "osios", "ajai", "ąją", "ąja", "ojoje"),
    Gender.PLURAL: ("ieji", "ųjų", "iesiems", "uosius", "aisiais", "uosiuose"),
}
_ROUND_STEMS = {1000: "tūkstant", 100: "šimt"}


def count_of(number: int) -> Count:
    """How the noun behind the number is declined."""
    if number % 10 == 0 or number % 100 in range(11, 20):
        return Count.MANY
    return Count.ONE if number % 10 == 1 else Count.FEW


def cardinal(number: int, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """How many, in words. Raises ValueError below 0 and from `LARGEST` on."""
    if not 0 <= number < LARGEST:
        raise ValueError(f"no words for {number}")
    if number == 0:
        return _ZERO[case]
    words: list[str] = []
    rest = number
    for size, one, several in _GREAT:
        count, rest = divmod(rest, size)
        if count > 1:
            words.append(cardinal(count, case=case))
        if count:
            is_many = count_of(count) is Count.MANY
            forms = one if count_of(count) is Count.ONE else several
            words.append(forms.split()[Case.GENITIVE if is_many else case])
    words += _below_hundred(rest, gender, case)
    return " ".join(words)


def _below_hundred(number: int, gender: Gender, case: Case) -> list[str]:
    if number in range(11, 20):
        return [_TEENS[number - 11] + _TEEN_ENDINGS[case]]
    tens, units = divmod(number, 10)
    words = [_TENS[tens - 1]] if tens else []
    return [*words, _UNITS[gender][units - 1].split()[case]] if units else words


def ordinal(number: int, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """Which one in a row, in words. Raises ValueError below 1 and from `LARGEST` on."""
    head, stem = _ordinal_stem(number)
    endings = _DEFINITE_ENDINGS if number % 100 == 0 else _ORDINAL_ENDINGS
    last = _joined(stem, endings[gender][case])
    return f"{head} {last}".strip()


def ordinal_with(number: int, ending: str) -> str:
    """Which one in a row, where the ending is written already: 16 and "osios" are "šešioliktosios"."""
    head, stem = _ordinal_stem(number)
    return f"{head} {_joined(stem, ending)}".strip()


def _ordinal_stem(number: int) -> tuple[str, str]:
    if not 0 < number < LARGEST:
        raise ValueError(f"no words for {number}")
    rest = number % 100
    if rest == 0:
        size = 1000 if number % 1000 == 0 else 100
        count = number // size % 10
        head = number - count * size
        # 2000 is one word with its count: dutūkstantieji.
        before = cardinal(count) if count > 1 else ""
        return (cardinal(head) if head else ""), before + _ROUND_STEMS[size]
    last = rest if rest < len(_ORDINAL_STEMS) else rest % 10 or rest
    head = number - last
    stem = _ORDINAL_STEMS[last] if last < len(_ORDINAL_STEMS) else _TENS[last // 10 - 1]
    return (cardinal(head) if head else ""), stem


def _joined(stem: str, ending: str) -> str:
    if ending.startswith("i") and stem.endswith("i"):
        # "Trečias" has one i; in "treti" and "tretiems" the sound changes back.
        is_soft = ending[1:2] in {"a", "ą", "o", "u", "ų", "ū"}
        return (stem[:-1] if is_soft else "tret") + ending
    return stem + ending


def digits(text: str) -> str:
    """Digit by digit."""
    return " ".join(cardinal(int(sign)) for sign in text if sign.isdecimal())


def roman(text: str) -> int | None:
    """The number that a Roman one writes, as far as 39; None where it is none."""
    for number in range(1, 40):
        tens, units = divmod(number, 10)
        if text == "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]:
            return number
    return None
