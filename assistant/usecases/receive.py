"""Telegram updates are stored before they are acknowledged, and handled once."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from assistant.usecases.ports import Clock, StoredUpdate, UnitsOfWork

LONG = timedelta(seconds=10)
"""Who waits longer is told so (https://www.nngroup.com/articles/response-times-3-important-limits/)."""
SOON_ANSWERED = 60
"""So many at the head of the line are answered within two or three seconds, and the word that it takes longer would
come after the answer. So many wait, too, only where more people write than can be answered."""
TOLD_ONCE_IN = timedelta(minutes=10)
TOLD_AT_ONCE = 15
"""Telling costs as much as answering, so half of a second is left for answers."""


class ReceiveUpdates:
    """The table between Telegram and the assistant."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock
        self._handled: set[int] = set()
        self._marking = asyncio.Lock()

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        """Committed when it returns; an update that is known already is passed over."""
        async with self._units() as work:
            await work.updates.add(updates, self._clock.now())
            await work.commit()

    async def claim(self, limit: int) -> tuple[StoredUpdate, ...]:
        """Unhandled updates, oldest first, at most one a chat; nobody else gets them for a while."""
        async with self._units() as work:
            claimed = await work.updates.claim(self._clock.now(), limit)
            if claimed:
                await work.commit()
        return claimed

    async def kept_waiting(self) -> tuple[str, ...]:
        """The chats of persons who are to be told that answers take longer now; each is told once for a while.

        Nobody is told whose turn comes before the word could.
        """
        async with self._units() as work:
            chats = await work.updates.kept_waiting(
                self._clock.now(), LONG, TOLD_ONCE_IN, behind=SOON_ANSWERED, limit=TOLD_AT_ONCE
            )
            if chats:
                await work.commit()
        return chats

    async def done(self, update_id: int) -> None:
        """The update is handled, and what it said is forgotten when this returns.

        Who comes while others are being marked is marked with all who came meanwhile, in one transaction: where many
        are answered at a time each would else wait for the disk once more.
        """
        self._handled.add(update_id)
        async with self._marking:
            # Somebody may have marked this one along with their own.
            if update_id in self._handled:
                await self._mark()

    async def _mark(self) -> None:
        async with self._units() as work:
            # Only now, since more may have come while the database was waited for.
            handled = tuple(self._handled)
            await work.updates.done(handled, self._clock.now())
            await work.commit()
        # Where it fails each finds its own still there, and tries itself.
        self._handled.difference_update(handled)
