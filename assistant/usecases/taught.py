"""Words that editors accepted where the content files cannot be written: they wait to be put there by hand."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Taught:
    """Words and the topic that they mean; `service` is empty where they tell of none."""

    id: str
    topic: str
    service: str
    text: str
    day: date


class TaughtWords(Protocol):
    """What was accepted and is not in the content files yet."""

    async def add(self, taught: Taught) -> None:
        """Keep it."""

    async def all(self) -> tuple[Taught, ...]:
        """Everything, the oldest day first, by topic and text within a day."""

    async def drop(self, names: tuple[str, ...]) -> int:
        """Forget these; gives how many there were."""
