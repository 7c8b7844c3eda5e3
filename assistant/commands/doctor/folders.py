"""The data folder: is it there, may we write, may nobody else read, is there room."""

import os
import pwd
import shutil
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.commands.doctor.finding import Deployment, Finding, fine, mend, warning

LEAST_FREE = 200_000_000
"""Bytes; below that a backup or the database soon finds no room."""
LITTLE_FREE = 1_000_000_000
NOTHING_PERSONAL = frozenset({"learned", "speech", "workers"})
"""Folders of the data folder that anybody may read."""


async def look_at_folders(deployment: Deployment) -> Sequence[Finding]:
    """The data folder and the folder of backups."""
    data = deployment.settings.data_dir
    if not data.exists():
        return [warning("Data folder", f"{data} is not there yet. The first start makes it; or set AISKIAI_DATA_DIR.")]
    backups = deployment.settings.backups
    both = [data, backups] if backups.is_dir() else [data]
    apart = [folder for folder in both if folder == data or not folder.resolve().is_relative_to(data.resolve())]
    return [*_whose(data), *_writable(both), *_closed(apart), *_room(deployment, apart)]


def _whose(data: Path) -> Iterator[Finding]:
    owner = data.stat().st_uid
    if owner != os.geteuid():
        name = _name_of(owner)
        yield warning(
            "User", f"the data folder belongs to {name}, and you are another. Run this as {name}: sudo -u {name} …"
        )


def _name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return f"#{user}"


def _writable(folders: Sequence[Path]) -> Iterator[Finding]:
    for folder in folders:
        if os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield fine("Data folder", f"{folder} can be written to.")
        else:
            yield mend(
                "Data folder",
                f"{folder} cannot be written to. Give it to the user that runs the product: chown -R aiskiai {folder}",
            )


def _closed(folders: Sequence[Path]) -> Iterator[Finding]:
    for folder in folders:
        open_files = sorted(_open_to_others(folder))
        if open_files:
            some = ", ".join(path.name for path in open_files[:3]) + (" …" if len(open_files) > 3 else "")  # noqa: PLR2004 - three are enough to know which
            yield mend(
                "Rights of files",
                f"everybody on this machine can read {some} in {folder}. Close it: chmod -R o-rwx {folder}",
            )
        else:
            yield fine("Rights of files", f"others cannot read what lies in {folder}.")


def _open_to_others(folder: Path) -> Iterator[Path]:
    """Files that others may read, also where a folder on the way is open to them only to pass."""
    if not folder.stat().st_mode & stat.S_IXOTH:
        return
    for path in folder.iterdir():
        if path.is_symlink() or path.name in NOTHING_PERSONAL:
            continue
        if path.is_dir():
            # A folder that we may not enter is not open to others either.
            if os.access(path, os.R_OK | os.X_OK):
                yield from _open_to_others(path)
        elif path.stat().st_mode & stat.S_IROTH:
            yield path


def _room(deployment: Deployment, folders: Sequence[Path]) -> Iterator[Finding]:
    database = deployment.settings.data_dir / "aiskiai.db"
    size = database.stat().st_size if database.exists() else 0
    for folder in folders:
        free = shutil.disk_usage(folder).free
        words = f"{free / 1e9:.1f} GB are free where {folder} lies"
        if free < LEAST_FREE:
            yield mend("Disk", f"{words}. Make room now: without it nothing that people send can be kept.")
        elif free < max(LITTLE_FREE, 3 * size):
            yield warning("Disk", f"{words}. Make room soon, or let AISKIAI_BACKUPS_KEPT be smaller.")
        else:
            yield fine("Disk", f"{words}.")
