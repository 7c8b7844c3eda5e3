"""The sign of life of workers and bots: a file for each machine in the data folder, touched again and again."""

import re
import socket
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

FORGOTTEN_AFTER = timedelta(days=1)
"""Containers have a new name after each start, so that old signs would pile up."""


class Heartbeat:
    """The signs in one folder. They tell that a worker's loop goes round, not that what it does goes well."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def beat(self) -> None:
        """Leave the sign of this machine. Raises OSError where the folder cannot be written to."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = self._folder / re.sub(r"[^A-Za-z0-9.-]", "-", socket.gethostname())
        own.touch(mode=0o600)
        for sign in self._folder.iterdir():
            if time.time() - sign.stat().st_mtime > FORGOTTEN_AFTER.total_seconds():
                sign.unlink(missing_ok=True)

    def newest(self) -> datetime | None:
        """When anybody last left a sign here; None where nobody ever did, or long ago."""
        signs = self._folder.iterdir() if self._folder.is_dir() else ()
        moments: list[float] = []
        for sign in signs:
            # Another machine may take an old one away meanwhile.
            with suppress(FileNotFoundError):
                moments.append(sign.stat().st_mtime)
        return datetime.fromtimestamp(max(moments), UTC) if moments else None
