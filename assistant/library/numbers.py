"""Reads the numbers that a text states, so that an answer can be compared with what its source says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.normalize import LONGEST_INPUT, folded
from assistant.understanding.numbers import with_digits

DATE = "data"


@dataclass(frozen=True)
class Number:
    """A number with what it counts: days, years; `unit` is empty where it counts no time and no percent.

    A date has the unit DATE and as much of 2029-12-31 as the text gives. A telephone number is its digits alone.
    """

    value: str
    unit: str = ""

    def __str__(self) -> str:
        return self.value if self.unit == DATE else f"{self.value} {self.unit}".strip()

    def holds(self, other: "Number") -> bool:
        """Whether who knows this number may state the other: a date gives its year, 5 months give 5 but no 5 weeks."""
        if DATE in {self.unit, other.unit}:
            whole, part = f"-{self.value}-", f"-{other.value}-"
            return self.unit == other.unit and (whole.startswith(part) or whole.endswith(part))
        return self.value == other.value and other.unit in {"", self.unit}


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number in the order of the text: dates, telephones, identifiers such as A1-141, counts.

    Numbers in words are read where a time follows them ("per vieną mėnesį"); "pusmetis" is six months.
    """
    return tuple(number for piece in _pieces(text) for number in _numbers(folded(piece)))


def _pieces(text: str) -> Iterator[str]:
    """Lines, and sentences where a line is longer than what is folded at once."""
    for line in _AT_ONCE.sub(" ", text).splitlines():
        yield from (line,) if len(line) < LONGEST_INPUT else _SENTENCE_END.split(line)


def _numbers(plain: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(_IN_WORDS.sub(_digits, plain)):
        yield Number(*_read(match))


def _digits(match: re.Match[str]) -> str:
    read = with_digits(match.group().split())
    return " ".join(read) if read[-1].isdigit() else match.group()


def _read(match: re.Match[str]) -> tuple[str, str]:
    if match["half"]:
        return "6", "mėnesiai"
    if match["identifier"]:
        return match["identifier"], ""
    if match["iso"]:
        return match["iso"], DATE
    if match["month"]:
        day = match["day"] and match["day"].zfill(2)
        return "-".join(part for part in (match["year"], _month(match["month"]), day) if part), DATE
    if match["day_month"]:
        return f"{_month(match['day_month'])}-{match['month_day'].zfill(2)}", DATE
    if match["only_year"]:
        return match["only_year"], DATE
    if match["groups"]:
        # A number that is called within the country begins with 0, from abroad with +370.
        return re.sub(r"^\+370", "0", match["groups"].replace(" ", "")), ""
    return match["count"].replace(",", "."), _unit(match["unit"] or match["unit_of_end"] or "")


def _month(word: str) -> str:
    return next(f"{place:02}" for place, stem in enumerate(_MONTHS, 1) if word.startswith(stem))


def _unit(words: str) -> str:
    return next((unit for unit, pattern in _UNITS.items() if re.fullmatch(pattern, words)), "")


# "At one time" is no year, and without its marks nobody can tell them apart.
_AT_ONCE = re.compile(r"\bvienu metu\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;]) (?=[A-ZĄČĘĖĮŠŲŪŽ])")
_MONTHS = ("saus", "vasar", "kov", "baland", "geguz", "birzel", "liep", "rugpj", "rugsej", "spal", "lapkr", "gruod")
_MONTH = "|".join(f"{stem}[a-z]*" for stem in _MONTHS)

# Lithuanian law counts working days apart; any other day is a day of the calendar.
_TIMES = {
    "darbo dienos": r"darbo dien[a-z]+",
    "dienos": r"(?:kalendorin[a-z]+ )?dien[a-z]+",
    "savaitės": r"savait[a-z]+",
    "mėnesiai": r"menes[a-z]+|menuo",
    "metai": r"met(?:ai|us|u|ams|ais|uose|as|a)\b|m\. amz[a-z]+",
}
_UNITS = {
    **_TIMES,
    "valandos": r"valand[a-z]+|val\b\.?",
    "minutės": r"minut[a-z]+|min\b\.?",
    "procentai": r"procent[a-z]+|proc\b\.?|%",
}
# A space counts in a pattern that is written over several lines only where it is escaped.
_UNIT = "|".join(_UNITS.values()).replace(" ", r"\ ")
_IN_WORDS = re.compile(rf"\b(?:[a-z]+ )?[a-z]+(?= (?:{'|'.join(_TIMES.values())}))")

_NUMBER = re.compile(
    rf"""
      (?P<half>\bpusmet[a-z]*|\bpus(?:e|es|ei)\ met(?:u|us))
    | (?P<identifier>\b[a-z]+\d*-\d+\b|\b\d+(?:-[a-z\d]+)*-[a-z]-\d+\b)
    | (?P<iso>\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b)
    | \b(?P<year>(?:19|20)\d\d)\ (?:m\.\ |met[a-z]+\ )?(?P<month>{_MONTH})(?:\ (?P<day>\d\d?)\b)?
    | \b(?P<day_month>{_MONTH})\ (?P<month_day>\d\d?)(?=\ ?(?:d\b|dien))
    | (?<![\w.,])(?P<only_year>(?:19|20)\d\d)(?!\w|[.,]\d)
    | (?<![\w.,])(?P<groups>\+?\d{{1,3}}(?:\ \d{{1,5}})+)\b
    | (?<![a-z\d.,])(?P<count>\d+(?:[.,]\d+)*)
      (?: (?:-[a-z]+)? (?:\ \([^)]*\))? \ ?(?P<unit>{_UNIT})
        | (?=(?:-|\ (?:iki|ir|arba)\ )\d+\ ?(?P<unit_of_end>{_UNIT})) )?
    """,
    re.VERBOSE,
)
