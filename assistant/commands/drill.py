"""The command `drill`: proves that a backup can be put back, in a place of its own, beside whatever runs."""

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.first_look import open_master_keys
from assistant.adapters.database.looking import faults_in_file
from assistant.adapters.database.proving import Read, counts_of, read_conversations, read_requests
from assistant.adapters.database.session import open_database, sqlite_file
from assistant.commands.backup import back_up, restore
from assistant.errors import BackupRefusedError, SettingsError
from assistant.settings import Settings

NOT_COMPARED = frozenset({"audit_log", "data_keys"})
"""A restore is itself noted in the log; keys come from their copy, and reading them proves more than counting."""

Tell = Callable[[str], object]


@dataclass(frozen=True)
class Chosen:
    """An older backup to try instead of a fresh one, with the copy of keys for it; where PostgreSQL has room for it."""

    backup: Path | None = None
    keys: Path | None = None
    database_url: str = ""


async def drilled(settings: Settings, chosen: Chosen, tell: Tell) -> bool:
    """Make a backup, put it back elsewhere, open it, count and compare; whether all that was proved.

    The database, its backups and its keys stay as they are; what was made for the drill is taken away at the end, save
    the contents of a PostgreSQL database that was given for it. Raises BackupRefusedError and SettingsError.
    """
    _check_room(settings, chosen)
    with tempfile.TemporaryDirectory(prefix="aiskiai-drill-") as place:
        aside = _aside(settings, Path(place), chosen.database_url)
        before = await _counts(settings.database)
        began = time.monotonic()
        backup, copy = await _made(settings, aside, chosen, tell)
        after = await _counts(settings.database)
        tell(f"The backup has {backup.stat().st_size / 1e6:.1f} MB and took {time.monotonic() - began:.1f} seconds.")
        began = time.monotonic()
        restored = await restore(aside, backup, copy)
        tell(f"It was put back elsewhere and has the newest tables, in {time.monotonic() - began:.1f} seconds.")
        if restored.erased:
            tell(f"{restored.erased} requests in it were erased after it was made. They stay unreadable.")
        is_whole = _is_whole(aside, tell)
        reads = await _is_read(aside, tell)
        is_same = chosen.backup is not None or _is_the_same(before, await _counts(aside.database), after, tell)
    is_proved = is_whole and reads and is_same
    tell("Proved: this backup, with these keys, brings everything back." if is_proved else "NOT proved. See above.")
    return is_proved


def _check_room(settings: Settings, chosen: Chosen) -> None:
    file = sqlite_file(settings.database)
    if file is None:
        if not chosen.database_url:
            raise SettingsError(
                "For PostgreSQL the drill needs an empty database: `createdb drill`, then name it with --database-url."
            )
        if sqlite_file(chosen.database_url) is not None or chosen.database_url == settings.database:
            raise SettingsError("--database-url must name another PostgreSQL database, an empty one.")
    elif not file.exists():
        raise BackupRefusedError(f"There is no database at {file}. Look at AISKIAI_DATA_DIR and AISKIAI_DATABASE_URL.")
    elif 3 * file.stat().st_size > shutil.disk_usage(tempfile.gettempdir()).free:
        raise BackupRefusedError(f"There is not enough room in {tempfile.gettempdir()}. Let TMPDIR name another disk.")


def _aside(settings: Settings, place: Path, database_url: str) -> Settings:
    """The settings of a deployment of its own, with the master keys and the secret of the real one."""
    given = settings.encryption_keys.get_secret_value()
    kept = settings.master_key_file
    if not given and kept.exists():
        given = ",".join(kept.read_text(encoding="ascii").split())
    return settings.model_copy(
        update={
            "data_dir": place / "var",
            "database_url": database_url,
            "backup_dir": place / "backups",
            "key_copy": place / "keys",
            "encryption_keys": SecretStr(given),
            "secret_key": SecretStr(settings.signing_key()),
            "earlier_secret_keys": [SecretStr(key) for key in settings.earlier_keys()],
        }
    )


async def _made(settings: Settings, aside: Settings, chosen: Chosen, tell: Tell) -> tuple[Path, Path]:
    """The backup, and the copy of the data keys that belongs to it."""
    if chosen.backup is not None:
        tell(f"An older backup is tried: {chosen.backup}. It is not compared with the database of today.")
        return chosen.backup, chosen.keys or settings.data_key_copy
    # The copy of the keys that belongs to the database is not written over by a drill.
    backup = await back_up(
        settings.model_copy(update={"key_copy": aside.data_key_copy}), aside.backups / _name(settings)
    )
    return backup, chosen.keys or aside.data_key_copy


def _name(settings: Settings) -> str:
    return "drill.db" if sqlite_file(settings.database) is not None else "drill.dump"


async def _counts(url: str) -> Mapping[str, int]:
    database = open_database(url)
    try:
        return await counts_of(database)
    finally:
        await database.close()


def _is_whole(aside: Settings, tell: Tell) -> bool:
    file = sqlite_file(aside.database)
    faults = "" if file is None else faults_in_file(file)
    tell(f"It is damaged: {faults}" if faults else "It is whole.")
    return not faults


async def _is_read(aside: Settings, tell: Tell) -> bool:
    database = open_database(aside.database)
    try:
        given = aside.encryption_keys.get_secret_value()
        masters = await open_master_keys(database, given, aside.master_key_file, SystemClock().today())
        kinds = {
            "requests": await read_requests(database, masters),
            "conversations": await read_conversations(database, masters),
        }
    finally:
        await database.close()
    for kind, read in kinds.items():
        tell(f"{kind}: {read.readable} can be read, {read.erased} are erased, {read.lost} cannot be read.")
    if any(read.lost for read in kinds.values()):
        tell("The copy of the data keys does not belong to this backup. Is a newer one elsewhere? Name it with --keys.")
    return not sum(kinds.values(), Read(0, 0, 0)).lost


def _is_the_same(before: Mapping[str, int], restored: Mapping[str, int], after: Mapping[str, int], tell: Tell) -> bool:
    """Whether each table has as many rows as the live one had; while it is in use, a number between two counts."""
    compared = sorted(restored.keys() - NOT_COMPARED)
    wrong = [
        name
        for name in compared
        if not min(before[name], after[name]) <= restored[name] <= max(before[name], after[name])
    ]
    for name in wrong:
        tell(f"{name}: {restored[name]} rows came back, {after[name]} are in the database.")
    if not wrong:
        rows = sum(restored[name] for name in compared)
        tell(f"{len(compared)} tables have as many rows as the database itself, {rows} together.")
    return not wrong
