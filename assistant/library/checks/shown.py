"""Everything in content that a person may read, each with its place, its level and what it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.easy_language.findings import Scope
from assistant.library.checks.reading import Content
from assistant.library.schema import ComprehensionEntry


@dataclass(frozen=True)
class Shown:
    """Sentences that appear together; `lines` are their lines in the file. `may_ask` where a question may end them.

    `explains` is the hard word that they explain, so that it must stand in them. `place` is where in the file they
    stand: topics, privacy, sentences. `cites` where what stands in quotation marks is a name or a heading that others
    gave, which must be told as it is. `goes_on` where a question may be asked and the text go on, as letters do.
    """

    file: str
    lines: tuple[int, ...]
    sentences: tuple[str, ...]
    level: int
    scope: Scope
    may_ask: bool = False
    explains: str = ""
    place: tuple[str | int, ...] = ()
    cites: bool = False
    goes_on: bool = False


READ_BACK = "replay"
"""The message, with all that belong to it, and the question."""


class Place(Protocol):
    """Where a file's values stand."""

    @property
    def file(self) -> str:
        """The file, as problems tell it."""

    def line(self, *location: str | int) -> int:
        """The line of the value at this location."""


def shown_texts(content: Content) -> Iterator[Shown]:
    """All texts and all buttons."""
    yield from _topics(content)
    yield from _messages(content)
    yield from _questions(content)
    yield from _rules(content)
    yield from _services(content)
    yield from _glossary(content)
    yield from _ready_replies(content)


def _topics(content: Content) -> Iterator[Shown]:
    for read in content.topics:
        for topic, entry in read.content.topics.items():
            yield _button(read, entry.title, "topics", topic, "title")
            yield _text(read, entry.sentences, 2, "topics", topic, "sentences", may_ask=False)
            yield _text(read, entry.simple, 1, "topics", topic, "simple", may_ask=False)
            yield _text(read, entry.for_other, 2, "topics", topic, "for_other", may_ask=False)
            if entry.understood is not None:
                yield from _understood(read, topic, entry.understood)


def _understood(read: Place, topic: str, entry: ComprehensionEntry) -> Iterator[Shown]:
    """The question about a text is as easy as the easiest text."""
    place = ("topics", topic, "understood")
    asked = (*place, "question")
    yield Shown(read.file, (read.line(*asked),), (entry.question,), 1, Scope.MESSAGE, may_ask=True, place=asked)
    for position, choice in enumerate(entry.choices):
        yield _button(read, choice.label, *place, "choices", position, "label")


def _messages(content: Content) -> Iterator[Shown]:
    for read in content.messages:
        for name, entry in read.content.root.items():
            yield _text(read, entry.sentences, _level_of(name), name, "sentences")
            yield _text(read, entry.for_other, 2, name, "for_other")


def _questions(content: Content) -> Iterator[Shown]:
    for read in content.questions:
        for name, entry in read.content.root.items():
            parts: Mapping[str, Sequence[str]] = {
                "sentences": entry.sentences,
                "for_other": entry.for_other,
                "why": entry.why,
                "dont_know": entry.dont_know,
            }
            for part, sentences in parts.items():
                yield _text(read, sentences, _level_of(name), name, part)
            for position, choice in enumerate(entry.choices):
                yield _button(read, choice.label, name, "choices", position, "label")
                if choice.label_for_other:
                    yield _button(read, choice.label_for_other, name, "choices", position, "label_for_other")


def _level_of(name: str) -> int:
    """What is read back to the person whom a helper writes about is as easy as can be."""
    return 1 if name == READ_BACK or name.startswith(f"{READ_BACK}.") else 2


def _rules(content: Content) -> Iterator[Shown]:
    for read in content.rules:
        for position, criterion in enumerate(read.content.criteria):
            for part, texts in (("texts", criterion.texts), ("texts_for_other", criterion.texts_for_other)):
                for truth, sentence in texts:
                    place = ("criteria", position, part, truth)
                    yield Shown(read.file, (read.line(*place),), (sentence,), 2, Scope.MESSAGE, place=place)


def _services(content: Content) -> Iterator[Shown]:
    for read in content.services:
        for name, entry in read.content.root.items():
            yield _button(read, entry.label, name, "label")


def _glossary(content: Content) -> Iterator[Shown]:
    for read in content.glossary:
        for name, entry in read.content.root.items():
            # Whoever asks what a word means gets the easiest sentences.
            text = _text(read, entry.sentences, 1, name, "sentences", may_ask=False)
            yield replace(text, explains=entry.term)


def _ready_replies(content: Content) -> Iterator[Shown]:
    for read in content.ready_replies:
        for name, entry in read.content.root.items():
            text = _text(read, entry.sentences, 2, name, "sentences")
            yield replace(text, scope=Scope.TEXT, goes_on=True)


def _text(read: Place, sentences: Sequence[str], level: int, *location: str | int, may_ask: bool = True) -> Shown:
    lines = tuple(read.line(*location, position) for position in range(len(sentences)))
    return Shown(read.file, lines, tuple(sentences), level, Scope.MESSAGE, may_ask, place=location)


def _button(read: Place, label: str, *location: str | int) -> Shown:
    return Shown(read.file, (read.line(*location),), (label,), 2, Scope.BUTTON, place=location)
