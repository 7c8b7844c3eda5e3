"""Telegram updates are stored before they are acknowledged, and handled once."""

from collections.abc import Sequence

from assistant.usecases.ports import Clock, StoredUpdate, UnitsOfWork


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

    async def done(self, update_id: int) -> None:
        """The update is handled; what it said is forgotten."""
        async with self._units() as work:
            await work.updates.done(update_id, self._clock.now())
            await work.commit()
