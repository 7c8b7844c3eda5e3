"""Reads the day or the year in which somebody was born."""

import re
from datetime import date

from assistant.understanding.age_words import MONTH_OF, goes_with_age
from assistant.understanding.numbers import with_ordinals
from assistant.understanding.quantities import plain_quantity
from assistant.understanding.spoken import RELATIVES

BORN = re.compile(r"\bgim(?:\b|\w+)")
YOUNGEST_UNTOLD = 6
"""A bare year or day that is nearer than so many years is that of a paper rather than of a birth."""
_OLDEST_OF_SHORT = 90


def birthday_of(text: str) -> date | None:
    """A whole date; None where there is none, or no such day, so that the year alone may still be read."""
    plain = _dated(text)
    for part in (*map(_dated, _PARTS.split(text)), plain):
        for pattern in _DATES:
            match = pattern.search(part)
            if match is not None:
                rest = f"{part[: match.start()]} {part[match.end() :]}"
                if not _is_of_birth(rest, plain.replace(part, "", 1)):
                    return None
                month = match["month"]
                number = int(month) if month.isdigit() else MONTH_OF[month]
                try:
                    return date(int(match["year"]), number, int(match["day"]))
                except ValueError:
                    return None
    return None


def _dated(text: str) -> str:
    """The plain text in which days and years are numbers, where a month or a birth is named."""
    plain = _OF_ORDINALS.sub("", plain_quantity(text))
    return with_ordinals(plain) if _OF_BIRTHDAYS.search(plain) else plain


def _is_of_birth(beside: str, elsewhere: str) -> bool:
    """Whether a date is the day of birth, by the words of its part of the text and those of the others."""
    if BORN.search(beside):
        return True
    if not all(map(_goes_with_year, beside.split())):
        return False
    return BORN.search(elsewhere) is not None or all(map(_goes_with_year, elsewhere.split()))


def birth_year_of(text: str, today: date) -> int | None:
    """The one year of birth that is told, in four digits or in two, None where there is none or are several."""
    plain = _dated(text)
    if _GUESSED.search(plain):
        return None
    born = {match["year"] for match in _YEAR_OF_BIRTH.finditer(plain)}
    if not born:
        parts = [_dated(part) for part in _PARTS.split(text)]
        born = {match["year"] for part in parts if BORN.search(part) for match in _YEAR.finditer(part)}
    if not born and all(map(_goes_with_year, plain.split())):
        years = (match["year"] for match in _YEAR.finditer(plain))
        born = {year for year in years if int(year) <= today.year - YOUNGEST_UNTOLD}
    # "2025 metais man suėjo 18" names a year too, but not that of birth; "mama gimė 1950, aš gimiau 1976" two.
    if born:
        return int(born.pop()) if len(born) == 1 and not _OTHER_YEAR_OF_SOMEBODY.search(plain) else None
    short = _SHORT_YEAR.search(plain)
    if short is None:
        return None
    year = int(short["year"] or short["of_birth"])
    # "Gimiau 87" is 1987; "gimiau 05" can only be 2005 as long as hardly anybody of 1905 lives.
    whole = 1900 + year if year > today.year % 100 else 2000 + year
    # "Gimiau 27" is rather a day.
    return whole if YOUNGEST_UNTOLD <= today.year - whole <= _OLDEST_OF_SHORT else None


def _goes_with_year(word: str) -> bool:
    """Whether a word may stand beside a bare year of birth; another number, or "nuo", makes it another year."""
    if _YEAR.fullmatch(word) or word in _OF_DATES:
        return True
    return goes_with_age(word) and word not in _SINCE and not word.isdigit() and _PAPER.fullmatch(word) is None


_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d{2})\b")
_YEAR_OF_BIRTH = re.compile(
    r"\bgim\w*(?: (?:m|met\w+|data|dien\w+|yra|as|esu|man|mano|sun\w+|dukr\w+|tai|cia|-))*"
    r" (?P<year>(?:19|20)\d{2})\b"
)
_OTHER_YEAR_OF_SOMEBODY = re.compile(rf"(?:19|20)\d{{2}}\b.*\b(?:as|man|{RELATIVES}) (?:19|20)\d{{2}}\b")
_PARTS = re.compile(r"[,;!?\n]|\b(?:o|bet|ir)\b")
_SHORT_YEAR = re.compile(
    r"\bgim(?:iau|es|usi|e|us|ta|tas)? (?P<year>\d{2})\b(?! ?[-.] ?\d)|"
    r"\b(?P<of_birth>\d{2}) (?:m\w* gim(?:es|usi|iau)|(?:m\w* )?gim(?:imo)?)\b"
)
_OF_DATES = frozenset({"g", "d", "diena", "dienos"})
_PAPER = re.compile(r"pas[ae]|dokument\w*")
_SINCE = frozenset({"nuo", "iki", "po", "metais"})
_GUESSED = re.compile(
    r"\b(?:apie|gal|galbut|lyg|berods|rodos|turbut|kazkur|mazdaug|atrodo|regis) (?:ir )?(?:gim\w+ )?(?:\d|tukst)"
)
# "Vasario 16-ą".
_OF_ORDINALS = re.compile(r"(?<=\d) ?-? ?(?:a|aja|ta|os|osios)\b")
_OF_BIRTHDAYS = re.compile(
    r"\bgim|\b(?:saus|vasar|kov|baland|geguz|birzel|liep|rugp|rugs|spal|lapkr|gruod)\w*|\b(?:19|20)\d0 \w"
)
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d{2}) ?[-., ] ?(?P<month>\d{1,2}) ?[-., ] ?(?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<day>\d{1,2}) ?[-., ] ?(?P<month>\d{1,2}) ?[-., ] ?(?P<year>(?:19|20)\d{2})\b"),
    re.compile(
        rf"\b(?P<year>(?:19|20)\d{{2}}) (?:m\w* )?(?P<month>{'|'.join(MONTH_OF)}) (?:men\w* )?(?P<day>\d{{1,2}})\b"
    ),
    re.compile(rf"\b(?P<month>{'|'.join(MONTH_OF)}) (?P<day>\d{{1,2}}) (?:d(?:ien\w+)? )?(?P<year>(?:19|20)\d{{2}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTH_OF)}) (?P<year>(?:19|20)\d{{2}})\b"),
)
