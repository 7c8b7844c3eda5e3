"""The JSON interface of the real product, tried by Schemathesis from our own OpenAPI document with all its checks."""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assistant.library.library import Library
from tests.api.inbox.served_town import served_town

ROOT = Path(__file__).parents[2]
SEED = 1
_TRIED = re.compile(r"(\d+) generated")


@dataclass(frozen=True)
class Tried:
    """How many calls were made, whether all were answered as the document promises, and what Schemathesis says."""

    calls: int
    is_fine: bool
    report: str


def tried(examples: int, seed: int = SEED, library: Library | None = None) -> Tried:
    """Tries every operation with up to so many made-up calls in each phase."""
    with tempfile.TemporaryDirectory() as folder, served_town(Path(folder), library) as served:
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            "run",
            f"{served.address}/api/openapi.json",
            "--checks=all",
            f"--max-examples={examples}",
            f"--seed={seed}",
            "--generation-deterministic",
            "--no-color",
        ]
        # In a folder of its own, since it leaves its memory where it is called.
        surroundings = os.environ | {"SCHEMATHESIS_HOOKS": "tests.fuzz.clients", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    found = _TRIED.search(done.stdout)
    return Tried(int(found[1]) if found else 0, done.returncode == 0, done.stdout + done.stderr)
