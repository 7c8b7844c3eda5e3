"""The commands `retain` and `erased`, and the daily round beside a worker."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import structlog

from assistant.bootstrap import assembled
from assistant.i18n import format_moment
from assistant.settings import Settings
from assistant.usecases.ports import Clock
from assistant.usecases.retain import Retain

if TYPE_CHECKING:
    from datetime import date

EVERY_SECONDS = 600.0

log = structlog.get_logger(__name__)


async def retained(settings: Settings, *, is_dry_run: bool) -> Sequence[str]:
    """Forget what may no longer be kept; one line for each kind, with how many there were or would be."""
    async with assembled(settings) as assistant:
        if not is_dry_run:
            await assistant.retain.warn()
        counts = await assistant.retain.once(is_dry_run=is_dry_run)
    return [f"{kind.value} {times}" for kind, times in counts.items()]


async def checked(settings: Settings, number: str, code: str) -> str | None:
    """When the request was erased, where the code proves it; None where it proves nothing."""
    async with assembled(settings) as assistant:
        erased = await assistant.erasure.check("".join(number.split()), code)
    return None if erased is None else f"{erased.number} {format_moment(erased.at, 'en')} {erased.why.value}"


async def retain_daily(retain: Retain, clock: Clock) -> None:
    """Forget at the start and on each new day in Lithuania, and warn whoever is to be warned, until cancelled."""
    done: date | None = None
    while True:
        try:
            await retain.warn()
            if clock.today() != done:
                today = clock.today()
                await retain.once()
                done = today
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("forgetting stumbled")
        await asyncio.sleep(EVERY_SECONDS)
