"""The blocks of referral numbers that were ever opened, in a file outside the database: a restore does not undo it."""

import os
from pathlib import Path

from assistant.referrals.numbers import BLOCKS

_OWNER_ONLY = 0o600


class KnownBlocks:
    """A file with a block a line, only added to. Several processes may add at once."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> set[int]:
        """All blocks in the file; none where there is no file. A line cut short by a crash is passed over."""
        if not self._file.exists():
            return set()
        lines = self._file.read_text(encoding="ascii", errors="replace").splitlines()
        return {int(line) for line in lines if line.isascii() and line.isdigit() and int(line) in BLOCKS}

    def add(self, block: int) -> None:
        """On the disk when it returns. Opening a block is rare, so that nobody minds the wait."""
        is_new = not self._file.exists()
        descriptor = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _OWNER_ONLY)
        try:
            # The line break before it ends a line that a crash has cut short.
            os.write(descriptor, f"\n{block}\n".encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            folder = os.open(self._file.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)
