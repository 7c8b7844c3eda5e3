"""What every step of staff on a referral has in common: it meets the version that its page showed, and is done once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from assistant.errors import ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import Details, EntryKind
from assistant.usecases.auditing import Did
from assistant.usecases.ports import StaffMember, UnitOfWork

DoneT = TypeVar("DoneT")


@dataclass(frozen=True)
class Deed:
    """The entry that a form asks for. The key of the form stands in `details`; without one nothing was done before."""

    kind: EntryKind
    text: str
    details: Details


async def looked_up(
    work: UnitOfWork, member: StaffMember, number: str, version: int, deed: Deed
) -> tuple[Referral, bool]:
    """The referral, and whether this very form was done already.

    Raises ReferralNotFoundError, and ReferralChangedError where it is no longer the version that the page showed.
    """
    known = await work.referrals.load(number, member.municipality)
    if known.has(deed.kind, deed.text, deed.details):
        return known, True
    if known.version != version:
        raise ReferralChangedError(number)
    return known, False


_DID = {
    EntryKind.TAKEN: Did.TOOK,
    EntryKind.GIVEN: Did.GAVE,
    EntryKind.ASKED: Did.ASKED,
    EntryKind.CALLED: Did.CALLED,
    EntryKind.TRIED: Did.CALLED,
    EntryKind.NOTED: Did.NOTED,
    EntryKind.HANDED: Did.PASSED_ON,
    EntryKind.MERGED: Did.MERGED,
    EntryKind.CLOSED: Did.CLOSED,
    EntryKind.REOPENED: Did.REOPENED,
}


def put_down(work: UnitOfWork, member: StaffMember, number: str, kind: EntryKind, at: datetime) -> None:
    """Put into the audit log what came into the thread of a referral; the commit of the unit of work writes both."""
    work.audit.note(member, _DID[kind], number, at)


async def pressed_once(attempt: Callable[[], Awaitable[DoneT]]) -> DoneT:
    """What the attempt gives; the same form sent twice at the same moment is no refusal.

    Raises ReferralChangedError where it was somebody else.
    """
    try:
        return await attempt()
    except ReferralChangedError:
        # Whoever was faster may have been this very form: looking once more tells.
        return await attempt()
