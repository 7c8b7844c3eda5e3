"""Runs the Telegram bot until told to stop."""

import asyncio
import contextlib

from assistant.bootstrap import assembled
from assistant.commands.heartbeat import beat_regularly
from assistant.commands.settling import settle
from assistant.errors import SettingsError
from assistant.settings import Settings
from bot.app import run_bot


async def run_until_stopped(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM. Raises SettingsError where there is no token."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise SettingsError("The bot has no token. Get one from BotFather and set AISKIAI_TELEGRAM_TOKEN.")
    async with assembled(settings) as assistant:
        settle()
        beating = asyncio.create_task(beat_regularly(settings.bots, "bot"))
        try:
            await run_bot(assistant, token=token, api_base=settings.telegram_api_base or None)
        finally:
            beating.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await beating
