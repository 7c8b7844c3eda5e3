"""Rules made for tests, and Hypothesis strategies for conditions, facts and rules of any shape."""

from collections.abc import Iterable
from datetime import date
from functools import reduce

from hypothesis import strategies as st

from assistant.eligibility.conditions import All, AnyOf, AtLeast, AtMost, BelowDatedAge, Condition, Is, Not, OneOf
from assistant.eligibility.dated_ages import AgeStep, DatedAges, YearsAndMonths
from assistant.eligibility.facts import Disability, FactId, Facts, FactValue, Interval
from assistant.eligibility.rules import Criterion, Rule
from assistant.eligibility.source import Source
from assistant.eligibility.truth import Truth

TODAY = date(2026, 11, 22)
SOURCE = Source("Puslapis", "pastraipa", date(2026, 11, 22))
TEXTS = {Truth.YES: "Taip yra.", Truth.NO: "Taip nėra.", Truth.UNKNOWN: "Aš nežinau."}
TEXTS_FOR_OTHER = {Truth.YES: "Žmogui taip yra.", Truth.NO: "Žmogui taip nėra.", Truth.UNKNOWN: "Apie žmogų nežinau."}

PENSION_AGE = DatedAges(
    "pension-age",
    (
        AgeStep(date(2024, 1, 1), YearsAndMonths(64, 8), YearsAndMonths(64, 4), SOURCE),
        AgeStep(date(2025, 1, 1), YearsAndMonths(64, 10), YearsAndMonths(64, 8), SOURCE),
        AgeStep(date(2026, 1, 1), YearsAndMonths(65), YearsAndMonths(65), SOURCE),
    ),
)


def rule_of(conditions: Iterable[Condition]) -> Rule:
    """A rule with one criterion for each condition, named by its place."""
    return Rule(
        "some-service",
        tuple(
            Criterion(f"c{index}", condition, TEXTS, TEXTS_FOR_OTHER, SOURCE)
            for index, condition in enumerate(conditions)
        ),
    )


NUMBERS = (FactId.AGE, FactId.PARTICIPATION_LEVEL)
FLAGS = (FactId.COMPLEX_NEEDS, FactId.WORK, FactId.FAMILY)
KINDS = tuple(kind for kind in Disability if kind is not Disability.UNKNOWN)
PLACES = ("kretingos-rajono", "neringos", "kauno-miesto")


def _interval(ends: tuple[int, int]) -> Interval:
    return Interval(min(ends), max(ends))


numbers = st.integers(0, 100)
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AtLeast, st.sampled_from(NUMBERS), numbers),
    st.builds(AtMost, st.sampled_from(NUMBERS), numbers),
    st.builds(Is, st.sampled_from(FLAGS), st.booleans()),
    st.builds(Is, st.just(FactId.MUNICIPALITY), st.sampled_from(PLACES)),
    st.builds(OneOf, st.just(FactId.DISABILITY), st.frozensets(st.sampled_from(KINDS), min_size=1)),
    st.just(BelowDatedAge(FactId.AGE, PENSION_AGE)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=5,
)
rules: st.SearchStrategy[Rule] = st.lists(conditions, min_size=1, max_size=5).map(rule_of)


def _values(exact_or_rough: st.SearchStrategy[Interval]) -> dict[FactId, st.SearchStrategy[FactValue]]:
    return {
        **dict.fromkeys(NUMBERS, exact_or_rough),
        **dict.fromkeys(FLAGS, st.booleans()),
        FactId.DISABILITY: st.sampled_from(KINDS),
        FactId.MUNICIPALITY: st.sampled_from(PLACES),
    }


exact_values = _values(numbers.map(Interval.exactly))
rough_values = _values(st.tuples(numbers, numbers).map(_interval))


def facts_from(values: dict[FactId, st.SearchStrategy[FactValue]]) -> st.SearchStrategy[Facts]:
    """Facts of which any may be unknown."""
    known = st.fixed_dictionaries({}, optional=values)
    return known.map(lambda answers: reduce(lambda facts, answer: facts.having(*answer), answers.items(), Facts()))


exact_facts = facts_from(exact_values)
rough_facts = facts_from(rough_values)
