"""By when the municipality promised to answer: working days by Lithuanian public holidays."""

from datetime import date

from holidays import country_holidays


def answer_by(sent: date, promise_days: int | None) -> date | None:
    """The last working day of the promise, the day of sending not counted; None where nothing was promised."""
    if promise_days is None:
        return None
    last: date = country_holidays("LT").get_nth_working_day(sent, promise_days)
    return last
