"""Transactions that come to nothing, as when the disk is full at the very end."""

from types import TracebackType
from typing import Self

from assistant.bootstrap import Assistant
from assistant.commands.talk import SeededSecrets
from assistant.usecases.converse import Converse
from assistant.usecases.ports import UnitOfWork, UnitsOfWork
from assistant.usecases.submit import SubmitRequest


class CommitFailedError(Exception):
    """What the database says."""


class FailingUnit:
    """A real unit of work that does everything but the last step."""

    def __init__(self, inner: UnitOfWork) -> None:
        self._inner = inner

    async def __aenter__(self) -> Self:
        work = await self._inner.__aenter__()
        self.conversations = work.conversations
        self.referrals = work.referrals
        self.numbers = work.numbers
        self.outbox = work.outbox
        self.staff = work.staff
        self.updates = work.updates
        self.promises = work.promises
        self.followers = work.followers
        self.tries = work.tries
        self.tallies = work.tallies
        self.missed = work.missed
        self.sessions = work.sessions
        self.factors = work.factors
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._inner.__aexit__(kind, error, trace)

    async def commit(self) -> None:
        raise CommitFailedError


class FailingUnits:
    """The port UnitsOfWork whose transactions never last."""

    def __init__(self, inner: UnitsOfWork) -> None:
        self._inner = inner

    def __call__(self) -> FailingUnit:
        return FailingUnit(self._inner())


def converse_without_commit(assistant: Assistant) -> Converse:
    """The same conversation use case on the same database, where no commit succeeds."""
    secrets = SeededSecrets(99)
    return Converse(
        units=FailingUnits(assistant.units),
        library=assistant.library,
        clock=assistant.clock,
        secrets=secrets,
        submit=SubmitRequest(library=assistant.library, clock=assistant.clock, secrets=secrets),
    )
