"""Signing in as the inbox sees it: links, sessions, second factors, other sign-in services."""

from typing import Protocol

from assistant.usecases.factor_offers import Added, AppOffer
from assistant.usecases.ports import StaffMember
from assistant.usecases.signing_in import Device, Factor, StaffSession
from assistant.usecases.staff import Threshold


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

    async def is_fresh(self, session: str) -> bool:
        """Whether whoever is signed in with this secret did so in the last minutes."""

    async def sessions(self, member: StaffMember) -> tuple[StaffSession, ...]:
        """Where this member is signed in, last used first."""

    async def session_id(self, session: str) -> str:
        """What the session with this secret is called in the list."""

    async def end_session(self, member: StaffMember, session_id: str) -> None:
        """End one session of this member."""

    async def end_others(self, member: StaffMember, session: str) -> None:
        """End all sessions of this member but the one with this secret."""

    async def who(self, session: str, *, is_act: bool = True) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is; `is_act` is False where a page asks by itself."""

    async def sign_out(self, session: str) -> None:
        """End the session."""


class HasSecondFactors(Protocol):
    """Setting up second factors, and letting in whoever shows one."""

    @property
    def has_passkeys(self) -> bool:
        """Whether browsers allow passkeys at our address."""

    async def may_set_up(self, session: str) -> StaffMember | None:
        """Who may add a factor, by the secret of their sign-in."""

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
