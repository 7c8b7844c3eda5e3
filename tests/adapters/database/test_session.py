"""Opening the database: how SQLite is set, what is refused, what is damaged."""

from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text

from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, DatabaseDamagedError, naming_absence, open_database
from assistant.errors import DatabaseAwayError, SettingsError
from tests.databases import PostgresServer, fresh_sqlite_url


async def _pragma(database: Database, name: str) -> object:
    async with database.engine.connect() as connection:
        return (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()


async def test_sqlite_is_set_so_that_what_is_committed_lasts(tmp_path: Path) -> None:
    database = open_database(fresh_sqlite_url(tmp_path))

    assert await _pragma(database, "journal_mode") == "wal"
    assert await _pragma(database, "synchronous") == 2  # FULL
    assert await _pragma(database, "foreign_keys") == 1
    assert await _pragma(database, "secure_delete") == 1
    assert int(str(await _pragma(database, "busy_timeout"))) >= 5000

    await database.close()


async def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/var/deep/aiskiai.db")

    assert await database.is_reachable()
    assert (tmp_path / "var" / "deep" / "aiskiai.db").exists()

    await database.close()


async def test_a_healthy_database_is_reachable_and_whole(database: Database) -> None:
    assert await database.is_reachable()
    await database.check_integrity()


async def test_a_file_that_is_no_database_is_not_reachable(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Tai ne duomenų bazė. " * 100)
    database = open_database(f"sqlite:///{tmp_path}/notes.db")

    assert not await database.is_reachable()

    await database.close()


async def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    # Given a file one page of which was overwritten
    url = f"sqlite:///{tmp_path}/aiskiai.db"
    await migrate(url)
    database = open_database(url)
    page = int(str(await _pragma(database, "page_size")))
    await database.close()
    _overwrite(tmp_path / "aiskiai.db", 2 * page, page)

    # When and then
    database = open_database(url)
    for is_start in (True, False):
        with pytest.raises(DatabaseDamagedError):
            await database.check_integrity(is_start=is_start)
    await database.close()


def _overwrite(file: Path, start: int, length: int) -> None:
    content = bytearray(file.read_bytes())
    content[start : start + length] = b"\xff" * length
    file.write_bytes(content)


async def test_rows_that_point_at_nothing_are_found(tmp_path: Path) -> None:
    url = fresh_sqlite_url(tmp_path)
    await migrate(url)
    careless = open_database(url, has_foreign_keys=False)
    async with careless.engine.begin() as connection:
        await connection.execute(
            text("INSERT INTO staff_links (token_hash, staff, expires_at) VALUES ('a', 'nobody', '2026-01-01')")
        )

    with pytest.raises(DatabaseDamagedError, match="staff_links"):
        await careless.check_integrity()

    await careless.close()


@pytest.mark.postgres
async def test_a_postgresql_that_is_gone_is_not_reachable_and_is_again_when_it_is_back(
    postgres: PostgresServer,
) -> None:
    url = postgres.fresh_url()
    database = open_database(url)
    assert await database.is_reachable()

    # A restart of the server breaks every line; the next use makes a new one.
    postgres.cut_connections(url)
    assert await database.is_reachable()

    await database.close()
    postgres.drop(url)
    reopened = open_database(url)
    assert not await reopened.is_reachable()
    await reopened.close()


@pytest.mark.parametrize(
    "url", ["", "not an address", "mysql://user:slaptas@host/db", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_database(url)

    assert "slaptas" not in str(raised.value)


@pytest.mark.parametrize(
    "error",
    [
        asyncpg.InterfaceError("cannot perform operation: connection is closed"),
        asyncpg.InternalClientError("cannot switch to state 11; another operation (2) is in progress"),
    ],
)
def test_a_server_that_ended_a_connection_is_away(error: Exception) -> None:
    with pytest.raises(DatabaseAwayError), naming_absence():
        raise error


def test_our_own_mistake_with_a_connection_is_no_absence() -> None:
    ours = asyncpg.InterfaceError("cannot perform operation: another operation is in progress")

    with pytest.raises(asyncpg.InterfaceError), naming_absence():
        raise ours
