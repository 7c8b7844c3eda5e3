"""Loads the glossary: hard words in all forms in which they stand in texts, each explained in two easy sentences."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, RootModel

from assistant.eligibility.rules import Source
from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.library import Term
from assistant.library.schema import Citation, Entry, Text
from assistant.library.sources import Document
from assistant.understanding.terms import in_small_letters

SENTENCES = 2
"""Of each explanation; a longer one would hide the answer in which the word stands."""


class TermEntry(Entry):
    """A hard word: `forms` are the other forms of `term`, an explanation is SENTENCES long.

    A `common` word is explained to somebody who asks, but not marked in texts, and other explanations may use it.
    """

    term: Text
    forms: tuple[Text, ...] = ()
    sentences: Annotated[tuple[Text, ...], Field(min_length=SENTENCES, max_length=SENTENCES)]
    picture: str = ""
    sources: tuple[Citation, ...] = ()
    common: bool = False


class GlossaryFile(RootModel[dict[Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")], TermEntry]]):
    """content/lt/glossary.yaml: every hard word by its id."""


def load_terms(path: Path, sources: Mapping[str, Document]) -> Mapping[str, Term]:
    """Every hard word by its id.

    Raises ContentError, one line for each fault: also where a form stands twice, or a source is not among `sources`.
    """
    content, lines = read_yaml_with_lines(path, GlossaryFile)
    faults = [*_doubles(path, lines, content), *_unknown_sources(path, lines, content, sources)]
    if faults:
        raise ContentError("\n".join(faults))
    return MappingProxyType({name: _term(name, entry, sources) for name, entry in content.root.items()})


def forms_of(terms: Mapping[str, Term]) -> Mapping[str, str]:
    """Every form with the id of its word."""
    return {form: term.id for term in terms.values() for form in term.forms}


def _term(name: str, entry: TermEntry, sources: Mapping[str, Document]) -> Term:
    return Term(
        id=name,
        term=entry.term,
        forms=(entry.term, *entry.forms),
        sentences=entry.sentences,
        picture=entry.picture,
        sources=tuple(_cited(citation, sources) for citation in entry.sources),
        is_common=entry.common,
    )


def _cited(citation: Citation, sources: Mapping[str, Document]) -> Source:
    return sources[citation.source].cited(citation.place)


def _doubles(path: Path, lines: Lines, content: GlossaryFile) -> Iterator[str]:
    homes: dict[str, str] = {}
    for name, entry in content.root.items():
        places: list[tuple[str, tuple[str | int, ...]]] = [(entry.term, (name, "term"))]
        places += [(form, (name, "forms", position)) for position, form in enumerate(entry.forms)]
        for form, place in places:
            home = homes.setdefault(" ".join(in_small_letters(form)), name)
            if home != name or (place[1] == "forms" and form == entry.term):
                yield f'{path}:{lines.at(place)}: "{form}" stands also at "{home}". Keep one of the two.'


def _unknown_sources(path: Path, lines: Lines, content: GlossaryFile, sources: Mapping[str, Document]) -> Iterator[str]:
    for name, entry in content.root.items():
        for position, citation in enumerate(entry.sources):
            if citation.source not in sources:
                line = lines.at((name, "sources", position))
                yield f'{path}:{line}: the source "{citation.source}" is not known. Mend its spelling, or add it.'
