"""Watches over the outbox: an alarm in the log when something waits too long, a letter to the operator once a day."""

from datetime import datetime, timedelta

import structlog

from assistant.delivery.backlog import Standing
from assistant.delivery.outbox import LATE_AFTER, UNSENT, Carrier, OutboxEntry
from assistant.errors import OutboxEntryExistsError
from assistant.i18n import LITHUANIA
from assistant.usecases.ports import Clock, UnitOfWork, UnitsOfWork

MORNING = 8
"""The hour in Lithuania from which the letter of the day is written."""
TOLD_FOR = timedelta(days=30)
"""How long the daily letter tells of what failed for good; after that only the inbox does."""

log = structlog.get_logger(__name__)


class WatchDelivery:
    """Goes round once a minute in every worker; however many there are, the letter of a day is written once.

    What is due or was left behind by a killed worker it need not put back in line: claims do that (see Outbox.claim).
    """

    def __init__(self, *, units: UnitsOfWork, clock: Clock, operator: str = "") -> None:
        self._units = units
        self._clock = clock
        self._operator = operator

    async def standing(self) -> Standing:
        """How much there is of everything, and how long the oldest unsent entry waits."""
        async with self._units() as work:
            backlog = await work.outbox.backlog()
        return Standing(backlog.counts, backlog.age(self._clock.now()), backlog.failing)

    async def once(self) -> None:
        """Look, cry out where something is late, and write the letter of the day where it is due."""
        standing = await self.standing()
        if standing.is_late:
            log.error(
                "the outbox is late",
                oldest_minutes=int(standing.oldest_unsent_age / timedelta(minutes=1)),
                unsent=sum(standing.counts[state] for state in UNSENT),
            )
        now = self._clock.now()
        if self._operator and now.astimezone(LITHUANIA).hour >= MORNING:
            try:
                async with self._units() as work:
                    await self._write_letter_of_the_day(work, now)
            except OutboxEntryExistsError:
                # Another worker was faster by a moment.
                log.info("the letter of the day is written already")

    async def _write_letter_of_the_day(self, work: UnitOfWork, now: datetime) -> None:
        day = self._clock.today().isoformat()
        # The id is made of the day, and the outbox holds an id once: that also holds after a restart.
        entry_id = f"summary-{day}"
        if await work.outbox.of_id(entry_id) is not None or not await stuck(work, now):
            return
        await work.outbox.add(OutboxEntry(entry_id, Carrier.SUMMARY, self._operator, day, now, now))
        await work.commit()
        log.info("the letter of the day is written")


async def stuck(work: UnitOfWork, now: datetime) -> tuple[OutboxEntry, ...]:
    """What the operator must know of, oldest first: what is late, and what failed for good lately."""
    return await work.outbox.stuck(late_since=now - LATE_AFTER, failed_since=now - TOLD_FOR)
