"""Who is alive in a deployment and how old its newest backup is, as its folders show it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.adapters.backups.files import DATABASE, file_for
from assistant.adapters.heartbeat import Heartbeat
from assistant.adapters.signs import signs_in
from assistant.usecases.signs import ALIVE_WITHIN, Signs, is_silent

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


async def test_where_nothing_ever_ran_there_are_no_signs(tmp_path: Path) -> None:
    assert await signs_in(tmp_path / "workers", tmp_path / "bots", tmp_path / "backups") == Signs()


async def test_the_newest_of_each_kind_counts(tmp_path: Path) -> None:
    workers, bots, backups = (tmp_path / name for name in ("workers", "bots", "backups"))
    Heartbeat(workers).beat()
    backups.mkdir()
    for age in (1, 2, 3):
        file_for(backups, NOW - timedelta(hours=age), DATABASE).touch()
    (backups / "notes.txt").touch()

    signs = await signs_in(workers, bots, backups)

    assert (signs.worker, signs.bot) == (Heartbeat(workers).newest(), None)
    assert signs.backup == NOW - timedelta(hours=1)


def test_whoever_gives_no_sign_for_longer_than_three_minutes_is_silent() -> None:
    assert not is_silent(NOW - ALIVE_WITHIN, NOW)
    assert is_silent(NOW - ALIVE_WITHIN - timedelta(seconds=1), NOW)
