"""Backup files: their names, their digests, how one comes into its place, and which of them are kept."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from assistant.errors import BackupNameTakenError, BackupRefusedError

DATABASE, DUMP = ".db", ".dump"
"""What the name of a SQLite file and of a PostgreSQL dump ends with."""

_OURS = re.compile(r"aiskiai-(\d{8}T\d{6}Z)\.(db|dump)")
_MOMENT = "%Y%m%dT%H%M%SZ"
_OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700


def file_for(folder: Path, now: datetime, ending: str) -> Path:
    """Where a backup made now belongs, when nobody chose another place."""
    return folder / f"aiskiai-{now.astimezone(UTC).strftime(_MOMENT)}{ending}"


def backups_in(folder: Path) -> list[Path]:
    """The backups that were named by file_for, oldest first; other files are not ours to count."""
    return sorted(path for path in folder.glob("aiskiai-*") if _OURS.fullmatch(path.name))


def made_at(backup: Path) -> datetime:
    """When a backup in backups_in was made."""
    named = _OURS.fullmatch(backup.name)
    if named is None:
        raise BackupRefusedError(f"{backup} is not named like a backup.")
    return datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)


def keep_newest(folder: Path, count: int) -> None:
    """Take away all but the newest `count` backups, and what was left of tries that were cut short."""
    whole = backups_in(folder)
    for old in whole[:-count]:
        old.unlink(missing_ok=True)
        _digest_file(old).unlink(missing_ok=True)
    for oldest in whole[-count:][:1]:
        for unfinished in folder.glob(".aiskiai-*"):
            # One that is older than a whole backup is not being made any more.
            if unfinished.stat().st_mtime < oldest.stat().st_mtime:
                unfinished.unlink(missing_ok=True)


@contextmanager
def file_in_the_making(place: Path) -> Iterator[Path]:
    """A name beside `place` for a file that is not finished yet, with mode 600; gone at the end if it still exists."""
    if not place.parent.exists():
        place.parent.mkdir(parents=True, mode=_FOLDER_OWNER_ONLY)
    made = place.with_name(f".{place.name}.{token_hex(6)}")
    made.touch(mode=_OWNER_ONLY)
    try:
        yield made
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            made.with_name(made.name + ending).unlink(missing_ok=True)


def put_in_place(made: Path, place: Path) -> None:
    """A finished backup gets its name, with a file beside it that holds its digest; both outlast a power cut.

    Raises BackupNameTakenError: a backup is never overwritten.
    """
    if place.exists():
        raise BackupNameTakenError(f"{place} exists already. Choose another name.")
    sync(made)
    beside = _digest_file(place)
    beside.touch(mode=_OWNER_ONLY)
    beside.write_text(f"{digest_of(made)}  {place.name}\n", encoding="utf-8")
    sync(beside)
    made.replace(place)
    sync(place.parent)


def check_digest(backup: Path) -> None:
    """Raises BackupRefusedError where there is no such backup, or where it is not what its digest was made of.

    A backup that was carried here without its digest is taken; whether the database in it is whole is looked at later.
    """
    if not backup.is_file():
        raise BackupRefusedError(f"There is no backup at {backup}.")
    beside = _digest_file(backup)
    if beside.exists() and beside.read_text(encoding="utf-8").split()[:1] != [digest_of(backup)]:
        raise BackupRefusedError(
            f"{backup} is not as it was made: its digest differs from {beside.name}. Take another."
        )


def digest_of(file: Path) -> str:
    """SHA-256 in hexadecimal digits, as `sha256sum` prints it."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest_file(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.sha256")
