"""Which fact to ask next: the one that can decide the check soonest."""

import math
from dataclasses import dataclass
from datetime import date
from itertools import product

from assistant.eligibility.conditions import All, AnyOf, Condition, Not, evaluate
from assistant.eligibility.facts import FactId, Facts
from assistant.eligibility.rules import Rule
from assistant.eligibility.truth import Truth, all_of, negation

Ways = frozenset[frozenset[FactId]]
"""The least sets of facts that, once known, may settle a condition; an empty set says that it is settled already."""


def missing_facts(
    rule: Rule, facts: Facts, on_date: date, declined: frozenset[FactId] = frozenset()
) -> tuple[FactId, ...]:
    """The facts to ask, in this order; none as soon as the verdict is decided.

    One failed criterion decides the check, so first comes the fact that can make a criterion fail with the fewest
    others; equals keep the rule's order. Left out are the facts that the person declined, and those that are known:
    a fact known only roughly (an age from 60 to 70) may leave the verdict unsure, but nothing is asked twice.
    """
    truths = [evaluate(criterion.condition, facts, on_date) for criterion in rule.criteria]
    if all_of(truths) is not Truth.UNKNOWN:
        return ()
    seeker = _Seeker(facts, on_date, frozenset(FactId) - facts.known() - declined)
    soonest: dict[FactId, float] = {}
    for criterion, truth in zip(rule.criteria, truths, strict=True):
        if truth is not Truth.UNKNOWN:
            continue
        for way in seeker.ways(criterion.condition, wanted=Truth.NO):
            for fact in way:
                soonest[fact] = min(soonest.get(fact, math.inf), len(way))
        for way in seeker.ways(criterion.condition, wanted=Truth.YES):
            for fact in way:
                # It can help to confirm but never to decide alone, so it comes after all that can.
                soonest.setdefault(fact, math.inf)
    order = list(dict.fromkeys(fact for criterion in rule.criteria for fact in criterion.asks))
    return tuple(sorted(soonest, key=lambda fact: (soonest[fact], order.index(fact))))


@dataclass(frozen=True)
class _Seeker:
    """Looks for what could settle a condition, given what is known and what may still be asked."""

    facts: Facts
    on_date: date
    askable: frozenset[FactId]

    def ways(self, condition: Condition, wanted: Truth) -> Ways:
        """The least sets of facts that may make it the wanted truth; empty where nothing can."""
        match condition:
            case Not(inner):
                return self.ways(inner, negation(wanted))
            case All(conditions) | AnyOf(conditions):
                parts = [self.ways(part, wanted) for part in conditions]
                is_one_enough = isinstance(condition, AnyOf) is (wanted is Truth.YES)
                if is_one_enough:
                    return _least(frozenset().union(*parts))
                return _least(frozenset(frozenset().union(*chosen) for chosen in product(*parts)))
            case _:
                truth = evaluate(condition, self.facts, self.on_date)
                if truth is wanted:
                    return frozenset({frozenset()})
                may_turn_out = truth is Truth.UNKNOWN and condition.fact in self.askable
                return frozenset({frozenset({condition.fact})}) if may_turn_out else frozenset()


def _least(ways: Ways) -> Ways:
    """Without the sets that hold another one whole: what they ask beyond it is not needed."""
    return frozenset(way for way in ways if not any(other < way for other in ways))
