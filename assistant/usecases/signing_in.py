"""What signing in needs of the outside: sessions, second factors, one-time codes, passkeys, another sign-in service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class SecondFactorRule(StrEnum):
    """Whether a sign-in link alone lets somebody in."""

    REQUIRED = "required"
    """Nobody is in without a second factor; who has none must set one up first."""
    OFFERED = "offered"
    """Who has a second factor must use it; who has none is asked to set one up."""
    OFF = "off"
    """Second factors are not asked for."""


class FactorKind(StrEnum):
    """What somebody has besides their mailbox."""

    APP = "app"
    """An app on a phone that shows a new code every 30 seconds."""
    PASSKEY = "passkey"
    """A key in a phone, a computer or a stick, opened by a finger, a face or a PIN."""


@dataclass(frozen=True)
class FactorRecord:
    """What is kept of a factor: of an app its sealed `secret`, of a passkey, which has none here, the rest."""

    name: str = ""
    secret: str = ""
    credential: str = ""
    public_key: str = ""


@dataclass(frozen=True)
class Factor:
    """A second factor of a member of staff.

    `counter` only grows: the last time step whose code was used, or the passkey's own count of uses. `handle` is the
    keyed hash of a passkey's id, by which its owner is found; empty for an app.
    """

    id: str
    staff: str
    kind: FactorKind
    record: FactorRecord
    added_at: datetime
    handle: str = ""
    used_at: datetime | None = None
    counter: int = 0


@dataclass(frozen=True)
class Device:
    """Which browser and system somebody signed in with, as far as they say so: Firefox, Windows."""

    browser: str = ""
    system: str = ""


UNKNOWN_DEVICE = Device()


@dataclass(frozen=True)
class StaffSession:
    """A sign-in session. One that is not whole waits for the second factor and may do nothing else."""

    id: str
    staff: str
    since: datetime
    used_at: datetime
    ends_at: datetime
    is_whole: bool = True
    device: Device = UNKNOWN_DEVICE


class Sessions(Protocol):
    """Sign-in sessions by the hashes of their secrets."""

    async def add(self, token_hash: str, session: StaffSession) -> None:
        """Store one; those that are over by its beginning are thrown away."""

    async def of_token(self, token_hash: str) -> StaffSession | None:
        """The session with this secret, also one that is over."""

    async def of_staff(self, staff_id: str) -> tuple[StaffSession, ...]:
        """All of a member of staff, last used first."""

    async def touch(self, session_id: str, now: datetime) -> None:
        """Note that it was used."""

    async def end(self, staff_id: str, session_id: str) -> None:
        """End one session of this member."""

    async def end_others(self, staff_id: str, kept: str) -> None:
        """End all sessions of this member but one; `kept` may be empty."""


class Factors(Protocol):
    """Second factors and recovery codes."""

    async def add(self, factor: Factor) -> bool:
        """Store one; False where this passkey is known already."""

    async def of_staff(self, staff_id: str) -> tuple[Factor, ...]:
        """Those of a member of staff, oldest first.

        Until the transaction ends nobody else can look at the same member's, so that the last one is not taken away
        by two at once.
        """

    async def by_handle(self, handle: str) -> Factor | None:
        """The passkey with this handle."""

    async def count_on(self, factor_id: str, counter: int, now: datetime) -> bool:
        """Note a use; False where the counter does not grow, which means that it was used already."""

    async def mark_used(self, factor_id: str, now: datetime) -> None:
        """Note a use of a passkey that does not count its uses."""

    async def remove(self, staff_id: str, factor_id: str) -> bool:
        """Take one away; False where this member has no such factor."""

    async def remove_all(self, staff_id: str) -> None:
        """Take all factors and recovery codes of a member away."""

    async def put_codes(self, staff_id: str, hashes: Sequence[str]) -> None:
        """Keep these recovery codes and no older ones."""

    async def use_code(self, staff_id: str, code_hash: str) -> bool:
        """Use up a recovery code; False where this member has no such code."""

    async def codes_left(self, staff_id: str) -> int:
        """How many recovery codes were not used yet."""

    async def spend(self, once: str, until: datetime, now: datetime) -> bool:
        """Note that something that works once was used; False where it was used already. Forgotten after `until`."""


class Seals(Protocol):
    """Locks small secrets, so that a stolen database without our own key opens nothing."""

    def sealed(self, secret: str, purpose: str) -> str:
        """The secret as text that only `opened` with the same purpose turns back."""

    def opened(self, sealed: str, purpose: str) -> str | None:
        """The secret; None where it was sealed for something else, by another key, or was changed."""


class AppCodes(Protocol):
    """Time-based one-time codes (RFC 6238), as apps on phones show them."""

    def fresh(self) -> str:
        """A new secret, in Base32 as apps take it."""

    def address(self, secret: str, account: str) -> str:
        """What the picture for the app holds."""

    def step(self, secret: str, code: str, now: datetime) -> int | None:
        """The time step that this code belongs to, at most one step away; None where it is wrong.

        It takes the same time whether and where the code fits.
        """


@dataclass(frozen=True)
class Proof:
    """What a passkey showed: which one it is, and its own count of uses, 0 where it keeps none."""

    credential: str
    public_key: str
    counter: int


class Passkeys(Protocol):
    """Passkeys (WebAuthn) of this site."""

    @property
    def are_possible(self) -> bool:
        """Whether browsers allow passkeys at our address: it needs a name, and HTTPS everywhere but on localhost."""

    def creation(self, challenge: str, account: str, email: str, known: Sequence[str]) -> str:
        """What a browser needs to make a passkey, as JSON; `known` are credentials that it must not make again."""

    def request(self, challenge: str, known: Sequence[str]) -> str:
        """What a browser needs to show a passkey, as JSON; without `known` it offers all it has for this site."""

    def told(self, answer: str) -> tuple[str, str]:
        """Challenge and credential that a browser's answer speaks of, unchecked; empty where it cannot be read."""

    def made(self, answer: str, challenge: str) -> Proof | None:
        """The passkey that was made for this challenge, with the person verified; None where anything is wrong."""

    def shown(self, answer: str, challenge: str, public_key: str, counter: int) -> Proof | None:
        """That this passkey answered this challenge, with the person verified; None where anything is wrong."""


@dataclass(frozen=True)
class Identity:
    """Whom another sign-in service vouches for; `is_strong` where it says that it asked for a second factor itself.

    An e-mail address may be given to somebody else one day. `subject` never is: it is that of one person for ever, and
    means something only together with the `issuer`, the service.
    """

    email: str
    issuer: str
    subject: str
    is_strong: bool = False


class KnownElsewhere(Protocol):
    """By which subject other sign-in services know accounts; each service knows an account by one."""

    async def staff_of(self, issuer: str, subject: str) -> str | None:
        """The id of the account that the service knows by this subject."""

    async def add(self, issuer: str, subject: str, staff_id: str) -> bool:
        """Keep it; False where the service knows this account, or this subject is known, otherwise already."""

    async def forget(self, staff_id: str) -> None:
        """The account is known nowhere else until its next sign-in there."""


class IdentityProvider(Protocol):
    """Another sign-in service that staff have already (OpenID Connect)."""

    async def address(self, state: str, nonce: str, verifier: str) -> str:
        """Where to send the browser. Raises SignInServiceError where the service does not answer."""

    async def identity(self, code: str, nonce: str, verifier: str) -> Identity:
        """Who came back with this code. Raises SignInServiceError, also where it does not vouch for the e-mail."""
