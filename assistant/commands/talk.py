"""The terminal door: numbered buttons, typed words, and replies of staff as they come."""

import asyncio
import hashlib
import random
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from assistant.bootstrap import Assistant, assembled
from assistant.conversation.events import ChoicePressed, Event, Started, TextReceived
from assistant.conversation.messages import Choice, DocumentNotice, Kind, Message, Role
from assistant.conversation.state import Channel
from assistant.settings import Settings
from assistant.usecases.ports import Line

NEWS = frozenset({Kind.REPLY, Kind.NEWS, Kind.ASKED})
"""What comes without being asked for."""

LEAVE = frozenset({"/quit", "/exit"})


class SeededSecrets:
    """Repeatable ids and numbers, for transcripts; never for a conversation that others may reach."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose  # nosec B311

    def token(self) -> str:
        """A repeatable token."""
        return f"{self._random.getrandbits(128):032x}"

    def hashed(self, secret: str) -> str:
        """A hash without a key: nobody opens a seeded conversation by its token."""
        return hashlib.sha256(secret.encode()).hexdigest()

    def below(self, limit: int) -> int:
        """A repeatable number."""
        return self._random.randrange(limit)


async def talk_until_over(settings: Settings, person: str, seed: int | None, source: TextIO, shown: TextIO) -> None:
    """Talk until the input ends or the person types /quit."""
    async with assembled(settings, secrets=None if seed is None else SeededSecrets(seed)) as assistant:
        await talk(assistant, person, source, shown)


async def talk(assistant: Assistant, person: str, source: TextIO, shown: TextIO) -> None:
    """Go on with a person's conversation, line by line."""
    door = Terminal(assistant, person, shown)
    await door.comes_back()
    await door.hear(Started())
    while True:
        shown.write("> ")
        shown.flush()
        line = await asyncio.to_thread(source.readline)
        if not line or line.strip() in LEAVE:
            return
        await door.reads()
        await door.hear(door.event_of(line.strip()))


class Terminal:
    """One person's conversation in the terminal."""

    def __init__(self, assistant: Assistant, person: str, shown: TextIO) -> None:
        self._assistant = assistant
        self._person = person
        self._shown = shown
        self._buttons: tuple[Choice, ...] = ()
        self._asked: Message | None = None
        self._seen: set[str] = set()

    async def hear(self, event: Event) -> None:
        """Pass on what the person did and show the answer."""
        messages = await self._assistant.converse.hear_in_chat(Channel.TERMINAL, self._person, event, "")
        for message in messages:
            if message.document is not None:
                await self._write(message.document)
        self._show(messages)

    async def comes_back(self) -> None:
        """Show replies of staff that came since the person last said something; older ones were shown then."""
        lines = await self._lines()
        last_said = max((place for place, line in enumerate(lines) if line.said), default=0)
        self._seen |= {line.id for line in lines[:last_said]}
        for line in lines[:last_said]:
            self._note(line.message)
        await self.reads()

    async def reads(self) -> None:
        """Show replies of staff that came in the meantime."""
        for line in await self._lines():
            if line.message is not None and line.message.kind in NEWS and line.id not in self._seen:
                if line.message.document is not None:
                    await self._write(line.message.document)
                # Its buttons come with the next answer: a number that is typed already was meant for those before.
                self._tell(line.message)

    async def _write(self, notice: DocumentNotice) -> None:
        """Put the document into the data folder, readable by the owner alone, and say where it is."""
        papers = self._assistant.papers
        paper = await papers.in_chat(Channel.TERMINAL, self._person, notice)
        file = (self._assistant.settings.data_dir / "documents" / f"{paper.name}.pdf").resolve()
        _keep(file, await papers.pdf(paper))
        [words] = self._assistant.library.messages["paper.written"].said(path=str(file))
        self._shown.write(f"\n{words}\n")

    async def _lines(self) -> tuple[Line, ...]:
        conversation = await self._assistant.converse.conversation_of(Channel.TERMINAL, self._person)
        return await self._assistant.converse.lines(conversation) if conversation else ()

    def event_of(self, line: str) -> Event:
        """A number is the button with that number; everything else is words."""
        if line.isdecimal() and 1 <= int(line) <= len(self._buttons):
            return ChoicePressed(self._buttons[int(line) - 1].id)
        return TextReceived(line)

    def _tell(self, message: Message) -> None:
        self._seen.add(message.id)
        self._note(message)
        if message.progress:
            step, of = str(message.progress.step), str(message.progress.of)
            [progress] = self._assistant.library.messages["web.label.progress"].said(step=step, of=of)
            self._shown.write(f"\n[{progress}]")
        self._shown.write(f"\n{message.text}\n")

    def _note(self, message: Message | None) -> None:
        """Keep in mind the question of staff that waits, until it is over."""
        if message is None or message.asked is None:
            return
        if message.asked.is_open:
            self._asked = message
        elif self._asked is not None and self._asked.asked == replace(message.asked, is_open=True):
            self._asked = None

    def _show(self, messages: tuple[Message, ...]) -> None:
        self._buttons = ()
        for message in messages:
            self._tell(message)
            self._show_choices(message)
        if self._asked is not None and not any(choice in self._buttons for choice in self._asked.choices):
            # Nothing can be pressed further up in a terminal, so the buttons of the open question come along.
            intro = len(self._assistant.library.messages["asked"].sentences)
            words = (*self._assistant.library.messages["asked.question"].sentences, *self._asked.sentences[intro:])
            self._shown.write("\n".join(("", *words, "")))
            self._show_choices(self._asked)
        self._shown.flush()

    def _show_choices(self, message: Message) -> None:
        first = len(self._buttons) + 1
        self._buttons += message.choices
        for number, choice in enumerate(message.choices, first):
            end = "\n" if choice.role is Role.CONTENT else "  "
            self._shown.write(f"[{number}] {choice.label}{end}")
        if message.choices:
            self._shown.write("\n")


def _keep(file: Path, pdf: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_bytes(pdf)
