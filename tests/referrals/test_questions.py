"""What a question to the person makes of a referral."""

from datetime import UTC, date, datetime

import pytest

from assistant.errors import ReferralAlreadyClosedError
from assistant.referrals.questions import OpenQuestion, Question
from assistant.referrals.referral import Referral, Status
from assistant.referrals.request import Request
from assistant.referrals.thread import Author, Entry, EntryKind

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BUS = Question("Ar galite atvažiuoti autobusu?", ("Taip", "Ne"))
SENT = Referral(
    "47128035",
    "talk/1",
    "talk",
    Request("kretingos-rajono", "talk", for_other=False, name="Ona"),
    NOON,
    (Entry(EntryKind.SENT, Author.PERSON, NOON),),
    promised=date(2026, 11, 26),
)
ASKED = SENT.asked("rasa", BUS, NOON)


def test_after_a_question_the_referral_waits_for_the_person_and_whoever_asked_has_it() -> None:
    assert (ASKED.status, ASKED.taken_by) == (Status.WAITING, "rasa")
    assert ASKED.question == OpenQuestion(1, BUS)
    assert SENT.taken("jonas", NOON).asked("rasa", BUS, NOON).taken_by == "jonas"


@pytest.mark.parametrize(
    ("after", "status", "is_open"),
    [
        (ASKED.told("Taip", NOON), Status.TAKEN, False),
        # A colleague who takes it over waits for the same answer.
        (ASKED.taken("jonas", NOON), Status.WAITING, True),
        # A reply or a call in between leaves the question open; the person may still answer it.
        (ASKED.replied("rasa", "Laba diena.", NOON), Status.ANSWERED, True),
        (ASKED.called("rasa", NOON), Status.ANSWERED, True),
        (ASKED.replied("rasa", "Laba diena.", NOON).told("Taip", NOON), Status.TAKEN, False),
        (ASKED.passed_on("rasa", "palangos-miesto", "", NOON, None), Status.NEW, True),
        (ASKED.closed("rasa", NOON), Status.CLOSED, False),
        (ASKED.withdrawn(NOON), Status.WITHDRAWN, False),
        (ASKED.told("Taip", NOON).asked("rasa", BUS, NOON), Status.WAITING, True),
    ],
)
def test_what_happens_then(after: Referral, status: Status, is_open: bool) -> None:
    assert (after.status, after.question is not None) == (status, is_open)


def test_only_the_newest_question_is_open() -> None:
    newer = ASKED.asked("rasa", Question("Kada?", may_write=True), NOON)

    assert newer.question == OpenQuestion(2, Question("Kada?", may_write=True))


def test_a_question_is_no_answer_yet_nobody_is_called_late_while_the_person_is_waited_for() -> None:
    late = date(2026, 11, 27)

    assert SENT.is_promise_broken(late)
    assert not ASKED.has_answer
    assert ASKED.promised == SENT.promised
    assert not ASKED.is_promise_broken(late)
    assert ASKED.told("Taip", NOON).is_promise_broken(late)


def test_nothing_is_asked_or_told_once_it_is_over() -> None:
    over = ASKED.closed("rasa", NOON)

    with pytest.raises(ReferralAlreadyClosedError):
        over.asked("rasa", BUS, NOON)
    with pytest.raises(ReferralAlreadyClosedError):
        over.told("Taip", NOON)


def test_a_button_that_is_not_there_is_no_answer() -> None:
    asked = OpenQuestion(1, BUS)

    assert [asked.option(place) for place in (0, 1, 2, -1)] == ["Taip", "Ne", None, None]
