"""A referral is taken away for good: its words, all that leads to the person, and the key of what is encrypted."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.errors import ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.usecases.forgetting import Erased, Why
from assistant.usecases.keyed import by_each_key
from assistant.usecases.ports import Clock, Secrets, UnitOfWork

PURPOSE = "erased"
CODE_LENGTH = 16
"""Hexadecimal digits of a code: nobody hits one of 2**64 by trying."""

DestroysKey = Callable[[UnitOfWork, str], Awaitable[None]]
"""Destroys the data key of this owner (number of a referral, id of a conversation): no backup can be read for it."""


async def no_key(work: UnitOfWork, owner: str) -> None:
    """Where nothing is encrypted by a key of its own, there is none to destroy."""


@dataclass(frozen=True)
class Proof:
    """That a referral was erased: the number, the moment (UTC, whole seconds), and the code that proves both."""

    number: str
    at: datetime
    code: str


class Erasing:
    """Erases referrals in the caller's unit of work, and proves it later; the caller commits."""

    def __init__(self, *, clock: Clock, secrets: Secrets, destroys_key: DestroysKey = no_key) -> None:
        self._clock = clock
        self._secrets = secrets
        self._destroys_key = destroys_key

    async def erase(
        self, work: UnitOfWork, referral: Referral, why: Why, *, idle_before: datetime | None = None
    ) -> Proof:
        """Take it away. Raises ReferralChangedError where somebody changed it since it was read.

        Its conversations go with it where nothing was said in them since `idle_before` and no other one hangs on them.
        """
        at = self._clock.now().replace(microsecond=0)
        talks = await work.erased.talks_of(referral.number)
        if not await work.erased.erase(referral, at, why):
            raise ReferralChangedError(referral.number)
        await self._destroys_key(work, referral.number)
        if idle_before is not None:
            for conversation in talks:
                if await work.erased.forget_idle(conversation, idle_before):
                    await self._destroys_key(work, conversation)
        return Proof(referral.number, at, self.code_of(referral.number, at))

    async def destroy_key(self, work: UnitOfWork, conversation: str) -> None:
        """What was said in a conversation is gone; what is said there from now on gets a key of its own."""
        await self._destroys_key(work, conversation)

    def code_of(self, number: str, at: datetime) -> str:
        """The code that only this installation can make, in groups of four: 7F3A 90C2 11BD 44E0."""
        return _spaced(self._secrets.hashed(_proved(number, at)))

    def fits(self, erased: Erased, code: str) -> bool:
        """Whether this is the code of what was erased, however it is written, and by whichever of our keys."""
        shown = "".join(code.split()).upper().encode()
        digests = by_each_key(self._secrets.hashed(_proved(erased.number, erased.at)))
        codes = ["".join(_spaced(digest).split()).encode() for digest in digests]
        return any(hmac.compare_digest(shown, one) for one in codes)


def _proved(number: str, at: datetime) -> str:
    return f"{PURPOSE}\n{number}\n{at.isoformat()}"


def _spaced(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in range(0, CODE_LENGTH, 4)).upper()
