"""The bot with a real assistant behind it, until the process is asked to end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot

from assistant.bootstrap import Assistant
from assistant.settings import Settings
from bot.door import TelegramDoor, bot_at, stop_on_signals
from bot.ears import Ears
from bot.elsewhere import WayToWeb
from bot.health import HealthDoor, Standing, look_at_telegram
from bot.outgoing import NoticeCarrier, TelegramCarrier
from bot.pace import Pace
from bot.pictures import PictureSender
from bot.voice import VoiceReader
from bot.webhook import Webhook, listening_at
from bot.words import door_words


async def run_bot(assistant: Assistant, *, token: str, api_base: str | None) -> None:
    """Run the bot until SIGINT or SIGTERM; `api_base` is another Bot API server than Telegram's own.

    Raises SettingsError where the token is no good and ContentError where the door's words are missing.
    """
    bot = bot_at(token, api_base)
    try:
        async with _watched(assistant.settings, bot):
            await door_of(assistant, bot).run(stop_on_signals())
    finally:
        await bot.session.close()


@asynccontextmanager
async def _watched(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    """With a door for whoever watches over the bot, where one is wanted."""
    if not settings.telegram_health_port:
        yield
        return
    standing = Standing()
    with listening_at(settings.host, settings.telegram_health_port, "AISKIAI_TELEGRAM_HEALTH_PORT") as at:
        watching = [
            asyncio.create_task(look_at_telegram(bot, standing)),
            asyncio.create_task(HealthDoor(standing, at).run()),
        ]
        try:
            yield
        finally:
            for task in watching:
                task.cancel()
            await asyncio.wait(watching)


def door_of(assistant: Assistant, bot: Bot) -> TelegramDoor:
    """The door to the assistant. Raises ContentError where its words are missing."""
    words = door_words(assistant.library.messages)
    pace = Pace(assistant.settings.telegram_messages_per_second)
    to_web = WayToWeb(assistant.handing_on, assistant.settings.address)
    voice = VoiceReader(bot, assistant.voice_messages, words)
    pictures = PictureSender(bot, assistant.picture_messages)
    carrier = TelegramCarrier(bot, words, assistant.papers, pace=pace, to_web=to_web, voice=voice, pictures=pictures)
    return TelegramDoor(
        bot=bot,
        converse=assistant.converse,
        receive=assistant.receive,
        deliver=assistant.deliver(replies=NoticeCarrier(carrier)),
        carrier=carrier,
        words=words,
        hands=assistant.handing_on,
        webhook=_webhook(assistant.settings),
        ears=Ears(bot, assistant.listen),
    )


def _webhook(settings: Settings) -> Webhook | None:
    """How Telegram calls us, where it shall."""
    if not settings.telegram_webhook_url:
        return None
    return Webhook(
        url=settings.telegram_webhook_url,
        secret=settings.telegram_webhook_secret(),
        host=settings.host,
        port=settings.telegram_webhook_port,
    )
