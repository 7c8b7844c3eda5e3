"""Keeps promises in mind beside a worker, until told to stop."""

import asyncio

import structlog

from assistant.usecases.promises import KeepPromises

EVERY_SECONDS = 60.0

log = structlog.get_logger(__name__)


async def keep_promises(promises: KeepPromises) -> None:
    """Look once a minute, until cancelled."""
    while True:
        try:
            await promises.once()
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("the watch over promises stumbled")
        await asyncio.sleep(EVERY_SECONDS)
