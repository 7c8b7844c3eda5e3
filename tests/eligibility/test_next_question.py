"""Which fact is asked next."""

from assistant.eligibility.conditions import All, AnyOf, AtLeast, Is, Not
from assistant.eligibility.facts import FactId, Facts, Interval
from assistant.eligibility.next_question import missing_facts
from tests.eligibility.rule_samples import TODAY, rule_of

ADULT = AtLeast(FactId.AGE, 18)
NEEDS = Is(FactId.COMPLEX_NEEDS, value=True)
FAMILY = Is(FactId.FAMILY, value=True)
WORK = Is(FactId.WORK, value=False)
GROWN = Facts(age=Interval.exactly(30))


def test_facts_that_can_decide_alone_keep_the_order_of_the_rule() -> None:
    rule = rule_of([NEEDS, ADULT, FAMILY])
    assert missing_facts(rule, Facts(), TODAY) == (FactId.COMPLEX_NEEDS, FactId.AGE, FactId.FAMILY)


def test_a_fact_that_can_decide_alone_comes_before_facts_that_need_each_other() -> None:
    # Given a criterion that fails only when two facts say no, and after it one that fails by one fact
    rule = rule_of([AnyOf((NEEDS, FAMILY)), ADULT])

    # Then the one fact comes first
    assert missing_facts(rule, Facts(), TODAY) == (FactId.AGE, FactId.COMPLEX_NEEDS, FactId.FAMILY)


def test_an_answer_that_leaves_one_step_moves_its_partner_to_the_front() -> None:
    # Given that one of two facts that must fail together has failed
    rule = rule_of([AnyOf((NEEDS, FAMILY, WORK)), AnyOf((FAMILY, ADULT))])
    minor = Facts(age=Interval.exactly(10))

    # Then the other is now the soonest to decide
    assert missing_facts(rule, minor, TODAY)[0] is FactId.FAMILY


def test_what_cannot_matter_any_more_is_not_asked() -> None:
    # Given a part that has failed already beside another way to hold
    rule = rule_of([AnyOf((All((ADULT, NEEDS)), FAMILY))])

    # Then its other fact is not asked
    assert missing_facts(rule, Facts(age=Interval.exactly(10)), TODAY) == (FactId.FAMILY,)


def test_a_fact_that_only_repeats_what_another_decides_is_not_asked() -> None:
    # Given "needs, or needs and family", which is the same as "needs"
    rule = rule_of([AnyOf((NEEDS, All((NEEDS, FAMILY))))])

    # Then the family is not asked
    assert missing_facts(rule, Facts(), TODAY) == (FactId.COMPLEX_NEEDS,)


def test_under_a_not_the_way_to_fail_is_the_way_to_hold() -> None:
    # Given a criterion that fails when any of two holds, after one that needs both to fail
    rule = rule_of([AnyOf((ADULT, WORK)), Not(AnyOf((NEEDS, FAMILY)))])

    # Then the facts that can decide alone come first
    assert missing_facts(rule, Facts(), TODAY) == (FactId.COMPLEX_NEEDS, FactId.FAMILY, FactId.AGE, FactId.WORK)


def test_nothing_is_missing_once_a_criterion_failed() -> None:
    assert missing_facts(rule_of([ADULT, NEEDS]), Facts(complex_needs=False), TODAY) == ()


def test_nothing_is_missing_once_every_criterion_holds() -> None:
    assert missing_facts(rule_of([ADULT]), GROWN, TODAY) == ()


def test_what_the_person_declined_is_left_out() -> None:
    rule = rule_of([ADULT, NEEDS])
    assert missing_facts(rule, Facts(), TODAY, frozenset({FactId.AGE})) == (FactId.COMPLEX_NEEDS,)
    assert missing_facts(rule, GROWN, TODAY, frozenset({FactId.COMPLEX_NEEDS})) == ()


def test_a_fact_known_only_roughly_is_not_asked_again() -> None:
    rule = rule_of([ADULT, NEEDS])
    assert missing_facts(rule, Facts(age=Interval(17, 19)), TODAY) == (FactId.COMPLEX_NEEDS,)


def test_a_fact_that_can_help_to_confirm_but_not_to_refuse_comes_last() -> None:
    # Given that one part of an `any` can no longer fail, because its age is known only roughly
    rule = rule_of([AnyOf((ADULT, FAMILY)), NEEDS])

    # Then the other part can only confirm, and comes after what can decide alone
    assert missing_facts(rule, Facts(age=Interval(10, 30)), TODAY) == (FactId.COMPLEX_NEEDS, FactId.FAMILY)
