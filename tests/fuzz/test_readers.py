"""A coverage-guided fuzzer breaks no reader of text in some thousand tries, the same each time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = 3_000


# Ten seconds, most of which is the loading of the readers through the fuzzer.
@pytest.mark.process
def test_no_text_breaks_a_reader(tmp_path: Path) -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("atheris", reason="the fuzzer is not made for this machine")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.readers", str(RUNS), str(tmp_path / "tried")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-4000:]
    tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    assert tried is not None
    assert int(tried[1]) >= RUNS
