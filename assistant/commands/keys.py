"""The command `keys`: which keys there are, a new one for all, and the copy without which no backup can be read."""

import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from assistant.adapters.backups.data_keys import PutBack, keys_of_whatever_is_at, put_keys_back, read_copy, united
from assistant.adapters.backups.files import sync
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.opening import opened_master_keys
from assistant.adapters.database.rotating import in_use, rotate
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.master_keys import (
    SETTING,
    MasterKeys,
    UnknownMasterKeyError,
    add_to_file,
    new_master_key,
    take_from_file,
)
from assistant.commands.backup import copy_data_keys
from assistant.errors import SettingsError
from assistant.settings import SECRET_BYTES, Settings


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Database, MasterKeys]]:
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    await migrate(settings.database)
    database = open_database(settings.database)
    try:
        given = settings.encryption_keys.get_secret_value()
        yield database, await opened_master_keys(database, given, settings.master_key_file)
    finally:
        await database.close()


def new_key() -> str:
    """A fresh master key as it goes into the setting."""
    return new_master_key(SystemClock().today())


async def listed(settings: Settings) -> Sequence[str]:
    """Each master key in a line, newest first: its name and how many data keys it wraps; never the key itself."""
    async with _opened(settings) as (database, masters):
        wraps = await in_use(database)
    lines = []
    for place, name in enumerate(masters.names):
        keys = wraps[name].keys if name in wraps else 0
        lines.append(f"{name}  {'newest' if place == 0 else 'older'}  {keys}")
    return lines


async def rotated(settings: Settings, say: Callable[[str], None]) -> bool:
    """Wrap all data keys by the newest master key, a fresh one where they are kept in a file; whether all are now.

    A rotation that was cut short is finished before a fresh key is made.
    """
    async with _opened(settings) as (database, masters):
        older = [name for name, wraps in (await in_use(database)).items() if wraps and name != masters.names[0]]
        if masters.file is not None and not older:
            add_to_file(masters.file, new_key())
        elif len(masters.names) == 1 and not older:
            raise SettingsError(
                f"There is one key in {SETTING}, and it wraps everything. Put a new one before it "
                "(`aiskiai keys new` prints one), start every process anew, then rotate."
            )
        say(f"Everything is wrapped by {masters.names[0]} from now on.")
        done = await rotate(database, masters, lambda so_far: say(f"{so_far} keys are wrapped anew …"))
        wraps = await in_use(database)
        say(f"{done} keys were wrapped anew.")
    await copy_data_keys(settings)
    left = {name: one for name, one in wraps.items() if name != masters.names[0] and name in masters.names and one}
    for name, one in left.items():
        say(
            f"{name} still wraps {one.keys} keys and {one.updates} updates that were made meanwhile. "
            "A process runs with the old settings: start it anew, then rotate once more."
        )
    free = [name for name in masters.names[1:] if name not in left]
    for name in free:
        how = f"`aiskiai keys drop {name}`" if masters.file else f"take it out of {SETTING}"
        say(f"{name} wraps nothing any more and may be taken away: {how}. The copy of the data keys is written anew.")
    return not left


async def dropped(settings: Settings, name: str) -> None:
    """Take a master key out of the file. Raises SettingsError where it is needed, or is not kept in a file."""
    async with _opened(settings) as (database, masters):
        if masters.file is None:
            raise SettingsError(f"The keys stand in {SETTING}: take {name} out of it there.")
        if name not in masters.names:
            raise UnknownMasterKeyError(name, masters.where)
        if name == masters.names[0]:
            raise SettingsError(f"{name} is the newest key. Rotate first.")
        wraps = (await in_use(database)).get(name)
        if wraps:
            raise SettingsError(f"{name} still wraps {wraps.keys} keys. Run `aiskiai keys rotate`, then drop it.")
        take_from_file(masters.file, name)


def renewed_secret(settings: Settings) -> Path:
    """A fresh secret key in the data folder; the one that was there is kept among the earlier ones, and gives where.

    Raises SettingsError where the key stands in the settings, which only whoever wrote it there can change.
    """
    if settings.secret_key.get_secret_value():
        raise SettingsError(
            "The key stands in AISKIAI_SECRET_KEY: put a new one there (`openssl rand -base64 48`), and the old one "
            "first into the list AISKIAI_EARLIER_SECRET_KEYS."
        )
    # The old one is among the earlier ones before there is a new one: whatever breaks in between, nothing is lost.
    earlier = (settings.signing_key(), *settings.earlier_keys())
    _written(settings.earlier_keys_file, "\n".join(dict.fromkeys(earlier)) + "\n")
    _written(settings.secret_key_file, secrets.token_urlsafe(SECRET_BYTES))
    return settings.earlier_keys_file


def _written(file: Path, text: str) -> None:
    """Put it there whole or not at all, for the owner alone."""
    made = file.with_suffix(f".{secrets.token_hex(8)}")
    made.touch(mode=0o600)
    made.write_text(text, encoding="utf-8")
    sync(made)
    made.replace(file)
    sync(file.parent)


async def put_back(settings: Settings, copy: Path | None) -> PutBack:
    """Give the database the data keys of a copy; what was destroyed in either stays destroyed.

    Raises BackupRefusedError where there is no whole copy.
    """
    await migrate(settings.database)
    kept = read_copy(copy or settings.data_key_copy)
    return await put_keys_back(settings.database, united(kept, await keys_of_whatever_is_at(settings.database)))
