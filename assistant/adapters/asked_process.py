"""A process of our own that is asked one thing at a time over pipes: started when needed, and again when it dies."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import structlog

from assistant.errors import AiskiaiError

ROOT = Path(__file__).resolve().parents[2]

Answer = TypeVar("Answer")

log = structlog.get_logger(__name__)


class NoAnswerError(AiskiaiError):
    """There is no answer: too many wait, the process does not answer, or it says that it cannot."""


class AskedProcess:
    """Takes a line of JSON and what follows it, answers with a line of JSON and perhaps more."""

    def __init__(
        self,
        name: str,
        program: Sequence[str],
        *,
        patience: float,
        most_waiting: int,
        surroundings: Mapping[str, str] | None = None,
    ) -> None:
        """Arguments for Python; seconds that one answer may take; so many may wait, whoever comes then is refused."""
        self._name = name
        self._program = program
        self._patience = patience
        self._most_waiting = most_waiting
        self._surroundings = dict(surroundings or {})
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def ask(
        self,
        asked: Mapping[str, object],
        content: bytes,
        read: Callable[[dict[str, Any], asyncio.StreamReader], Awaitable[Answer]],
    ) -> Answer:
        """What `read` makes of the answer's line, and of what comes after it. Raises NoAnswerError."""
        if self._waiting >= self._most_waiting:
            raise NoAnswerError(f"Too many wait for the {self._name}.")
        self._waiting += 1
        try:
            async with self._turn, self._whole_answers():
                return await self._asked(json.dumps(asked).encode() + b"\n" + content, read)
        finally:
            self._waiting -= 1

    @asynccontextmanager
    async def _whole_answers(self) -> AsyncIterator[None]:
        """Whatever comes of it, half an answer must not be taken for the next one."""
        is_done = False
        try:
            async with asyncio.timeout(self._patience):
                yield
                is_done = True
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            log.warning("a process of ours does not answer", process=self._name, error=type(error).__name__)
            raise NoAnswerError(f"The {self._name} does not answer.") from error
        finally:
            if not is_done:
                await self.close()

    async def _asked(
        self, whole: bytes, read: Callable[[dict[str, Any], asyncio.StreamReader], Awaitable[Answer]]
    ) -> Answer:
        process = await self._running()
        assert process.stdin is not None  # noqa: S101 - it was started with pipes  # nosec B101
        assert process.stdout is not None  # noqa: S101 - the same  # nosec B101
        process.stdin.write(whole)
        await process.stdin.drain()
        told = json.loads(await process.stdout.readuntil())
        if "error" in told:
            log.warning("a process of ours cannot do it", process=self._name, reason=told["error"])
            raise NoAnswerError(told["error"])
        return await read(told, process.stdout)

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._program,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=ROOT,
                env=os.environ | self._surroundings,
                # Ctrl+C ends the program, which ends it too.
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
