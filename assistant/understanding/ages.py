"""Reads how old somebody is: years, a birth year or a birthday."""

import re
from datetime import date

from assistant.eligibility.facts import Interval
from assistant.understanding.quantities import plain_quantity, read_quantity

OLDEST = 120
"""Completed years; nobody older will ask."""

ADULT = 18


def read_age(text: str, today: date) -> Interval | None:
    """The age in completed years on that day, from 0 to 120, None where the words do not say it.

    A birth year alone leaves two ages; "beveik 18" is not read, because that boundary decides.
    """
    plain = plain_quantity(text)
    birthday = _birthday(plain)
    if birthday is not None:
        had_it_this_year = (today.month, today.day) >= (birthday.month, birthday.day)
        return _possible(today.year - birthday.year - (0 if had_it_this_year else 1))
    year = _birth_year(plain, today)
    if year is not None:
        age = today.year - year
        # Whether the birthday of this year has been is not known.
        return _possible(age - 1, age) if age > 0 else _possible(age)
    if _MINOR.search(plain):
        return Interval(0, ADULT - 1)
    if _ADULT.search(plain) and not any(sign.isdigit() for sign in plain):
        return Interval(ADULT, OLDEST)
    if _NOT_AN_AGE.search(plain):
        return None
    return read_quantity(_MONTHS.sub(" ", plain), 0, OLDEST)


def _possible(low: int, high: int | None = None) -> Interval | None:
    top = low if high is None else high
    return Interval(low, top) if low >= 0 and top <= OLDEST else None


def _birthday(plain: str) -> date | None:
    """A whole date; None where there is none, or no such day, so that the year alone may still be read."""
    for pattern in _DATES:
        match = pattern.search(plain)
        if match is not None:
            month = match["month"]
            number = int(month) if month.isdigit() else _MONTH_OF[month]
            try:
                return date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                return None
    return None


def _birth_year(plain: str, today: date) -> int | None:
    full = _YEAR.search(plain)
    # "2025 metais man suėjo 18" names a year too, but not that of birth.
    if full and (_BORN.search(plain) or not _SMALL_NUMBER.search(plain)):
        return int(full.group())
    short = _SHORT_YEAR.search(plain)
    if short is None:
        return None
    year = int(short["year"])
    # "Gimiau 87" is 1987; "gimiau 05" can only be 2005 as long as hardly anybody of 1905 lives.
    return 1900 + year if year > today.year % 100 else 2000 + year


_MINOR = re.compile(r"\bnepilnamet\w+")
_ADULT = re.compile(r"\bpilnamet\w+|\bsuaug\w+")
_BORN = re.compile(r"\bgim\w+")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_SMALL_NUMBER = re.compile(r"\b\d{1,3}\b")
_SHORT_YEAR = re.compile(r"\bgim(?:iau|es|usi|e|us|ta|tas)? (?P<year>\d{2})\b")
_MONTHS = re.compile(r"\b(?:ir )?\d+ men\w*")
_MONTH_OF = {
    "sausio": 1,
    "vasario": 2,
    "kovo": 3,
    "balandzio": 4,
    "geguzes": 5,
    "birzelio": 6,
    "liepos": 7,
    "rugpjucio": 8,
    "rugsejo": 9,
    "spalio": 10,
    "lapkricio": 11,
    "gruodzio": 12,
}
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d{2}) ?[-., ] ?(?P<month>\d{1,2}) ?[-., ] ?(?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<day>\d{1,2}) ?[-., ] ?(?P<month>\d{1,2}) ?[-., ] ?(?P<year>(?:19|20)\d{2})\b"),
    re.compile(rf"\b(?P<year>(?:19|20)\d{{2}}) (?:m\w* )?(?P<month>{'|'.join(_MONTH_OF)}) (?P<day>\d{{1,2}})\b"),
)
_NOT_AN_AGE = re.compile(
    r"\d ?(?:vaik|auks|but|nam|val|eur|proc|%|kart|klas|d\b|grup)|\b(?:ketvirt|trec|antr)\w+"
    # For how long somebody does something is no age, nor is how long ago it was.
    r"|\b(?:dirb|mok|gyven|serg|slaug|prizi|stud|laukiu|pries)\w*"
)
