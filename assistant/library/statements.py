"""Loads what the law asks for beside the easy texts; the privacy notice has a mark that changes with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import Field

from assistant.library.content_files import read_yaml
from assistant.library.library import Words
from assistant.library.schema import Entry, Text

EASY = "page.notice."
"""Messages whose ids begin so are the notice in easy language."""


class PartEntry(Entry):
    """A heading and what stands below it, each entry one sentence."""

    heading: Text
    paragraphs: Annotated[tuple[Text, ...], Field(min_length=1)]


class PrivacyEntry(Entry):
    """The privacy notice in legal language; `reviewed_by` are the municipalities whose officer has checked it."""

    since: date
    reviewed_by: tuple[Text, ...] = ()
    parts: Annotated[tuple[PartEntry, ...], Field(min_length=1)]


class AccessibilityEntry(Entry):
    """The law and the standard for pages that everybody can use, and when somebody last checked ours."""

    law: Text
    standard: Text
    checked_on: date


class StatementsFile(Entry):
    """content/lt/statements.yaml."""

    privacy: PrivacyEntry
    accessibility: AccessibilityEntry


@dataclass(frozen=True)
class Part:
    """A heading with its sentences."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Statements:
    """The privacy notice with its mark, `version` (twelve signs), and the law and the last check of accessibility."""

    version: str
    since: date
    reviewed_by: tuple[str, ...]
    parts: tuple[Part, ...]
    accessibility: AccessibilityEntry


def load_statements(path: Path, messages: Mapping[str, Words]) -> Statements:
    """The statements; `messages` hold the notice in easy language, which counts for the mark. Raises ContentError."""
    content = read_yaml(path, StatementsFile)
    privacy = content.privacy
    parts = tuple(Part(part.heading, part.paragraphs) for part in privacy.parts)
    return Statements(
        version=version_of(parts, messages),
        since=privacy.since,
        reviewed_by=privacy.reviewed_by,
        parts=parts,
        accessibility=content.accessibility,
    )


def version_of(parts: tuple[Part, ...], messages: Mapping[str, Words]) -> str:
    """Twelve signs that change with any word of the notice, in easy or in legal language."""
    easy = [(name, words.sentences) for name, words in sorted(messages.items()) if name.startswith(EASY)]
    legal = [(part.heading, part.paragraphs) for part in parts]
    lines = (line for heading, sentences in (*easy, *legal) for line in (heading, *sentences, ""))
    return sha256("\n".join(lines).encode()).hexdigest()[:12]
