"""A message as a voice message: what is content alone is handed to the messenger once and named again from then on."""

from collections.abc import Sequence

from assistant.usecases.ports import UnitsOfWork
from assistant.usecases.speaking import Form, Speak


class VoiceMessages:
    """Ids of files hold for one bot alone, so `bot` is a part of every name."""

    def __init__(self, speak: Speak, units: UnitsOfWork) -> None:
        self._speak = speak
        self._units = units

    @property
    def is_on(self) -> bool:
        """Whether anything can be heard at all."""
        return self._speak.is_on

    async def known(self, sentences: Sequence[str], bot: str) -> str:
        """The id under which the messenger has these sentences; empty where it has not."""
        name = self._name(sentences, bot)
        if not name:
            return ""
        async with self._units() as work:
            return await work.messenger_files.find(name) or ""

    async def rendered(self, sentences: Sequence[str]) -> bytes:
        """These sentences as Ogg Opus. Raises NoSoundError."""
        return await self._speak.aloud(sentences, Form.OPUS)

    async def handed_over(self, sentences: Sequence[str], bot: str, file: str) -> None:
        """The messenger has them under this id now. Nothing is kept of what is anybody's own."""
        name = self._name(sentences, bot)
        if name:
            async with self._units() as work:
                await work.messenger_files.keep(name, file)
                await work.commit()

    async def refused(self, sentences: Sequence[str], bot: str) -> None:
        """The messenger does not know the id that we had."""
        name = self._name(sentences, bot)
        if name:
            async with self._units() as work:
                await work.messenger_files.forget(name)
                await work.commit()

    def _name(self, sentences: Sequence[str], bot: str) -> str:
        name = self._speak.shared_name(sentences)
        return f"{bot}:{name}" if name else ""
