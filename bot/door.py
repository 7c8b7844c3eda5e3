"""The door as a whole: introduction at Telegram, the three loops side by side, an orderly end."""

import asyncio
import signal
import socket
from collections.abc import Coroutine
from contextlib import nullcontext
from typing import Any, TypeVar

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.methods import DeleteWebhook, GetMe, TelegramMethod
from aiogram.types import User
from aiogram.utils.token import TokenValidationError

from assistant.errors import PermanentFailureError, SettingsError, TemporaryFailureError
from bot.calls import Pause, described, patiently
from bot.ears import Ears
from bot.handlers import Handler
from bot.introduction import introduce
from bot.loops import Handling, Polling, console_until, deliver_until
from bot.outgoing import TelegramCarrier
from bot.ports import Converser, Deliverer, Hands, Receiver
from bot.webhook import Listening, Webhook
from bot.words import DoorWords

INTRODUCE_AGAIN = 5.0
"""Seconds until Telegram is tried again when it cannot be reached at the start."""

T = TypeVar("T")

log = structlog.get_logger(__name__)


def bot_at(token: str, api_base: str | None) -> Bot:
    """The client; `api_base` is another Bot API server. Raises SettingsError where the token has a wrong form."""
    api = TelegramAPIServer.from_base(api_base) if api_base else PRODUCTION
    try:
        return Bot(token, session=AiohttpSession(api=api))
    except TokenValidationError:
        # The cause is left out: it must not carry the token into a log.
        raise SettingsError("AISKIAI_TELEGRAM_TOKEN does not look like a token; copy it again from BotFather") from None


class TelegramDoor:
    """Receives (by webhook where there is one, else by long polling), handles and delivers until asked to stop."""

    def __init__(
        self,
        *,
        bot: Bot,
        converse: Converser,
        receive: Receiver,
        deliver: Deliverer,
        carrier: TelegramCarrier,
        words: DoorWords,
        hands: Hands,
        webhook: Webhook | None = None,
        ears: Ears | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._webhook = webhook
        self._converse = converse
        self._receive = receive
        self._deliver = deliver
        self._carrier = carrier
        self._words = words
        self._hands = hands
        self._ears = ears
        self._pause = pause

    async def run(self, stop: asyncio.Event) -> None:
        """Raises SettingsError where Telegram does not know the token; everything else is waited for."""
        # Before Telegram is told to call: whoever calls at once is heard a little later, and not turned away.
        with self._webhook.open() if self._webhook is not None else nullcontext() as at:
            await self._run(stop, at)

    async def _run(self, stop: asyncio.Event, at: socket.socket | None) -> None:
        me = await _unless(stop, self._introduced())
        if me is None:
            return
        handler = Handler(
            bot=self._bot,
            username=me.username or "",
            converse=self._converse,
            receive=self._receive,
            carrier=self._carrier,
            words=self._words,
            hands=self._hands,
            ears=self._ears,
        )
        handling = Handling(receive=self._receive, handler=handler, pause=self._pause)
        source: Polling | Listening = Polling(
            bot=self._bot, receive=self._receive, on_stored=handling.look, pause=self._pause
        )
        if self._webhook is not None and at is not None:
            source = Listening(webhook=self._webhook, at=at, receive=self._receive, on_stored=handling.look)
        log.info("telegram bot runs", username=me.username, by="webhook" if self._webhook else "polling")
        async with asyncio.TaskGroup() as loops:
            fetching = loops.create_task(source.run())
            loops.create_task(handling.run(stop))
            loops.create_task(deliver_until(stop, self._deliver))
            loops.create_task(console_until(stop, self._receive, self._carrier.tell_to_wait))
            introducing = loops.create_task(introduce(self._bot, self._words))
            await stop.wait()
            introducing.cancel()
            fetching.cancel()
        log.info("telegram bot stopped")

    async def _introduced(self) -> User:
        """Who we are, once Telegram can be reached and knows how we get updates."""
        while True:
            try:
                me = await self._bot(GetMe())
                await patiently(self._bot, self._way(), self._pause)
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise SettingsError("Telegram does not know AISKIAI_TELEGRAM_TOKEN; ask BotFather for it") from None
            except AiogramError as error:
                log.warning("telegram not reached", error=described(error, self._bot))
            except (TemporaryFailureError, PermanentFailureError) as error:
                log.warning("telegram not reached", error=str(error))
            else:
                return me
            await self._pause(INTRODUCE_AGAIN)

    def _way(self) -> TelegramMethod[bool]:
        # Updates do not come to a poller while they go to a webhook.
        return self._webhook.call() if self._webhook is not None else DeleteWebhook(drop_pending_updates=False)


def stop_on_signals() -> asyncio.Event:
    """Set when the process is asked to end (SIGTERM, SIGINT)."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What the work gives, or None where we are asked to stop before it is done."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        stopping.cancel()
