"""The folder with rendered sounds, shared by all processes; it may be thrown away at any time."""

import asyncio
import contextlib
import secrets
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)


class SoundFolder:
    """One file a sound, MP3, in folders by the first two signs of its name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._has_warned = False

    async def get(self, name: str) -> bytes | None:
        """The sound, None where it is not there or cannot be read."""
        return await asyncio.to_thread(self._read, name)

    async def put(self, name: str, sound: bytes) -> None:
        """Keep it; where the folder is full or closed it is only not kept."""
        await asyncio.to_thread(self._write, name, sound)

    def _file(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.mp3"

    def _read(self, name: str) -> bytes | None:
        try:
            return self._file(name).read_bytes() or None
        except OSError:
            return None

    def _write(self, name: str, sound: bytes) -> None:
        file = self._file(name)
        made = file.with_suffix(f".{secrets.token_hex(8)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(sound)
            # The new name appears at once with all of its content, whoever else writes it.
            made.replace(file)
        except OSError as error:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
            if not self._has_warned:
                self._has_warned = True
                log.warning("sounds cannot be kept", folder=str(self._folder), error=type(error).__name__)
