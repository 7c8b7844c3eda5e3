"""Days, hours and opening times in words."""

import re

from babel.dates import get_month_names

from assistant.speech.counted import before_word, case_after
from assistant.speech.measures import HOUR, MINUTE, counted
from assistant.speech.numerals import Case, Gender, ordinal, roman

# In the nominative, as they stand alone, and in the genitive, as they stand beside a day.
_MONTHS = tuple(
    tuple(get_month_names("wide", context, "lt")[month] for month in range(1, 13))
    for context in ("stand-alone", "format")
)
_MONTH = "|".join(_MONTHS[1])
_WEEKDAYS = ["pirmadien", "antradien", "trečiadien", "ketvirtadien", "penktadien", "šeštadien", "sekmadien"]
_DAY = {Case.NOMINATIVE: "diena", Case.GENITIVE: "dienos", Case.ACCUSATIVE: "dieną"}
_AN_HOUR = {Case.NOMINATIVE: "valanda", Case.GENITIVE: "valandos", Case.ACCUSATIVE: "valandą"}
_LASTING = frozenset(["per", "trunka", "truko", "už", "užtrunka", "laukti", "laukite"])
_NEVER_LATER = 24

_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-])")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[–-]\s?((?:19|20)\d\d) (m\.|metais|metų|metai)")
_FULL = re.compile(
    rf"(?<!\d)(?:(?P<year>(?:19|20)\d\d)\s?(?:m\.|metų)\s)?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})\s?d\.(?P<end>\s*$)?",
    re.IGNORECASE,
)
_YEAR_AND_MONTH = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s?m\. (?=(?:{_MONTH})\b)", re.IGNORECASE)
_OF_MONTH = re.compile(rf"\b({_MONTH}) mėn\.(?P<end>\s*$)?", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?![\d:.]*\d)(?!\s?(?:d\.|dien|-))", re.IGNORECASE)

_WITH_WORD = re.compile(rf"\b({_MONTH}) (\d{{1,2}}) (diena|dieną|dienos|dienai)\b", re.IGNORECASE)

_CLOCK = r"(?P<{0}>[01]?\d|2[0-4])(?:[:.](?P<{0}_min>[0-5]\d))?"
_HOURS = re.compile(
    rf"(?<![\d,.])(?:nuo )?{_CLOCK.format('a')}(?:\s?val\.)?\s?(?:[–-]|iki)\s?"
    rf"{_CLOCK.format('b')}\s?val\.(?P<end>\s*$)?",
    re.IGNORECASE,
)
_COLON_HOURS = re.compile(
    r"(?<![\d,.])(?:nuo )?(?P<a>[01]?\d|2[0-4]):(?P<a_min>[0-5]\d)\s?[–-]\s?"
    r"(?P<b>[01]?\d|2[0-4]):(?P<b_min>[0-5]\d)(?!\d)"
    r"(?P<end>(?!))?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d,.])(?:(?P<a>[01]?\d|2[0-4]):(?P<a_min>[0-5]\d)(?:\s?val\.(?P<stop>\s*$)?)?"
    r"|(?P<b>\d{1,3})(?:\.(?P<b_min>[0-5]\d))?\s?val\.(?P<end>\s*$)?)"
)
_WEEK = re.compile(r"(?<!\w)(?:nuo )?(I{1,3}|IV|VI{0,2})\s?[–-]\s?(I{1,3}|IV|VI{0,2})(?!\w)")


def with_moments(text: str) -> str:
    """The text with its dates and times in words."""
    text = _WEEK.sub(_week, text)
    text = _YEARS.sub(_years, text)
    text = _ISO.sub(_date, text)
    text = _DOTTED.sub(_date, text)
    text = _FULL.sub(_full, text)
    text = _YEAR_AND_MONTH.sub(lambda match: f"{_of_year(match['year'])} ", text)
    text = _OF_MONTH.sub(lambda match: f"{match[1]} mėnesį{'.' if match['end'] is not None else ''}", text)
    text = _WITH_WORD.sub(_with_word, text)
    text = _DAY_ALONE.sub(_day_alone, text)
    text = _COLON_HOURS.sub(_hours, text)
    text = _HOURS.sub(_hours, text)
    return _TIME.sub(_time, text)


def _of_year(year: str) -> str:
    return f"{ordinal(int(year), Gender.PLURAL, Case.GENITIVE)} metų"


def _years(match: re.Match[str]) -> str:
    first, last = (ordinal(int(year), Gender.PLURAL, Case.GENITIVE) for year in (match[1], match[2]))
    return f"nuo {first} iki {last} metų"


def _date(match: re.Match[str]) -> str:
    place = int(match["month"]) - 1
    if not 0 <= place < len(_MONTHS[0]):
        return match[0]
    if match["day"] is None:
        is_genitive = case_after(match.string[: match.start()]) is Case.GENITIVE
        return f"{_of_year(match['year'])} {_MONTHS[1 if is_genitive else 0][place]}"
    day = _on_day(int(match["day"]), _day_case(match))
    return f"{_of_year(match['year'])} {_MONTHS[1][place]} {day}"


def _full(match: re.Match[str]) -> str:
    year = f"{_of_year(match['year'])} " if match["year"] else ""
    end = "." if match["end"] is not None else ""
    return f"{year}{match['month']} {_on_day(int(match['day']), _day_case(match))}{end}"


def _day_alone(match: re.Match[str]) -> str:
    """A day without the word: "Vasario 16" is a name and stays in the nominative."""
    return f"{match['month']} {_on_day(int(match['day']), _day_case(match))}"


def _with_word(match: re.Match[str]) -> str:
    case = {"diena": Case.NOMINATIVE, "dieną": Case.ACCUSATIVE, "dienos": Case.GENITIVE, "dienai": Case.DATIVE}[
        match[3]
    ]
    number = int(match[2])
    return f"{match[1]} {ordinal(number, Gender.FEMININE, case) if number else 'nulis'} {match[3]}"


def _on_day(day: int, case: Case) -> str:
    return f"{ordinal(day, Gender.FEMININE, case)} {_DAY[case]}" if day else "nulis"


def _day_case(match: re.Match[str]) -> Case:
    """On a day is the accusative; by itself, behind a colon and behind "yra" a day is only named."""
    before = match.string[: match.start()]
    if not before.strip() or before.rstrip().endswith(":") or before_word(before) in {"yra", "buvo", "bus", "data"}:
        is_all = not before.strip() and match.string[match.end() :].strip(" .")
        return Case.ACCUSATIVE if is_all else Case.NOMINATIVE
    asked = case_after(before, Case.ACCUSATIVE)
    return asked if asked in _DAY else Case.ACCUSATIVE


def _clock(hour: str, minute: str | None, case: Case) -> str:
    number = int(hour) or 24
    said = f"{ordinal(number, Gender.FEMININE, case)} {_AN_HOUR[case]}"
    return f"{said} {counted(int(minute), MINUTE, case)}" if minute and int(minute) else said


def _hours(match: re.Match[str]) -> str:
    first = ordinal(int(match["a"]) or 24, Gender.FEMININE, Case.GENITIVE)
    if match["a_min"] and int(match["a_min"]):
        first = _clock(match["a"], match["a_min"], Case.GENITIVE)
    end = "." if match["end"] is not None else ""
    return f"nuo {first} iki {_clock(match['b'], match['b_min'], Case.GENITIVE)}{end}"


def _time(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    hour = match["a"] or match["b"]
    minute = match["a_min"] or match["b_min"]
    end = "." if match["end"] is not None or match["stop"] is not None else ""
    is_lasting = before_word(before) in _LASTING or int(hour) > _NEVER_LATER
    if match["b"] and not minute and (is_lasting or before_word(before) == "po"):
        return counted(int(hour), HOUR, case_after(before, Case.ACCUSATIVE)) + end
    is_named = before.rstrip().endswith(":") or before_word(before) in {"yra", "laikas"}
    case = Case.NOMINATIVE if is_named else case_after(before, Case.ACCUSATIVE)
    return _clock(hour, minute, case if case in _AN_HOUR else Case.ACCUSATIVE) + end


def _week(match: re.Match[str]) -> str:
    first, last = roman(match[1]), roman(match[2])
    if first is None or last is None or not first < last <= len(_WEEKDAYS):
        return match[0]
    return f"nuo {_WEEKDAYS[first - 1]}io iki {_WEEKDAYS[last - 1]}io"
