"""The answers as pages: a shelf for each service and one for what is general, each answer under an address of its own.

Addresses are made of what people read, in plain letters. The two services that have one name in everyday speech stand
on shelves of their own and never meet.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.chat.taps import Tap
from api.dependencies import HasWords
from assistant.conversation.topics import OTHER_LANGUAGE, SMALL_TALK
from assistant.library.library import ServiceName, Term, TopicAnswer
from assistant.understanding.normalize import folded

ROOT = "/temos"

_LEFT_OUT = SMALL_TALK - {OTHER_LANGUAGE}
"""A greeting or a goodbye is an answer, but nothing to read."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Leaf:
    """One answer with its address."""

    answer: TopicAnswer
    address: str


@dataclass(frozen=True)
class Shelf:
    """The answers about one service, in the order of the file; `service` is None on the shelf of general answers."""

    slug: str
    label: str
    service: ServiceName | None
    leaves: Mapping[str, Leaf]

    @property
    def address(self) -> str:
        """Where the shelf is read."""
        return f"{ROOT}/{self.slug}"

    @property
    def picture(self) -> str:
        """The picture of the service; of general answers one that promises to tell."""
        return self.service.picture if self.service else "info"

    def near(self, leaf: Leaf, others: Sequence["Shelf"]) -> tuple[Leaf, ...]:
        """The answers to go on with: of this very service, else the general ones, never those of another service."""
        general = next((shelf for shelf in others if shelf.service is None), self)
        found = (self.of(topic) or general.of(topic) for topic in leaf.answer.related)
        return tuple(near for near in found if near is not None)

    def of(self, topic: str) -> Leaf | None:
        """The leaf of a topic by its id."""
        return next((leaf for leaf in self.leaves.values() if leaf.answer.topic == topic), None)


def shelves_of(library: HasWords, general: str) -> Mapping[str, Shelf]:
    """All shelves by the name in their address; `general` is what the shelf of general answers is called."""
    services = [service for service in library.services.values() if any(of == service.id for _, of in library.topics)]
    shelves = [_shelf(library, service.label, service) for service in services] + [_shelf(library, general, None)]
    return {shelf.slug: shelf for shelf in shelves}


def _shelf(library: HasWords, label: str, service: ServiceName | None) -> Shelf:
    slug = slug_of(label)
    leaves: dict[str, Leaf] = {}
    for (topic, of), answer in library.topics.items():
        if of != (service.id if service else "") or topic in _LEFT_OUT:
            continue
        own = slug_of(answer.title)
        # Two answers may have one title; then the id, which is plain too, tells them apart.
        name = own if own not in leaves else topic
        leaves[name] = Leaf(answer, f"{ROOT}/{slug}/{name}")
    return Shelf(slug, label, service, leaves)


def slug_of(words: str) -> str:
    """The words as a part of an address: plain small letters, digits and hyphens."""
    return _NOT_PLAIN.sub("-", folded(words)).strip("-")


@dataclass(frozen=True)
class Line:
    """A sentence with the hard words in it."""

    text: str
    taps: tuple[Tap, ...]


@dataclass(frozen=True)
class Meaning:
    """A hard word of a text as the list below it explains it; `tap` leads there and back."""

    term: Term
    tap: Tap


def lines_of(library: HasWords, answer: TopicAnswer, sentences: Sequence[str]) -> tuple[Line, ...]:
    """The sentences with their hard words, each marked once; the words of the title are what is explained anyway."""
    about = {found.term for found in library.term_finder.find((answer.title,))}
    taps: dict[int, list[Tap]] = {}
    for found in library.term_finder.find(sentences):
        term = library.terms[found.term]
        if not term.is_common and found.term not in about:
            taps.setdefault(found.sentence, []).append(Tap(term.id, found.start, found.end, term.sentences, ""))
    return tuple(Line(sentence, tuple(taps.get(place, ()))) for place, sentence in enumerate(sentences))


def meanings_of(library: HasWords, lines: Sequence[Line]) -> Iterator[Meaning]:
    """The hard words of these lines in their order."""
    for line in lines:
        for tap in line.taps:
            yield Meaning(library.terms[tap.id], tap)
