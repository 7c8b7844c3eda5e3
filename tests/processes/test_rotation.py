"""The master key changes while people send requests, under a process that nobody tells of it: nothing is lost."""

from pathlib import Path

import pytest

from tests.processes.rotation import Rotated, rotated

pytestmark = pytest.mark.process


async def test_the_key_is_changed_under_load_and_every_request_is_read_with_the_newest_alone(tmp_path: Path) -> None:
    done = await rotated(tmp_path)

    assert done.is_fine, done
    # One before, one after, and some meanwhile.
    assert len(done.told) > 2
    assert len(done.read) == len(done.told)


def test_what_is_lost_or_doubled_is_told() -> None:
    done = Rotated(1, ("1", "2", "2", "3"), frozenset("124"), frozenset("12"), 1)

    assert (done.lost, done.doubled) == (frozenset("3"), frozenset("24"))
    assert not done.is_fine
    assert "1 lost, 2 doubled" in str(done)
