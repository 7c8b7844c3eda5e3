"""What each word of the grammar is worth."""

import pytest

from assistant.eligibility.conditions import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    BelowDatedAge,
    Condition,
    Is,
    Not,
    OneOf,
    evaluate,
    facts_in,
)
from assistant.eligibility.facts import Disability, FactId, Facts, Interval
from assistant.eligibility.truth import Truth
from tests.eligibility.rule_samples import PENSION_AGE, TODAY

ADULT = AtLeast(FactId.AGE, 18)
LOW_LEVEL = AtMost(FactId.PARTICIPATION_LEVEL, 55)
NERINGA = Is(FactId.MUNICIPALITY, "neringos")


def truth(condition: Condition, facts: Facts) -> Truth:
    return evaluate(condition, facts, TODAY)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(17, 17, Truth.NO), (18, 18, Truth.YES), (0, 17, Truth.NO), (17, 18, Truth.UNKNOWN), (18, 64, Truth.YES)],
)
def test_at_least_needs_the_lower_end_and_fails_by_the_upper_end(low: int, high: int, expected: Truth) -> None:
    assert truth(ADULT, Facts(age=Interval(low, high))) is expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(55, 55, Truth.YES), (56, 56, Truth.NO), (0, 55, Truth.YES), (55, 56, Truth.UNKNOWN), (60, 100, Truth.NO)],
)
def test_at_most_needs_the_upper_end_and_fails_by_the_lower_end(low: int, high: int, expected: Truth) -> None:
    assert truth(LOW_LEVEL, Facts(participation_level=Interval(low, high))) is expected


@pytest.mark.parametrize(
    "condition",
    [
        ADULT,
        LOW_LEVEL,
        NERINGA,
        Not(NERINGA),
        OneOf(FactId.DISABILITY, frozenset({Disability.BOTH})),
        BelowDatedAge(FactId.AGE, PENSION_AGE),
    ],
)
def test_a_fact_that_is_not_known_is_unknown_in_every_leaf(condition: Condition) -> None:
    assert truth(condition, Facts()) is Truth.UNKNOWN


def test_a_disability_told_as_unknown_is_unknown() -> None:
    one_of = OneOf(FactId.DISABILITY, frozenset({Disability.INTELLECTUAL}))
    assert truth(one_of, Facts(disability=Disability.UNKNOWN)) is Truth.UNKNOWN
    assert truth(one_of, Facts(disability=Disability.PHYSICAL_ONLY)) is Truth.NO
    assert truth(one_of, Facts(disability=Disability.INTELLECTUAL)) is Truth.YES


def test_false_is_an_answer_and_not_the_lack_of_one() -> None:
    cannot_work = Is(FactId.WORK, value=False)
    assert truth(cannot_work, Facts(can_work_open_market_or_supported=False)) is Truth.YES
    assert truth(cannot_work, Facts(can_work_open_market_or_supported=True)) is Truth.NO


def test_not_turns_only_what_is_known() -> None:
    assert truth(Not(NERINGA), Facts(municipality="neringos")) is Truth.NO
    assert truth(Not(NERINGA), Facts(municipality="kretingos-rajono")) is Truth.YES


def test_all_and_any_ask_their_parts() -> None:
    child_in_neringa = Facts(age=Interval.exactly(10), municipality="neringos")
    assert truth(All((ADULT, NERINGA)), child_in_neringa) is Truth.NO
    assert truth(AnyOf((ADULT, NERINGA)), child_in_neringa) is Truth.YES
    assert truth(All((NERINGA, LOW_LEVEL)), child_in_neringa) is Truth.UNKNOWN


def test_a_condition_names_its_facts_once_and_in_order() -> None:
    condition = All((LOW_LEVEL, AnyOf((ADULT, Not(LOW_LEVEL))), Not(NERINGA)))
    assert facts_in(condition) == (FactId.PARTICIPATION_LEVEL, FactId.AGE, FactId.MUNICIPALITY)


def test_a_limit_on_a_fact_that_is_no_number_is_a_programming_error() -> None:
    with pytest.raises(TypeError, match="is no number"):
        truth(AtLeast(FactId.MUNICIPALITY, 1), Facts(municipality="neringos"))
