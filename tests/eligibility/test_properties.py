"""What holds for every rule, every set of facts and every order of answers."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.eligibility.conditions import evaluate
from assistant.eligibility.facts import FactId, Facts
from assistant.eligibility.judge import judge
from assistant.eligibility.next_question import missing_facts
from assistant.eligibility.rules import Rule
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome
from assistant.library.rules import load_rules
from tests.eligibility.rule_samples import TODAY, exact_facts, exact_values, rough_facts, rough_values, rules

OUR_RULES: Mapping[str, Rule] = load_rules(Path(__file__).parents[2] / "content" / "rules")
any_rule = st.one_of(st.sampled_from(list(OUR_RULES.values())), rules)
thoroughly = settings(max_examples=300, deadline=None)


@thoroughly
@given(any_rule, rough_facts, st.sampled_from(FactId), st.data())
def test_adding_a_fact_never_turns_likely_into_unlikely_without_its_criterion_failing(
    rule: Rule, facts: Facts, fact: FactId, data: st.DataObject
) -> None:
    before = judge(rule, facts, TODAY)
    after = judge(rule, facts.having(fact, data.draw(rough_values[fact])), TODAY)
    if before.outcome is Outcome.LIKELY and after.outcome is Outcome.UNLIKELY:
        failed = {reason.criterion for reason in after.reasons if reason.truth is Truth.NO}
        assert all(fact in criterion.asks for criterion in rule.criteria if criterion.id in failed)


@thoroughly
@given(any_rule, exact_facts, st.data())
def test_learning_an_unknown_fact_never_overturns_what_was_certain(
    rule: Rule, facts: Facts, data: st.DataObject
) -> None:
    known = facts
    for fact in sorted(frozenset(FactId) - facts.known()):
        known = known.having(fact, data.draw(exact_values[fact]))
    for criterion in rule.criteria:
        before = evaluate(criterion.condition, facts, TODAY)
        if before is not Truth.UNKNOWN:
            assert evaluate(criterion.condition, known, TODAY) is before


@thoroughly
@given(any_rule)
def test_unknown_is_never_treated_as_no(rule: Rule) -> None:
    verdict = judge(rule, Facts(), TODAY)
    assert verdict.outcome is Outcome.UNSURE
    assert {reason.truth for reason in verdict.reasons} == {Truth.UNKNOWN}


@thoroughly
@given(any_rule, exact_facts)
def test_something_is_missing_exactly_while_the_verdict_is_open(rule: Rule, facts: Facts) -> None:
    verdict = judge(rule, facts, TODAY)
    assert bool(verdict.missing) is (verdict.outcome is Outcome.UNSURE)
    assert not facts.known() & set(verdict.missing)


@thoroughly
@given(any_rule, rough_facts)
def test_nothing_is_missing_once_the_verdict_is_decided(rule: Rule, facts: Facts) -> None:
    verdict = judge(rule, facts, TODAY)
    assert verdict.outcome is Outcome.UNSURE or verdict.missing == ()


@thoroughly
@given(any_rule, st.data())
def test_asking_in_order_always_ends_and_asks_nothing_twice(rule: Rule, data: st.DataObject) -> None:
    facts, declined, asked = Facts(), frozenset[FactId](), list[FactId]()
    while missing := missing_facts(rule, facts, TODAY, declined):
        fact = missing[0]
        assert fact not in asked
        asked.append(fact)
        answer = data.draw(st.none() | rough_values[fact])
        facts, declined = (facts, declined | {fact}) if answer is None else (facts.having(fact, answer), declined)
    assert len(asked) <= len(FactId)


@thoroughly
@given(any_rule, st.data())
def test_answering_everything_exactly_always_decides(rule: Rule, data: st.DataObject) -> None:
    facts = Facts()
    while missing := judge(rule, facts, TODAY).missing:
        facts = facts.having(missing[0], data.draw(exact_values[missing[0]]))
    assert judge(rule, facts, TODAY).outcome is not Outcome.UNSURE


@pytest.mark.parametrize("rule", OUR_RULES.values(), ids=OUR_RULES.keys())
@thoroughly
@given(st.data())
def test_each_answer_leaves_fewer_questions(rule: Rule, data: st.DataObject) -> None:
    # The progress that a person sees ("2 of 6") may fall and never rises.
    facts, declined = Facts(), frozenset[FactId]()
    missing = missing_facts(rule, facts, TODAY)
    while missing:
        answer = data.draw(st.none() | rough_values[missing[0]])
        if answer is None:
            declined |= {missing[0]}
        else:
            facts = facts.having(missing[0], answer)
        now = missing_facts(rule, facts, TODAY, declined)
        assert len(now) < len(missing)
        missing = now
