"""The database: is it there, whole, on the newest schema; do keys and clock fit it; is anything stuck in it."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from assistant.adapters.database.first_look import look_at_master_keys
from assistant.adapters.database.looking import backlog_of, faults_in_file, last_written, own_time
from assistant.adapters.database.schema import is_known_revision, newest_revision, revision_of
from assistant.adapters.database.session import Database, open_database, sqlite_file
from assistant.commands.doctor.finding import Deployment, Finding, by_kind, fine, mend, warning
from assistant.delivery.backlog import Standing
from assistant.delivery.outbox import UNSENT, State
from assistant.errors import SettingsError

CLOCKS_DIFFER = timedelta(seconds=30)
IN_THE_FUTURE = timedelta(minutes=2)


async def look_at_database(deployment: Deployment) -> Sequence[Finding]:
    """All that can be learned from the database; what needs a good one is left out where it is not."""
    file = sqlite_file(deployment.settings.database)
    if file is not None:
        found = await asyncio.to_thread(_about_file, file)
        if found is not None:
            return [found]
    database = open_database(deployment.settings.database)
    try:
        return [finding async for finding in _inside(deployment, database, file)]
    finally:
        await database.close()


def _about_file(file: Path) -> Finding | None:
    """What keeps us from opening it; None where nothing does."""
    if not file.exists():
        return warning("Database", f"{file} is not there yet. The first start makes it; or set AISKIAI_DATA_DIR.")
    try:
        faults = faults_in_file(file)
    except OSError as error:
        return mend("Database", f"{file} cannot be opened ({error}). Look at its rights and at the disk.")
    if faults:
        return mend(
            "Database", f"it is damaged: {faults}. Stop everything and restore the newest backup (docs/operations.md)."
        )
    return None


async def _inside(deployment: Deployment, database: Database, file: Path | None) -> AsyncIterator[Finding]:
    if not await database.is_reachable():
        yield mend("Database", "it does not answer. Does it run? Look at AISKIAI_DATABASE_URL and at the network.")
        return
    yield fine("Database", "PostgreSQL answers." if file is None else f"{file} is there and whole.")
    revision = await revision_of(database)
    if revision == newest_revision():
        yield fine("Tables", f"they have the newest shape ({revision}).")
    elif revision is None:
        yield warning("Tables", "there are none yet. The first start makes them; so does `aiskiai migrate`.")
        return
    elif not is_known_revision(revision):
        yield mend(
            "Tables", f"a newer aiskiai made them ({revision}). Install that version, or restore a backup from before."
        )
        return
    else:
        yield mend(
            "Tables", f"they have an older shape ({revision}). Make a backup, then run `aiskiai migrate` or start anew."
        )
        return
    yield await _keys(deployment, database)
    async for finding in _clocks(deployment, database):
        yield finding
    for finding in await _outbox(deployment, database):
        yield finding


async def _keys(deployment: Deployment, database: Database) -> Finding:
    settings = deployment.settings
    given = settings.encryption_keys.get_secret_value()
    try:
        names = await look_at_master_keys(database, given, settings.master_key_file)
    except SettingsError as error:
        return mend("Encryption keys", str(error))
    if not names:
        return warning("Encryption keys", "there are none yet. The first start makes one; keep a copy of it apart.")
    where = "AISKIAI_ENCRYPTION_KEYS" if given else settings.master_key_file
    return fine("Encryption keys", f"{', '.join(names)} in {where} fit the database. Is there a copy in the safe?")


async def _clocks(deployment: Deployment, database: Database) -> AsyncIterator[Finding]:
    now = deployment.clock.now()
    theirs = await own_time(database)
    last = await last_written(database)
    if theirs is not None and abs(theirs - now) > CLOCKS_DIFFER:
        seconds = int(abs(theirs - now).total_seconds())
        yield mend(
            "Clock",
            f"it differs by {seconds} seconds from the database's. Switch time synchronisation on (timedatectl).",
        )
    elif last is not None and last - now > IN_THE_FUTURE:
        yield mend(
            "Clock",
            f"it says {now:%Y-%m-%d %H:%M} UTC, but something was written at {last:%Y-%m-%d %H:%M}. "
            "Set it right and switch time synchronisation on (timedatectl).",
        )
    else:
        yield fine("Clock", f"it says {now:%Y-%m-%d %H:%M} UTC, which fits what was written last.")


async def _outbox(deployment: Deployment, database: Database) -> Sequence[Finding]:
    backlog = await backlog_of(database)
    return list(_standing(deployment, Standing(backlog.counts, backlog.age(deployment.clock.now()))))


def _standing(deployment: Deployment, standing: Standing) -> Iterator[Finding]:
    unsent = sum(standing.counts[state] for state in UNSENT)
    minutes = int(standing.oldest_unsent_age / timedelta(minutes=1))
    if standing.is_late:
        yield mend(
            "Outbox",
            f"{unsent} wait to be sent, the oldest for {minutes} minutes. Does a worker run? Look at its log, then at "
            "the mail server.",
        )
    else:
        yield fine("Outbox", f"{unsent} wait to be sent, none for too long.")
    failed = standing.counts[State.FAILED_FOR_GOOD]
    if failed:
        yield warning("Outbox", f"{failed} could not be sent at all. See them in the inbox, and the addresses in it.")
    if not deployment.settings.operator_email:
        yield by_kind(
            deployment, "Operator", "nobody is told when something cannot be sent. Set AISKIAI_OPERATOR_EMAIL."
        )
