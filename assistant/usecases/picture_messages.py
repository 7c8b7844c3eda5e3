"""Pictures of content for messengers: drawn and handed over once, named again from then on."""

from typing import Protocol

from assistant.usecases.ports import UnitsOfWork


class Pictures(Protocol):
    """Draws the pictures of content as files that any messenger shows."""

    def fingerprint(self, picture: str) -> str:
        """Changes with everything that can be seen of the picture; empty where there is no such picture."""

    async def png(self, picture: str) -> bytes:
        """The picture, on a white ground. Raises KeyError where there is no such picture."""


class PictureMessages:
    """Ids of files hold for one bot alone, so `bot` is a part of every name."""

    def __init__(self, pictures: Pictures, units: UnitsOfWork) -> None:
        self._pictures = pictures
        self._units = units
        self._known: dict[str, str] = {}

    async def known(self, picture: str, bot: str) -> str:
        """The id under which the messenger has the picture; empty where it has not."""
        name = self._name(picture, bot)
        if name and name not in self._known:
            async with self._units() as work:
                file = await work.messenger_files.find(name)
            if file:
                self._known[name] = file
        return self._known.get(name, "")

    async def drawn(self, picture: str) -> bytes:
        """The picture as PNG; empty where there is no such picture."""
        return await self._pictures.png(picture) if self._pictures.fingerprint(picture) else b""

    async def handed_over(self, picture: str, bot: str, file: str) -> None:
        """The messenger has it under this id now."""
        name = self._name(picture, bot)
        self._known[name] = file
        async with self._units() as work:
            await work.messenger_files.keep(name, file)
            await work.commit()

    async def refused(self, picture: str, bot: str) -> None:
        """The messenger does not know the id that we had."""
        name = self._name(picture, bot)
        self._known.pop(name, None)
        async with self._units() as work:
            await work.messenger_files.forget(name)
            await work.commit()

    def _name(self, picture: str, bot: str) -> str:
        fingerprint = self._pictures.fingerprint(picture)
        return f"{bot}:picture:{fingerprint}" if fingerprint else ""
