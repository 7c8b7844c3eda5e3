"""Challenges for passkeys: each works once, for one purpose and for a few minutes; nothing is kept until it is used."""

import hmac
from datetime import UTC, datetime, timedelta

from assistant.usecases.ports import Clock, Secrets, UnitOfWork

CHALLENGE_HOLDS = timedelta(minutes=5)


class Challenges:
    """Makes challenges that prove themselves, so that whoever asks for many fills no table."""

    def __init__(self, clock: Clock, secrets: Secrets) -> None:
        self._clock = clock
        self._secrets = secrets

    def fresh(self, purpose: str) -> str:
        """A challenge for this purpose."""
        told = f"{self._secrets.token()}.{int((self._clock.now() + CHALLENGE_HOLDS).timestamp())}"
        return f"{told}.{self._mark(told, purpose)}"

    async def spend(self, work: UnitOfWork, challenge: str, purpose: str) -> bool:
        """Whether it is ours, for this purpose, not too old and not used before; it is used from now on."""
        told, _, mark = challenge.rpartition(".")
        if not hmac.compare_digest(mark.encode(), self._mark(told, purpose).encode()):
            return False
        until = datetime.fromtimestamp(int(told.rpartition(".")[2]), UTC)
        now = self._clock.now()
        return now < until and await work.factors.spend(self._secrets.hashed(challenge), until, now)

    def _mark(self, told: str, purpose: str) -> str:
        return self._secrets.hashed(f"challenge to {purpose}: {told}")
