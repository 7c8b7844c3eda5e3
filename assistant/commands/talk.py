"""The terminal door: numbered buttons, typed words, and replies of staff as they come."""

import asyncio
import hashlib
import random
from typing import TextIO

from assistant.bootstrap import Assistant, assembled
from assistant.conversation.events import ChoicePressed, Event, Started, TextReceived
from assistant.conversation.messages import Kind, Message, Role
from assistant.conversation.state import Channel
from assistant.referrals.numbers import number_of
from assistant.settings import Settings
from assistant.usecases.ports import Line

LEAVE = frozenset({"/quit", "/exit"})


class SeededSecrets:
    """Repeatable ids and numbers, for transcripts; never for a conversation that others may reach."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose

    def token(self) -> str:
        """A repeatable token."""
        return f"{self._random.getrandbits(128):032x}"

    def hashed(self, secret: str) -> str:
        """A hash without a key: nobody opens a seeded conversation by its token."""
        return hashlib.sha256(secret.encode()).hexdigest()

    def number(self) -> str:
        """A repeatable referral number."""
        return number_of(self._random.randrange(1_000_000, 10_000_000))


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
        self._newest: Message | None = None
        self._seen: set[str] = set()

    async def hear(self, event: Event) -> None:
        """Pass on what the person did and show the answer."""
        messages = await self._assistant.converse.hear_in_chat(Channel.TERMINAL, self._person, event, "")
        self._show(messages)

    async def comes_back(self) -> None:
        """Show replies of staff that came since the person last said something; older ones were shown then."""
        lines = await self._lines()
        last_said = max((place for place, line in enumerate(lines) if line.said), default=0)
        self._seen |= {line.id for line in lines[:last_said]}
        await self.reads()

    async def reads(self) -> None:
        """Show replies of staff that came in the meantime."""
        for line in await self._lines():
            if line.message is not None and line.message.kind in {Kind.REPLY, Kind.NEWS} and line.id not in self._seen:
                self._show((line.message,))

    async def _lines(self) -> tuple[Line, ...]:
        conversation = await self._assistant.converse.conversation_of(Channel.TERMINAL, self._person)
        return await self._assistant.converse.lines(conversation) if conversation else ()

    def event_of(self, line: str) -> Event:
        """A number is the button with that number; everything else is words."""
        choices = self._newest.choices if self._newest else ()
        if line.isdecimal() and 1 <= int(line) <= len(choices):
            return ChoicePressed(choices[int(line) - 1].id)
        return TextReceived(line)

    def _show(self, messages: tuple[Message, ...]) -> None:
        for message in messages:
            self._seen.add(message.id)
            if message.progress:
                self._shown.write(f"\n[{message.progress.step} klausimas iš {message.progress.of}]")
            self._shown.write(f"\n{message.text}\n")
            if message.choices:
                self._newest = message
                self._show_choices(message)
        self._shown.flush()

    def _show_choices(self, message: Message) -> None:
        for number, choice in enumerate(message.choices, 1):
            end = "\n" if choice.role is Role.CONTENT else "  "
            self._shown.write(f"[{number}] {choice.label}{end}")
        self._shown.write("\n")
