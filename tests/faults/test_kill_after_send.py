"""A short run of what `make faults` does two hundred times."""

from pathlib import Path

import pytest

from tests.faults.kill_after_send import rounds


@pytest.mark.process
async def test_a_number_that_was_shown_is_in_the_inbox_once_whenever_the_server_was_killed(tmp_path: Path) -> None:
    count, listed = await rounds(kills=5, seed=7, data_dir=tmp_path / "var")
    assert count.kills == 5
    assert len(count.shown) == len(set(count.shown)) == 5
    assert listed == dict.fromkeys(count.shown, 1)
