"""The desk of ready replies over a dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from assistant.errors import ReadyReplyChangedError
from assistant.library.ready_replies import ReadyText
from assistant.referrals.routing import Municipality
from assistant.usecases.ready import ReadyDesk
from assistant.usecases.ready_ports import KeptReady
from tests.usecases.fake_clock import FakeClock

if TYPE_CHECKING:
    from assistant.usecases.ports import Secrets, UnitsOfWork

Kept = dict[tuple[str, str], KeptReady]


@dataclass
class ReadyInMemory:
    """The port ReadyReplies, and the unit of work that holds nothing else."""

    kept: Kept

    @property
    def ready(self) -> Self:
        return self

    @property
    def audit(self) -> Self:
        return self

    def note(self, *_: object) -> None:
        """Nothing of these tests is about the log."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    async def commit(self) -> None:
        return None

    async def of_municipality(self, municipality: str) -> tuple[KeptReady, ...]:
        found = [kept for (home, _), kept in self.kept.items() if home == municipality]
        return tuple(sorted(found, key=lambda kept: (kept.position, kept.id)))

    async def store(self, municipality: str, kept: KeptReady) -> None:
        before = self.kept.get((municipality, kept.id), KeptReady(kept.id))
        if before.version != kept.version:
            raise ReadyReplyChangedError(kept.id)
        self.kept[municipality, kept.id] = replace(kept, version=kept.version + 1, used=before.used)

    async def count(self, municipality: str, name: str) -> None:
        before = self.kept.get((municipality, name), KeptReady(name))
        self.kept[municipality, name] = replace(before, used=before.used + 1)


class _Counted:
    def __init__(self) -> None:
        self._numbers = count(1)

    def token(self) -> str:
        return f"own-{next(self._numbers)}"


def a_ready_desk(
    kept: Kept,
    built_in: Mapping[str, ReadyText],
    municipalities: Mapping[str, Municipality],
    clock: FakeClock | None = None,
) -> ReadyDesk:
    units = cast("UnitsOfWork", lambda: ReadyInMemory(kept))
    return ReadyDesk(
        units=units,
        clock=clock or FakeClock(),
        secrets=cast("Secrets", _Counted()),
        built_in=built_in,
        municipalities=municipalities,
        first_names=("Ona", "Vardenė"),
    )
