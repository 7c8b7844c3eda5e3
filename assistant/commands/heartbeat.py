"""Leaves the worker's sign of life while it runs, for `aiskiai doctor` and for whoever starts dead containers anew."""

import asyncio

import structlog

from assistant.adapters.heartbeat import Heartbeat
from assistant.settings import Settings

EVERY_SECONDS = 30.0

log = structlog.get_logger(__name__)


async def beat_regularly(settings: Settings) -> None:
    """Runs until it is cancelled."""
    heart = Heartbeat(settings.workers)
    while True:
        try:
            heart.beat()
        except OSError as error:
            # A full disk must not end the worker.
            log.warning("the worker leaves no sign of life", kind=type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
