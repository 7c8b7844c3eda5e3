"""Transactions that come to nothing, as when the disk is full at the very end."""

from types import TracebackType
from typing import Self, cast, get_type_hints

from assistant.bootstrap import Assistant
from assistant.commands.talk import SeededSecrets
from assistant.usecases.converse import Converse
from assistant.usecases.erasing import Erasing
from assistant.usecases.own_data import OwnData
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
        for name in get_type_hints(UnitOfWork):
            setattr(self, name, getattr(work, name))
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

    def __call__(self) -> UnitOfWork:
        return cast("UnitOfWork", FailingUnit(self._inner()))


def converse_without_commit(assistant: Assistant) -> Converse:
    """The same conversation use case on the same database, where no commit succeeds."""
    secrets = SeededSecrets(99)
    erasing = Erasing(clock=assistant.clock, secrets=secrets)
    return Converse(
        units=FailingUnits(assistant.units),
        present=assistant.present,
        clock=assistant.clock,
        secrets=secrets,
        own_data=OwnData(present=assistant.present, clock=assistant.clock, erasing=erasing, kept_days=30),
        submit=SubmitRequest(present=assistant.present, clock=assistant.clock, secrets=secrets),
    )
