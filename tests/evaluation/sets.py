"""The frozen sets of utterances, and the proof that nobody has changed them since they were frozen."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SETS = Path(__file__).parent / "sets"
FROZEN = SETS / "FROZEN.sha256"


@dataclass(frozen=True)
class Utterance:
    """What somebody wrote, and how it must be understood; `right` holds every (topic, service) that is right."""

    id: str
    text: str
    right: frozenset[tuple[str, str]]
    context: str = ""


@dataclass(frozen=True)
class DangerCase:
    """A message, the danger it tells of (empty for none), and how: direct or indirect; else near-miss or ordinary."""

    text: str
    danger: str
    kind: str


@dataclass(frozen=True)
class ValueCase:
    """An answer to what was asked; `right` is None where no value may be taken, two ages or levels are a range.

    A time, and a name, stand in `right` as what a reader must learn from it; both are kept in the person's words.
    """

    asked: str
    text: str
    right: str | tuple[int, int] | None
    on_day: date


@dataclass(frozen=True)
class LanguageCase:
    """A message and the language it is written in, in whatever letters."""

    text: str
    language: str


def dangers() -> tuple[DangerCase, ...]:
    """Messages with and without danger."""
    return tuple(DangerCase(line["text"], line["danger"] or "", line["kind"]) for line in lines_of("danger"))


def answers() -> tuple[ValueCase, ...]:
    """Answers to what was asked, wrong-value traps among them."""
    return tuple(
        ValueCase(
            line["asked"],
            line["text"],
            tuple(line["right"]) if isinstance(line["right"], list) else line["right"],
            date.fromisoformat(line.get("on_day", ANY_DAY)),
        )
        for line in lines_of("values")
    )


def languages() -> tuple[LanguageCase, ...]:
    """Messages in Lithuanian without diacritics and in the languages that we can at least greet."""
    return tuple(LanguageCase(line["text"], line["language"]) for line in lines_of("languages"))


def texts(name: str) -> tuple[str, ...]:
    """The bare messages of a set: off_topic, or unknown_places."""
    return tuple(line["text"] for line in lines_of(name))


ANY_DAY = "2026-11-25"


def utterances(name: str) -> tuple[Utterance, ...]:
    """The utterances of one set: part_a (about services) or part_b (everything else)."""
    return tuple(
        Utterance(
            id=line["id"],
            text=line["text"],
            right=frozenset(
                (reading["topic"], reading.get("service") or "") for reading in [line, *line.get("also", [])]
            ),
            context=line.get("context") or "",
        )
        for line in lines_of(name)
    )


def lines_of(name: str) -> list[dict[str, Any]]:
    """The lines of a set as they stand in its file."""
    text = (SETS / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def changed_since_frozen() -> list[str]:
    """Names of files that are not as they were frozen, that are missing, or that were added."""
    frozen = dict(line.split("  ")[::-1] for line in FROZEN.read_text(encoding="utf-8").splitlines())
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(SETS.glob("*.jsonl"))}
    return sorted(name for name in frozen.keys() | present.keys() if frozen.get(name) != present.get(name))
