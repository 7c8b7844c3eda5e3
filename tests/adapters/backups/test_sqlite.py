"""SQLite backups: whole under load, equal in content, refused when damaged, foreign, newer or in use."""

import asyncio
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from assistant.adapters.backups.sqlite import back_up, restore
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.errors import BackupRefusedError
from tests.adapters.database.examples import referral


@pytest.fixture
async def place(tmp_path: Path) -> Path:
    """A database with one referral."""
    place = tmp_path / "var" / "aiskiai.db"
    await migrate(_url(place))
    await _add(place, "47128035")
    return place


def _url(place: Path) -> str:
    return f"sqlite:///{place}"


async def _add(place: Path, *numbers: str) -> None:
    database = open_database(_url(place))
    for number in numbers:
        async with SqlUnitsOfWork(database)() as unit:
            await unit.referrals.add(referral(number))
            await unit.commit()
    await database.close()


def _content(place: Path) -> list[str]:
    """Everything in the database as text, but for the marks on blocks of numbers that only a copy has."""
    with closing(sqlite3.connect(place)) as connection:
        return list(connection.iterdump())


def _numbers(place: Path) -> set[str]:
    with closing(sqlite3.connect(place)) as connection:
        return {number for (number,) in connection.execute("SELECT number FROM referrals")}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _left_over(folder: Path) -> list[str]:
    return [name for name in _names(folder) if name.startswith(".")]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_backup_holds_what_the_database_holds_and_only_the_owner_may_read_it(
    place: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backups" / "a.db"

    await back_up(place, backup)

    assert _content(backup) == _content(place)
    assert _names(backup.parent) == ["a.db", "a.db.sha256"]
    assert [_mode(path) for path in (backup, tmp_path / "backups" / "a.db.sha256", backup.parent)] == [
        0o600,
        0o600,
        0o700,
    ]


async def test_a_backup_made_while_others_write_is_whole_and_nobody_is_kept_from_writing(
    place: Path, tmp_path: Path
) -> None:
    # Given somebody who stores one referral after the other
    database = open_database(_url(place))
    stored: list[str] = []
    some_more = asyncio.Event()
    is_over = asyncio.Event()

    async def writes() -> None:
        while not is_over.is_set():
            number = str(50_000_000 + len(stored))
            async with SqlUnitsOfWork(database)() as unit:
                await unit.referrals.add(referral(number))
                await unit.commit()
            stored.append(number)
            if len(stored) % 10 == 0:
                some_more.set()

    writing = asyncio.create_task(writes())

    # When
    known_before, seen = [], []
    for turn in range(5):
        some_more.clear()
        await some_more.wait()
        known_before.append(set(stored))
        await back_up(place, tmp_path / f"{turn}.db")
        seen.append(_numbers(tmp_path / f"{turn}.db"))
    is_over.set()
    await writing
    await database.close()

    # Then each backup is one moment: all that was stored before it, and no hole in what came after
    for before, found in zip(known_before, seen, strict=True):
        assert before <= found
        assert found - {"47128035"} == set(stored[: len(found) - 1])


async def test_a_backup_is_never_written_over_another(place: Path, tmp_path: Path) -> None:
    await back_up(place, tmp_path / "a.db")
    with pytest.raises(BackupRefusedError, match="exists already"):
        await back_up(place, tmp_path / "a.db")
    assert _left_over(tmp_path) == []


async def test_without_a_database_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupRefusedError, match="There is no database"):
        await back_up(tmp_path / "none.db", tmp_path / "a.db")
    assert _names(tmp_path) == []


async def test_a_damaged_database_gives_no_backup(place: Path, tmp_path: Path) -> None:
    _overwrite(place, 2 * 4096, 4096)
    with pytest.raises(BackupRefusedError, match="is damaged"):
        await back_up(place, tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()
    assert _left_over(tmp_path) == []


async def test_a_restore_brings_back_what_was_and_keeps_what_is(place: Path, tmp_path: Path) -> None:
    # Given
    backup = tmp_path / "a.db"
    await back_up(place, backup)
    then = _content(backup)
    await _add(place, "50000009")

    # When
    aside = await restore(backup, place)

    # Then
    assert _content(place) == then
    assert aside is not None
    assert aside.parent == place.parent
    assert _numbers(aside) == {"47128035", "50000009"}
    assert _mode(place) == 0o600
    assert _names(place.parent) == sorted([place.name, aside.name])


async def test_a_restore_where_there_is_no_database_makes_one(place: Path, tmp_path: Path) -> None:
    await back_up(place, tmp_path / "a.db")

    assert await restore(tmp_path / "a.db", tmp_path / "new" / "aiskiai.db") is None

    assert _numbers(tmp_path / "new" / "aiskiai.db") == {"47128035"}


async def test_a_database_too_damaged_to_be_opened_can_be_replaced(place: Path, tmp_path: Path) -> None:
    await back_up(place, tmp_path / "a.db")
    _overwrite(place, 0, 4096)
    place.with_name("aiskiai.db-wal").write_bytes(b"left behind")

    aside = await restore(tmp_path / "a.db", place)

    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"left behind"
    assert _numbers(place) == {"47128035"}


async def test_nothing_is_restored_while_somebody_has_the_database_open(place: Path, tmp_path: Path) -> None:
    await back_up(place, tmp_path / "a.db")
    server = open_database(_url(place))
    # It has done something and is idle now, as a server at night.
    assert await server.is_reachable()

    with pytest.raises(BackupRefusedError, match="Stop server, bot and workers"):
        await restore(tmp_path / "a.db", place)

    async with SqlUnitsOfWork(server)() as unit:
        await unit.referrals.add(referral("50000009"))
        await unit.commit()
    await server.close()
    assert _numbers(place) == {"47128035", "50000009"}
    assert _left_over(place.parent) == []


def _overwrite(file: Path, start: int, length: int) -> None:
    content = bytearray(file.read_bytes())
    content[start : start + length] = b"\xff" * length
    file.write_bytes(content)


async def _is_refused(backup: Path, place: Path, why: str) -> None:
    before = _content(place)
    with pytest.raises(BackupRefusedError, match=why):
        await restore(backup, place)
    assert _content(place) == before
    assert _left_over(place.parent) == []


async def test_a_backup_of_which_one_byte_changed_is_refused(place: Path, tmp_path: Path) -> None:
    backup = tmp_path / "a.db"
    await back_up(place, backup)
    at = backup.read_bytes().index("Ąžuolas".encode())
    _overwrite(backup, at, 1)

    await _is_refused(backup, place, "digest differs")


async def test_a_damaged_backup_that_came_without_its_digest_is_refused(place: Path, tmp_path: Path) -> None:
    backup = tmp_path / "a.db"
    await back_up(place, backup)
    (tmp_path / "a.db.sha256").unlink()
    _overwrite(backup, 2 * 4096, 4096)

    await _is_refused(backup, place, "is damaged")


async def test_a_backup_cut_short_is_refused(place: Path, tmp_path: Path) -> None:
    await back_up(place, tmp_path / "a.db")
    (tmp_path / "cut.db").write_bytes((tmp_path / "a.db").read_bytes()[:20_000])

    await _is_refused(tmp_path / "cut.db", place, "is damaged")


async def test_what_is_no_database_of_ours_is_refused(place: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Tai ne duomenų bazė. " * 500)
    await _is_refused(tmp_path / "notes.db", place, "is damaged: file is not a database")

    with closing(sqlite3.connect(tmp_path / "foreign.db")) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    await _is_refused(tmp_path / "foreign.db", place, "holds no database of aiskiai")

    await _is_refused(tmp_path / "none.db", place, "There is no backup")


async def test_a_backup_of_a_newer_program_is_refused(place: Path, tmp_path: Path) -> None:
    shutil.copy(place, tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    await _is_refused(tmp_path / "newer.db", place, "a newer aiskiai made")


async def test_a_backup_of_an_older_program_is_brought_to_the_newest_schema(place: Path, tmp_path: Path) -> None:
    older = tmp_path / "older" / "aiskiai.db"
    await migrate(_url(older), "0001")
    await back_up(older, tmp_path / "older.db")

    await restore(tmp_path / "older.db", place)

    assert "number_blocks" in "\n".join(_content(place))
    assert _numbers(place) == set()
