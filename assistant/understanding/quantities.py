"""Reads how much is meant where people give a number roughly: exactly, at least, at most, between two."""

import re

from assistant.eligibility.facts import Interval
from assistant.understanding.normalize import folded
from assistant.understanding.numbers import with_digits, with_years


def plain_quantity(text: str) -> str:
    """The folded text with digits for number words and no signs but those that matter between numbers."""
    kept = _ENDING.sub("", _DASH.sub(r"\1 ", _SIGNS.sub(" ", folded(text))))
    tokens = tuple(_TOKEN.findall(_PARTED_NUMBER.sub(r"\g<stem>", kept)))
    return with_years(" ".join(with_digits(tokens)))


def read_quantity(plain: str, lowest: int, highest: int) -> Interval | None:
    """The whole number or range that the text of `plain_quantity` gives, between lowest and highest, both included.

    None where no number is given, several are given that are no range, one lies outside, or the person is not sure.
    """
    if is_unsure(plain) or _NO_WHOLE_NUMBER.search(plain) or _DENIED.search(plain):
        return None
    for pattern in _RANGES:
        match = pattern.search(plain)
        if match:
            return _between(int(match["low"]), int(match["high"]), lowest, highest)
    # "34 (trisdešimt keturi)" gives one number twice.
    numbers = list(dict.fromkeys(int(number) for number in _NUMBER.findall(plain)))
    if len(numbers) != 1 or not lowest <= numbers[0] <= highest or _NEGATIVE.search(plain):
        return None
    number = numbers[0]
    for pattern, low_offset, high_offset in _BOUNDS:
        if pattern.search(plain):
            low = lowest if low_offset is None else number + low_offset
            high = highest if high_offset is None else number + high_offset
            return _between(low, high, lowest, highest)
    return Interval.exactly(number)


def corrected(text: str) -> str:
    """The folded text without a number that is denied or taken back for another: "ne 34, o 43", "34, oi ne, 43".

    Nor with one that was true once: "buvo 34, dabar 35".
    """
    said = _PUTS_RIGHT.sub("", folded(text))
    taken_back = _TAKEN_BACK.search(said)
    if taken_back is not None and _counts(said[: taken_back.start()]):
        meant = said[taken_back.end() :].strip(" ,.")
        said = meant if _BEGINS_WITH_NUMBER.match(plain_quantity(meant)) else said
    now = _NOW.search(said)
    if now is not None and _ONCE.search(said[: now.start()]) and _counts(said[: now.start()]):
        meant = said[now.end() :].strip(" ,.")
        said = meant if _BEGINS_WITH_NUMBER.match(plain_quantity(meant)) else said
    denied = _DENIED_FIRST.search(said)
    if denied is None or not _counts(denied["meant"]) or not _BARE.fullmatch(plain_quantity(denied["denied"])):
        return said
    return f"{denied['before']} {denied['meant']}".strip()


def _counts(text: str) -> bool:
    return _NUMBER.search(plain_quantity(text)) is not None


def is_unsure(plain: str) -> bool:
    """Whether the person of `plain_quantity` is not sure, in whatever part of the text it is said."""
    return bool(_UNSURE.search(plain))


def is_asked_back(text: str) -> bool:
    """Whether the number itself is asked about, "34?" or "ar 34 tinka?", or only near, "~34", and so not said."""
    plain = folded(text)
    return bool(_ASKED_BACK.search(plain))


def holds_lookalike(text: str) -> bool:
    """Whether a letter stands for a nought in a number of the folded text: "3o", "o5"."""
    return _LOOKALIKE.search(text) is not None


def is_about_quantity(word: str) -> bool:
    """Whether a word of `plain_quantity` is a number or says how it is meant: "nuo", "daugiau"."""
    return _ABOUT_QUANTITY.fullmatch(word) is not None


def _between(low: int, high: int, lowest: int, highest: int) -> Interval | None:
    return Interval(low, high) if lowest <= low <= high <= highest else None


_SIGNS = re.compile(r"[-=]+>|[^\w\s.,%<>=≤≥+-]")
# "Penkias dešimt": a number word of two parts that stand apart.
_PARTED_NUMBER = re.compile(
    r"\b(?P<stem>(?:ketur|penk|ses|septyn|astuon|devyn)ias(?= desimt)|(?:dvi|tris)(?= desimt)) "
)
_DASH = re.compile(r"([^\W\d_]) ?-+ ?(?=\d)")
# "45-i procentai": how the number is declined.
_ENDING = re.compile(r"(?<=\d) ?-i(?:u|ai)?\b")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[<>]=|[%<>=≤≥+-]")

_ASKED_BACK = re.compile(r"[~≈±]|[+]/?-|\d ?%? ?(?:[^\W\d]+\.? ?)?\?|^(?:o |a )?ar \D*\d")
_LOOKALIKE = re.compile(r"\d[ol]\b|\b[ol]\d")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)")
# A fraction, or a day or month with a nought before it.
_NO_WHOLE_NUMBER = re.compile(r"\d[.,]\d|\b0\d|\d ?- ?\d+ ?- ?\d")
_NEGATIVE = re.compile(r"(?:^|[^\d\s] ?)- ?\d|^minus\b")

# "Beveik 18" is 17 or 18, and the boundary is what matters: better to ask again.
_UNSURE = re.compile(
    r"\b(?:beveik|apie|gal|galbut|turbut|tikriausiai|lyg|kazkur|kazkiek|mazdaug|greit|greitai|tuoj|bus|sueis|berods"
    r"|nesu tikr\w+|nesu isitik\w+|regis|rodos|atrodo|spej\w+|neiskait\w+|manau|kaip ir|nebeatsimenu|neatsimenu|nezinau"
    r"|klaid(?:a|ing\w+)|ko gero|greiciausiai|apytik\w+|daugmaz|abejoju|sakyciau|neprisimenu|nepamenu"
    r"|jei(?:gu)? (?:ne(?:su)?klys\w+|(?:gerai|teisingai) \w+)|kiek (?:pri|pa|at)?(?:menu|simenu))\b"
)

# "Ne 34" says what it is not; "mažiau ar ne 34" is rarer than that.
_DENIED = re.compile(r"\b(?:ne|nebe|nesu) \d")

_TAKEN_BACK = re.compile(
    r"\b(?:(?:oi|oj|ai|tfu|pala|ne)[ ,.]+ne|tfu|atsipras\w+|suklyd\w+|apsirik\w+|tiksliau|klaida|ne taip)\b"
)
# Said of an answer before this one.
_PUTS_RIGHT = re.compile(
    r"^(?:(?:(?:oi|oj|ai)(?! ne \d+,)|atsipras\w+|atleisk\w*|suklyd\w+|apsirik\w+|(?:pa|is)?taisau"
    r"|(?:as )?(?:ne taip|blogai|neteisingai)"
    r" (?:pa)?rasiau|(?:pa)?rasiau (?:ne taip|blogai|neteisingai))[ ,.;:!-]+)+(?=(?:[^\W\d]+ ){0,3}\S*\d|[^\d]+$)"
)
_BEGINS_WITH_NUMBER = re.compile(r"(?:[^\W\d]+ ){0,2}\d")
_ONCE = re.compile(r"\b(?:buvo|buvau|turej\w+|pernai|anksciau|seniau)\b")
_NOW = re.compile(r"\b(?:dabar|siuo metu|siemet|jau)\b")
_DENIED_FIRST = re.compile(
    r"^(?P<before>(?:\w+ ){0,3}?)ne (?P<denied>[^,;.]+?)(?:[,;.] ?(?:o |bet )?| (?:o|bet) )(?P<meant>.+)$"
)
_BARE = re.compile(r"\d+(?: (?:m|met\w*|proc\w*|%))?")

_RANGES = (
    re.compile(r"\b(?:nuo|tarp)? ?(?P<low>\d+) ?(?:(?:%|proc\w*) )?(?:- ?|iki )(?P<high>\d+)\b"),
    re.compile(r"\btarp (?P<low>\d+) ir (?P<high>\d+)\b"),
)

_MORE = r"(?:daugiau|didesn\w+|auksc\w+|vyresn\w+|aukstesn\w+)"
_LESS = r"(?:maziau|mazesn\w+|zemiau|zemesn\w+|jaunesn\w+|nesiekia)"

# Each with what is added to the number for the low and the high end, None for an open end. The first that fits wins.
_BOUNDS: tuple[tuple[re.Pattern[str], int | None, int | None], ...] = (
    (re.compile(rf"{_LESS} (?:arba|ar|ir) lygu"), None, 0),
    (re.compile(rf"{_MORE} (?:arba|ar|ir) lygu"), 0, None),
    (re.compile(rf"\d+ %? ?(?:(?:proc|met)\w* |m )?(?:arba|ar|ir) {_LESS}|<=|≤"), None, 0),
    (re.compile(rf"\d+ %? ?(?:(?:proc|met)\w* |m )?(?:arba|ar|ir) {_MORE}|>=|≥|\d ?\+"), 0, None),
    (re.compile(rf"\bne {_MORE}|\bnedaugiau|\bnevirsija|\bnedidesn\w+|\bneaukst\w+|\bnevyresn\w+"), None, 0),
    (re.compile(rf"\bne {_LESS}|\bnemaziau|\bnemazesn\w+|\bnezem\w+|\bnejaunesn\w+"), 0, None),
    (re.compile(rf"\b{_LESS}|<|\b(?:nera|neturiu|neturi|nesuejo|nesukako|dar ne)(?: dar| man)? \d"), None, -1),
    (re.compile(r"\d (?:dar )?(?:man )?(?:nera|neturiu|neturi|nesuejo|nesukako)\b"), None, -1),
    (re.compile(r"\b(?:virs|per) \d"), 0, None),
    (re.compile(rf"\b{_MORE}|>"), 1, None),
    (re.compile(r"\biki \d"), None, 0),
    (re.compile(r"\bnuo \d"), 0, None),
)

_ABOUT_QUANTITY = re.compile(
    rf"\d+|[<>]=|[%<>=≤≥+-]|ne|nuo|iki|tarp|virs|per|kaip|nei|negu|lygu|arba|ar|ir|nera|neturiu?|nesu(?:ejo|kako)|dar|{_MORE}"
    rf"|{_LESS}"
    r"|nedaugiau|nevirsija|nedidesn\w+|neaukst\w+|nevyresn\w+|nemaziau|nemazesn\w+|nezem\w+|nejaunesn\w+"
)
