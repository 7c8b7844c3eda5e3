"""The words beside the texts that a person or a member of staff may read: names, pictures, sources, staff words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from babel.messages.pofile import read_po

from assistant.easy_language.findings import Scope
from assistant.i18n import catalog_path
from assistant.library.checks.reading import Content
from assistant.library.checks.shown import Place, Shown

LEVEL_OF_STAFF = 3
LEVEL_OF_SOURCES = 3
"""Documents have the names that others gave them; who asks for a source wants to find it."""

_ENDS = (".", "!", "?", ":")
"""What does not end so is a label, a state or a heading."""

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def shown_names(content: Content) -> Iterator[Shown]:
    """Everything that `shown_texts` leaves out."""
    yield from _services(content)
    yield from _pictures(content)
    yield from _receipt_words(content)
    yield from _municipalities(content)
    yield from _sources(content)
    yield from _easier(content)
    yield from _titles(content)


def staff_words(locale: str = "lt") -> Iterator[Shown]:
    """Every word of the staff pages, of letters to staff and of the report, from the catalog."""
    path = catalog_path(locale)
    with path.open("rb") as source:
        for message in read_po(source, locale=locale):
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            for position, form in enumerate(forms if message.id else ()):
                sentence = _PLACEHOLDER.sub(r"{\1}", form)
                place = (str(message.id), position)
                line = message.lineno or 1
                scope = Scope.LETTER if sentence.endswith(_ENDS) else Scope.NAME
                yield Shown(str(path), (line,), (sentence,), LEVEL_OF_STAFF, scope, place=place)


def _services(content: Content) -> Iterator[Shown]:
    for read in content.services:
        for name, entry in read.content.root.items():
            yield _name(read, entry.genitive, name, "genitive")
            yield _name(read, entry.accusative, name, "accusative")


def _pictures(content: Content) -> Iterator[Shown]:
    """What a picture means is read aloud in its place."""
    for read in content.drawings:
        for name, picture in read.content.root.items():
            yield _name(read, picture.meaning, name, "meaning")


def _receipt_words(content: Content) -> Iterator[Shown]:
    for read in content.receipt_words:
        for position, entry in enumerate(read.content.root):
            yield _name(read, entry.word, position, "word")


def _municipalities(content: Content) -> Iterator[Shown]:
    for read in content.municipalities:
        for position, entry in enumerate(read.content.root):
            for case in ("name", "genitive", "accusative", "locative", "seat_elsewhere"):
                if form := getattr(entry, case):
                    yield _name(read, form, position, case)
            for part in ("contact", "general"):
                contact = getattr(entry, part)
                if contact and contact.department:
                    yield _name(read, contact.department, position, part, "department")


def _sources(content: Content) -> Iterator[Shown]:
    for sources in content.sources:
        yield _source(sources, sources.content.title, "title")
    for topics in content.topics:
        for topic, entry in topics.content.topics.items():
            for position, citation in enumerate(entry.sources):
                place = ("topics", topic, "sources", position, "place")
                yield _source(topics, citation.place, *place)
    for rules in content.rules:
        for position, criterion in enumerate(rules.content.criteria):
            for part in ("title", "place"):
                words = getattr(criterion.source, part)
                yield _source(rules, words, "criteria", position, "source", part)


def _easier(content: Content) -> Iterator[Shown]:
    """Words that staff may put into a reply are as easy as the reply should be."""
    for read in content.easier:
        for position, entry in enumerate(read.content.wordings):
            place = ("wordings", position)
            yield replace(_name(read, entry.why, *place, "why"), level=LEVEL_OF_STAFF, scope=Scope.LETTER)
            for number, words in enumerate(entry.easy):
                yield replace(_name(read, words, *place, "easy", number), scope=Scope.TEXT)
            for shape, words in entry.exact.items():
                if words:
                    yield replace(_name(read, words, *place, "exact", shape), scope=Scope.TEXT)


def _titles(content: Content) -> Iterator[Shown]:
    """What staff choose a ready reply by."""
    for read in content.ready_replies:
        for name, entry in read.content.root.items():
            yield replace(_name(read, entry.title, name, "title"), level=LEVEL_OF_STAFF)


def _name(read: Place, words: str, *location: str | int) -> Shown:
    return Shown(read.file, (read.line(*location),), (words,), 2, Scope.NAME, place=location)


def _source(read: Place, words: str, *location: str | int) -> Shown:
    line = read.line(*location)
    return Shown(read.file, (line,), (words,), LEVEL_OF_SOURCES, Scope.NAME, place=location, cites=True)
