"""Brings the tables to the newest shape, or back; all or nothing.

A new step is a file in migrations/versions, written by hand; a test compares what the steps make with tables.py.
"""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from assistant.adapters.database.session import Database, naming_absence, open_database

_MIGRATIONS = Path(__file__).parent / "migrations"
# Any fixed number: whoever holds PostgreSQL's lock of this number may migrate.
_LOCK = 40_281_709


async def migrate(url: str, revision: str = "head") -> None:
    """Bring the database up to a revision, by default the newest; does nothing where it is there already.

    Several processes may do so at once: one works, the others wait. Raises DatabaseAwayError.
    """
    await _in_one_transaction(url, lambda config: command.upgrade(config, revision))


async def downgrade(url: str, revision: str) -> None:
    """Bring the database back to an older revision; "base" takes all tables away with what is in them."""
    await _in_one_transaction(url, lambda config: command.downgrade(config, revision))


async def has_newest_schema(database: Database) -> bool:
    """Whether every migration has been done."""
    return await revision_of(database) == newest_revision()


async def revision_of(database: Database) -> str | None:
    """The last migration that was done; None where there was none, or where the database is not one of ours."""

    def revision(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    async with database.engine.connect() as connection:
        return await connection.run_sync(revision)


def is_known_revision(revision: str) -> bool:
    """Whether this program has that migration; one that it has not was made by a newer program."""
    return revision in {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def newest_revision() -> str | None:
    """The revision that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


async def _in_one_transaction(url: str, change: Callable[[Config], None]) -> None:
    # To change a table SQLite makes a new one and drops the old: with foreign keys on, what points at it would go too.
    database = open_database(url, has_foreign_keys=False)

    def work(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        change(config)

    try:
        with naming_absence():
            async with database.engine.begin() as connection:
                if not database.is_sqlite:
                    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                await connection.run_sync(work)
    finally:
        await database.close()
