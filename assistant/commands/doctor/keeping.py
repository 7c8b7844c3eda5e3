"""What outlasts a broken disk: backups and the copy of the data keys, and whether a worker is there to make them."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from assistant.adapters.backups.data_keys import read_copy
from assistant.adapters.backups.files import backups_in, check_digest, made_at
from assistant.adapters.database.looking import archives_its_log
from assistant.adapters.database.session import open_database, sqlite_file
from assistant.adapters.heartbeat import Heartbeat
from assistant.commands.doctor.finding import Deployment, Finding, by_kind, fine, mend, warning
from assistant.errors import BackupRefusedError
from assistant.usecases.signs import is_silent

GRACE = timedelta(minutes=15)
DAY = timedelta(days=1, hours=2)


async def look_at_backups(deployment: Deployment) -> Sequence[Finding]:
    """Whether there is a fresh and whole backup, and the copy of keys without which it is worth nothing."""
    file = sqlite_file(deployment.settings.database)
    if file is not None and not file.exists():
        return []
    own = list(await asyncio.to_thread(_own_backups, deployment, is_postgresql=file is None))
    if file is None and not own and await _is_archived(deployment):
        own = [fine("Backups", "PostgreSQL archives its log or has a standby. Is that on another machine?")]
    return [*(own or [_none_at_all(deployment)]), _copy_of_keys(deployment)]


def _none_at_all(deployment: Deployment) -> Finding:
    return by_kind(
        deployment,
        "Backups",
        f"there is none in {deployment.settings.backups}. Run `aiskiai backup` every day (timer).",
    )


async def _is_archived(deployment: Deployment) -> bool:
    database = open_database(deployment.settings.database)
    try:
        return await database.is_reachable() and await archives_its_log(database)
    finally:
        await database.close()


def _own_backups(deployment: Deployment, *, is_postgresql: bool) -> Iterator[Finding]:
    settings = deployment.settings
    made = backups_in(settings.backups)
    if not made:
        return
    newest = made[-1]
    age = deployment.clock.now() - made_at(newest)
    by_clock = settings.backup_every_minutes and not is_postgresql
    limit = 2 * timedelta(minutes=settings.backup_every_minutes) + GRACE if by_clock else DAY
    try:
        check_digest(newest)
    except BackupRefusedError as error:
        yield mend("Backups", f"{error} Make a new one now: `aiskiai backup`, and look at the disk.")
        return
    if age > limit:
        yield mend(
            "Backups", f"the newest, {newest.name}, is {_hours(age)} old. Does the worker run? Is the disk full? "
            "`aiskiai backup` makes one now."
        )  # fmt: skip
    else:
        yield fine("Backups", f"the newest, {newest.name}, is whole and {_hours(age)} old. Carry them elsewhere, too.")
    if settings.backups.stat().st_dev == settings.data_dir.stat().st_dev and not is_postgresql:
        yield warning("Backups", "they lie on the disk of the database. Let AISKIAI_BACKUP_DIR be on another one.")


def _copy_of_keys(deployment: Deployment) -> Finding:
    place = deployment.settings.data_key_copy
    if not place.exists():
        return by_kind(
            deployment,
            "Copy of the keys",
            f"there is none at {place}; without it no backup can be read. `aiskiai keys copy` writes it.",
        )
    try:
        count = len(read_copy(place))
    except BackupRefusedError as error:
        return mend("Copy of the keys", f"{error} Write it anew: `aiskiai keys copy`")
    age = deployment.clock.now() - datetime.fromtimestamp(place.stat().st_mtime, UTC)
    every = timedelta(minutes=deployment.settings.backup_every_minutes)
    if age > (2 * every + GRACE if every else DAY):
        return mend(
            "Copy of the keys", f"it is {_hours(age)} old. Does the worker run? `aiskiai keys copy` writes it now."
        )
    return fine(
        "Copy of the keys", f"{count} keys, {_hours(age)} old. Carry the newest one elsewhere, and no older one."
    )


async def look_at_worker(deployment: Deployment) -> Sequence[Finding]:
    """Whether a worker of this machine goes round."""
    seen = Heartbeat(deployment.settings.workers).newest()
    if seen is None:
        return [
            warning(
                "Worker",
                "none has run here for a day. That is right only where one runs on another machine; "
                "`aiskiai serve` or `aiskiai worker` starts one.",
            )
        ]
    age = deployment.clock.now() - seen
    if is_silent(seen, deployment.clock.now()):
        return [mend("Worker", f"it gave no sign of life for {_hours(age)}. Start it, and look at its log.")]
    return [fine("Worker", "one is alive.")]


async def look_at_bot(deployment: Deployment) -> Sequence[Finding]:
    """Whether the bot of this machine goes round, where one did; what Telegram says of it is looked at elsewhere."""
    seen = Heartbeat(deployment.settings.bots).newest()
    if seen is None:
        return []
    if is_silent(seen, deployment.clock.now()):
        age = deployment.clock.now() - seen
        return [mend("Bot", f"it gave no sign of life for {_hours(age)}. Start it, and look at its log.")]
    return [fine("Bot", "it is alive.")]


def _hours(age: timedelta) -> str:
    minutes = max(int(age / timedelta(minutes=1)), 0)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"  # noqa: PLR2004 - up to two hours minutes tell more
