"""By when the municipality promised to answer, and when who is told: working days by Lithuanian holidays."""

from collections.abc import Container
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import HolidayBase, country_holidays

LITHUANIA = ZoneInfo("Europe/Vilnius")

SPEAKS_FROM = time(8)
"""On a Lithuanian clock. A promise is broken at midnight, but nobody is woken to be told so."""

DAYS_AHEAD = 14
"""More days than any row of Lithuanian holidays. A department that is closed for longer is reminded while it is."""


DECIDED_WITHIN = 30
"""Days to answer a wish to erase; the law gives a month (GDPR, article 12(3))."""


@lru_cache
def _holidays() -> HolidayBase:
    """Those of Lithuania; a year that is asked for is worked out once."""
    return country_holidays("LT")


def answer_by(sent: date, promise_days: int | None, closed: Container[date] = frozenset()) -> date | None:
    """The last working day of the promise, the day of sending not counted; None where nothing was promised.

    On `closed` days the department does not work, besides weekends and holidays of the country.
    """
    if promise_days is None:
        return None
    return _working_day(sent, promise_days, closed)


def reminder_on(sent: date, promised: date, closed: Container[date] = frozenset()) -> date | None:
    """The working day before the promised one, on which staff are reminded.

    None where that is not after the day of sending: the letter about the new request has only just gone then.
    """
    before = _working_day(promised, -1, closed)
    return before if before > sent else None


def _working_day(start: date, count: int, closed: Container[date]) -> date:
    """The day that lies so many working days after the start, or before it where there are less than none."""
    day, step = start, timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day in closed or not _holidays().is_working_day(day):
            day += step
    return day


def decided_by(wished: date) -> date:
    """The last day on which the department may decide whether it erases what a person wishes to be erased."""
    return wished + timedelta(days=DECIDED_WITHIN)


def working_days_late(promised: date, today: date) -> int:
    """How many working days have begun since the promised day; 0 also on a weekend or a holiday just after it."""
    return working_days_between(promised, today)


def working_days_between(start: date, end: date) -> int:
    """How many working days begin after the first day and not after the second; 0 where it is the same day."""
    if end <= start:
        return 0
    days: int = _holidays().get_working_days_count(start + timedelta(days=1), end)
    return days


def day_in_lithuania(at: datetime) -> date:
    """The day on a Lithuanian clock. `at` must be aware."""
    return at.astimezone(LITHUANIA).date()


def may_speak(at: datetime) -> bool:
    """Whether it is day in Lithuania. `at` must be aware."""
    return at.astimezone(LITHUANIA).time() >= SPEAKS_FROM
