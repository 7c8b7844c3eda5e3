"""The assistant as the inbox sees it."""

from collections.abc import Mapping
from typing import Protocol, cast

from fastapi import Request

from api.inbox.settings.host import HasRemarks, KeepsOffices, KeepsTeams
from assistant.delivery.outbox import OutboxEntry
from assistant.delivery.paper import Paper
from assistant.library.library import ServiceName
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.routing import Municipality
from assistant.usecases.ports import StaffMember


class Cases(Protocol):
    """Work on referrals; another municipality's is not found, whatever the call."""

    async def inbox(self, member: StaffMember) -> tuple[Referral, ...]:
        """The referrals of one's own municipality: open ones first, then newest first."""

    async def open(self, member: StaffMember, number: str) -> Referral:
        """One referral. Raises ReferralNotFoundError."""

    async def deliveries(self, member: StaffMember, number: str) -> tuple[OutboxEntry, ...]:
        """What was or is to be handed over about it, oldest first. Raises ReferralNotFoundError."""

    async def passwords(self, member: StaffMember, number: str) -> dict[str, str]:
        """What opens the locked documents of these deliveries, by entry. Raises ReferralNotFoundError."""

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        """Take it on. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError."""

    async def reply(self, member: StaffMember, number: str, version: int, text: str, key: str) -> Referral:
        """Answer the person; the same key twice is one reply. Raises as `take` does."""

    async def call(self, member: StaffMember, number: str, version: int) -> Referral:
        """Note that the person was called. Raises as `take` does."""

    async def close(self, member: StaffMember, number: str, version: int) -> Referral:
        """End the work on it. Raises as `take` does."""

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

    async def passed_away(self, member: StaffMember) -> tuple[PassedAway, ...]:
        """What one's own municipality passed on and does not have now."""


class SignIns(Protocol):
    """Signing in by a one-time link."""

    async def sign_in(self, token: str) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""

    async def who(self, session: str) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is."""

    async def sign_out(self, session: str) -> None:
        """End the session."""


class Names(Protocol):
    """The part of the library from which the pages take the names of things."""

    @property
    def services(self) -> Mapping[str, ServiceName]:
        """Services by id."""

    @property
    def municipalities(self) -> Mapping[str, Municipality]:
        """Municipalities by id."""


class InboxSettings(Protocol):
    """The part of the settings that the inbox looks at."""

    @property
    def address(self) -> str:
        """The address under which staff reach the pages."""


class InboxHost(Protocol):
    """What the inbox needs of assistant.bootstrap.Assistant."""

    @property
    def settings(self) -> InboxSettings:
        """How it was started."""

    @property
    def library(self) -> Names:
        """The names of things."""

    @property
    def casework(self) -> Cases:
        """Work on referrals."""

    @property
    def papers(self) -> WritesPapers:
        """Requests on paper."""

    @property
    def passing(self) -> PassesOn:
        """Giving referrals away."""

    @property
    def staff_desk(self) -> SignIns:
        """Signing in."""

    @property
    def office_desk(self) -> KeepsOffices:
        """The settings of departments."""

    @property
    def team_desk(self) -> KeepsTeams:
        """Who works in departments."""

    @property
    def remarks(self) -> HasRemarks:
        """The checker of easy language."""


def the_inbox_host(request: Request) -> InboxHost:
    """The assistant that this application was made with."""
    return cast("InboxHost", request.app.state.assistant)
