"""Leaves a sign of life while a worker or a bot runs, for the doctor and for whoever starts dead containers anew."""

import asyncio
from pathlib import Path

import structlog

from assistant.adapters.heartbeat import Heartbeat

EVERY_SECONDS = 30.0

log = structlog.get_logger(__name__)


async def beat_regularly(folder: Path, who: str) -> None:
    """Runs until it is cancelled; `who` is the worker or the bot, for the log."""
    heart = Heartbeat(folder)
    while True:
        try:
            heart.beat()
        except OSError as error:
            # A full disk must not end it.
            log.warning("no sign of life is left", who=who, kind=type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
