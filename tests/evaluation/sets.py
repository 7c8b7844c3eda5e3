"""The frozen sets of utterances, and the proof that nobody has changed them since they were frozen."""

import hashlib
import json
from dataclasses import dataclass
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
