"""Ages that the law changes step by step, for men and women apart, such as the old-age pension age."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.eligibility.facts import Interval
from assistant.eligibility.source import Source
from assistant.eligibility.truth import Truth

MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class YearsAndMonths:
    """An age as the law writes it; months from 0 to 11."""

    years: int
    months: int = 0

    def after(self, birth: date) -> date:
        """The day on which somebody born on that day comes to this age."""
        return _shifted(birth, self.years * MONTHS_IN_YEAR + self.months)


@dataclass(frozen=True)
class AgeStep:
    """The age that holds from this day until the next step."""

    since: date
    men: YearsAndMonths
    women: YearsAndMonths
    source: Source


@dataclass(frozen=True)
class DatedAges:
    """A table of steps, oldest first, whose ages never fall; the last one holds until the law says otherwise."""

    id: str
    steps: tuple[AgeStep, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a table of ages has at least one step")
        for earlier, later in zip(self.steps, self.steps[1:], strict=False):
            if earlier.since >= later.since:
                message = f"the steps of a table run forwards, not from {earlier.since} to {later.since}"
                raise ValueError(message)
            if _falls(earlier.men, later.men) or _falls(earlier.women, later.women):
                message = f"the ages of a table never fall, but one does on {later.since}"
                raise ValueError(message)

    def reached(self, age: Interval, on_date: date) -> Truth:
        """Whether somebody of this age (completed years) has come to the table's age by that day.

        Sex and birthday are not asked. Where they would decide, and before the table begins, the answer is unknown.
        """
        if on_date < self.steps[0].since:
            return Truth.UNKNOWN
        last_birthday = _shifted(on_date, -age.low * MONTHS_IN_YEAR)
        first_birthday = _shifted(on_date, -(age.high + 1) * MONTHS_IN_YEAR) + timedelta(days=1)
        sexes = ([(step.since, step.men) for step in self.steps], [(step.since, step.women) for step in self.steps])
        if all(_day_reached(last_birthday, ages) <= on_date for ages in sexes):
            return Truth.YES
        if any(_day_reached(first_birthday, ages) <= on_date for ages in sexes):
            return Truth.UNKNOWN
        return Truth.NO


def _day_reached(birth: date, ages: Sequence[tuple[date, YearsAndMonths]]) -> date:
    """The first day on which the age that holds on that day is reached.

    It is not enough to look at the age that holds now: whoever came to a lower age while that one held stays past it.
    """
    ends = [since for since, _ in ages[1:]] + [date.max]
    for (since, age), end in zip(ages, ends, strict=True):
        day = max(age.after(birth), since)
        if day < end:
            return day
    return date.max


def _falls(earlier: YearsAndMonths, later: YearsAndMonths) -> bool:
    return (later.years, later.months) < (earlier.years, earlier.months)


def _shifted(day: date, months: int) -> date:
    """The same day of another month; its last day where that month is shorter, as terms are counted by law."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
