"""Signs of life of workers: the newest counts, and those of containers that are gone do not pile up."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.adapters.heartbeat import Heartbeat


def test_where_nobody_ever_worked_there_is_no_sign(tmp_path: Path) -> None:
    assert Heartbeat(tmp_path / "workers").newest() is None


def test_the_newest_sign_counts_and_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "workers"
    Heartbeat(folder).beat()
    other = folder / "other-machine"
    other.touch()
    os.utime(other, (time.time() - 3600, time.time() - 3600))

    newest = Heartbeat(folder).newest()

    assert newest is not None
    assert datetime.now(UTC) - newest < timedelta(minutes=1)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_sign_of_a_machine_that_is_gone_for_a_day_is_taken_away(tmp_path: Path) -> None:
    gone, fresh = tmp_path / "gone", tmp_path / "fresh"
    for sign, hours in ((gone, 25), (fresh, 23)):
        sign.touch()
        os.utime(sign, (time.time() - hours * 3600, time.time() - hours * 3600))

    Heartbeat(tmp_path).beat()

    assert not gone.exists()
    assert fresh.exists()
