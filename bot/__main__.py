"""python -m bot runs the Telegram bot alone, with the settings of the environment; --check only looks at it."""

import argparse
import asyncio
import sys

from assistant.bootstrap import assembled
from assistant.errors import AiskiaiError
from assistant.observability import set_up_logs
from assistant.settings import Settings
from bot.app import run_bot
from bot.check import check


async def main() -> int:
    """Run until SIGINT or SIGTERM, or check; gives the exit code."""
    parser = argparse.ArgumentParser(prog="bot")
    parser.add_argument("--check", action="store_true", help="tell what is wrong, and end with 1 where something is")
    asked = parser.parse_args()
    settings = Settings.from_environment()
    if asked.check:
        return 0 if await check(settings, print) else 1
    set_up_logs(settings.log_format)
    async with assembled(settings) as assistant:
        token = settings.telegram_token.get_secret_value()
        await run_bot(assistant, token=token, api_base=settings.telegram_api_base or None)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except AiskiaiError as error:
        sys.exit(str(error))
