"""Starts and kills processes of the product, see nursery_process.py."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.forked import surroundings_of_parent

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Born:
    """A process that runs, or has run."""

    pid: int
    _ended: "asyncio.Future[None]"

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return not self._ended.done()

    async def ends(self, within: float = 60.0) -> None:
        """Returns when it is gone."""
        await asyncio.wait_for(asyncio.shield(self._ended), within)

    async def dies(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Kill it, and return when it is gone with all that it held."""
        self.gets(number)
        await self.ends()

    def gets(self, number: signal.Signals) -> None:
        """Send it a signal; nothing happens where it is gone."""
        if self.is_alive:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)


class Nursery:
    """Orders processes, one after the other."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()

    async def bears(
        self, *words: str, environment: Mapping[str, str], folder: Path, name: str, **otherwise: object
    ) -> Born:
        """A process of the command `aiskiai` with these words; log and output lie in the folder under its name."""
        order = {
            "words": words,
            "environment": dict(environment),
            "folder": str(folder),
            "out": str(folder / f"{name}.out"),
            "log": str(folder / f"{name}.log"),
            **{key: value for key, value in otherwise.items() if value},
        }
        # Whoever is cancelled meanwhile leaves no answer behind, which the next would take for its own.
        return await asyncio.shield(self._born(order))

    async def _born(self, order: dict[str, object]) -> Born:
        async with self._turn:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(f"{json.dumps(order)}\n".encode())
            pid = int(await self._process.stdout.readline())
        return Born(pid, _end_of(pid))


@asynccontextmanager
async def nursery(preload: Path | None = None) -> AsyncIterator[Nursery]:
    """One for as long as the block lasts; all that it bore ends with it. `preload` is the library platter.c, if any."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.faults.nursery_process",
        cwd=ROOT,
        env=surroundings_of_parent() | ({"LD_PRELOAD": str(preload)} if preload else {}),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        ready = await process.stdout.readline()
        assert ready == b"ready\n", f"the nursery did not start: {ready!r}"
        yield Nursery(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _end_of(pid: int) -> "asyncio.Future[None]":
    """Done when the process is gone, although it is nobody's child here."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        ended.set_result(None)
        return ended

    def gone() -> None:
        loop.remove_reader(watched)
        os.close(watched)
        if not ended.done():
            ended.set_result(None)

    loop.add_reader(watched, gone)
    return ended
