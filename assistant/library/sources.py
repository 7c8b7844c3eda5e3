"""Loads the documents that statements rest on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from assistant.eligibility.rules import Source
from assistant.errors import ContentError
from assistant.library.content_files import read_yaml
from assistant.library.schema import SourceEntry

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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


def load_sources(folder: Path) -> Mapping[str, Document]:
    """The documents by id, which is the name of their file. What they say is for the checks of content.

    Raises ContentError, one line for each fault.
    """
    documents: dict[str, Document] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            documents[path.stem] = _document(path)
        except ContentError as error:
            faults.append(str(error))
    if faults:
        raise ContentError("\n".join(faults))
    if not documents:
        raise ContentError(f"{folder}:1: there are no sources here. Put the sources back, one file for each.")
    return MappingProxyType(documents)


def _document(path: Path) -> Document:
    if not _ID.fullmatch(path.stem):
        raise ContentError(f'{path}:1: "{path.stem}" is no id. Name the file in small letters with hyphens.')
    entry = read_yaml(path, SourceEntry)
    return Document(
        id=path.stem,
        title=entry.title,
        publisher=entry.publisher,
        address=entry.address,
        dated=entry.dated,
        checked_on=entry.checked_on,
    )
