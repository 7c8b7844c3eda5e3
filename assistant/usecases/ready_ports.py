"""What the use cases need of the outside to keep ready replies, and to know how easy a text is."""

from dataclasses import dataclass
from typing import Protocol


class Reads(Protocol):
    """Knows how easy a text is to read. May take a second when it is first asked."""

    def level(self, text: str) -> int:
        """The level of easy language that it reaches: 1, 2, or 0 where it is harder."""


@dataclass(frozen=True)
class KeptReady:
    """What a municipality keeps of a ready reply: one of its own, or a change of one that everybody has.

    `id` is that of the latter, and then `title` and `text` are empty where it stands as everybody has it. `position`
    is its place among the municipality's own. `version` counts stored changes; being used is none.
    """

    id: str
    title: str = ""
    text: str = ""
    used: int = 0
    position: int = 0
    is_removed: bool = False
    version: int = 0


class ReadyReplies(Protocol):
    """Ready replies as municipalities keep them."""

    async def of_municipality(self, municipality: str) -> tuple[KeptReady, ...]:
        """Everything that this municipality keeps, also what it removed, by position and id."""

    async def store(self, municipality: str, kept: KeptReady) -> None:
        """Store the next version, or a new one; `used` is left as it is.

        Raises ReadyReplyChangedError where somebody stored another since this version was read.
        """

    async def count(self, municipality: str, name: str) -> None:
        """Count one use."""
