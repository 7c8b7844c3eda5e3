"""Loads the documents that statements rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from assistant.eligibility.rules import Source
from assistant.library.content_files import read_yaml
from assistant.library.schema import SourcesFile


@dataclass(frozen=True)
class Document:
    """A document with the day on which somebody last looked at it; `dated` is empty where it bears no date."""

    id: str
    title: str
    publisher: str
    address: str
    dated: str
    checked_on: date

    def cited(self, place: str) -> Source:
        """A place in this document."""
        return Source(title=self.title, place=place, checked_on=self.checked_on)


def load_sources(path: Path) -> Mapping[str, Document]:
    """The documents by id. Raises ContentError."""
    return MappingProxyType(
        {name: Document(id=name, **entry.model_dump()) for name, entry in read_yaml(path, SourcesFile).root.items()}
    )
