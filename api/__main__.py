"""`python -m api`: the web door alone, without the worker; `aiskiai serve` runs both."""

import asyncio

import uvicorn

from api.app import create_app
from assistant.bootstrap import assembled
from assistant.observability import set_up_logs
from assistant.settings import Settings


async def serve(settings: Settings) -> None:
    """Serve until told to stop."""
    async with assembled(settings) as assistant:
        config = uvicorn.Config(
            create_app(assistant),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
        )
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    chosen = Settings.from_environment()
    set_up_logs(chosen.log_format)
    asyncio.run(serve(chosen))
