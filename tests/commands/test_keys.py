"""Keys from the command: what is erased stays erased in older backups, master keys change, a lost one is told."""

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from assistant.adapters.backups.data_keys import read_copy
from assistant.adapters.database.opening import opened_database, opened_master_keys
from assistant.adapters.database.session import open_database
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.commands.backup import Restored, back_up, copy_data_keys, copy_keys_if_due, restore
from assistant.commands.keys import dropped, listed, new_key, put_back, rotated
from assistant.errors import BackupRefusedError, SettingsError
from assistant.settings import Settings
from assistant.usecases.ports import UnitOfWork
from tests.adapters.database.examples import referral
from tests.databases import PostgresServer
from tests.journeys.running import command, environment_for
from tests.telegram_server.process import free_port
from tests.usecases.fake_clock import FakeClock

ERASED, KEPT = "47128035", "11111117"


class Place:
    """One database with two referrals, as the product has it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    async def fill(self) -> "Place":
        await self._with(lambda unit: unit.referrals.add(referral(ERASED)))
        await self._with(lambda unit: unit.referrals.add(referral(KEPT)))
        return self

    async def erase(self) -> None:
        await self._with(lambda unit: unit.keys.destroy(ERASED))

    async def names(self) -> dict[str, str]:
        """What staff would see."""
        found = await self._with(lambda unit: unit.referrals.of_municipality("kretingos-rajono"))
        return {one.number: one.request.name for one in found}

    async def wrapped(self, owner: str) -> bytes:
        """The owner's wrapped key, as it would be found in a file."""
        database = open_database(self.settings.database)
        async with database.engine.connect() as connection:
            query = select(DataKeyRow.wrapped).where(DataKeyRow.owner == owner)
            wrapped = (await connection.execute(query)).scalar_one()
        await database.close()
        return (wrapped or "").rpartition(":")[2].encode()

    async def _with(self, does: Callable[[UnitOfWork], Awaitable[Any]]) -> Any:
        database = await opened_database(self.settings.database, lambda: None)
        try:
            given = self.settings.encryption_keys.get_secret_value()
            masters = await opened_master_keys(database, given, self.settings.master_key_file)
            async with SqlUnitsOfWork(database, masters=masters)() as unit:
                found = await does(unit)
                await unit.commit()
        finally:
            await database.close()
        return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "var")


async def test_what_was_erased_cannot_be_read_in_an_older_backup_of_sqlite(settings: Settings) -> None:
    place = await Place(settings).fill()
    key, other = await place.wrapped(ERASED), await place.wrapped(KEPT)
    backup = await back_up(settings)

    # When it is erased after the backup, and the backup is put back
    await place.erase()
    await copy_data_keys(settings)
    assert _files_with(settings.data_dir, key) == []
    restored = await restore(settings, backup)

    # Then its words are nowhere, and the others are there
    assert restored.erased == 1
    assert await place.names() == {ERASED: "", KEPT: "Ąžuolas Žąsinas"}
    assert _files_with(settings.data_dir, key) == []
    assert _files_with(settings.data_dir, "Žąsinas".encode()) == []
    # No backup holds any key: they are in the database and in the one copy alone.
    assert {path.name for path in _files_with(settings.data_dir, other)} >= {"aiskiai.db", "data-keys"}
    assert backup not in _files_with(settings.data_dir, other)


@pytest.mark.postgres
async def test_what_was_erased_cannot_be_read_in_an_older_backup_of_postgresql(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, postgres: PostgresServer
) -> None:
    monkeypatch.setenv("PATH", f"{postgres.programs}{os.pathsep}{os.environ['PATH']}")
    place = await Place(_on(settings, postgres)).fill()
    backup = await back_up(place.settings)
    await place.erase()
    assert await copy_keys_if_due(place.settings)

    # When the backup is put into a new database
    new = Place(_on(settings, postgres))
    restored = await restore(new.settings, backup)

    # Then
    assert restored.erased == 1
    assert await new.names() == {ERASED: "", KEPT: "Ąžuolas Žąsinas"}
    postgres.drop(place.settings.database)
    postgres.drop(new.settings.database)


async def test_on_another_machine_a_backup_needs_the_copy_of_the_keys(settings: Settings, tmp_path: Path) -> None:
    place = await Place(settings).fill()
    backup = await back_up(settings)
    await place.erase()
    await copy_data_keys(settings)
    there = settings.model_copy(update={"data_dir": tmp_path / "new", "encryption_keys": _secret(settings)})

    with pytest.raises(BackupRefusedError, match="--keys"):
        await restore(there, backup)
    assert not (there.data_dir / "aiskiai.db").exists()

    assert await restore(there, backup, settings.data_key_copy) == Restored(None, 1)
    assert await Place(there).names() == {ERASED: "", KEPT: "Ąžuolas Žąsinas"}


async def test_a_backup_laid_in_place_by_hand_gets_its_keys_by_thecommand(settings: Settings) -> None:
    place = await Place(settings).fill()
    backup = await back_up(settings)
    database = settings.data_dir / "aiskiai.db"
    database.write_bytes(backup.read_bytes())
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)

    with pytest.raises(SettingsError, match="put-back"):
        await place.names()
    # Two referrals, and the key that tells by which master key the database was begun.
    assert (await put_back(settings, None)).keys == 3
    assert await place.names() == {ERASED: "Ąžuolas Žąsinas", KEPT: "Ąžuolas Žąsinas"}


async def test_an_older_copy_brings_nothing_back_that_was_destroyed_since(settings: Settings, tmp_path: Path) -> None:
    place = await Place(settings).fill()
    await copy_data_keys(settings)
    older = tmp_path / "older"
    older.write_bytes(settings.data_key_copy.read_bytes())
    await place.erase()

    done = await put_back(settings, older)

    assert (done.keys, done.erased) == (2, 1)
    assert (await place.names())[ERASED] == ""


async def test_the_copy_is_written_anew_by_the_clock_and_as_soon_as_something_is_destroyed(settings: Settings) -> None:
    place = await Place(settings).fill()
    now = FakeClock(datetime.now(UTC))

    assert await copy_keys_if_due(settings, now)
    assert not await copy_keys_if_due(settings, now)
    await place.erase()
    assert await copy_keys_if_due(settings, now)
    assert read_copy(settings.data_key_copy)[ERASED].wrapped is None
    assert not await copy_keys_if_due(settings, now)
    now.passes(timedelta(minutes=61))
    assert await copy_keys_if_due(settings, now)


@pytest.mark.parametrize("damage", [b"", b"aiskiai data keys 1\n", b"aiskiai data keys 1\nno json\nend\n", b"x\nend\n"])
async def test_a_copy_that_is_not_whole_is_refused(settings: Settings, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "copy").write_bytes(damage)
    await Place(settings).fill()
    with pytest.raises(BackupRefusedError, match="is no copy"):
        await put_back(settings, tmp_path / "copy")


async def test_keys_of_a_file_are_rotated_and_the_old_one_is_dropped(settings: Settings) -> None:
    place = await Place(settings).fill()
    [before] = await listed(settings)
    old = before.split()[0]
    told: list[str] = []

    assert await rotated(settings, told.append)

    newest, older = [line.split() for line in await listed(settings)]
    assert (newest[1:], older) == (["newest", "2"], [old, "older", "0"])
    assert any(f"aiskiai keys drop {old}" in words for words in told)
    await dropped(settings, old)
    assert await place.names() == {ERASED: "Ąžuolas Žąsinas", KEPT: "Ąžuolas Žąsinas"}
    # A copy from before the rotation would need the old key.
    assert {key.master for key in read_copy(settings.data_key_copy).values()} == {newest[0]}


async def test_a_key_that_is_needed_is_not_dropped(settings: Settings) -> None:
    await Place(settings).fill()
    [line] = await listed(settings)
    with pytest.raises(SettingsError, match="Rotate first"):
        await dropped(settings, line.split()[0])
    with pytest.raises(SettingsError, match="k19990101"):
        await dropped(settings, "k19990101-0000")


async def test_keys_of_the_setting_are_rotated_to_the_first_of_them(settings: Settings) -> None:
    old, new = new_key(), new_key()
    place = await Place(settings.model_copy(update={"encryption_keys": _text(old)})).fill()
    with pytest.raises(SettingsError, match="Put a new one before it"):
        await rotated(place.settings, lambda _: None)
    both = settings.model_copy(update={"encryption_keys": _text(f"{new},{old}")})
    told: list[str] = []

    assert await rotated(both, told.append)

    assert any("may be taken away: take it out of AISKIAI_ENCRYPTION_KEYS" in words for words in told)
    place = Place(settings.model_copy(update={"encryption_keys": _text(new)}))
    assert await place.names() == {ERASED: "Ąžuolas Žąsinas", KEPT: "Ąžuolas Žąsinas"}


@pytest.mark.process
def test_a_server_with_a_lost_key_ends_in_words_before_it_serves(tmp_path: Path) -> None:
    environment = environment_for(tmp_path / "var", free_port())
    listed = command(environment, "keys", "list")
    (tmp_path / "var" / "encryption-keys").unlink()

    started = command(environment, "serve")

    assert listed.stdout.split()[1:] == ["newest", "0"]
    assert started.returncode == 1
    assert listed.stdout.split()[0] in started.stderr
    assert "AISKIAI_ENCRYPTION_KEYS" in started.stderr
    assert "Traceback" not in started.stderr


def _files_with(folder: Path, words: bytes) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes())


def _on(settings: Settings, postgres: PostgresServer) -> Settings:
    return settings.model_copy(update={"database_url": postgres.fresh_url()})


def _text(keys: str) -> SecretStr:
    return SecretStr(keys)


def _secret(settings: Settings) -> SecretStr:
    return _text(settings.master_key_file.read_text().strip())
