"""What the report tells, without saying how it looks: every text with its numbers, its faults and its reviews."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from assistant.easy_language.findings import Severity
from assistant.library.report.marked import Line
from assistant.library.report.numbers import Numbers
from assistant.library.reviews import Mark, ReviewKind, Standing


class Light(StrEnum):
    """The traffic light of a text."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Kind(StrEnum):
    """What a part of a card is."""

    TITLE = "title"
    LEVEL_2 = "level-2"
    LEVEL_1 = "level-1"
    FOR_OTHER = "for-other"
    COMPREHENSION = "comprehension"
    BUTTON = "button"
    WHY = "why"
    DONT_KNOW = "dont-know"
    NAME = "name"
    STAFF = "staff"


BESIDE = frozenset({Kind.LEVEL_2, Kind.LEVEL_1, Kind.FOR_OTHER})
ELSEWHERE = frozenset({Kind.TITLE, Kind.BUTTON, Kind.NAME})


@dataclass(frozen=True)
class Part:
    """Sentences that are read together."""

    kind: Kind
    level: int
    lines: tuple[Line, ...]
    numbers: Numbers

    def count(self, severity: Severity) -> int:
        """How many findings of this kind there are."""
        return sum(finding.severity is severity for line in self.lines for finding in line.findings)


@dataclass(frozen=True)
class SourceLine:
    """Where a statement comes from."""

    title: str
    place: str
    checked_on: date


@dataclass(frozen=True)
class Card:
    """One answer, question or message. What it does not have is empty.

    `choices` are the answers of its comprehension question, each with whether it is right.
    """

    id: str
    title: str
    file: str
    line: int
    parts: tuple[Part, ...]
    service: str = ""
    picture: str = ""
    choices: tuple[tuple[str, bool], ...] = ()
    sources: tuple[SourceLine, ...] = ()
    related: tuple[str, ...] = ()
    fingerprint: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def anchor(self) -> str:
        """The card's own name on the page; the same id may stand in more than one file."""
        return re.sub(r"[^a-z0-9]+", "-", f"{PurePath(self.file).stem}-{self.id}".lower())

    @property
    def light(self) -> Light:
        """Red with an error, amber with a warning, else green."""
        return light_of(self.parts)

    @property
    def texts(self) -> tuple[Part, ...]:
        """What is read instead of each other, so it stands side by side."""
        return tuple(part for part in self.parts if part.kind in BESIDE)

    @property
    def others(self) -> tuple[Part, ...]:
        """All other parts; what an answer shows elsewhere (title, choices, sources) only where it has a fault."""
        is_answer = bool(self.fingerprint)
        return tuple(
            part
            for part in self.parts
            if part.kind not in BESIDE
            and not (is_answer and part.kind in ELSEWHERE and light_of([part]) is Light.GREEN)
        )


def light_of(parts: Iterable[Part]) -> Light:
    """The worst of these parts."""
    found = list(parts)
    if any(part.count(Severity.ERROR) for part in found):
        return Light.RED
    return Light.AMBER if any(part.count(Severity.WARNING) for part in found) else Light.GREEN


@dataclass(frozen=True)
class Group:
    """Cards that stand together: the answers of one service or file, the questions, the messages, the small words."""

    name: str
    kind: str
    cards: tuple[Card, ...]

    @property
    def light(self) -> Light:
        """The worst of its cards."""
        return light_of(part for card in self.cards for part in card.parts)


@dataclass(frozen=True)
class Row:
    """One line of the table at the top."""

    kind: str
    level: int
    texts: int
    numbers: Numbers
    errors: int
    warnings: int


@dataclass(frozen=True)
class ContentReport:
    """Everything that the report tells."""

    day: date
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards."""
        return tuple(card for group in self.groups for card in group.cards)

    @property
    def answers(self) -> int:
        """How many answers there are, which is what can be reviewed."""
        return sum(bool(card.marks) for card in self.cards)

    def reviewed(self, kind: ReviewKind) -> int:
        """How many answers were reviewed as they are now."""
        return sum(mark.standing is Standing.HOLDS for card in self.cards for mark in card.marks if mark.kind is kind)
