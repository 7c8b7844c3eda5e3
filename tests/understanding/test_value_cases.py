"""Answers as people write them are taken as they are meant; from words that are no answer nothing is taken."""

from dataclasses import dataclass
from datetime import date

import pytest

from assistant.conversation.chosen import in_other_words
from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking
from assistant.eligibility.facts import Disability, FactId, Interval
from assistant.library.answers import load_answer_files
from assistant.library.library import Library
from assistant.understanding.asked import Asked
from assistant.understanding.interpret import Expects, Value, read
from tests.conftest import CONTENT

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
    value: str | tuple[int, int] | None
    question: str = ""
    """The fact that is asked, where the meaning hangs on it."""
    helping: bool = False


CASES = [
    Case(file.kind, answer.text, answer.value, answer.question or "", answer.helping)
    for file in load_answer_files(CONTENT / "lt" / "answers")
    for answer in file.answers
]
TOGETHER = 100
"""So many answers are one test: there are many, and each test costs more than reading them."""


@pytest.mark.parametrize("begin", range(0, len(CASES), TOGETHER))
def test_answers_are_taken_as_they_are_meant(library: Library, begin: int) -> None:
    read_so = [(case, *taken(library, case)) for case in CASES[begin : begin + TOGETHER]]

    # What is only said back may be wrong where nothing was meant: the person says no to it.
    assert [
        (case, value) for case, value, is_sure in read_so if not (is_right(case, value) or is_denied(case, is_sure))
    ] == []


def is_denied(case: Case, is_sure: bool) -> bool:
    """Whether it is only said back where nothing was meant."""
    return case.value is None and not is_sure


def taken(library: Library, case: Case) -> tuple[str | tuple[int, int] | None, bool]:
    """What the conversation takes from these words, None where it asks again or goes elsewhere; whether at once."""
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
        today=TODAY,
        asked=Asked(FactId(case.question), case.helping) if case.question else None,
    )
    chosen = in_other_words(Asking(Kind.QUESTION, (), choices=choices, expects=expects), reading.text)
    if reading.danger is None and chosen:
        return chosen, True
    value = NOT_KNOWN.get(case.kind) if reading.is_dont_know else reading.choice or plain(reading.value)
    return value, not reading.is_doubtful


def plain(value: Value | None) -> str | tuple[int, int] | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return (value.low, value.high)
    if isinstance(value, Disability):
        return value.value
    return value if isinstance(value, str) else None


def is_right(case: Case, value: str | tuple[int, int] | None) -> bool:
    if case.kind != "time" or case.value is None:
        return value == case.value
    # People read the words; only a choice may say something else than was meant.
    return value is not None and (value == case.value or value not in TIMES)
