"""A disk so small that it can be filled: a tmpfs where mounting is allowed."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SmallDisk:
    """A folder with little room."""

    folder: Path

    def fills(self, leaving: int) -> None:
        """Take all room but so many bytes."""
        room = os.statvfs(self.folder)
        take = room.f_bavail * room.f_frsize - leaving
        with self._ballast.open("wb") as ballast, suppress(OSError):
            os.posix_fallocate(ballast.fileno(), 0, max(take, 1))

    def frees(self) -> None:
        """Give the room back."""
        self._ballast.unlink(missing_ok=True)

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"


@contextmanager
def small_disk(size: str) -> Iterator[SmallDisk | None]:
    """A disk of this size, such as 12m; None where this machine lets nobody mount one."""
    folder = Path(tempfile.mkdtemp(prefix="aiskiai-disk-"))
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0755", "tmpfs", str(folder)]
    try:
        is_mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        is_mounted = False
    try:
        yield SmallDisk(folder) if is_mounted else None
    finally:
        if is_mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()
