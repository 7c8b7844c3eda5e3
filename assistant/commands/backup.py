"""Makes backups, when asked and by the clock, and puts one back."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from assistant.adapters.backups import postgresql, sqlite
from assistant.adapters.backups.data_keys import (
    PutBack,
    copy_keys,
    keys_of_whatever_is_at,
    last_destruction,
    put_keys_back,
    read_copy,
    united,
)
from assistant.adapters.backups.files import DATABASE, DUMP, backups_in, file_for, keep_newest, made_at
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.encrypting import fold_in_log
from assistant.adapters.database.schema import has_newest_schema
from assistant.adapters.database.session import open_database, sqlite_file
from assistant.commands.audit import note_restore
from assistant.errors import BackupNameTakenError
from assistant.settings import Settings
from assistant.usecases.ports import Clock

LOOK_AGAIN_SECONDS = 60.0

SAME_SECOND = 5
"""So many backups may be made in one second; the name of each says which second it is of, or of one just after it."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Restored:
    """What a restore did; `aside` is where the database that was there before is kept, if there was one.

    `erased` is how many of its referrals were erased after the backup was made, and stay unreadable.
    """

    aside: Path | None
    erased: int = 0


async def back_up(settings: Settings, place: Path | None = None, clock: Clock | None = None) -> Path:
    """Make a backup there, by default in the folder of backups, where only the newest are kept; gives where it is.

    Raises BackupRefusedError.
    """
    if place is not None:
        await _back_up_to(place, settings)
        return place
    now = (clock or SystemClock()).now()
    ending = DUMP if sqlite_file(settings.database) is None else DATABASE
    for seconds in range(SAME_SECOND):
        made = file_for(settings.backups, now + timedelta(seconds=seconds), ending)
        try:
            await _back_up_to(made, settings)
        except BackupNameTakenError:
            # The worker made one in this very second; this one may have something more in it.
            continue
        await asyncio.to_thread(keep_newest, settings.backups, settings.backups_kept)
        return made
    raise BackupNameTakenError(f"{made} exists already. Look at the clock of this machine.")


async def _back_up_to(place: Path, settings: Settings) -> None:
    source = sqlite_file(settings.database)
    if source is None:
        await postgresql.back_up(settings.database, place)
    else:
        await sqlite.back_up(source, place)
    # After the backup, so that it has the key of everything in it.
    await copy_data_keys(settings)


async def copy_data_keys(settings: Settings) -> int:
    """Write the copy of the data keys anew; gives how many are in it."""
    database = open_database(settings.database)
    try:
        # What an older program wrote has no keys yet.
        if not await has_newest_schema(database):
            return 0
        # A key that was destroyed would stay in SQLite's write-ahead log for a while.
        await fold_in_log(database)
        return await copy_keys(database, settings.data_key_copy)
    finally:
        await database.close()


async def restore(settings: Settings, backup: Path, copy: Path | None = None) -> Restored:
    """Put a backup where the database is, with its data keys, and say so in the audit log.

    The keys are those of the copy, by default the one that belongs to the backups, and of the database that is there
    now: what was destroyed in either stays destroyed. Raises BackupRefusedError; on SQLite nothing was changed then.
    """
    place = sqlite_file(settings.database)
    kept = read_copy(copy or settings.data_key_copy) if copy or settings.data_key_copy.exists() else {}
    aside: Path | None = None
    if place is None:
        await postgresql.restore(backup, settings.database)
        done = await put_keys_back(settings.database, kept)
    else:
        present = await keys_of_whatever_is_at(settings.database) if place.exists() else {}
        found: list[PutBack] = []

        async def give_keys(url: str) -> None:
            found.append(await put_keys_back(url, united(kept, present)))

        aside = await sqlite.restore(backup, place, give_keys)
        [done] = found
    await note_restore(settings)
    return Restored(aside, done.erased)


async def back_up_if_due(settings: Settings, clock: Clock | None = None) -> Path | None:
    """Make a backup where the newest is older than the operator wants; gives where it is, if one was made.

    Only of SQLite: a PostgreSQL for many machines has an archive of its own.
    """
    if not settings.backup_every_minutes or sqlite_file(settings.database) is None:
        return None
    clock = clock or SystemClock()
    newest = [made_at(path) for path in backups_in(settings.backups)[-1:]]
    if any(clock.now() - at < timedelta(minutes=settings.backup_every_minutes) for at in newest):
        return None
    return await back_up(settings, clock=clock)


async def copy_keys_if_due(settings: Settings, clock: Clock | None = None) -> bool:
    """Write the copy of the data keys anew where one was destroyed since, or where it is older than a backup may be.

    Also where PostgreSQL makes its backups by itself. The key of what was erased is gone from the copy within a minute
    or two. Gives whether it was written.
    """
    copy = settings.data_key_copy
    now = (clock or SystemClock()).now()
    written = datetime.fromtimestamp(copy.stat().st_mtime, UTC) if copy.exists() else None
    database = open_database(settings.database)
    try:
        newest = await last_destruction(database)
    finally:
        await database.close()
    is_old = bool(settings.backup_every_minutes) and (
        written is None or now - written >= timedelta(minutes=settings.backup_every_minutes)
    )
    is_due = is_old or (written is not None and newest is not None and newest >= written)
    if is_due:
        await copy_data_keys(settings)
    return is_due


async def back_up_regularly(settings: Settings) -> None:
    """Runs until it is cancelled."""
    while True:
        try:
            await copy_keys_if_due(settings)
            made = await back_up_if_due(settings)
            if made is not None:
                log.info("backup made", file=made.name, bytes=made.stat().st_size)
        except Exception as error:  # the outermost loop: a full disk must not end the worker
            log.exception("backup failed", kind=type(error).__name__)
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
