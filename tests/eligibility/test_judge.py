"""From a rule and facts to a verdict."""

from assistant.eligibility.conditions import AtLeast, Is
from assistant.eligibility.facts import FactId, Facts, Interval
from assistant.eligibility.judge import judge
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome
from tests.eligibility.rule_samples import SOURCE, TEXTS, TEXTS_FOR_OTHER, TODAY, rule_of

RULE = rule_of([AtLeast(FactId.AGE, 18), Is(FactId.COMPLEX_NEEDS, value=True)])


def test_it_is_likely_only_when_every_criterion_holds() -> None:
    verdict = judge(RULE, Facts(age=Interval.exactly(18), complex_needs=True), TODAY)
    assert verdict.outcome is Outcome.LIKELY
    assert verdict.missing == ()


def test_it_is_unlikely_as_soon_as_one_criterion_fails() -> None:
    verdict = judge(RULE, Facts(age=Interval.exactly(17)), TODAY)
    assert verdict.outcome is Outcome.UNLIKELY
    assert verdict.missing == ()


def test_it_is_unsure_while_something_is_unknown_and_names_what_is_missing() -> None:
    verdict = judge(RULE, Facts(age=Interval.exactly(18)), TODAY)
    assert verdict.outcome is Outcome.UNSURE
    assert verdict.missing == (FactId.COMPLEX_NEEDS,)


def test_each_criterion_gives_a_reason_with_its_words_and_source() -> None:
    reasons = judge(RULE, Facts(age=Interval.exactly(17)), TODAY).reasons
    assert [(reason.criterion, reason.truth, reason.text) for reason in reasons] == [
        ("c0", Truth.NO, TEXTS[Truth.NO]),
        ("c1", Truth.UNKNOWN, TEXTS[Truth.UNKNOWN]),
    ]
    assert {reason.source for reason in reasons} == {SOURCE}


def test_a_helper_reads_the_reasons_about_the_other_person() -> None:
    reasons = judge(RULE, Facts(age=Interval.exactly(17)), TODAY, for_other=True).reasons
    assert [reason.text for reason in reasons] == [TEXTS_FOR_OTHER[Truth.NO], TEXTS_FOR_OTHER[Truth.UNKNOWN]]
