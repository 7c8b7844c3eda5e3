"""Telegram updates are stored before they are acknowledged, and handled once."""

from collections.abc import Sequence
from datetime import timedelta

from assistant.usecases.ports import Clock, StoredUpdate, UnitsOfWork

LONG = timedelta(seconds=10)
"""Who waits longer is told so (https://www.nngroup.com/articles/response-times-3-important-limits/)."""
MANY = 30
"""So many wait only where more people write than can be answered."""
TOLD_ONCE_IN = timedelta(minutes=10)
TOLD_AT_ONCE = 15
"""Telling costs as much as answering, so half of a second is left for answers."""


class ReceiveUpdates:
    """The table between Telegram and the assistant."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        """Committed when it returns; an update that is known already is passed over."""
        async with self._units() as work:
            await work.updates.add(updates, self._clock.now())
            await work.commit()

    async def claim(self, limit: int) -> tuple[StoredUpdate, ...]:
        """Unhandled updates, oldest first, at most one a chat; nobody else gets them for a while."""
        async with self._units() as work:
            claimed = await work.updates.claim(self._clock.now(), limit)
            await work.commit()
        return claimed

    async def kept_waiting(self) -> tuple[str, ...]:
        """The chats of persons who are to be told that answers take longer now; each is told once for a while.

        Nobody is told where only few wait: then it is not that many people write.
        """
        async with self._units() as work:
            waiting, chats = await work.updates.kept_waiting(self._clock.now(), LONG, TOLD_ONCE_IN, TOLD_AT_ONCE)
            if waiting < MANY:
                return ()
            await work.commit()
        return chats

    async def done(self, update_id: int) -> None:
        """The update is handled; what it said is forgotten."""
        async with self._units() as work:
            await work.updates.done(update_id, self._clock.now())
            await work.commit()
