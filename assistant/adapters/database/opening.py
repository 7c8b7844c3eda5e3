"""Opens the database as a start needs it: whole, on the newest schema, with the keys that it was encrypted by."""

import contextlib
import stat
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.first_look import open_master_keys
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database, sqlite_file
from assistant.adapters.master_keys import MasterKeys
from assistant.errors import DatabaseAwayError, SettingsError


async def opened_database(url: str, make_folder: Callable[[], None]) -> Database:
    """The database, whole and on the newest schema; its folder is made first.

    Raises SettingsError or DatabaseDamagedError.
    """
    async with AsyncExitStack() as unless_it_opens:
        try:
            make_folder()
            database = open_database(url)
            unless_it_opens.push_async_callback(database.close)
            # Before anything is changed in it: a damaged file must not be migrated.
            await database.check_integrity(is_start=True)
            await migrate(url)
            _close_to_others(url)
        except (OSError, DatabaseAwayError) as error:
            raise SettingsError(
                f"The data folder or the database cannot be reached: {error}. "
                "Look at AISKIAI_DATA_DIR and AISKIAI_DATABASE_URL."
            ) from error
        unless_it_opens.pop_all()
    return database


def _close_to_others(url: str) -> None:
    """An older program made the file readable by everybody; whom the operator put into its group may read on."""
    file = sqlite_file(url)
    for one in [] if file is None else [file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm"))]:
        with contextlib.suppress(FileNotFoundError, PermissionError):
            mode = stat.S_IMODE(one.stat().st_mode)
            if mode & stat.S_IRWXO:
                one.chmod(mode & ~stat.S_IRWXO)


async def opened_master_keys(database: Database, given: str, file: Path) -> MasterKeys:
    """The master keys of the setting, or else of the file. Raises SettingsError where they are not the right ones."""
    try:
        return await open_master_keys(database, given, file, SystemClock().today())
    except (OSError, DatabaseAwayError) as error:
        raise SettingsError(f"The encryption keys cannot be read: {error}. Look at AISKIAI_DATA_DIR.") from error
