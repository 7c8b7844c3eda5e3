"""Makes backups, when asked and by the clock, and puts one back."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog

from assistant.adapters.backups import postgresql, sqlite
from assistant.adapters.backups.files import DATABASE, DUMP, backups_in, file_for, keep_newest, made_at
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.session import sqlite_file
from assistant.commands.audit import note_restore
from assistant.settings import Settings
from assistant.usecases.ports import Clock

LOOK_AGAIN_SECONDS = 60.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Restored:
    """What a restore did; `aside` is where the database that was there before is kept, if there was one."""

    aside: Path | None


async def back_up(settings: Settings, place: Path | None = None, clock: Clock | None = None) -> Path:
    """Make a backup there, by default in the folder of backups, where only the newest are kept; gives where it is.

    Raises BackupRefusedError.
    """
    now = (clock or SystemClock()).now()
    source = sqlite_file(settings.database)
    made = place or file_for(settings.backups, now, DUMP if source is None else DATABASE)
    if source is None:
        await postgresql.back_up(settings.database, made)
    else:
        await sqlite.back_up(source, made)
    if place is None:
        await asyncio.to_thread(keep_newest, settings.backups, settings.backups_kept)
    return made


async def restore(settings: Settings, backup: Path) -> Restored:
    """Put a backup where the database is, and say so in the audit log.

    Raises BackupRefusedError; then nothing was changed.
    """
    place = sqlite_file(settings.database)
    aside: Path | None = None
    if place is None:
        await postgresql.restore(backup, settings.database)
    else:
        aside = await sqlite.restore(backup, place)
    await note_restore(settings)
    return Restored(aside)


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


async def back_up_regularly(settings: Settings) -> None:
    """Runs until it is cancelled."""
    while True:
        try:
            made = await back_up_if_due(settings)
            if made is not None:
                log.info("backup made", file=made.name, bytes=made.stat().st_size)
        except Exception as error:  # the outermost loop: a full disk must not end the worker
            log.exception("backup failed", kind=type(error).__name__)
        await asyncio.sleep(LOOK_AGAIN_SECONDS)
