"""Where it is known which voice messages the messenger has already."""

from typing import Protocol


class VoiceFiles(Protocol):
    """Which voice messages the messenger has already, by name, and what it calls them."""

    async def find(self, name: str) -> str | None:
        """The messenger's id of the file."""

    async def keep(self, name: str, file: str) -> None:
        """The messenger has it under this id now."""

    async def forget(self, name: str) -> None:
        """The messenger does not know its own id any more."""
