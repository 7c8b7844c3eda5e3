"""The assistant as the inbox sees it."""

from collections.abc import Mapping
from typing import Protocol, cast

from fastapi import Request

from assistant.delivery.outbox import OutboxEntry
from assistant.delivery.paper import Paper
from assistant.library.library import ServiceName
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.routing import Municipality, Route
from assistant.usecases.ports import StaffMember
from assistant.usecases.second_factors import Added, AppOffer
from assistant.usecases.signing_in import Device, Factor, StaffSession
from assistant.usecases.staff import Threshold


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
    """Signing in by a one-time link, and the sessions that come of it."""

    async def ask_link(self, email: str, source: str) -> None:
        """Send a link to this address, if it has an account; nothing tells whether it has."""

    async def sign_in(self, token: str, device: Device) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""

    async def threshold(self, session: str) -> Threshold | None:
        """Who has shown the first thing with this secret and still has to show the second."""

    async def is_offered(self, session: str) -> bool:
        """Whether whoever is signed in with this secret has no second factor and is to be offered one."""

    async def sessions(self, member: StaffMember) -> tuple[StaffSession, ...]:
        """Where this member is signed in, last used first."""

    async def session_id(self, session: str) -> str:
        """What the session with this secret is called in the list."""

    async def end_session(self, member: StaffMember, session_id: str) -> None:
        """End one session of this member."""

    async def end_others(self, member: StaffMember, session: str) -> None:
        """End all sessions of this member but the one with this secret."""

    async def who(self, session: str) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is."""

    async def sign_out(self, session: str) -> None:
        """End the session."""


class HasSecondFactors(Protocol):
    """Setting up second factors, and letting in whoever shows one."""

    @property
    def has_passkeys(self) -> bool:
        """Whether browsers allow passkeys at our address."""

    async def may_set_up(self, session: str) -> StaffMember | None:
        """Who may add a factor with this session."""

    def app_offer(self, member: StaffMember) -> AppOffer:
        """A fresh secret for an app."""

    def app_offered(self, member: StaffMember, sealed: str) -> AppOffer | None:
        """The same offer again."""

    async def add_app(self, session: str, sealed: str, code: str, name: str) -> Added:
        """Add an app. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def passkey_offer(self, session: str) -> str:
        """What a browser needs to make a passkey. Raises SignInRefusedError."""

    async def add_passkey(self, session: str, answer: str, name: str) -> Added:
        """Add a passkey. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def by_code(self, session: str, code: str) -> str:
        """Let in by a code; gives the new session's secret. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def passkey_request(self, session: str = "") -> str:
        """What a browser needs to show a passkey."""

    async def by_passkey(self, answer: str, device: Device, session: str = "") -> str:
        """Let in by a passkey; gives the new session's secret. Raises SecondFactorRefusedError."""

    async def of_member(self, member: StaffMember) -> tuple[tuple[Factor, ...], int]:
        """The member's factors, and how many recovery codes are left."""

    async def new_codes(self, member: StaffMember) -> tuple[str, ...]:
        """Fresh recovery codes; none where there is no factor."""

    async def remove(self, member: StaffMember, factor_id: str) -> None:
        """Take a factor away. Raises LastFactorError."""


class SignsInElsewhere(Protocol):
    """Signing in by a service that staff have already."""

    async def begin(self) -> tuple[str, str]:
        """Where to send the browser, and what it must keep. Raises SignInServiceError."""

    async def finish(self, kept: str, state: str, code: str, device: Device) -> str:
        """The session's secret for whoever came back. Raises SignInServiceError, NoAccountError."""


class Names(Protocol):
    """The part of the library from which the pages take the names of things."""

    @property
    def services(self) -> Mapping[str, ServiceName]:
        """Services by id."""

    @property
    def municipalities(self) -> Mapping[str, Municipality]:
        """Municipalities by id."""

    @property
    def routes(self) -> Mapping[str, Route]:
        """Those that receive referrals here, by id."""


class InboxSettings(Protocol):
    """The part of the settings that the inbox looks at."""

    @property
    def address(self) -> str:
        """The address under which staff reach the pages."""

    @property
    def sign_in_service(self) -> str:
        """What the button to the other sign-in service says; empty where there is none."""


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
    def second_factors(self) -> HasSecondFactors:
        """Second factors."""

    @property
    def single_sign_on(self) -> SignsInElsewhere:
        """Signing in by another service."""


def the_inbox_host(request: Request) -> InboxHost:
    """The assistant that this application was made with."""
    return cast("InboxHost", request.app.state.assistant)
