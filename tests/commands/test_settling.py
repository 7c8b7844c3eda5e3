"""What was loaded is not looked through for garbage while people wait."""

import gc
from collections.abc import Iterator

import pytest

from assistant.commands.settling import NEW_OBJECTS, settle


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_what_was_loaded_is_left_out_and_the_newest_are_looked_through_seldom() -> None:
    loaded: list[list[int]] = [[] for _ in range(1000)]

    settle()

    assert gc.get_freeze_count() > len(loaded)
    assert not any(one is loaded for one in gc.get_objects())
    assert gc.get_threshold()[0] == NEW_OBJECTS
