"""Reads whole numbers below two hundred written in Lithuanian words, in any case; years and ordinals, too."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from assistant.understanding.normalize import as_it_sounds

SHORTEST_MISSPELT = 9
"""Shorter number words are too near to each other, and to other words, to be guessed at."""


def with_digits(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words with every number in words turned to digits: "trisdesimt keturi metai" becomes "34 metai"."""
    words = tuple(part for word in words for part in _parted(word))
    read: list[str] = []
    position = 0
    while position < len(words):
        number, used = _number_at(words, position)
        read.append(str(number) if used else words[position])
        position += max(used, 1)
    return tuple(read)


def _parted(word: str) -> tuple[str, ...]:
    """The two words of a number of tens and units that was written as one: "trisdesimtpenki"."""
    run_together = _RUN_TOGETHER.fullmatch(word)
    is_two = run_together is not None and 0 < (_FORMS.get(run_together["unit"]) or 0) < _TENS
    return (run_together["tens"], run_together["unit"]) if run_together is not None and is_two else (word,)


def with_years(plain: str) -> str:
    """The text of `with_digits` with a year in thousands as one number: "tukstantis 9 simtai 87", "2 tukstanciai 5"."""
    return _YEAR.sub(lambda match: str((1900 if match["hundreds"] else 2000) + int(match["rest"] or 0)), plain)


def with_ordinals(plain: str) -> str:
    """The text of `with_digits` with ordinals as numbers, added to the tens or hundreds before: "1980 septintu"."""
    return _ORDINAL.sub(_counted_ordinal, plain)


def with_dictated_digits(words: str) -> str:
    """The folded text with a row of number words that is as long as a telephone number as its digits.

    "Plius" is its sign, and "šeši šimtai dvylika" is 612; words that are too few for a telephone number stay.
    """
    return _NUMBER_WORDS.sub(_dialled, words)


def _dialled(match: re.Match[str]) -> str:
    if _WHOLE_NUMBER.search(match.group()):
        # "Man 38 861234567": a number that is whole takes no other to it.
        return match.group()
    numbers = " , ".join(" ".join(with_digits(tuple(part.split()))) for part in match.group().split(","))
    hundreds = _HUNDREDS.sub(lambda found: str(100 * int(found["many"] or 1) + int(found["rest"] or 0)), numbers)
    digits = _BETWEEN_DIGITS.sub("", hundreds).replace("plius", "+")
    return digits if len(digits) >= SHORTEST_DIALLED else match.group()


def _counted_ordinal(match: re.Match[str]) -> str:
    number = _ORDINALS[match["stem"]]
    before = match["before"]
    if before is None:
        return str(number)
    tens = int(before)
    unit = 100 if tens % 100 == 0 else 10
    return str(tens + number) if tens % unit == 0 and number < unit and tens >= unit else f"{before} {number}"


def _number_at(words: Sequence[str], start: int) -> tuple[int, int]:
    """The number that begins here and how many words it takes, none where no number begins here."""
    total, used, room = 0, 0, ANYTHING
    for word in words[start:]:
        part = _value_of(word) if used or word not in _ONLY_BEHIND else None
        # In "šimtas trisdešimt keturi" each part is smaller than the unit of the part before.
        if part is None or not 0 < part < room:
            return (0, 1) if part == 0 and used == 0 else (total, used)
        if used and part < _TENS and _HUNDRED.fullmatch(" ".join(words[start + used + 1 : start + used + 2])):
            # In "septyniasdešimt šeši šimtai" the units count the hundreds that follow.
            return total, used
        total, used, room = total + part, used + 1, _UNITS.get(part, 0)
    return total, used


def _value_of(word: str) -> int | None:
    exact = _FORMS.get(word)
    if exact is not None or len(word) < SHORTEST_MISSPELT or _ORDINAL.fullmatch(word):
        return exact
    heard = _HEARD.get(as_it_sounds(word))
    if heard is not None:
        return heard
    near = {number for form, number in _FORMS.items() if OSA.distance(word, form, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None


def _forms() -> Iterator[tuple[str, int]]:
    for number, forms in _SMALL.items():
        yield from ((form, number) for form in forms.split())
    for number, stem in _COUNTED.items():
        endings = ("i", "iu", "iems", "is", "iais", "ios", "ias", "ioms", "iomis")
        # Years are counted with words of their own: dvidešimt penkeri metai.
        years = "ketver" if stem == "ketur" else f"{stem}er"
        yield from ((f"{stem}{ending}", number) for ending in endings)
        yield from ((f"{years}{ending}", number) for ending in ("i", "iu", "iems", "ius", "iais"))
        yield from ((f"{stem}iolik{ending}", 10 + number) for ending in ("a", "os", "ai"))
        yield from ((f"{stem}iasdesim{ending}", 10 * number) for ending in ("", "t", "ties", "tis", "ti"))


ANYTHING = 200

_UNITS = {100: 100, **dict.fromkeys(range(20, 100, 10), 10)}

_SMALL = {
    0: "nulis nulio nuliui nuli nuliu",
    1: "vienas viens vieno vienam viena vienu vienos vienai vieneri vieneriai vieneriu vienerius vieni vienus",
    2: "du dvi dvieju dviem dveji dveju dvejus",
    3: "trys triju trims tris trimis treji treju trejus",
    10: "desimt desim desimties desimtis desimti",
    11: "vienuolika vienuolikos vienuolikai",
    12: "dvylika dvylikos dvylikai",
    13: "trylika trylikos trylikai",
    20: "dvidesimt dvidesim dvidesimties dvidesimtis dvidesimti",
    30: "trisdesimt trisdesim trisdesimties trisdesimtis trisdesimti",
    100: "simtas simto simtui simta simtu",
}

_COUNTED = {4: "ketur", 5: "penk", 6: "ses", 7: "septyn", 8: "astuon", 9: "devyn"}

# "Mes vieni" counts nobody, "keturiasdešimt vieni metai" does.
_ONLY_BEHIND = frozenset({"vieni", "vienus", "viens"})

_FIRST_ORDINALS = ("pirm", "antr", "trec", "ketvirt", "penkt", "sest", "septint", "astunt", "devint", "desimt")
_ORDINALS = {
    **{stem: number for number, stem in enumerate(_FIRST_ORDINALS, start=1)},
    **{f"{stem}iolikt": 10 + number for number, stem in _COUNTED.items()},
    "vienuolikt": 11,
    "dvylikt": 12,
    "trylikt": 13,
    "dvidesimt": 20,
    "trisdesimt": 30,
}
_ORDINAL = re.compile(
    rf"(?:\b(?P<before>\d+) )?\b(?P<stem>{'|'.join(_ORDINALS)})i?(?:a|as|os|o|u|i|ais|aja|oji|osios|uju|aisiais|ieji)\b"
)
_YEAR = re.compile(r"\b(?:(?:1 )?tukstan\w+ (?P<hundreds>9) simt\w+|2 tukstan\w+)(?: (?P<rest>\d{1,2}))?\b")

_FORMS = dict(_forms())

_TENS = 10
_RUN_TOGETHER = re.compile(r"(?P<tens>(?:dvi|tris|\w{3,6}ias)desimt?)(?P<unit>[^\W\d]{2,})")
_HUNDRED = re.compile(r"simt(?:ai|u|us)")

SHORTEST_DIALLED = 8
_NUMBER_WORD = rf"(?:\d+|simt(?:ai|u|as)|{'|'.join(sorted(_FORMS, key=len, reverse=True))})"
_NUMBER_WORDS = re.compile(rf"\b(?:plius )?{_NUMBER_WORD}(?:(?: |(?<=[a-z]), (?=[a-z])){_NUMBER_WORD})+\b")
_WHOLE_NUMBER = re.compile(rf"\d{{{SHORTEST_DIALLED},}}")
_BETWEEN_DIGITS = re.compile(r"[ ,]+")
_HUNDREDS = re.compile(r"\b(?:(?P<many>[1-9]) simt(?:ai|u)|100)(?: (?P<rest>[1-9]\d?))?\b")

_HEARD = {as_it_sounds(form): number for form, number in _FORMS.items() if len(form) >= SHORTEST_MISSPELT}
