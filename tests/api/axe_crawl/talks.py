"""The web door around talks with the real engine, each standing where the crawler wants it to stand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from api.app import create_app
from assistant.conversation.events import ChoicePressed, Event, TextReceived
from assistant.conversation.messages import Message
from assistant.library.library import Library
from tests.api.axe_crawl.dialogue import Opened
from tests.api.axe_crawl.states import Reached, States, lines_of
from tests.api.fake_host import FakeConverse, FakeHost, FakeSettings
from tests.browser import free_listener, served
from tests.crawl.product import Talk

TURNS_SHOWN = 3
"""Turns before the newest that the page shows: enough for what was said before to stand above it."""


@dataclass
class _Standing:
    talk: Talk
    turn: int


class Talks(FakeConverse):
    """Conversations that begin in the midst, and go on with the real engine."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._beginnings = States(library).beginnings()
        self._standing: dict[str, _Standing] = {}

    def opened_at(self, reached: Reached, *, before_last: bool = False) -> Opened:
        """A conversation that stands in this state, or in the one before it."""
        conversation = f"talk{len(self.tokens) + 1}"
        self.tokens[conversation] = f"token-{conversation}"
        self.said[conversation] = []
        _, talk = self._beginnings[reached.beginning]
        # The beginning is used again and again.
        standing = self._standing[conversation] = _Standing(_copied(talk), 0)
        self.said[conversation] = lines_of(standing.talk.chat.messages)
        for done in reached.way[: len(reached.way) - before_last]:
            self._does(conversation, done.event)
        return Opened(conversation, self.tokens[conversation])

    def _answer(self, conversation: str, event: Event) -> tuple[Message, ...]:
        return self._does(conversation, event)

    def _does(self, conversation: str, event: Event) -> tuple[Message, ...]:
        standing = self._standing[conversation]
        before, after = standing.talk, _copied(standing.talk)
        after.chat.does(event)
        standing.turn += 1
        standing.talk = Talk(after.chat, after.town)
        # Where nothing is said, what was said before still stands there.
        told = after.chat.messages if after.chat.messages is not before.chat.messages else ()
        said = _said_by(event, before)
        lines = lines_of(told, said, standing.turn)
        self.said[conversation] = [*self.said[conversation][-TURNS_SHOWN * 2 :], *lines]
        return tuple(line.message for line in lines if line.message)


def _said_by(event: Event, before: Talk) -> str:
    """The words that the log shows of what the person did; empty where it was none of theirs."""
    match event:
        case TextReceived(text=text):
            return text
        case ChoicePressed(choice=choice):
            return next((one.label for one in before.chat.message.choices if one.id == choice), choice)
        case _:
            return ""


def _copied(talk: Talk) -> Talk:
    return Talk(talk.chat.copy(), talk.town)


@contextmanager
def talking(library: Library) -> Iterator[tuple[Talks, str]]:
    """The talks, and the address under which a browser finds them, for as long as the block lasts."""
    listener, address = free_listener()
    talks = Talks(library)
    host = FakeHost(FakeSettings(address), converse=talks)
    with served(create_app(host), listener):
        yield talks, address
