"""The queue of updates: numbered, long-polled, kept until the bot confirms them by offset."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiogram.types import Update

from tests.telegram_server.refusal import Refusal

FIRST_UPDATE = 700_001
MOST_AT_ONCE = 100
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only when asked for by name."""


class UpdateQueue:
    """What waits for the bot. A second poller ends the first one's call with 409, as at Telegram."""

    def __init__(self) -> None:
        self._waiting: list[dict[str, Any]] = []
        self._all: list[dict[str, Any]] = []
        self._next = FIRST_UPDATE
        self._allowed: frozenset[str] = frozenset()
        self._poll = 0
        self._changed = asyncio.Event()
        self.webhook = ""

    def add(self, kind: str, content: dict[str, Any]) -> int:
        """Queue an update, checked against aiogram's type; gives its id, or 0 where the bot does not want the kind."""
        if kind not in self._allowed if self._allowed else kind in NOT_BY_DEFAULT:
            return 0
        update_id = self._next
        update: dict[str, Any] = {"update_id": update_id, kind: content}
        Update.model_validate(update)
        self._next += 1
        self._waiting.append(update)
        self._all.append(update)
        self._wake()
        return update_id

    def repeat(self, times: int) -> None:
        """Let everything come again, so often and newest first, to whoever asks without an offset."""
        self._waiting = [*reversed(self._all)] * times
        self._wake()

    def pending(self) -> list[int]:
        """The ids of what the bot has not confirmed."""
        return [update["update_id"] for update in self._waiting]

    def drop_all(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    async def fetch(
        self,
        offset: int,
        limit: int,
        seconds: float,
        allowed: Sequence[str] | None,
    ) -> list[dict[str, Any]]:
        """What getUpdates gives; refused while a webhook is set."""
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
        self.want(allowed)
        self._confirm(offset)
        self._poll += 1
        mine = self._poll
        # Whoever waits sees that somebody else polls now.
        self._wake()
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not self._waiting and loop.time() < deadline:
            changed = self._changed
            try:
                await asyncio.wait_for(changed.wait(), deadline - loop.time())
            except TimeoutError:
                break
            if self._poll != mine:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
        return self._waiting[: max(1, min(limit, MOST_AT_ONCE))]

    def want(self, allowed: Sequence[str] | None) -> None:
        """Which kinds come from now on; None leaves it as it was."""
        if allowed is not None:
            self._allowed = frozenset(allowed)

    async def oldest(self) -> dict[str, Any]:
        """The update that has waited longest, as soon as there is one."""
        while not self._waiting:
            await self._changed.wait()
        return self._waiting[0]

    def taken(self, update: dict[str, Any]) -> None:
        """A webhook has it."""
        self._waiting = [other for other in self._waiting if other is not update]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        elif offset:
            self._waiting = [update for update in self._waiting if update["update_id"] >= offset]

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
