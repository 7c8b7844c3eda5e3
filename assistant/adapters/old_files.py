"""Files of a folder by their age, told by when they were last written."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path


class OldFilesIn:
    """The port OldFiles for one folder, which need not be there; folders in it stay."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def count(self, before: datetime) -> int:
        """How many are older."""
        return sum(1 for _ in self._older(before))

    def forget(self, before: datetime) -> int:
        """Delete those that are older; gives how many."""
        old = list(self._older(before))
        for file in old:
            # Another process may have been faster.
            file.unlink(missing_ok=True)
        return len(old)

    def _older(self, before: datetime) -> Iterator[Path]:
        if not self._folder.is_dir():
            return
        for file in self._folder.iterdir():
            if file.is_file() and file.stat().st_mtime < before.timestamp():
                yield file
