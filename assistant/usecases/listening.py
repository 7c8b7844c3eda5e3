"""Makes words of what people say aloud, where the operator has a speech model; nothing of the voice is kept."""

from typing import Protocol

from assistant.errors import NotHeardError

LONGEST = 60
"""Seconds of one voice message; whoever has more to say is asked to say less."""


class Recogniser(Protocol):
    """Somebody who understands speech."""

    async def words_of(self, sound: bytes) -> str:
        """The words in a file of sound; empty where there are none. Raises NotHeardError."""

    async def close(self) -> None:
        """Nothing will be asked any more."""


class Listen:
    """`recogniser` is None where the operator has no model."""

    def __init__(self, recogniser: Recogniser | None) -> None:
        self._recogniser = recogniser

    @property
    def is_on(self) -> bool:
        """Whether anything can be understood at all."""
        return self._recogniser is not None

    @property
    def longest(self) -> int:
        """Seconds that are listened to."""
        return LONGEST

    async def words_of(self, sound: bytes) -> str:
        """The words, never none. Raises NotHeardError."""
        words = "" if self._recogniser is None else " ".join((await self._recogniser.words_of(sound)).split())
        if not any(sign.isalnum() for sign in words):
            raise NotHeardError("There are no words in it.")
        return words

    async def close(self) -> None:
        """Nothing will be asked any more."""
        if self._recogniser is not None:
            await self._recogniser.close()
