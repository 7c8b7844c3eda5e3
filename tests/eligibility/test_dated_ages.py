"""Ages that the law changes step by step."""

from datetime import date, timedelta

import pytest

from assistant.eligibility.dated_ages import AgeStep, DatedAges, YearsAndMonths
from assistant.eligibility.facts import Interval
from assistant.eligibility.truth import Truth
from tests.eligibility.rule_samples import PENSION_AGE, SOURCE


def years_old(birth: date, on_date: date) -> int:
    return on_date.year - birth.year - ((on_date.month, on_date.day) < (birth.month, birth.day))


def pension_age_by_birth_in_months(birth: date, *, is_man: bool) -> int:
    """The table of pension ages by birth date: the same law told the other way round."""
    steps = (
        [(date(1960, 4, 30), 776), (date(1961, 2, 28), 778)]
        if is_man
        else [
            (date(1960, 8, 31), 772),
            (date(1961, 4, 30), 776),
        ]
    )
    return next((months for last_birth, months in steps if birth <= last_birth), 780)


def has_reached(birth: date, on_date: date, *, is_man: bool) -> bool:
    months = (on_date.year - birth.year) * 12 + on_date.month - birth.month - (on_date.day < birth.day)
    return months >= pension_age_by_birth_in_months(birth, is_man=is_man)


@pytest.mark.parametrize(
    "on_date",
    [
        date(2024, 3, 15),
        date(2024, 12, 31),
        date(2025, 1, 1),
        date(2025, 7, 15),
        date(2026, 1, 1),
        date(2026, 2, 15),
        date(2026, 4, 29),
        date(2026, 4, 30),
        date(2026, 11, 22),
        date(2029, 6, 1),
    ],
)
@pytest.mark.parametrize("age", [62, 63, 64, 65, 66])
def test_the_truth_is_what_holds_for_every_birthday_and_both_sexes(age: int, on_date: date) -> None:
    # Given everybody who is of this age on that day
    days = (on_date.replace(day=1) - timedelta(days=day) for day in range((age - 1) * 365, (age + 3) * 365))
    births = [birth for birth in days if years_old(birth, on_date) == age]

    # When we look at each by the table of birth dates
    seen = {has_reached(birth, on_date, is_man=is_man) for birth in births for is_man in (True, False)}

    # Then the table of calendar years says yes or no only where all agree
    expected = Truth.UNKNOWN if len(seen) > 1 else Truth.of(seen.pop())
    assert PENSION_AGE.reached(Interval.exactly(age), on_date) is expected


def test_whoever_came_to_a_lower_age_while_it_held_stays_past_it() -> None:
    # Given that on 1 January 2026 the age rises, and some women came to the lower one in December
    new_year = date(2026, 1, 1)

    # Then 64 is not surely below it on that day
    assert PENSION_AGE.reached(Interval.exactly(64), new_year) is Truth.UNKNOWN


def test_before_the_table_begins_nothing_is_known() -> None:
    assert PENSION_AGE.reached(Interval.exactly(30), date(2023, 12, 31)) is Truth.UNKNOWN


def test_a_rough_age_is_decided_only_where_both_ends_agree() -> None:
    today = date(2026, 11, 22)
    assert PENSION_AGE.reached(Interval(18, 64), today) is Truth.NO
    assert PENSION_AGE.reached(Interval(60, 70), today) is Truth.UNKNOWN
    assert PENSION_AGE.reached(Interval(65, 120), today) is Truth.YES


def test_an_age_is_reached_on_the_last_day_of_a_month_that_is_too_short() -> None:
    assert YearsAndMonths(64, 10).after(date(1960, 4, 30)) == date(2025, 2, 28)
    assert YearsAndMonths(65).after(date(1960, 2, 29)) == date(2025, 2, 28)


def test_somebody_born_on_29_february_is_65_on_28_february() -> None:
    assert YearsAndMonths(65).after(date(1964, 2, 29)) == date(2029, 2, 28)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        DatedAges("none", ())


def test_steps_that_run_backwards_are_refused() -> None:
    step = AgeStep(date(2026, 1, 1), YearsAndMonths(65), YearsAndMonths(65), SOURCE)
    with pytest.raises(ValueError, match="run forwards"):
        DatedAges("double", (step, step))


def test_an_age_that_falls_is_refused_because_the_search_for_the_day_rests_on_it() -> None:
    earlier = AgeStep(date(2025, 1, 1), YearsAndMonths(65), YearsAndMonths(65), SOURCE)
    later = AgeStep(date(2026, 1, 1), YearsAndMonths(65), YearsAndMonths(64, 11), SOURCE)
    with pytest.raises(ValueError, match="never fall"):
        DatedAges("falling", (earlier, later))
