"""The states of the talk that buttons and answers lead to, with the real engine in memory, breadth first.

There are thousands, and some hundreds of shapes: what is looked at with axe are the shapes, each in the first state
that has it. States are told apart, and chosen to go on from, as `make crawl` does it (docs/crawler.md).
"""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from typing import TYPE_CHECKING, Self

from assistant.conversation.events import TextReceived
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.library.pictures import read_pictures
from assistant.usecases.ports import Line
from tests.api.axe_crawl.shapes import shape_of
from tests.conftest import CONTENT, LEARNED
from tests.crawl.dialogue import Input
from tests.crawl.inputs import RIGHT, others, taps, words
from tests.crawl.novelty import Novelty
from tests.crawl.product import Product, Talk
from tests.crawl.remembering import remembering

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

BEGAN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

AT_A_MENU = frozenset(
    {
        *("question about a service", "question or wish", "danger", "danger perhaps", "private data"),
        *("another language", "rubbish", "news", "level set"),
    }
)
"""Kinds of what is written, and of what others do meanwhile, that are done at the menu: no button does them."""


@dataclass(frozen=True)
class Reached:
    """A state: the number of its beginning among those of the product, and what is done from there on."""

    beginning: int
    began: str
    way: tuple[Input, ...]

    @property
    def told(self) -> str:
        """The way in words."""
        return " › ".join((self.began, *(step.name for step in self.way)))


@dataclass(frozen=True)
class _Way:
    beginning: int
    began: str
    earlier: "_Way | None" = None
    done: Input | None = None

    def reached(self) -> Reached:
        steps: deque[Input] = deque()
        way: _Way | None = self
        while way is not None and way.done is not None:
            steps.appendleft(way.done)
            way = way.earlier
        return Reached(self.beginning, self.began, tuple(steps))


class States:
    """Goes through all states; `seen` and `done` count states and steps so far."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._pictures = read_pictures(CONTENT / "pictures")
        self._product = Product(library)
        self._at_a_menu = [one for one in (*words(library), *others()) if one.kind in AT_A_MENU]
        self.seen = 0
        self.done = 0

    def beginnings(self) -> list[tuple[str, Talk]]:
        """Where a talk on the web begins: anew, by links, with requests sent before, in towns set otherwise."""
        return [(name, talk) for name, talk in self._product.begins() if is_on_the_web(talk)]

    def of_new_shape(self) -> Iterator[Reached]:
        """The first state of each shape."""
        known: set[Hashable] = set()
        shapes: set[Hashable] = set()
        # What makes another shape needs no third circumstance.
        novelty = Novelty(width=2)
        waiting: deque[tuple[_Way, Talk]] = deque()

        def meet(way: _Way, talk: Talk) -> None:
            key = self._product.key(talk)
            if key not in known:
                known.add(key)
                waiting.append((way, talk))

        for number, (name, talk) in enumerate(self.beginnings()):
            meet(_Way(number, name), talk)
        while waiting:
            way, talk = waiting.popleft()
            self.seen += 1
            shape = shape_of(lines_of(talk.chat.messages), self._pictures)
            if shape not in shapes:
                shapes.add(shape)
                yield way.reached()
            if not novelty.is_new(self._product.standing(talk)):
                continue
            for one in self._inputs(talk):
                self.done += 1
                meet(_Way(way.beginning, way.began, way, one), self._product.after(talk, one))

    def _inputs(self, talk: Talk) -> Iterator[Input]:
        yield from taps(talk.chat.message)
        for right in RIGHT.get(talk.asking.expects, ()):
            yield Input("right answer typed", f"„{right}“", TextReceived(right))
        if talk.chat.conversation.place.step == "menu" and not talk.town:
            yield from self._at_a_menu


def is_on_the_web(talk: Talk) -> bool:
    """Whether the talk is one of the web chat."""
    return talk.chat.conversation.channel is Channel.WEB


def lines_of(messages: tuple[Message, ...], said: str = "", turn: int = 0) -> list[Line]:
    """What the person said, where they said anything, and the messages that answered it, as lines of the log."""
    at = BEGAN + timedelta(minutes=turn)
    lines = [Line(f"line{turn}said", at, said=said)] if said else []
    for place, message in enumerate(messages):
        name = f"line{turn}told{place}"
        lines.append(Line(name, at, message=replace(message, id=name)))
    return lines


class Ahead:
    """The first state of each shape, looked for in a process of its own while others are looked at.

    `seen` and `done` are there once all was read.
    """

    def __init__(self) -> None:
        context = get_context("spawn")
        self._found: Queue[Reached | tuple[int, int] | None] = context.Queue()
        self._process = context.Process(target=_look_ahead, args=(self._found,), daemon=True)
        self.seen = 0
        self.done = 0

    def __enter__(self) -> Self:
        self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()

    def __iter__(self) -> Iterator[Reached]:
        while isinstance(found := self._found.get(), Reached):
            yield found
        # What broke is told on standard error by the process itself.
        assert found is not None, "the states could not be looked for"
        self.seen, self.done = found


def _look_ahead(found: "Queue[Reached | tuple[int, int] | None]") -> None:
    try:
        library = load_library(CONTENT, LEARNED)
        states = States(library)
        with remembering(library):
            for reached in states.of_new_shape():
                found.put(reached)
        found.put((states.seen, states.done))
    except BaseException:
        found.put(None)
        raise
