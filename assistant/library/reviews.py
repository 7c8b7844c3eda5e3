"""Loads who has reviewed which answer: readers for whom we write, and somebody who knows the law.

The marks stand in a file of their own, not in the topics: other people add them at another time, and a topic
file stays what it is, the words that are read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.library import TopicAnswer
from assistant.library.schema import Entry, ServiceId, Text


class ReviewKind(StrEnum):
    """Who judged: people for whom the text is written, or somebody who knows the law."""

    READERS = "readers"
    LAW = "law"


class ReviewEntry(Entry):
    """One review. `by` is a role or an organisation; `text` is the fingerprint of the words that were judged."""

    topic: Text
    service: ServiceId | None = None
    kind: ReviewKind
    by: Text
    date: date
    text: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class ReviewsFile(RootModel[list[ReviewEntry]]):
    """content/reviews.yaml."""


class Standing(StrEnum):
    """Whether the words as they are now were reviewed."""

    NONE = "none"
    CHANGED = "changed"
    HOLDS = "holds"


@dataclass(frozen=True)
class Mark:
    """What can be claimed about one answer; `by` and `day` are of the newest review, empty where there is none."""

    kind: ReviewKind
    standing: Standing
    by: str = ""
    day: date | None = None


def load_reviews(path: Path, topics: Mapping[tuple[str, str], TopicAnswer]) -> tuple[ReviewEntry, ...]:
    """All reviews. Raises ContentError, also where one is about an answer that does not exist."""
    file, lines = read_yaml_with_lines(path, ReviewsFile)
    faults = [f"{path}:{line}: {words}" for line, words in _unknown(file, lines, topics)]
    if faults:
        raise ContentError("\n".join(faults))
    return tuple(file.root)


def mark_of(answer: TopicAnswer, kind: ReviewKind, reviews: Iterable[ReviewEntry]) -> Mark:
    """What can be claimed: a review of the present words, else one of earlier words, else none."""
    about = [one for one in reviews if (one.topic, service_of(one), one.kind) == (answer.topic, answer.service, kind)]
    present = [one for one in about if one.text == answer.fingerprint]
    if not about:
        return Mark(kind, Standing.NONE)
    newest = max(present or about, key=lambda one: one.date)
    return Mark(kind, Standing.HOLDS if present else Standing.CHANGED, newest.by, newest.date)


def service_of(review: ReviewEntry) -> str:
    """The service as topics name it; empty for none."""
    return review.service or ""


def _unknown(
    file: ReviewsFile, lines: Lines, topics: Mapping[tuple[str, str], TopicAnswer]
) -> Iterator[tuple[int, str]]:
    for position, review in enumerate(file.root):
        if (review.topic, service_of(review)) not in topics:
            of = f" of {service_of(review)}" if review.service else " without a service"
            words = f'There is no topic "{review.topic}"{of}. Mend its spelling, or the service.'
            yield lines.at((position, "topic")), words
