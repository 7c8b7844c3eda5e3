"""The drill proves that a backup brings everything back, says so where it does not, and leaves what is live alone."""

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.adapters.database.opening import opened_database, opened_master_keys
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.commands import drill
from assistant.commands.backup import back_up, restore
from assistant.commands.drill import Chosen, drilled
from assistant.errors import BackupRefusedError, SettingsError
from assistant.settings import Settings
from tests.adapters.database.examples import referral
from tests.databases import PostgresServer

NUMBERS = ("47128035", "11111117", "11111128")


async def fill(settings: Settings) -> None:
    """Three requests, of which the first is erased."""
    database = await opened_database(settings.database, lambda: None)
    masters = await opened_master_keys(database, "", settings.master_key_file)
    for number in NUMBERS:
        async with SqlUnitsOfWork(database, masters=masters)() as unit:
            await unit.referrals.add(referral(number))
            await unit.commit()
    async with SqlUnitsOfWork(database, masters=masters)() as unit:
        await unit.keys.destroy(NUMBERS[0])
        await unit.commit()
    await database.close()
    settings.signing_key()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("drill") / "var"
    asyncio.run(fill(Settings(_env_file=None, data_dir=data)))
    return data


@pytest.fixture
def settings(template: Path, tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=Path(shutil.copytree(template, tmp_path / "var")))


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the drill works; whatever happens, it leaves nothing there."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def files_of(settings: Settings) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in sorted(settings.data_dir.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


async def test_a_fresh_backup_is_proved_to_bring_everything_back_and_nothing_live_is_changed(
    settings: Settings,
) -> None:
    said: list[str] = []
    before = files_of(settings)

    assert await drilled(settings, Chosen(), said.append)

    whole = "\n".join(said)
    assert "requests: 2 can be read, 1 are erased, 0 cannot be read." in whole
    assert "as many rows as the database itself" in whole
    assert said[-1].startswith("Proved: ")
    assert files_of(settings) == before


async def test_a_drill_while_people_send_proves_the_same_and_loses_nothing(settings: Settings) -> None:
    said: list[str] = []
    is_over = asyncio.Event()
    sent: list[str] = []

    async def people_send() -> None:
        database = await opened_database(settings.database, lambda: None)
        masters = await opened_master_keys(database, "", settings.master_key_file)
        while not is_over.is_set():
            number = f"2{len(sent):07}"
            async with SqlUnitsOfWork(database, masters=masters)() as unit:
                await unit.referrals.add(referral(number))
                await unit.commit()
            sent.append(number)
        async with SqlUnitsOfWork(database, masters=masters)() as unit:
            known = {one.number: one.request.name for one in await unit.referrals.of_municipality("kretingos-rajono")}
        await database.close()
        assert {number for number in sent if known.get(number)} == set(sent)

    sending = asyncio.create_task(people_send())
    is_proved = await drilled(settings, Chosen(), said.append)
    is_over.set()
    await sending

    assert is_proved, said
    assert len(sent) > 3


async def test_keys_that_do_not_belong_to_the_backup_are_told(settings: Settings, tmp_path: Path) -> None:
    said: list[str] = []
    older = tmp_path / "older-keys"
    await back_up(settings)
    lines = settings.data_key_copy.read_text().splitlines()
    older.write_text("\n".join(line for line in lines if NUMBERS[1] not in line) + "\n")

    assert not await drilled(settings, Chosen(keys=older), said.append)

    assert "requests: 1 can be read, 1 are erased, 1 cannot be read." in said
    assert any("Name it with --keys" in words for words in said)
    assert said[-1].startswith("NOT proved")


async def test_rows_that_do_not_come_back_are_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    async def forgetful(aside: Settings, backup: Path, copy: Path | None) -> object:
        done = await restore(aside, backup, copy)
        with closing(sqlite3.connect(aside.data_dir / "aiskiai.db")) as connection, connection:
            connection.execute("DELETE FROM referral_entries")
            connection.execute("DELETE FROM referrals WHERE number = ?", (NUMBERS[1],))
        return done

    monkeypatch.setattr(drill, "restore", forgetful)

    assert not await drilled(settings, Chosen(), said.append)

    assert "referrals: 2 rows came back, 3 are in the database." in said


async def test_an_older_backup_is_tried_as_it_is_and_a_damaged_one_is_refused(settings: Settings) -> None:
    said: list[str] = []
    backup = await back_up(settings)

    assert await drilled(settings, Chosen(backup), said.append)
    assert "An older backup is tried" in said[0]

    backup.write_bytes(backup.read_bytes()[:-4096])
    with pytest.raises(BackupRefusedError, match="digest differs"):
        await drilled(settings, Chosen(backup), said.append)


async def test_without_a_database_there_is_nothing_to_prove(tmp_path: Path) -> None:
    with pytest.raises(BackupRefusedError, match="no database"):
        await drilled(Settings(_env_file=None, data_dir=tmp_path / "none"), Chosen(), print)
    assert not (tmp_path / "none").exists()


@pytest.mark.postgres
async def test_a_postgresql_is_put_back_into_an_empty_one_that_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, postgres: PostgresServer
) -> None:
    monkeypatch.setenv("PATH", str(postgres.programs))
    live = settings.model_copy(update={"database_url": postgres.fresh_url()})
    await fill(live)
    said: list[str] = []

    with pytest.raises(SettingsError, match="--database-url"):
        await drilled(live, Chosen(), said.append)
    with pytest.raises(SettingsError, match="another"):
        await drilled(live, Chosen(database_url=live.database), said.append)
    assert await drilled(live, Chosen(database_url=postgres.fresh_url()), said.append)
    full = postgres.fresh_url()
    await fill(settings.model_copy(update={"database_url": full}))
    with pytest.raises(BackupRefusedError, match="not empty"):
        await drilled(live, Chosen(database_url=full), said.append)

    assert "requests: 2 can be read, 1 are erased, 0 cannot be read." in said
