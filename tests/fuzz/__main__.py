"""`python -m tests.fuzz [TIMES]`: the long run of all three fuzzers; prints how much was tried and what was found.

With 1, the usual, it takes about ten minutes on two processors; 10 is for a night.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from assistant.library.library import Library
from assistant.library.loader import load_library
from tests.conftest import CONTENT, LEARNED
from tests.fuzz.interface import tried
from tests.fuzz.talks import Talks

CALLS = 100
TALKS = 400
TEXTS = 100_000


def say(words: str) -> None:
    """Print at once."""
    print(words, flush=True)  # noqa: T201 - it is a command


def interface(times: int, library: Library) -> bool:
    """Schemathesis, with all its checks."""
    done = tried(CALLS * times, library=library)
    say(f"interface: {done.calls} calls, {'0 failures' if done.is_fine else done.report}")
    return done.is_fine


def talks(times: int, library: Library) -> bool:
    """Orders of events; another set each time."""
    Talks.library = library
    long = settings(
        max_examples=TALKS * times,
        stateful_step_count=50,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Talks, settings=long)
    except Exception as error:  # noqa: BLE001 - whatever breaks it is what is looked for
        say(f"conversation: broken after {Talks.steps} events: {error!r}")
        say("\n".join(getattr(error, "__notes__", ())))
        return False
    say(f"conversation: {Talks.steps} events in {TALKS * times} talks, 0 failures")
    return True


def readers(times: int) -> bool:
    """Texts, by the coverage-guided fuzzer."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.readers", str(TEXTS * times), str(Path(folder) / "tried")],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(CONTENT.parent)},
            capture_output=True,
            text=True,
            check=False,
        )
    found = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    lines = re.findall(r"cov: (\d+)", done.stderr)
    if done.returncode:
        say(f"readers: broken\n{done.stderr[-4000:]}")
        return False
    say(f"readers: {found[1] if found else '?'} texts, {lines[-1] if lines else '?'} edges reached, 0 failures")
    return True


def main() -> None:
    """Ends with 1 where something was found."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    library = load_library(CONTENT, LEARNED)
    began = time.monotonic()
    is_fine = [interface(times, library), talks(times, library), readers(times)]
    say(f"{(time.monotonic() - began) / 3600:.2f} hours, {'nothing' if all(is_fine) else 'SOMETHING'} was found")
    sys.exit(not all(is_fine))


if __name__ == "__main__":
    main()
