"""python -m bot runs the Telegram bot alone, with the settings of the environment."""

import asyncio
import sys

from assistant.bootstrap import assembled
from assistant.errors import AiskiaiError
from assistant.observability import set_up_logs
from assistant.settings import Settings
from bot.app import run_bot


async def main() -> None:
    """Long polling until SIGINT or SIGTERM."""
    settings = Settings.from_environment()
    set_up_logs(settings.log_format)
    async with assembled(settings) as assistant:
        token = settings.telegram_token.get_secret_value()
        await run_bot(assistant, token=token, api_base=settings.telegram_api_base or None)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except AiskiaiError as error:
        sys.exit(str(error))
