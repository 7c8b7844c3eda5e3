"""Where it is known which voice messages and pictures the messenger has already."""

from typing import Protocol


class MessengerFiles(Protocol):
    """Which files the messenger has already, by name, and what it calls them."""

    async def find(self, name: str) -> str | None:
        """The messenger's id of the file."""

    async def keep(self, name: str, file: str) -> None:
        """The messenger has it under this id now."""

    async def forget(self, name: str) -> None:
        """The messenger does not know its own id any more."""
