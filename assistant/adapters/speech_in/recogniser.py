"""The ear as the program knows it: one process that listens, started when needed and again when it dies."""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import structlog

from assistant.errors import NotHeardError

PROGRAM = ("-m", "assistant.adapters.speech_in.recogniser_process")
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 90.0
"""Seconds that one voice message may take, with the loading of the model."""
MOST_WAITING = 4
"""Whoever comes when so many wait already is asked to write instead."""

log = structlog.get_logger(__name__)


class ProcessRecogniser:
    """Listens in a process of its own, to one message at a time; no sound ever lies in a file."""

    def __init__(
        self, model: Path, most_seconds: float, program: Sequence[str] = PROGRAM, patience: float = PATIENCE
    ) -> None:
        self._model = model
        self._most_seconds = most_seconds
        self._program = program
        self._patience = patience
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def words_of(self, sound: bytes) -> str:
        """The words in a file of sound; empty where there are none. Raises NotHeardError."""
        if self._waiting >= MOST_WAITING:
            raise NotHeardError("Too many wait to be heard.")
        self._waiting += 1
        try:
            async with self._turn:
                return await self._heard(sound)
        finally:
            self._waiting -= 1

    async def _heard(self, sound: bytes) -> str:
        is_done = False
        try:
            async with asyncio.timeout(self._patience):
                words = await self._asked(sound)
                is_done = True
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            log.warning("the ear does not answer", error=type(error).__name__)
            raise NotHeardError("The recogniser does not answer.") from error
        finally:
            # Whatever came of it, half an answer must not be taken for the next one.
            if not is_done:
                await self.close()
        return words

    async def _asked(self, sound: bytes) -> str:
        process = await self._running()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes  # nosec B101
        assert process.stdout is not None  # noqa: S101 - the same  # nosec B101
        asked = {"size": len(sound), "model": str(self._model.resolve()), "seconds": self._most_seconds}
        process.stdin.write(json.dumps(asked).encode() + b"\n" + sound)
        await process.stdin.drain()
        told = json.loads(await process.stdout.readuntil())
        if "error" in told:
            log.warning("the ear cannot listen", reason=told["error"])
            raise NotHeardError(told["error"])
        return str(told["words"])

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._program,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=ROOT,
                # Nothing is fetched: the model is the operator's.
                env=os.environ | {"HF_HUB_OFFLINE": "1"},
                # Ctrl+C ends the program, which ends its ear.
                start_new_session=True,
            )
        return self._process

    async def close(self) -> None:
        """End the process; it starts again where it is needed."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()
