"""Everything in content that a person may read, each with its place, its level and what it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.easy_language.findings import Scope
from assistant.library.checks.reading import Content
from assistant.library.schema import ComprehensionEntry


@dataclass(frozen=True)
class Shown:
    """Sentences that appear together; `lines` are their lines in the file. `may_ask` where a question may end them."""

    file: str
    lines: tuple[int, ...]
    sentences: tuple[str, ...]
    level: int
    scope: Scope
    may_ask: bool = False


class _Place(Protocol):
    """Where a file's values stand."""

    @property
    def file(self) -> str: ...

    def line(self, *location: str | int) -> int: ...


def shown_texts(content: Content) -> Iterator[Shown]:
    """All texts and all buttons."""
    yield from _topics(content)
    yield from _messages(content)
    yield from _questions(content)
    yield from _rules(content)
    yield from _services(content)


def _topics(content: Content) -> Iterator[Shown]:
    for read in content.topics:
        for topic, entry in read.content.topics.items():
            yield _button(read, entry.title, "topics", topic, "title")
            yield _text(read, entry.sentences, 2, "topics", topic, "sentences", may_ask=False)
            yield _text(read, entry.simple, 1, "topics", topic, "simple", may_ask=False)
            yield _text(read, entry.for_other, 2, "topics", topic, "for_other", may_ask=False)
            if entry.understood is not None:
                yield from _understood(read, topic, entry.understood)


def _understood(read: _Place, topic: str, entry: ComprehensionEntry) -> Iterator[Shown]:
    """The question about a text is as easy as the easiest text."""
    place = ("topics", topic, "understood")
    yield Shown(read.file, (read.line(*place, "question"),), (entry.question,), 1, Scope.MESSAGE, may_ask=True)
    for position, choice in enumerate(entry.choices):
        yield _button(read, choice.label, *place, "choices", position, "label")


def _messages(content: Content) -> Iterator[Shown]:
    for read in content.messages:
        for name, entry in read.content.root.items():
            yield _text(read, entry.sentences, 2, name, "sentences")
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
                yield _text(read, sentences, 2, name, part)
            for position, choice in enumerate(entry.choices):
                yield _button(read, choice.label, name, "choices", position, "label")
                if choice.label_for_other:
                    yield _button(read, choice.label_for_other, name, "choices", position, "label_for_other")


def _rules(content: Content) -> Iterator[Shown]:
    for read in content.rules:
        for position, criterion in enumerate(read.content.criteria):
            for part, texts in (("texts", criterion.texts), ("texts_for_other", criterion.texts_for_other)):
                for truth, sentence in texts:
                    place = ("criteria", position, part, truth)
                    yield Shown(read.file, (read.line(*place),), (sentence,), 2, Scope.MESSAGE)


def _services(content: Content) -> Iterator[Shown]:
    for read in content.services:
        for name, entry in read.content.root.items():
            yield _button(read, entry.label, name, "label")


def _text(read: _Place, sentences: Sequence[str], level: int, *location: str | int, may_ask: bool = True) -> Shown:
    lines = tuple(read.line(*location, position) for position in range(len(sentences)))
    return Shown(read.file, lines, tuple(sentences), level, Scope.MESSAGE, may_ask)


def _button(read: _Place, label: str, *location: str | int) -> Shown:
    return Shown(read.file, (read.line(*location),), (label,), 2, Scope.BUTTON)
