"""What the use cases need of the outside so that a person knows: promises kept in mind, followers, failed tries."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from assistant.referrals.referral import Referral


class Promises(Protocol):
    """By when municipalities promised to answer, and who was told about it already."""

    async def to_remind_of(self, until: date, limit: int) -> tuple[str, ...]:
        """Numbers of open, unanswered referrals promised until this day, of which staff were not reminded."""

    async def broken(self, today: date, limit: int) -> tuple[str, ...]:
        """Numbers of open, unanswered referrals promised before this day, of which nobody was told.

        Those that wait for the person are left out.
        """

    async def mark_reminded(self, referral: Referral, at: datetime) -> bool:
        """Note that staff are reminded; False where somebody did so, or changed the referral, since it was read."""

    async def mark_broken(self, referral: Referral, at: datetime) -> bool:
        """Note that the person is told; False where somebody did so, or changed the referral, since it was read."""


class Followers(Protocol):
    """Conversations that opened a referral by its receipt."""

    async def add(self, number: str, conversation: str, at: datetime) -> bool:
        """Let the conversation see the referral; answers are not brought there yet. False where it saw it already."""

    async def tell(self, number: str, conversation: str, *, is_told: bool) -> None:
        """Bring answers to this follower from now on, or no longer."""

    async def remove(self, number: str, conversation: str) -> None:
        """Let the conversation see the referral no longer."""

    async def told(self, number: str) -> tuple[str, ...]:
        """The conversations, besides the one that sent it, to which answers are brought."""


class Tries(Protocol):
    """Failed tries to open a receipt."""

    async def locked_until(self, subjects: Sequence[str], now: datetime) -> datetime | None:
        """Until when one of these may not try; None where all may.

        Until the transaction ends nobody else can look at or count the same subjects.
        """

    async def fail(self, subject: str) -> int:
        """Count a failure; gives how many there were in a row. To be called after `locked_until` only."""

    async def lock(self, subject: str, until: datetime) -> None:
        """Let nobody try until then."""

    async def forget(self, subjects: Sequence[str]) -> None:
        """Forget failures: the right person has come."""
