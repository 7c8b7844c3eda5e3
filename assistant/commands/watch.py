"""Keeps promises in mind beside a worker, until told to stop."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import structlog

from assistant.usecases.promises import KeepPromises

EVERY_SECONDS = 60.0

log = structlog.get_logger(__name__)


@contextlib.asynccontextmanager
async def watching(promises: KeepPromises) -> AsyncIterator[None]:
    """Look once a minute, for as long as the context lasts."""
    task = asyncio.create_task(_watch(promises))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _watch(promises: KeepPromises) -> None:
    while True:
        try:
            await promises.once()
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("the watch over promises stumbled")
        await asyncio.sleep(EVERY_SECONDS)
