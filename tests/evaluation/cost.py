"""What the topic finder costs: seconds to load it as it was kept, and memory it adds; in a process of its own.

`python -m tests.evaluation.cost` prints both as JSON. What was learned must have been kept before.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from assistant.library.learned import load_finder
from tests.conftest import CONTENT, LEARNED


@dataclass(frozen=True)
class Cost:
    """Seconds to load, and mebibytes that the process grew by."""

    seconds: float
    mebibytes: float


def cost() -> Cost:
    """Measured in a fresh process, where nothing else has been loaded."""
    done = subprocess.run([sys.executable, "-m", "tests.evaluation.cost"], capture_output=True, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    before, began = _resident(), time.perf_counter()
    finder = load_finder(CONTENT / "lt", LEARNED)
    finder.find("kas yra atvejo vadyba", "")
    sys.stdout.write(json.dumps({"seconds": time.perf_counter() - began, "mebibytes": _resident() - before}))
