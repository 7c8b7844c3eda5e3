"""A service's rule: criteria with source and easy words, and the worked examples that prove it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.eligibility.conditions import Condition, facts_in
from assistant.eligibility.facts import FactId, Facts
from assistant.eligibility.source import Source
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome

__all__ = ["Criterion", "Example", "Rule", "Source"]


@dataclass(frozen=True)
class Criterion:
    """One thing that must hold, told in one easy sentence for each truth.

    `texts` speaks to the person themself, `texts_for_other` to somebody who asks for another person.
    """

    id: str
    condition: Condition
    texts: Mapping[Truth, str]
    texts_for_other: Mapping[Truth, str]
    source: Source

    @property
    def asks(self) -> tuple[FactId, ...]:
        """The facts that it needs, in the order in which they stand."""
        return facts_in(self.condition)

    def text(self, truth: Truth, *, for_other: bool = False) -> str:
        """How it stands, in easy words."""
        return (self.texts_for_other if for_other else self.texts)[truth]


@dataclass(frozen=True)
class Example:
    """A worked example: with these facts on this day the outcome is this, because exactly these criteria fail."""

    name: str
    facts: Facts
    on_date: date
    outcome: Outcome
    against: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """Who may likely get a service: all criteria must hold. `service` is the service's id."""

    service: str
    criteria: tuple[Criterion, ...]
    examples: tuple[Example, ...] = ()
