"""Migrations: up, down and up again, and equal to the tables."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from assistant.adapters.database import schema
from assistant.adapters.database.schema import downgrade, has_newest_schema, migrate, newest_revision
from assistant.adapters.database.session import open_database
from assistant.adapters.database.tables import Base


def _steps() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    return [script.revision for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions()))]


async def _tables(url: str) -> set[str]:
    database = open_database(url)
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await database.close()
    return set(names) - {"alembic_version"}


async def test_each_migration_goes_up_down_and_up_again(empty_database_url: str) -> None:
    before = "base"
    for step in _steps():
        await migrate(empty_database_url, step)
        await downgrade(empty_database_url, before)
        await migrate(empty_database_url, step)
        before = step

    assert await _tables(empty_database_url) == set(Base.metadata.tables)


async def test_going_down_to_the_base_leaves_no_table(empty_database_url: str) -> None:
    await migrate(empty_database_url)

    await downgrade(empty_database_url, "base")

    assert await _tables(empty_database_url) == set()


async def test_the_migrations_make_exactly_the_tables_that_the_program_uses(database_url: str) -> None:
    def difference(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, Base.metadata))

    database = open_database(database_url)
    async with database.engine.connect() as connection:
        found = await connection.run_sync(difference)
    await database.close()

    assert found == []


async def test_migrating_twice_changes_nothing(database_url: str) -> None:
    await migrate(database_url)

    database = open_database(database_url)
    assert await has_newest_schema(database)
    await database.close()


async def test_an_empty_database_is_not_of_the_newest_schema(empty_database_url: str) -> None:
    database = open_database(empty_database_url)

    assert not await has_newest_schema(database)
    assert newest_revision() is not None

    await database.close()


async def test_a_migration_that_fails_leaves_nothing_half_done(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given migrations that end with a failure after the tables are made
    upgrade = command.upgrade

    def upgrade_and_fail(config: Config, revision: str) -> None:
        upgrade(config, revision)
        raise RuntimeError("power went off")

    monkeypatch.setattr(command, "upgrade", upgrade_and_fail)

    # When
    with pytest.raises(RuntimeError, match="power went off"):
        await migrate(empty_database_url)

    # Then
    assert await _tables(empty_database_url) == set()
