"""PostgreSQL: its own programs pg_dump and pg_restore do the work; this calls them so that nothing is forgotten."""

import asyncio
import os
import re
import shlex
import shutil
from pathlib import Path

from sqlalchemy import URL, inspect

from assistant.adapters.backups.files import check_digest, file_in_the_making, put_in_place
from assistant.adapters.database.schema import is_known_revision, migrate
from assistant.adapters.database.session import database_address, open_database
from assistant.errors import BackupRefusedError

_REVISION = re.compile(r"^COPY public\.alembic_version .*\n(\S+)\n", re.MULTILINE)


# Without the data keys: then what is erased later cannot be read in the dump (ADR 0027).
_WORDS = ("--format=custom", "--no-owner", "--exclude-table-data=data_keys")


async def back_up(url: str, place: Path) -> None:
    """A dump of the database as it stands at one moment, checked for being readable before it gets its name.

    Raises BackupRefusedError, with the call to make by hand where pg_dump is not on this machine.
    """
    with file_in_the_making(place) as made:
        await _run(url, "pg_dump", *_WORDS, f"--file={made}", meant=place)
        await _run(url, "pg_restore", "--list", str(made), meant=place)
        await asyncio.to_thread(put_in_place, made, place)


async def restore(backup: Path, url: str) -> None:
    """Put a dump into an empty database, in one transaction, and bring it to the newest schema.

    Only into an empty one: the present database stays as it is until the operator no longer needs it, and what was made
    for another database is known as such by its numbers. Raises BackupRefusedError where the dump is damaged, foreign
    or newer than this program, and where the database is not empty.
    """
    await asyncio.to_thread(check_digest, backup)
    revision = await _revision_in(backup, url)
    if not is_known_revision(revision):
        raise BackupRefusedError(
            f"{backup} has the schema {revision}, which a newer aiskiai made. Update aiskiai first."
        )
    if await _tables(url):
        raise BackupRefusedError(
            "This database is not empty. Make a new one (createdb aiskiai2), name it in AISKIAI_DATABASE_URL, restore."
        )
    name = str(database_address(url).database)
    words = ("--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={name}", str(backup))
    await _run(url, "pg_restore", *words, meant=backup)
    await migrate(url)


async def _revision_in(backup: Path, url: str) -> str:
    words = ("--data-only", "--table=alembic_version", "--file=-", str(backup))
    found = _REVISION.search(await _run(url, "pg_restore", *words, meant=backup))
    if found is None:
        raise BackupRefusedError(f"{backup} holds no database of aiskiai.")
    return found[1]


async def _tables(url: str) -> list[str]:
    database = open_database(url)
    try:
        async with database.engine.connect() as connection:
            return await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    finally:
        await database.close()


async def _run(url: str, program: str, *words: str, meant: Path) -> str:
    """What the program prints. Raises BackupRefusedError with what it complains about."""
    found = shutil.which(program)
    if found is None:
        spoken = shlex.join(["pg_dump", *_WORDS, f"--file={meant}", "<database>"])
        raise BackupRefusedError(
            f"{program} is not on this machine. Install postgresql-client, or run where it is: {spoken}"
        )
    process = await asyncio.create_subprocess_exec(
        found,
        *words,
        env=os.environ | _libpq(database_address(url)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    printed, complaint = await process.communicate()
    if process.returncode != 0:
        first = (complaint.decode(errors="replace").strip().splitlines() or ["no reason given"])[0]
        raise BackupRefusedError(f"{meant}: {first}")
    return printed.decode()


def _libpq(address: URL) -> dict[str, str]:
    """The address as PostgreSQL's own programs take it; in the environment a password is not seen by others."""
    asked = {
        "PGHOST": address.host or address.query.get("host"),
        "PGPORT": address.port or address.query.get("port"),
        "PGUSER": address.username,
        "PGPASSWORD": address.password,
        "PGDATABASE": address.database,
        "PGSSLMODE": address.query.get("ssl"),
    }
    return {name: str(value) for name, value in asked.items() if value}
