"""A mail server that can be down, slow, busy or rude, and remembers every letter that reached it."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from enum import StrEnum

_NUMBER = re.compile(r"\b(\d\d) ?(\d\d) ?(\d\d) ?(\d\d)\b")
SLOW_SECONDS = 1.5


class Mood(StrEnum):
    """How it treats who comes."""

    KIND = "kind"
    SLOW = "slow"
    BUSY = "busy"
    RUDE = "rude"
    DROPS = "drops"


class MailServer:
    """SMTP enough for a client that posts one letter a connection; it listens on the same port for all its life."""

    def __init__(self) -> None:
        self.mood = Mood.KIND
        self.letters: Counter[str] = Counter()
        """How often each Message-ID came, also where the line was dropped after it had come."""
        self.ids: dict[str, set[str]] = {}
        """The Message-IDs of the letters about each number."""
        self.rounds: dict[str, int] = {}
        """In which round of letters a Message-ID was answered with 250."""
        self.refused = 0
        self._server: asyncio.Server | None = None
        self._port = 0
        self._lines: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Its address as the product wants it."""
        return f"smtp://127.0.0.1:{self._port}"

    def has_letter_about(self, number: str) -> bool:
        """Whether a letter about this referral was taken."""
        return any(known in self.rounds for known in self.ids.get(number, ()))

    async def comes_up(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def goes_down(self) -> None:
        """Nobody answers any more, and who is talking is cut off."""
        if self._server is not None:
            self._server.close()
            for line in self._lines:
                line.close()
            await self._server.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._lines.add(writer)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._take(reader, writer)
        finally:
            self._lines.discard(writer)
            writer.close()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mood = self.mood
        if mood is Mood.SLOW:
            await asyncio.sleep(SLOW_SECONDS)
        await _says(writer, "220 test")
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"QUIT":
                await _says(writer, "221 bye")
                return
            if word != b"DATA":
                await _says(writer, "250 ok")
                continue
            await _says(writer, "354 go on")
            content = await reader.readuntil(b"\r\n.\r\n")
            if not await self._answer(mood, message_from_bytes(content), writer):
                return

    async def _answer(self, mood: Mood, letter: Message, writer: asyncio.StreamWriter) -> bool:
        """Whether the line stays open."""
        if mood in {Mood.BUSY, Mood.RUDE}:
            self.refused += 1
            await _says(writer, "451 4.3.0 try later" if mood is Mood.BUSY else "550 5.1.1 no such mailbox")
            return True
        key = str(letter["Message-ID"])
        subject = str(make_header(decode_header(str(letter["Subject"]))))
        self.letters[key] += 1
        if found := _NUMBER.search(subject):
            self.ids.setdefault("".join(found.groups()), set()).add(key)
        if mood is Mood.DROPS:
            return False
        self.rounds.setdefault(key, self.letters[key])
        await _says(writer, "250 ok")
        return True


async def _says(writer: asyncio.StreamWriter, line: str) -> None:
    writer.write(f"{line}\r\n".encode())
    await writer.drain()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """One that is up, for as long as the block lasts."""
    server = MailServer()
    await server.comes_up()
    try:
        yield server
    finally:
        await server.goes_down()
