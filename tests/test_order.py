"""The tests of a file stay together, and what takes long begins first."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.order import in_good_order

ROOT = Path(__file__).parents[1]


class Item:
    """A test as far as its order is concerned."""

    def __init__(self, nodeid: str, *marks: Any) -> None:
        self.nodeid = nodeid
        self.marks = {mark.name: mark for mark in marks}

    def get_closest_marker(self, name: str) -> Any:
        return self.marks.get(name)


def mark(name: str) -> Any:
    return SimpleNamespace(name=name)


def test_slow_files_come_first_as_a_whole_and_others_stay_in_their_order() -> None:
    items: list[Any] = [
        Item("a.py::one"),
        Item("b.py::one", mark("browser")),
        Item("c.py::one"),
        Item("c.py::two", mark("process")),
        Item("d.py::one"),
    ]

    in_good_order(items)

    assert [item.nodeid for item in items] == ["c.py::one", "c.py::two", "b.py::one", "a.py::one", "d.py::one"]


def test_each_file_stays_on_one_process(tmp_path: Path) -> None:
    telling = """
import os

def test_{n}():
    open("told", "a").write(f"{{__name__}} {{os.environ['PYTEST_XDIST_WORKER']}}\\n")
"""
    for name in ("one", "two"):
        (tmp_path / f"test_{name}.py").write_text("".join(telling.format(n=n) for n in range(9)))
    options = (ROOT / "scripts" / "run-tests").read_text().splitlines()[-1].partition("pytest ")[2].split()[:-1]
    (tmp_path / "pytest.ini").write_text("[pytest]")

    command = [sys.executable, "-m", "pytest", "-p", "xdist", *options, "-n2", "-p", "no:cacheprovider"]
    # Other plugins take long to load and have no part in it.
    alone = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    subprocess.run(command, cwd=tmp_path, env=alone, check=True, capture_output=True)

    told = [line.split() for line in (tmp_path / "told").read_text().splitlines()]
    assert len(told) == 18
    assert len({(file, process) for file, process in told}) == 2
