"""node-nlp as one more method to compare with, where Node.js and the package are at hand."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.understanding.topics import OUT_OF_SCOPE, Phrase

FOLDER = Path(__file__).resolve().parents[2] / "var" / "node-nlp"
"""Put it there with `npm install --prefix var/node-nlp node-nlp`; nothing else needs it."""

SCRIPT = Path(__file__).with_name("node_nlp.js")
LONGEST = 240
"""Seconds that learning and answering may take; its learning takes minutes for thousands of examples."""

Ranked = Sequence[tuple[str, float]]
"""Labels "topic|service" with their scores, best first; "None" is its word for nothing."""


def node_nlp(phrases: Sequence[Phrase], texts: Sequence[str]) -> Mapping[str, Ranked] | None:
    """What node-nlp makes of each text; None where it is not at hand or did not come to an end in time."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules" / "node-nlp").is_dir():
        return None
    examples = [(phrase.text, f"{phrase.topic}|{phrase.service}") for phrase in phrases]
    try:
        done = subprocess.run(
            [node, str(SCRIPT), f"{FOLDER}/"],
            input=json.dumps({"examples": examples, "asked": list(texts)}),
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    answers = json.loads(done.stdout)
    return {text: [_scored(*one) for one in ranked] for text, ranked in zip(texts, answers, strict=True)}


def _scored(label: str, score: float) -> tuple[str, float]:
    return (f"{OUT_OF_SCOPE}|" if label == "None" else label), score
