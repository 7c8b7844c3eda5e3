"""A migrated database of each kind for whoever asks."""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.master_keys import MasterKeys, new_master_key
from assistant.adapters.secrets import SystemSecrets
from assistant.usecases.ports import UnitsOfWork
from tests.databases import PostgresServer, fresh_sqlite_url, migrated_sqlite_url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield fresh_sqlite_url(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.fresh_url()
    yield url
    server.drop(url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with the newest tables, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield migrated_sqlite_url(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.fresh_url(request.getfixturevalue("migrated_postgres"))
    yield url
    server.drop(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = open_database(database_url)
    yield opened
    await opened.close()


MASTERS = MasterKeys.given(new_master_key(date(2026, 11, 22)))
"""Repositories are tested as they are used, with everything personal encrypted."""


@pytest.fixture
async def units(database: Database) -> UnitsOfWork:
    return SqlUnitsOfWork(database, masters=MASTERS)


def hashed(text: str) -> str:
    """A keyed hash, as the product's own secret gives it."""
    return SystemSecrets("a key of tests").hashed(text)


@pytest.fixture
async def other_units(database_url: str) -> AsyncIterator[UnitsOfWork]:
    """The same database, as another process sees it."""
    opened = open_database(database_url)
    yield SqlUnitsOfWork(opened, masters=MASTERS)
    await opened.close()
