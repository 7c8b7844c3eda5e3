"""How a referral stands follows from its thread, whatever staff did."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.errors import ReferralAlreadyClosedError, ReferralNotClosedError, UnknownColleagueError
from assistant.referrals.mentions import handles_of, mentioned_in
from assistant.referrals.referral import Referral, Status
from assistant.referrals.request import Request
from assistant.referrals.thread import Author, CallResult, Details, Entry, EntryKind

Step = Callable[[Referral], Referral]

AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
DUE = date(2026, 12, 4)
LATER = date(2026, 12, 8)


def a_referral(number: str = "47128035", promised: date | None = DUE) -> Referral:
    request = Request("kretingos-rajono", "talk", for_other=False, name="Ona Onaitė")
    sent = Entry(EntryKind.SENT, Author.PERSON, AT)
    return Referral(number, f"draft-{number}", "talk-1", request, AT, (sent,), promised=promised)


@pytest.mark.parametrize(
    ("result", "status", "has_answer"),
    [
        (CallResult.REACHED, Status.ANSWERED, True),
        (CallResult.NO_ANSWER, Status.TAKEN, False),
        (CallResult.AGAIN, Status.TAKEN, False),
    ],
)
def test_only_a_call_that_reached_the_person_keeps_the_promise(
    result: CallResult, status: Status, has_answer: bool
) -> None:
    called = a_referral().called("ona", AT, result, "Tekstas.")

    assert (called.status, called.has_answer, called.taken_by) == (status, has_answer, "ona")
    assert called.is_promise_broken(LATER) is not has_answer
    assert called.thread[-1].details.result == result


def test_a_call_in_vain_after_an_answer_leaves_it_answered() -> None:
    assert a_referral().replied("ona", "Labas.", AT).called("ona", AT, CallResult.NO_ANSWER).status is Status.ANSWERED


def test_giving_it_away_gives_it_to_the_colleague() -> None:
    given = a_referral().given("ona", "jonas", AT)

    assert (given.status, given.taken_by, given.thread[-1].details.to) == (Status.TAKEN, "jonas", "jonas")
    assert not given.has_answer


def test_a_note_changes_nothing_and_can_be_written_after_the_end_too() -> None:
    new = a_referral().noted("ona", "Pastaba.", ("jonas",), AT)
    closed = a_referral().closed("ona", AT, "advice").noted("jonas", "Pastaba.", (), AT)

    assert (new.status, new.taken_by, new.has_answer) == (Status.NEW, "", False)
    assert (closed.status, closed.thread[-1].kind) == (Status.CLOSED, EntryKind.NOTED)


def test_an_institution_has_it_until_it_is_passed_on() -> None:
    handed = a_referral().handed("ona", "Globos namai", "Jie padeda.", AT)

    assert (handed.institution, handed.status, handed.has_answer) == ("Globos namai", Status.TAKEN, False)
    assert handed.passed_on("ona", "palangos-miesto", "Ten gyvena.", AT, None).institution == ""


def test_of_two_that_are_merged_the_earlier_promise_counts() -> None:
    kept, double = a_referral(promised=LATER), a_referral("55512340", promised=DUE)

    assert kept.joined_by("ona", double, AT).promised == DUE
    assert replace(kept, promised=None).joined_by("ona", double, AT).promised == DUE
    assert replace(kept, promised=None).joined_by("ona", replace(double, promised=None), AT).promised is None
    merged = double.merged_into("ona", kept.number, AT)
    assert (merged.status, merged.merged_with) == (Status.CLOSED, kept.number)
    assert merged.reopened("ona", "Ne tas žmogus.", AT).merged_with == ""


@pytest.mark.parametrize(("taken_by", "status"), [("", Status.NEW), ("ona", Status.TAKEN)])
def test_what_is_opened_again_goes_back_to_who_had_it(taken_by: str, status: Status) -> None:
    closed = replace(a_referral(), taken_by=taken_by).closed("jonas", AT)

    reopened = closed.reopened("jonas", "Žmogus paskambino.", AT)

    assert (reopened.status, reopened.is_over, reopened.is_reopened) == (status, False, True)
    assert not reopened.replied("ona", "Labas.", AT).is_reopened


def test_only_what_staff_closed_is_opened_again() -> None:
    for referral in (a_referral(), a_referral().withdrawn(AT)):
        with pytest.raises(ReferralNotClosedError):
            referral.reopened("ona", "Kodėl ne?", AT)


@pytest.mark.parametrize(
    "step",
    [
        lambda closed: closed.given("ona", "jonas", AT),
        lambda closed: closed.called("ona", AT, CallResult.NO_ANSWER),
        lambda closed: closed.handed("ona", "Namai", "", AT),
        lambda closed: closed.merged_into("ona", "1", AT),
        lambda closed: closed.joined_by("ona", a_referral("2"), AT),
    ],
)
def test_what_is_over_takes_no_step_but_a_note(step: Step) -> None:
    with pytest.raises(ReferralAlreadyClosedError):
        step(a_referral().closed("ona", AT))


def test_the_same_form_is_known_again_and_another_text_in_it_is_not() -> None:
    noted = a_referral().noted("ona", "Pastaba.", (), AT).by_form("key")

    assert noted.has(EntryKind.NOTED, "Pastaba.", Details(key="key"))
    assert not noted.has(EntryKind.NOTED, "Kita pastaba.", Details(key="key"))
    assert not a_referral().noted("ona", "Pastaba.", (), AT).has(EntryKind.NOTED, "Pastaba.", Details())


TEAM = handles_of(["ona@kretinga.example", "jonas@kretinga.example", "jonas@centras.example"])


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Be kolegų, bet su paštu a.b@c.example.", ()),
        ("@ona, ar pameni?", ("ona@kretinga.example",)),
        ("Klausk (@Ona). @ona@kretinga.example.", ("ona@kretinga.example",)),
        ("@jonas@centras.example ir @ona", ("jonas@centras.example", "ona@kretinga.example")),
    ],
)
def test_a_note_calls_colleagues_by_the_first_part_of_their_address(text: str, mentions: tuple[str, ...]) -> None:
    assert mentioned_in(text, TEAM) == mentions


@pytest.mark.parametrize("text", ["@petras", "@jonas"])
def test_a_name_that_is_nobodys_or_two_peoples_is_refused(text: str) -> None:
    with pytest.raises(UnknownColleagueError, match=text[1:]):
        mentioned_in(text, TEAM)
