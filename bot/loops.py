"""The three loops of the bot: receive and store, handle what is stored, deliver what the outbox holds."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramRetryAfter
from aiogram.methods import TelegramMethod

from assistant.errors import DatabaseAwayError, DeliveryError, TemporaryFailureError
from assistant.usecases.ports import StoredUpdate
from bot.calls import Pause, described
from bot.handlers import Handler
from bot.incoming import ALLOWED_UPDATES, stored
from bot.ports import Deliverer, Receiver

LONG_POLL = 25
"""Seconds that Telegram keeps an empty getUpdates open."""
POLL_MARGIN = 10
LONGEST_BACKOFF = 30.0
MOST_AT_ONCE = 32
"""Chats that are answered at the same time."""
LOOK_AGAIN = 1.0
"""Seconds after which the table is looked at although nothing new came: another process may have left something."""
DELIVER_EVERY = 2.0
CONSOLE_EVERY = 1.0
GRACE = 10.0
"""Seconds that answers under way get when the bot is asked to stop."""
HANDLING_WAITS = (0.5, 2.0)

log = structlog.get_logger(__name__)


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates whose answer is kept as it came, so that one update we cannot read does not hold up the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class Polling:
    """Fetches updates; Telegram is told that we have them only after they are committed."""

    def __init__(
        self, *, bot: Bot, receive: Receiver, on_stored: Callable[[], None], pause: Pause = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._receive = receive
        self._on_stored = on_stored
        self._pause = pause

    async def run(self) -> None:
        """Runs until it is cancelled; being cancelled at any point loses nothing."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                offset = await self._fetch(offset)
                failures = 0
                continue
            except AiogramError as error:
                wait = _backoff(failures)
                if isinstance(error, TelegramRetryAfter):
                    wait = float(error.retry_after)
                if isinstance(error, TelegramConflictError):
                    log.error("telegram gives the updates to somebody else", why=_conflict(error), wait=wait)  # noqa: TRY400 - the reason is said in words
                else:
                    log.warning("telegram updates not fetched", error=described(error, self._bot), wait=wait)
            except Exception as error:  # noqa: BLE001 - the outermost loop: a database that is away must not end it
                wait = _backoff(failures)
                log.error("telegram updates not stored", error=type(error).__name__, at=_place(error), wait=wait)  # noqa: TRY400 - a traceback could hold a person's words
            failures += 1
            await self._pause(wait)

    async def _fetch(self, offset: int | None) -> int | None:
        call = RawUpdates(offset=offset, timeout=LONG_POLL, allowed_updates=list(ALLOWED_UPDATES))
        raw = await self._bot(call, request_timeout=LONG_POLL + POLL_MARGIN)
        if not raw:
            return offset
        await self._receive.store([stored(update) for update in raw])
        self._on_stored()
        return max(int(update["update_id"]) for update in raw) + 1


class Handling:
    """Handles what is stored: in order within a chat, several chats at the same time."""

    def __init__(self, *, receive: Receiver, handler: Handler, pause: Pause = asyncio.sleep) -> None:
        self._receive = receive
        self._handler = handler
        self._pause = pause
        self._news = asyncio.Event()
        self._running: dict[int, asyncio.Task[None]] = {}

    def look(self) -> None:
        """There may be something to do."""
        self._news.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Runs until asked to stop, then lets answers under way be finished; cancelled, it ends them too."""
        async with asyncio.TaskGroup() as answers:
            while not stop.is_set():
                self._news.clear()
                if not await self._begin(answers, MOST_AT_ONCE - len(self._running)):
                    await _either(self._news, stop, LOOK_AGAIN)
            if self._running:
                _, unfinished = await asyncio.wait(self._running.values(), timeout=GRACE)
                for task in unfinished:
                    task.cancel()

    async def _begin(self, answers: asyncio.TaskGroup, room: int) -> bool:
        """Begin with as many as there is room for; whether anything was begun."""
        if room <= 0:
            return False
        try:
            claimed = await self._receive.claim(room)
        except Exception as error:  # noqa: BLE001 - the outermost loop: a database that is away must not end it
            log.error("telegram updates not claimed", error=type(error).__name__, at=_place(error))  # noqa: TRY400 - a traceback could hold a person's words
            return False
        # An answer that takes longer than its lease is claimed once more; that renews the lease and is no new work.
        new = [update for update in claimed if update.id not in self._running]
        for update in new:
            self._running[update.id] = answers.create_task(self._handle(update))
        return bool(new)

    async def _handle(self, update: StoredUpdate) -> None:
        try:
            await self._tried(update)
        finally:
            del self._running[update.id]
            # The next update of the same chat could not be claimed before.
            self.look()

    async def _tried(self, update: StoredUpdate) -> None:
        """What fails for a while stays in the table and is claimed again when its lease is over."""
        for wait in (*HANDLING_WAITS, None):
            try:
                await self._handler.handle(update)
            except DatabaseAwayError as failure:
                # Nothing is wrong with what was said: it is not apologised for, only answered later.
                if wait is not None:
                    await self._pause(wait)
                    continue
                log.warning("telegram update left for later", update=update.id, reason=str(failure))
            except TemporaryFailureError as failure:
                log.warning("telegram update left for later", update=update.id, reason=str(failure))
            except Exception as error:  # noqa: BLE001 - the outermost place: one bad update must not end the others
                log.error("telegram update failed", update=update.id, error=type(error).__name__, at=_place(error))  # noqa: TRY400 - a traceback could hold a person's words
                if wait is not None:
                    await self._pause(wait)
                    continue
                await self._apologise(update)
            return

    async def _apologise(self, update: StoredUpdate) -> None:
        try:
            await self._handler.apologise(update)
        except Exception as error:  # noqa: BLE001 - the outermost place: the update stays for later
            log.error("telegram apology failed", update=update.id, error=type(error).__name__, at=_place(error))  # noqa: TRY400 - a traceback could hold a person's words


async def deliver_until(stop: asyncio.Event, deliver: Deliverer) -> None:
    """Hand over what the outbox holds for Telegram, until asked to stop."""
    while not stop.is_set():
        handed_over = 0
        try:
            handed_over = await deliver.once()
        except Exception as error:  # noqa: BLE001 - the outermost loop: a database that is away must not end it
            log.error("outbox not delivered", error=type(error).__name__, at=_place(error))  # noqa: TRY400 - a traceback could hold a person's words
        if not handed_over:
            await _either(stop, stop, DELIVER_EVERY)


async def console_until(stop: asyncio.Event, receive: Receiver, tell: Callable[[str], Awaitable[None]]) -> None:
    """Tell people who wait long, because many write, that their answer comes; each once, until asked to stop."""
    while not stop.is_set():
        chats: tuple[str, ...] = ()
        try:
            chats = await receive.kept_waiting()
        except Exception as error:  # noqa: BLE001 - the outermost loop: a database that is away must not end it
            log.error("telegram waiting not looked at", error=type(error).__name__, at=_place(error))  # noqa: TRY400 - as below
        # At the same time: one after the other they would come when the answers have come.
        await asyncio.gather(*(_console(chat, tell) for chat in chats))
        await _either(stop, stop, CONSOLE_EVERY)


async def _console(chat: str, tell: Callable[[str], Awaitable[None]]) -> None:
    try:
        await tell(chat)
    except DeliveryError as failure:
        log.info("telegram chat not told to wait", reason=str(failure))


def _conflict(error: TelegramConflictError) -> str:
    """What the operator must mend (HTTP 409)."""
    if "webhook" in error.message:
        return "a webhook was set for this token after our start; whoever set it must stop, then start this bot again"
    return "another program fetches updates with this token; stop it, or make a new token at BotFather"


def _backoff(failures: int) -> float:
    return min(float(2 ** min(failures, 10)), LONGEST_BACKOFF)


def _place(error: BaseException) -> str:
    """Where in the code it happened; the error's own words may hold what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


async def _either(one: asyncio.Event, other: asyncio.Event, longest: float) -> None:
    """Returns when one of them is set, or after so many seconds."""
    waiting = {asyncio.create_task(event.wait()) for event in (one, other)}
    _, pending = await asyncio.wait(waiting, timeout=longest, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
