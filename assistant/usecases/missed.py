"""Where scrubbed words that were not understood are kept until an editor looks at them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.conversation.turn import MissedWords


@dataclass(frozen=True)
class Missed:
    """Words that were kept: a random id, which leads to nobody, and the day in Lithuania."""

    id: str
    words: MissedWords
    day: date


class MissedTexts(Protocol):
    """Words that were not understood."""

    async def add(self, name: str, words: MissedWords, day: date) -> None:
        """Keep words under this id."""

    async def newest(self, most: int) -> tuple[Missed, ...]:
        """As many of the newest at most, the newest day first, in the order of ids within a day."""

    async def drop(self, names: tuple[str, ...]) -> int:
        """Forget these; gives how many there were."""

    async def forget_before(self, day: date) -> int:
        """Forget what is older than this day; gives how many there were."""
