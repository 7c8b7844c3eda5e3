"""Answers as people write them are taken as they are meant; from words that are no answer nothing is taken."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.conversation.chosen import in_other_words
from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking
from assistant.eligibility.facts import Disability, FactId, Interval
from assistant.library.library import Library
from assistant.understanding.asked import Asked
from assistant.understanding.interpret import Expects, Value, read

TODAY = date(2026, 11, 22)
QUESTIONS = {
    "yes-no": (Expects.YES_NO, "can_work_open_market_or_supported"),
    "age": (Expects.AGE, ""),
    "level": (Expects.LEVEL, ""),
    "disability": (Expects.DISABILITY, "disability"),
    "phone": (Expects.PHONE, ""),
    "name": (Expects.NAME, ""),
    "time": (Expects.CALL_TIME, "request.call_time"),
}
"""What is asked for, and the question whose buttons may be written."""

NOT_KNOWN = {"yes-no": "dont-know", "disability": "unknown"}
TIMES = frozenset({"morning", "afternoon", "any"})


@dataclass(frozen=True)
class Case:
    kind: str
    text: str
    value: str | list[int] | None
    today: date = TODAY
    question: str = ""
    """The fact that is asked, where the meaning hangs on it."""
    helping: bool = False


CASES = [
    Case(**entry) for entry in yaml.safe_load(Path(__file__).with_name("value_cases.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.text} {case.question}")
def test_the_answer_is_taken_as_it_is_meant(library: Library, case: Case) -> None:
    assert is_right(case, taken(library, case))


def taken(library: Library, case: Case) -> str | list[int] | None:
    """What the conversation takes from these words; None where it asks again or goes elsewhere."""
    expects, usual = QUESTIONS[case.kind]
    question = case.question or usual
    choices = library.questions[question].choices if question else ()
    reading = read(
        case.text,
        expects=expects,
        choices={choice.id: choice.label for choice in choices},
        finder=library.finder,
        gazetteer=library.gazetteer,
        service="",
        today=case.today,
        asked=Asked(FactId(case.question), case.helping) if case.question else None,
    )
    chosen = in_other_words(Asking(Kind.QUESTION, (), choices=choices, expects=expects), reading.text)
    if reading.danger is None and (chosen or reading.choice):
        return chosen or reading.choice
    if reading.is_dont_know:
        return NOT_KNOWN.get(case.kind)
    return plain(reading.value)


def plain(value: Value | None) -> str | list[int] | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return [value.low, value.high]
    if isinstance(value, Disability):
        return value.value
    return value if isinstance(value, str) else None


def is_right(case: Case, value: str | list[int] | None) -> bool:
    if case.kind != "time" or case.value is None:
        return value == case.value
    # People read the words; only a choice may say something else than was meant.
    return value is not None and (value == case.value or value not in TIMES)
