"""The closed grammar of conditions over facts, and what each is worth: yes, no or unknown.

There is no escape into code. If the law needs more, the grammar grows by a type here and a word in the loader.
"""

from dataclasses import dataclass
from datetime import date

from assistant.eligibility.dated_ages import DatedAges
from assistant.eligibility.facts import Disability, FactId, Facts, Interval
from assistant.eligibility.truth import Truth, all_of, any_of, negation


@dataclass(frozen=True)
class All:
    """Every one of these holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one of these holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """This does not hold."""

    condition: "Condition"


@dataclass(frozen=True)
class AtLeast:
    """A fact that is a number is this or greater."""

    fact: FactId
    number: int


@dataclass(frozen=True)
class AtMost:
    """A fact that is a number is this or smaller."""

    fact: FactId
    number: int


@dataclass(frozen=True)
class Is:
    """A fact that is no number has this value."""

    fact: FactId
    value: Disability | bool | str


@dataclass(frozen=True)
class OneOf:
    """A fact that is no number has one of these values."""

    fact: FactId
    values: frozenset[Disability | bool | str]


@dataclass(frozen=True)
class BelowDatedAge:
    """A fact that is an age has not come to an age that the law changes step by step."""

    fact: FactId
    ages: DatedAges


Leaf = AtLeast | AtMost | Is | OneOf | BelowDatedAge
Condition = All | AnyOf | Not | Leaf


def evaluate(condition: Condition, facts: Facts, on_date: date) -> Truth:
    """What can be said of the condition on that day; a fact that is not known never makes it no."""
    match condition:
        case All(conditions):
            return all_of(evaluate(part, facts, on_date) for part in conditions)
        case AnyOf(conditions):
            return any_of(evaluate(part, facts, on_date) for part in conditions)
        case Not(inner):
            return negation(evaluate(inner, facts, on_date))
        case _:
            return _leaf_truth(condition, facts, on_date)


def facts_in(condition: Condition) -> tuple[FactId, ...]:
    """The facts that the condition reads, each once, in the order in which they stand."""
    match condition:
        case All(conditions) | AnyOf(conditions):
            return tuple(dict.fromkeys(fact for part in conditions for fact in facts_in(part)))
        case Not(inner):
            return facts_in(inner)
        case _:
            return (condition.fact,)


def _leaf_truth(leaf: Leaf, facts: Facts, on_date: date) -> Truth:
    value = facts.get(leaf.fact)
    if value is None:
        return Truth.UNKNOWN
    match leaf:
        case Is(_, wanted):
            return Truth.of(value == wanted)
        case OneOf(_, values):
            return Truth.of(value in values)
    if not isinstance(value, Interval):
        message = f"{leaf.fact} is no number, so {type(leaf).__name__} cannot be asked of it"
        raise TypeError(message)
    match leaf:
        case AtLeast(_, number):
            return _one_sided(all_of_it=value.low >= number, none_of_it=value.high < number)
        case AtMost(_, number):
            return _one_sided(all_of_it=value.high <= number, none_of_it=value.low > number)
        case BelowDatedAge(_, ages):
            return negation(ages.reached(value, on_date))


def _one_sided(*, all_of_it: bool, none_of_it: bool) -> Truth:
    """Yes where all that the number may be is on the right side of the limit, no where nothing is, else unknown."""
    if all_of_it:
        return Truth.YES
    return Truth.NO if none_of_it else Truth.UNKNOWN
