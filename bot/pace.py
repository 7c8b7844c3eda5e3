"""Telegram's pace: whose message goes next, and when, so that Telegram need not refuse any.

No rate limiter among the libraries puts answers before notices and leaves one chat alone while the others go on.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

A_SECOND = 30.0
"""Messages that Telegram takes of one bot (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""
MARGIN = 0.94
"""The share of it that we use: what we send evenly may arrive in bunches."""
LONGEST_WAY = 0.25
"""Seconds, at most, that a message is taken to be on its way; to slow down for longer ones would help nobody."""
REMEMBERED_CHATS = 10_000


class Urgency(IntEnum):
    """Who goes first where not all can go."""

    ANSWER = 0
    """Somebody looks at the chat and waits."""
    NOTICE = 1
    """Word from the municipality; nobody waits for it at this moment."""


@dataclass(frozen=True)
class Rhythm:
    """One message in `every` seconds in the long run; after a silence `burst` at once."""

    every: float
    burst: int

    def free_at(self, used_until: float) -> float:
        """When the next may go."""
        return used_until - (self.burst - 1) * self.every

    def after_one(self, used_until: float, now: float) -> float:
        """How far the time is used up once one has gone now."""
        return max(used_until, now) + self.every

    def closed(self, until: float) -> float:
        """How far the time is used up where none may go until then, and no burst after it."""
        return until + (self.burst - 1) * self.every


@dataclass(eq=False)
class Turn:
    """One message may go; until then it counts as one of the last second's.

    When it has come there only Telegram's answer tells.
    """

    counts_until: float


@dataclass(eq=False)
class _Waiter:
    chat: str
    urgency: Urgency
    order: int
    turn: asyncio.Future[Turn] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass
class _Chat:
    used_until: float = 0.0
    held_until: float = 0.0
    was_even: bool = False
    """Whether it was held although we had kept the pace in it."""


class Pace:
    """Gives out turns: in order within a chat, answers before notices, never faster than Telegram takes them.

    Telegram allows about 30 messages a second in all, one a second in a chat with short bursts, 20 a minute in a group.
    `a_second` is this process's share of the 30; 0 means no pace at all, only what Telegram asks for is kept.
    """

    def __init__(self, a_second: float = A_SECOND) -> None:
        is_paced = a_second > 0
        self._all = Rhythm(1 / (a_second * MARGIN) if is_paced else 0.0, 2)
        self._person = Rhythm(1.0 if is_paced else 0.0, 3)
        self._group = Rhythm(3.0 if is_paced else 0.0, 3)
        self._room = max(1, int(a_second)) if is_paced else 0
        self._taken: list[Turn] = []
        self._all_used_until = 0.0
        self._all_held_until = 0.0
        self._chats: dict[str, _Chat] = {}
        self._waiting: list[_Waiter] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None

    def lane(self, chat: str, urgency: Urgency = Urgency.ANSWER) -> "Lane":
        """The chat's way through."""
        return Lane(self, chat, urgency)

    async def turn(self, chat: str, urgency: Urgency) -> Turn:
        """Returns when one message may go to the chat."""
        waiter = _Waiter(chat, urgency, next(self._order))
        self._waiting.append(waiter)
        self._give_turns()
        try:
            return await waiter.turn
        finally:
            if waiter in self._waiting:
                self._waiting.remove(waiter)

    def landed(self, turn: Turn) -> None:
        """Telegram has answered: a second from now, at the latest, the message is none of its last second's."""
        turn.counts_until = min(turn.counts_until, asyncio.get_running_loop().time() + 1)
        self._give_turns()

    def held_for(self, chat: str) -> float:
        """Seconds for which Telegram still wants no message there."""
        until = max(self._chats.get(chat, _Chat()).held_until, self._all_held_until)
        return until - asyncio.get_running_loop().time()

    def hold(self, chat: str, seconds: float) -> None:
        """Telegram asked to wait. It does not say whether in this chat or in all.

        Where two chats are refused at a time though we kept the pace in both, all are meant.
        """
        now = asyncio.get_running_loop().time()
        rhythm = self._rhythm(chat)
        held = self._chats.setdefault(chat, _Chat())
        held.was_even = held.used_until - now <= rhythm.every
        held.held_until = now + seconds
        held.used_until = max(held.used_until, rhythm.closed(held.held_until))
        others = (one for name, one in self._chats.items() if name != chat)
        if held.was_even and any(other.was_even and other.held_until > now for other in others):
            self._all_held_until = max(self._all_held_until, held.held_until)
            self._all_used_until = max(self._all_used_until, self._all.closed(self._all_held_until))
        self._give_turns()

    def _give_turns(self) -> None:
        """Let go whoever may go now, and look again when the next one may."""
        loop = asyncio.get_running_loop()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            now = loop.time()
            free = [waiter for waiter in self._waiting if self._free_at(waiter.chat) <= now]
            if not free:
                soonest = min(self._free_at(waiter.chat) for waiter in self._waiting)
                self._timer = loop.call_at(soonest, self._give_turns)
                return
            first = min(free, key=lambda waiter: (waiter.urgency, waiter.order))
            self._waiting.remove(first)
            turn = self._use(first.chat, now)
            if not first.turn.done():
                first.turn.set_result(turn)

    def _use(self, chat: str, now: float) -> Turn:
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats = {name: one for name, one in self._chats.items() if one.used_until > now}
        one = self._chats.setdefault(chat, _Chat())
        one.used_until = self._rhythm(chat).after_one(one.used_until, now)
        self._all_used_until = self._all.after_one(self._all_used_until, now)
        turn = Turn(now + LONGEST_WAY + 1)
        if self._room:
            self._taken = [other for other in self._taken if other.counts_until > now]
            self._taken.append(turn)
        return turn

    def _free_at(self, chat: str) -> float:
        in_chat = self._rhythm(chat).free_at(self._chats.get(chat, _Chat()).used_until)
        return max(in_chat, self._all.free_at(self._all_used_until), self._room_at())

    def _room_at(self) -> float:
        """When fewer than Telegram takes in a second are on their way or have come within the last one.

        Several that were sent evenly may come there at once, and the next would be one too many.
        """
        if not self._room or len(self._taken) < self._room:
            return 0.0
        return sorted(turn.counts_until for turn in self._taken)[-self._room]

    def _rhythm(self, chat: str) -> Rhythm:
        # Groups and channels have negative numbers.
        return self._group if chat.startswith("-") else self._person


@dataclass(frozen=True)
class Lane:
    """The way to one chat."""

    pace: Pace
    chat: str
    urgency: Urgency = Urgency.ANSWER

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Entered when one message may go, left when Telegram has answered it."""
        turn = await self.pace.turn(self.chat, self.urgency)
        try:
            yield
        finally:
            self.pace.landed(turn)

    def hold(self, seconds: float) -> None:
        """Telegram asked to wait."""
        self.pace.hold(self.chat, seconds)

    @property
    def held_for(self) -> float:
        """Seconds for which Telegram still wants no message."""
        return self.pace.held_for(self.chat)
