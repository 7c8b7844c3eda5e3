"""How far the audit log goes, in a file outside the database: lines that are cut off its end are missed."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.usecases.auditing import Head

_OWNER_ONLY = 0o600
_LENGTH = 20 + 1 + 64 + 1


class AuditHeadFile:
    """The port KnownHead: one line with position and seal, always of one length. Several processes share it.

    It is written after the commit and not waited for: after a power cut it may lag behind the log, which is no harm.
    Noting a line that is then not stored would be one.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> Head | None:
        """What was noted last; None where nothing was yet, or where the line is no longer whole."""
        if not self._file.exists():
            return None
        return _head_in(self._file.read_bytes())

    def note(self, head: Head) -> None:
        """Note it where it is further than what is known."""
        with self._locked() as descriptor:
            known = _head_in(os.pread(descriptor, _LENGTH, 0))
            if known is None or known.position < head.position:
                os.pwrite(descriptor, _line_of(head), 0)

    def set_back(self, head: Head | None) -> None:
        """Note it in any case; None forgets what is known."""
        with self._locked() as descriptor:
            os.ftruncate(descriptor, 0)
            if head is not None:
                os.pwrite(descriptor, _line_of(head), 0)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield descriptor
        finally:
            os.close(descriptor)


def _line_of(head: Head) -> bytes:
    return f"{head.position:020d} {head.seal}\n".encode("ascii")


def _head_in(line: bytes) -> Head | None:
    position, _, seal = line.decode("ascii", errors="replace").strip().partition(" ")
    return Head(int(position), seal) if position.isascii() and position.isdigit() and seal else None
