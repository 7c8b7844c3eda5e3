"""`python -m tests.abuse`: everything in full, and how many cases of each kind were refused or made harmless."""

import ast
import os
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from typing_extensions import override

from tests.abuse.evil import ALL

HERE = Path(__file__).parent


class Counts:
    """Counts by file what passed and what did not."""

    def __init__(self) -> None:
        self.passed: Counter[str] = Counter()
        self.other: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take one into the count."""
        name = Path(report.location[0]).name
        if report.when == "call" and report.passed:
            self.passed[name] += 1
        elif not report.passed:
            self.other[name] += 1

    @override
    def __str__(self) -> str:
        lines = [f"{self.passed[name]:6}  {_told(name)}" for name in sorted(self.passed | self.other)]
        whole = f"{self.passed.total():6}  refused or made harmless, {self.other.total()} not"
        return "\n".join((*lines, whole))


def _told(name: str) -> str:
    """What the file says of itself."""
    return ast.get_docstring(ast.parse((HERE / name).read_text(encoding="utf-8"))) or name


def main() -> None:
    """Ends as pytest does."""
    os.environ[ALL] = "1"
    counts = Counts()
    began = time.monotonic()
    code = pytest.main(["-q", "-n0", "-p", "no:cacheprovider", str(HERE), *sys.argv[1:]], plugins=[counts])
    print(counts)  # noqa: T201 - it is a command
    print(f"{(time.monotonic() - began) / 60:6.1f}  minutes")  # noqa: T201 - as above
    sys.exit(code)


if __name__ == "__main__":
    main()
