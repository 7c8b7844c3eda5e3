"""The tests of a file stay together, and what takes long begins first."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.order import in_good_order


class Item:
    """A test as far as its order is concerned."""

    def __init__(self, nodeid: str, *marks: Any) -> None:
        self.nodeid = nodeid
        self.marks = {mark.name: mark for mark in marks}

    def get_closest_marker(self, name: str) -> Any:
        return self.marks.get(name)

    def add_marker(self, mark: pytest.MarkDecorator) -> None:
        self.marks[mark.name] = mark.mark


def mark(name: str, *args: str) -> Any:
    return SimpleNamespace(name=name, args=args)


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


def test_a_file_is_a_group_unless_its_tests_say_otherwise() -> None:
    items: list[Any] = [Item("a.py::one"), Item("a.py::two"), Item("b.py::one", mark("xdist_group", "faults"))]

    in_good_order(items)

    assert [item.marks["xdist_group"].args[0] for item in items] == ["a.py", "a.py", "faults"]
