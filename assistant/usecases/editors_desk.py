"""Editors see every text with what the checker says of it, a text as the person will see it, and check words anew."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from assistant.conversation.messages import Message
from assistant.conversation.say import message_of
from assistant.conversation.state import Channel, Conversation, Place
from assistant.conversation.steps.step import Scene
from assistant.conversation.turn import Moment
from assistant.easy_language.report import Report
from assistant.library.library import Library
from assistant.library.report.facts import Card, ContentReport
from assistant.library.report.gathering import gathered
from assistant.library.vocabulary import Vocabulary, load_vocabulary
from assistant.usecases.comprehension import Comprehension, comprehension
from assistant.usecases.ports import Clock, UnitsOfWork

Stamp = tuple[int, int]


class Reading(StrEnum):
    """How a text is read: as usual, simpler, or by somebody who helps another person."""

    USUAL = "2"
    SIMPLER = "1"
    FOR_OTHER = "other"


@dataclass(frozen=True)
class Texts:
    """All answers with what is known of them; `understood` is by topic and service."""

    report: ContentReport
    understood: Mapping[tuple[str, str], Comprehension]

    @property
    def answers(self) -> tuple[Card, ...]:
        """The answers, in the order of the files."""
        return tuple(card for card in self.report.cards if card.marks)

    def card(self, topic: str, service: str) -> Card | None:
        """The card of an answer."""
        return next((card for card in self.answers if (card.id, card.service) == (topic, service)), None)


class EditorsDesk:
    """Reads the content folder as it is now; what the person sees is of the words that the program was started with."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, library: Library, content: Path) -> None:
        self._units = units
        self._clock = clock
        self._library = library
        self._content = content
        self._gathered: tuple[Stamp, ContentReport] | None = None
        self._gathering = asyncio.Lock()

    async def texts(self) -> Texts:
        """Every text with its findings. Raises ContentError where the folder cannot be read just now."""
        async with self._units() as work:
            counts = await work.tallies.all()
        understood = {(row.topic, row.service): row for row in comprehension(self._library, counts)}
        # Gathering takes seconds, so nobody does it twice at once, and not again while nothing has changed.
        async with self._gathering:
            return Texts(await asyncio.to_thread(self._report), understood)

    def readings(self, topic: str, service: str) -> tuple[Reading, ...]:
        """In which ways an answer is written; none where there is no such answer."""
        answer = self._library.topics.get((topic, service))
        if answer is None:
            return ()
        written = {Reading.USUAL: True, Reading.SIMPLER: bool(answer.simple), Reading.FOR_OTHER: bool(answer.for_other)}
        return tuple(reading for reading, is_written in written.items() if is_written)

    def preview(self, topic: str, service: str, reading: Reading) -> Message:
        """The answer as the chat says it, with its buttons."""
        conversation = Conversation(
            id="preview",
            channel=Channel.WEB,
            place=Place("topic", f"{topic}|{service}"),
            is_helper=reading is Reading.FOR_OTHER,
            is_simple=reading is Reading.SIMPLER,
            service=service,
        )
        return message_of(Scene(conversation, self._library, Moment(self._clock.today())))

    def is_newer_than_shown(self, card: Card) -> bool:
        """Whether the file has other words than those that the program was started with."""
        answer = self._library.topics.get((card.id, card.service))
        return answer is None or answer.fingerprint != card.fingerprint

    async def check(self, text: str, level: int) -> Report:
        """What the checker says of a text. Raises ValueError for a level other than 1, 2 and 3."""
        return await asyncio.to_thread(lambda: self._vocabulary.check(text, level))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary(self._content)

    def _report(self) -> ContentReport:
        today = self._clock.today()
        stamp = _stamp(self._content)
        if self._gathered is None or self._gathered[0] != stamp or self._gathered[1].day != today:
            self._gathered = (stamp, gathered(self._content, today))
        return self._gathered[1]


def _stamp(folder: Path) -> Stamp:
    """Changes with any file of the folder."""
    files = [path.stat() for path in folder.rglob("*.yaml")]
    return len(files), max((file.st_mtime_ns for file in files), default=0)
