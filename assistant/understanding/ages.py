"""Reads how old somebody is: years, a birth year or a birthday."""

import re
from datetime import date

from assistant.eligibility.facts import Interval
from assistant.understanding.normalize import folded
from assistant.understanding.quantities import (
    is_about_quantity,
    is_asked_back,
    is_unsure,
    plain_quantity,
    read_quantity,
)
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, RELATIVES, clauses_of, is_filler

OLDEST = 120
"""Completed years; nobody older will ask."""

ADULT = 18


def read_age(text: str, today: date) -> Interval | None:
    """The age in completed years on that day, from 0 to 120, None where the words do not say it.

    A birth year alone leaves two ages; "beveik 18" is not read, because that boundary decides. Nor is a number beside
    words that may make it something else than an age.
    """
    plain = plain_quantity(text)
    if declines(plain) or _ANOTHER_TIME.search(plain) or is_asked_back(text):
        return None
    birthday = _birthday(plain)
    if birthday is not None:
        had_it_this_year = (today.month, today.day) >= (birthday.month, birthday.day)
        return _possible(today.year - birthday.year - (0 if had_it_this_year else 1))
    year = _birth_year(plain, today)
    if year is not None:
        age = today.year - year
        # Whether the birthday of this year has been is not known.
        return _possible(age - 1, age) if age > 0 else _possible(age)
    if all(map(_goes_with_age, plain.split())):
        if _MINOR.search(plain):
            return Interval(0, ADULT - 1)
        if _ADULT.search(plain) and not _DIGITS.search(plain):
            return Interval(ADULT, OLDEST)
    clause = _age_clause(text)
    if clause is None or is_unsure(plain) or _is_coming(plain) or _OTHER_COUNT.search(_AND_MORE.sub(" ", plain)):
        return None
    return read_quantity(clause, 0, OLDEST)


def _age_clause(text: str) -> str | None:
    """The one clause with a number, if an age stands there: alone, or with "man", "sūnui", "metų vyras" beside it."""
    clauses = [_AND_MORE.sub(" ", plain_quantity(clause)) for clause in clauses_of(GREETING.sub(" ", folded(text)))]
    numbered = [clause for clause in clauses if any(sign.isdigit() for sign in clause)]
    if len({*map(_digits, numbered)}) != 1:
        return None
    clause = numbered[0]
    before = " ".join(clauses[: clauses.index(clause)])
    is_age = _HAS_AGE.search(clause) or all(map(_goes_with_age, f"{before} {clause}".split()))
    return clause if is_age else None


def _is_coming(plain: str) -> bool:
    """Whether a month or a day to come is named, and no age that was reached."""
    return _COMING.search(plain) is not None and _REACHED.search(plain) is None


def _digits(clause: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(clause))


def _goes_with_age(word: str) -> bool:
    return is_filler(word) or is_about_quantity(word) or _OF_YEARS.fullmatch(word) is not None


def _possible(low: int, high: int | None = None) -> Interval | None:
    top = low if high is None else high
    return Interval(low, top) if low >= 0 and top <= OLDEST else None


def _birthday(plain: str) -> date | None:
    """A whole date; None where there is none, or no such day, so that the year alone may still be read."""
    for pattern in _DATES:
        match = pattern.search(plain)
        if match is not None:
            rest = f"{plain[: match.start()]} {plain[match.end() :]}".split()
            if not _BORN.search(plain) and not all(map(_goes_with_year, rest)):
                return None
            month = match["month"]
            number = int(month) if month.isdigit() else _MONTH_OF[month]
            try:
                return date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                return None
    return None


def _birth_year(plain: str, today: date) -> int | None:
    full = _YEAR_OF_BIRTH.search(plain) or _YEAR.search(plain)
    # "2025 metais man suėjo 18" names a year too, but not that of birth.
    if full and (_BORN.search(plain) or all(map(_goes_with_year, plain.split()))):
        return int(full["year"])
    short = _SHORT_YEAR.search(plain)
    if short is None:
        return None
    year = int(short["year"] or short["of_birth"])
    # "Gimiau 87" is 1987; "gimiau 05" can only be 2005 as long as hardly anybody of 1905 lives.
    return 1900 + year if year > today.year % 100 else 2000 + year


def _goes_with_year(word: str) -> bool:
    """Whether a word may stand beside a bare year of birth; another number, or "nuo", makes it another year."""
    if _YEAR.fullmatch(word) or word in _OF_DATES:
        return True
    return _goes_with_age(word) and word not in _SINCE and not word.isdigit()


_MINOR = re.compile(r"\bnepilnamet\w+")
_ADULT = re.compile(r"\bpilnamet\w+|\bsuaug\w+")
_BORN = re.compile(r"\bgim(?:\b|\w+)")
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d{2})\b")
_YEAR_OF_BIRTH = re.compile(r"\bgim\w+(?: [^\W\d]+){0,2} (?P<year>(?:19|20)\d{2})\b")
_SHORT_YEAR = re.compile(r"\bgim(?:iau|es|usi|e|us|ta|tas)? (?P<year>\d{2})\b|\b(?P<of_birth>\d{2}) (?:m\w* )?gimimo\b")
_DIGITS = re.compile(r"\d+")
_OF_DATES = frozenset({"g", "d", "diena", "dienos"})
_SINCE = frozenset({"nuo", "iki", "po", "metais"})
# What is counted beside completed years: "34 metai ir 5 mėnesiai", "18 su puse".
_AND_MORE = re.compile(r"\b(?:ir |su )?\d+ men\w*|\b(?:ir|su) (?:dar )?(?:pus(?:e|es)|trupuc\w+)")
_OF_YEARS = re.compile(
    r"met(?:ai|u|uku|ukai)|m|eri(?:u|us)?|years?|old|amzi(?:us|aus|u)|gim\w+|data|piln(?:u|i|us|ai)|dar|vos"
    r"|su(?:ejo|kako|eje|kake)|sulauk(?:iau|e)|pragyvenau|turi(?:u)?|ab[ui]|abiem|(?:k|t)oki(?:e|u|a)|skaic\w+|vakar|neseniai|ka"
    r"|(?:ne)?pilnamet\w+|suaug\w+|pensinink\w+"
)
_BETWEEN = r"(?: (?:yra|dabar|jau|tik|su(?:ejo|kako)|pilnu|siuo|metu|vos|dar)){0,3}"
_HAS_AGE = re.compile(
    rf"\b(?:man|jam|jai|mums|{RELATIVES}){_BETWEEN} \d+\b(?! ?d\b)|\bturi(?:u|m)? \d+ metus$"
    r"|\b(?:esu|as|ji|jis|yra) \d+ (?:m\b|met\w*)"
    rf"|^\d+ (?:m|metu|metai) (?:{RELATIVES}\b|amz\w+|neig\w+|ser\w+)|\bamziu(?:s|mi)? (?:yra )?\d+"
)
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
    re.compile(
        rf"\b(?P<month>{'|'.join(_MONTH_OF)}) (?P<day>\d{{1,2}}) (?:d(?:ien\w+)? )?(?P<year>(?:19|20)\d{{2}})\b"
    ),
)
# An age that was, will be or is compared with is not the age of today.
_ANOTHER_TIME = re.compile(
    r"\b(?:pernai|uzpernai|buvo|buvau|kai|kada|kitais|kitamet|uz|pries|seniau|anksciau|norec\w+|maniau|skirtum\w+)\b"
)
_REACHED = re.compile(r"\bsu(?:ejo|kako|eje|kake)\b")
_COMING = re.compile(
    r"\bkit(?:a|ai|ais|ą) (?:savait|menes|met|pavasar|ruden|vasar|ziem)\w*|\b(?:rytoj|poryt|netrukus|rudeni|pavasari)\b"
    rf"|\b(?:{'|'.join(month[:5] for month in _MONTH_OF)})\w*"
)
_OTHER_COUNT = re.compile(
    r"\d ?(?:vaik|auks|but|nam|val|eur|proc|%|kart|klas|d\b|dien|grup|minu|men|kg|kil|cm|sav)"
    r"|\b(?:ketvirt|trec|antr)\w+|\b(?:laukiu)\b"
    # For so many years something has been done: "slaugau mamą 7 metus".
    r"|\b(?:slaug|prizi?ur|draugau|dirb|serg|gyven|augin|mok|laik|gyd|lauk|globo|pazis)\w* (?:\w+ ){0,3}\d+ met\w*"
)
