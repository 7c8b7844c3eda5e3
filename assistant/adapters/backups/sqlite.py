"""SQLite: a copy of the file while servers write to it, and the way back."""

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from assistant.adapters.backups.files import check_digest, file_in_the_making, put_in_place, sync
from assistant.adapters.database.schema import is_known_revision, migrate, revision_of
from assistant.adapters.database.session import DatabaseDamagedError, open_database
from assistant.errors import BackupRefusedError

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


async def back_up(source: Path, place: Path) -> None:
    """Copy the database as it stands at one moment, without its data keys (ADR 0027); writers go on meanwhile.

    The copy is one file, read through from end to end before it gets its name. Raises BackupRefusedError where there is
    nothing to copy or what was copied is damaged.
    """
    with file_in_the_making(place) as made:
        await asyncio.to_thread(_copy, source, made)
        await _check(made, named=source)
        await asyncio.to_thread(_leave_keys_out, made)
        await asyncio.to_thread(_make_one_file, made)
        await asyncio.to_thread(put_in_place, made, place)


async def restore(backup: Path, place: Path, prepare: Callable[[str], Awaitable[None]] | None = None) -> Path | None:
    """Put a backup where the database is, on the newest schema; gives where the present one is kept, if there was one.

    `prepare` gets the address of the migrated copy before it takes the database's place, to give it its data keys.

    Whatever happens, the database is the present one or the restored one, never half of each. Raises BackupRefusedError
    where the backup is damaged, foreign or newer than this program, and where somebody uses the database.
    """
    with file_in_the_making(place) as made:
        await asyncio.to_thread(check_digest, backup)
        await asyncio.to_thread(shutil.copyfile, backup, made)
        await _check(made, named=backup)
        # What is checked and migrated is the copy: the backup stays as it was made.
        await migrate(_url(made))
        if prepare is not None:
            await prepare(_url(made))
        await asyncio.to_thread(_make_one_file, made)
        return await asyncio.to_thread(_exchange, made, place)


async def _check(file: Path, *, named: Path) -> None:
    database = open_database(_url(file))
    try:
        await database.check_integrity()
        revision = await revision_of(database)
    except DatabaseDamagedError as error:
        raise BackupRefusedError(f"{named} is damaged: {error.what}. Take another backup.") from error
    finally:
        await database.close()
    if revision is None:
        raise BackupRefusedError(f"{named} holds no database of aiskiai.")
    if not is_known_revision(revision):
        raise BackupRefusedError(
            f"{named} has the schema {revision}, which a newer aiskiai made. Update aiskiai first."
        )


def _copy(source: Path, made: Path) -> None:
    if not source.exists():
        raise BackupRefusedError(
            f"There is no database at {source}. Look at AISKIAI_DATA_DIR and AISKIAI_DATABASE_URL."
        )
    # All pages in one step: a step taken in between would begin anew with every write of another process.
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(made)) as copy:
        live.backup(copy)


def _leave_keys_out(file: Path) -> None:
    """No data key in a backup, also not as the remains of a row: then what is erased later cannot be read in it."""
    with closing(sqlite3.connect(file)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'data_keys'").fetchone():
            connection.execute("PRAGMA secure_delete = ON").fetchall()
            with connection:
                connection.execute("DELETE FROM data_keys")


def _make_one_file(file: Path) -> None:
    """Without the write-ahead log beside it, so that one name is all of it; and with no block of numbers open.

    Whoever goes on with this copy, also by laying it in place by hand, gives numbers out of a block of their own: the
    database it was made from has gone on in the open one.
    """
    with closing(sqlite3.connect(file)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'number_blocks'").fetchone():
            with connection:
                connection.execute("UPDATE number_blocks SET life = 'copied'")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    sync(file)


def _exchange(made: Path, place: Path) -> Path | None:
    if not place.exists():
        made.replace(place)
        sync(place.parent)
        return None
    with _alone_at(place):
        aside = place.with_name(f"{place.stem}-before-restore-{token_hex(4)}{place.suffix}")
        # A second name first: there is no moment at which a server that starts would find no database and make one.
        aside.hardlink_to(place)
        for ending in ("-wal", "-shm"):
            # They are still there only where the present file is too damaged to be opened.
            beside = place.with_name(place.name + ending)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + ending))
        made.replace(place)
        sync(place.parent)
    return aside


@contextmanager
def _alone_at(place: Path) -> Iterator[None]:
    """Hold the database so that nobody else has it open. Raises BackupRefusedError where somebody has."""
    with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            # Every process that has the file open in WAL mode, idle or not, keeps this from being done.
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _LOCKED:
                message = f"Somebody uses the database {place}. Stop server, bot and workers, then restore."
                raise BackupRefusedError(message) from error
            # Too damaged to be opened: then nobody has it open either, since no server starts with it.
        yield


def _url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file.resolve()}"
