"""A change by a helper writes over who confirmed the request; earlier requests hold no word of it."""

from dataclasses import replace
from datetime import UTC, datetime

from assistant.referrals.confirming import Confirmation
from assistant.referrals.referral import Referral
from assistant.referrals.request import Request

AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
BEFORE = Request("kretingos-rajono", "talk", for_other=True, name="Jonas")


def test_only_the_persons_own_yes_is_theirs() -> None:
    assert [one for one in Confirmation if one.is_by_person] == [Confirmation.PERSON]


def test_a_change_keeps_what_stood_there_and_what_stands_there_now() -> None:
    after = replace(BEFORE, name="Jonas Jonaitis", confirmation=Confirmation.PERSON)

    changed = Referral("47128035", "c/1", "c", BEFORE, AT).changed(BEFORE, after, AT)

    assert changed.request == after
    assert [(change.field, change.before, change.after) for change in changed.thread[-1].changes] == [
        ("name", "Jonas", "Jonas Jonaitis"),
        ("confirmation", "", "person"),
    ]
