"""The voice as the program knows it: one process that speaks, started when needed and again when it dies."""

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import structlog

from assistant.errors import NoSoundError
from assistant.usecases.speaking import Form, Sound

PROGRAM = ("-m", "assistant.adapters.speech.voice_process")
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 20.0
"""Seconds that one sound may take; a sentence takes a twentieth of one."""
MOST_WAITING = 24
"""Whoever comes when so many wait already is told that there is no sound now."""

log = structlog.get_logger(__name__)


class ProcessVoice:
    """Speaks in a process of its own, one sound at a time."""

    def __init__(self, voice: str, words_a_minute: int, program: Sequence[str] = PROGRAM) -> None:
        self._voice = voice
        self._rate = words_a_minute
        self._program = program
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0

    @property
    def name(self) -> str:
        """Voice and speed."""
        return f"{self._voice} {self._rate}"

    async def say(self, texts: Sequence[str], form: Form) -> Sound:
        """One sound of these sentences. Raises NoSoundError."""
        if self._waiting >= MOST_WAITING:
            raise NoSoundError("Too many wait for the voice.")
        self._waiting += 1
        try:
            async with self._turn:
                return await self._said(texts, form)
        finally:
            self._waiting -= 1

    async def _said(self, texts: Sequence[str], form: Form) -> Sound:
        asked = {"texts": list(texts), "voice": self._voice, "rate": self._rate, "format": form.value}
        is_done = False
        try:
            async with asyncio.timeout(PATIENCE):
                sound = await self._asked(json.dumps(asked).encode() + b"\n")
                is_done = True
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            log.warning("the voice does not answer", error=type(error).__name__)
            raise NoSoundError("The voice does not answer.") from error
        finally:
            # Whatever came of it, half an answer must not be taken for the next one.
            if not is_done:
                await self._end()
        return sound

    async def _asked(self, line: bytes) -> Sound:
        process = await self._running()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes  # nosec B101
        assert process.stdout is not None  # noqa: S101 - the same  # nosec B101
        process.stdin.write(line)
        await process.stdin.drain()
        told = json.loads(await process.stdout.readuntil())
        if "error" in told:
            return _refused(told["error"])
        content = await process.stdout.readexactly(told["size"])
        return Sound(content, told["seconds"], told["peak"], told["loudness"])

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._program,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=ROOT,
                # Ctrl+C ends the program, which ends its voice.
                start_new_session=True,
            )
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()

    async def close(self) -> None:
        """Nothing will be said any more."""
        await self._end()


def _refused(words: str) -> Sound:
    log.warning("the voice cannot say it", reason=words)
    raise NoSoundError(words)
