"""The check itself: a rule and what is known become a preliminary verdict."""

from datetime import date

from assistant.eligibility.conditions import evaluate
from assistant.eligibility.facts import Facts
from assistant.eligibility.next_question import missing_facts
from assistant.eligibility.rules import Rule
from assistant.eligibility.truth import Truth, all_of
from assistant.eligibility.verdict import Outcome, Reason, Verdict

OUTCOMES = {Truth.YES: Outcome.LIKELY, Truth.NO: Outcome.UNLIKELY, Truth.UNKNOWN: Outcome.UNSURE}


def judge(rule: Rule, facts: Facts, on_date: date, *, for_other: bool = False) -> Verdict:
    """Likely when every criterion holds, unlikely when one fails, else unsure; a reason for each, in the rule's order.

    `for_other` words the reasons for somebody who asks on behalf of another person.
    """
    truths = [evaluate(criterion.condition, facts, on_date) for criterion in rule.criteria]
    reasons = tuple(
        Reason(criterion.id, truth, criterion.text(truth, for_other=for_other), criterion.source)
        for criterion, truth in zip(rule.criteria, truths, strict=True)
    )
    return Verdict(OUTCOMES[all_of(truths)], reasons, missing_facts(rule, facts, on_date))
