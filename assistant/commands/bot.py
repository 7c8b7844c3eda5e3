"""Runs the Telegram bot until told to stop."""

from assistant.bootstrap import assembled
from assistant.errors import SettingsError
from assistant.settings import Settings
from bot.app import run_bot


async def run_until_stopped(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM. Raises SettingsError where there is no token."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise SettingsError("The bot has no token. Get one from BotFather and set AISKIAI_TELEGRAM_TOKEN.")
    async with assembled(settings) as assistant:
        await run_bot(assistant, token=token, api_base=settings.telegram_api_base or None)
