"""Work on requests as the inbox sees it: the list, one request, its paper, and every step on it."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from assistant.conversation.messages import Message
from assistant.delivery.outbox import OutboxEntry
from assistant.delivery.paper import Paper
from assistant.referrals.questions import Question
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.thread import CallResult, Ending
from assistant.usecases.finding import Filters, View
from assistant.usecases.listing import Listed
from assistant.usecases.ports import StaffMember


class Lists(Protocol):
    """The list of one's own municipality's requests."""

    async def show(self, member: StaffMember, view: View, filters: Filters, words: str = "", page: int = 1) -> Listed:
        """A page of the list. Words to look for lead through all requests, whatever the view."""

    async def changed(self, member: StaffMember, mark: str) -> tuple[str, int] | None:
        """None where the list is as it was at that mark; else its mark now, and how many requests have come since."""

    async def version(self, member: StaffMember, number: str) -> int:
        """Which version of a request is the newest. Raises ReferralNotFoundError."""


class Cases(Protocol):
    """Work on referrals; another municipality's is not found, whatever the call."""

    async def open(self, member: StaffMember, number: str) -> Referral:
        """One referral. Raises ReferralNotFoundError."""

    async def deliveries(self, member: StaffMember, number: str) -> tuple[OutboxEntry, ...]:
        """What was or is to be handed over about it, oldest first. Raises ReferralNotFoundError."""

    async def passwords(self, member: StaffMember, number: str) -> dict[str, tuple[str, ...]]:
        """What opens the locked documents of these deliveries, by entry. Raises ReferralNotFoundError."""

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        """Take it on. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError."""

    async def reply(self, member: StaffMember, number: str, version: int, text: str, key: str) -> Referral:
        """Answer the person; the same key twice is one reply. Raises as `take` does."""

    async def call(
        self,
        member: StaffMember,
        number: str,
        version: int,
        result: CallResult = CallResult.REACHED,
        text: str = "",
        *,
        key: str = "",
    ) -> Referral:
        """Note that the person was called, and what came of it. Raises as `take` does."""

    async def close(
        self, member: StaffMember, number: str, version: int, ending: Ending | None = None, *, key: str = ""
    ) -> Referral:
        """End the work on it. Raises as `take` does."""

    async def reopen(self, member: StaffMember, number: str, version: int, reason: str, *, key: str = "") -> Referral:
        """Work on it again. Raises ReferralNotFoundError, ReferralChangedError, ReferralNotClosedError."""

    async def retry(self, member: StaffMember, number: str) -> int:
        """Put what failed to be handed over back in line; gives how many. Raises ReferralNotFoundError."""


class WritesPapers(Protocol):
    """Puts a referral on paper; another municipality's is not found."""

    async def of_staff(self, member: StaffMember, number: str) -> Paper:
        """The request as a document. Raises ReferralNotFoundError."""

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as a file."""


class PassesOn(Protocol):
    """Gives a referral to the municipality that is the right one."""

    async def pass_on(self, member: StaffMember, number: str, version: int, target: str, reason: str) -> bool:
        """Whether it was moved; where not, the person was pointed there. Raises as `Cases.take` does."""

    async def hand(
        self, member: StaffMember, number: str, version: int, institution: str, reason: str, *, key: str = ""
    ) -> Referral:
        """Note that an institution has it now, and tell the person so. Raises as `Cases.take` does."""

    async def passed_away(self, member: StaffMember) -> tuple[PassedAway, ...]:
        """What one's own municipality passed on and does not have now."""


class Colleagues(Protocol):
    """What staff do among themselves; another municipality's referral is not found, whatever the call."""

    async def of(self, member: StaffMember) -> tuple[StaffMember, ...]:
        """All others who work in the same municipality, by e-mail."""

    async def away(self, member: StaffMember) -> Mapping[str, date]:
        """Who is away today, by e-mail, and the last day of it."""

    async def give(self, member: StaffMember, number: str, version: int, colleague: str, *, key: str = "") -> Referral:
        """Give it to a colleague, by e-mail. Raises UnknownColleagueError, else as `Cases.take` does."""

    async def note(self, member: StaffMember, number: str, text: str, *, key: str = "") -> Referral:
        """Write something for staff alone. Raises UnknownColleagueError, ReferralNotFoundError."""


class Merges(Protocol):
    """Makes one of two requests of one person."""

    async def doubles(self, member: StaffMember, number: str) -> tuple[Referral, ...]:
        """Open referrals that may be the same person's, newest first. Raises ReferralNotFoundError."""

    async def merge(self, member: StaffMember, number: str, version: int, other: str, other_version: int) -> Referral:
        """Go on with the earlier of the two, which is given back. Raises as `Cases.take` does."""


class Asks(Protocol):
    """Asks the person."""

    @property
    def ready(self) -> Mapping[str, tuple[str, ...]]:
        """Sets of answers that can be offered as they are, by name."""

    async def ask(self, member: StaffMember, number: str, version: int, question: Question, key: str) -> Referral:
        """Ask; the same key twice is one question. Raises as `Cases.take` does."""

    async def shown(self, member: StaffMember, number: str, what: Question | str) -> Message:
        """The question, or the reply, as the person will see it. Raises ReferralNotFoundError."""
