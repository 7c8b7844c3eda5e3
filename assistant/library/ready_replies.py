"""Loads the ready replies that every municipality has from the beginning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, RootModel

from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.ready_fields import unknown_fields
from assistant.library.schema import Entry, Text

LONGEST_TITLE = 60


@dataclass(frozen=True)
class ReadyText:
    """A reply that is written already: what it is for, and its sentences, each on a line, with fields and blanks."""

    id: str
    title: str
    text: str


class ReadyEntry(Entry):
    """One ready reply."""

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]
    sentences: Annotated[tuple[Text, ...], Field(min_length=1)]


class ReadyRepliesFile(RootModel[dict[Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")], ReadyEntry]]):
    """content/lt/ready_replies.yaml: every ready reply by its id, in the order in which they are offered."""


def load_ready_replies(path: Path) -> Mapping[str, ReadyText]:
    """Every ready reply by its id. Raises ContentError, also for a field that nobody can fill."""
    content, lines = read_yaml_with_lines(path, ReadyRepliesFile)
    faults = tuple(_faults(path, lines, content))
    if faults:
        raise ContentError("\n".join(faults))
    return MappingProxyType(
        {name: ReadyText(name, entry.title, "\n".join(entry.sentences)) for name, entry in content.root.items()}
    )


def _faults(path: Path, lines: Lines, content: ReadyRepliesFile) -> Iterator[str]:
    for name, entry in content.root.items():
        for position, sentence in enumerate(entry.sentences):
            for field in unknown_fields(sentence):
                line = lines.at((name, "sentences", position))
                yield f"{path}:{line}: nobody can fill in {field}. Write one of the fields that other replies have."
