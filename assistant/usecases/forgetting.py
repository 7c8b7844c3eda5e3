"""What forgetting needs of the outside: what is old enough, what was forgotten, and which referrals are no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from assistant.referrals.referral import Referral


class Kind(StrEnum):
    """What is forgotten, each counted by itself; the names are those that the command prints."""

    CHECKS = "unsent-checks"
    """Conversations from which nothing was sent: answers, draft and all that was said."""
    ANSWERS = "answers-beside-requests"
    """The same in conversations that go on since a request was sent from them, or opened by its receipt."""
    LINES = "conversation-lines"
    """What was said long ago in conversations that go on."""
    KEYS = "form-keys"
    """Keys by which a form or an update that comes twice is known."""
    CLOSED = "closed-requests"
    OUTBOX = "outbox-entries"
    LETTERS = "letter-files"
    UPDATES = "telegram-updates"
    LINKS = "sign-in-links"
    SESSIONS = "sessions"
    ONCE = "used-codes"
    TRIES = "receipt-tries"
    MISSED = "missed-words"
    AUDIT = "audit-lines"
    ERASED = "erased-on-wish"
    """Requests erased since the person wished so; never by the daily round."""


BY_AGE = (
    Kind.LINES,
    Kind.KEYS,
    Kind.OUTBOX,
    Kind.UPDATES,
    Kind.LINKS,
    Kind.SESSIONS,
    Kind.ONCE,
    Kind.TRIES,
    Kind.MISSED,
)
"""Kinds that go by their age alone, with nothing to be done besides."""


class Why(StrEnum):
    """Why a referral is no more."""

    PERSON = "person"
    STAFF = "staff"
    TERM = "term"


@dataclass(frozen=True)
class Erased:
    """A referral that is no more: by whose doing, and when."""

    number: str
    municipality: str
    at: datetime
    why: Why


@dataclass(frozen=True)
class Forgotten:
    """How many of a kind were forgotten on a day; `municipality` is empty where they belong to none."""

    day: date
    municipality: str
    kind: Kind
    times: int


class Forgetting(Protocol):
    """What is old enough to be forgotten. `before` is a moment: what happened at it, or later, stays."""

    async def count(self, kind: Kind, before: datetime) -> int:
        """How many of a kind in BY_AGE, or of CHECKS, would be forgotten."""

    async def forget(self, kind: Kind, before: datetime, limit: int) -> int:
        """Forget some of a kind in BY_AGE; gives how many, fewer than the limit where none is left."""

    async def forget_checks(self, before: datetime, limit: int) -> tuple[str, ...]:
        """Forget some conversations without a referral, with all that was said there; gives their ids."""

    async def idle(self, before: datetime, after: str, limit: int) -> tuple[str, ...]:
        """Conversations with a referral in which nothing was said since, by id, behind this id."""

    async def emptied(self, conversation: str) -> None:
        """Take away all that was said there, with the keys of what was heard."""

    async def to_warn(self, since: datetime, before: datetime, limit: int) -> tuple[tuple[str, datetime], ...]:
        """Telegram conversations whose last word is between these two, of which nobody was warned, with that word."""

    async def warned(self, conversation: str, last_word: datetime, at: datetime) -> None:
        """Note that the person was told; what they were told counts as no word."""

    async def ended(self, until: date, own: Mapping[str, date], after: str, limit: int) -> tuple[str, ...]:
        """Numbers of referrals over since this day or longer, behind this number; no examples.

        `own` are the days of municipalities that have a term of their own.
        """

    async def note(self, forgotten: Sequence[Forgotten]) -> None:
        """Add to what is counted of that day."""

    async def noted(self, municipality: str, since: date) -> tuple[Forgotten, ...]:
        """What was forgotten in a municipality, or belonged to none, since this day, newest first."""


class ErasedReferrals(Protocol):
    """Referrals that are no more."""

    async def erase(self, referral: Referral, at: datetime, why: Why) -> bool:
        """Take it away with all that leads to the person, and keep its number as erased.

        False where somebody changed it since it was read; then it stays.
        """

    async def talks_of(self, number: str) -> tuple[str, ...]:
        """The conversations that sent or opened a referral."""

    async def forget_idle(self, conversation: str, before: datetime) -> bool:
        """Take a conversation away where nothing was said since and no referral hangs on it; whether it was so."""

    async def of_number(self, number: str) -> Erased | None:
        """What is known of a referral that is no more."""

    async def of_municipality(self, municipality: str, limit: int) -> tuple[Erased, ...]:
        """Those that a municipality had, newest first."""


class OldFiles(Protocol):
    """Files that the program writes and nobody reads for ever, such as letters without a mail server."""

    def count(self, before: datetime) -> int:
        """How many are older."""

    def forget(self, before: datetime) -> int:
        """Delete those that are older; gives how many."""
