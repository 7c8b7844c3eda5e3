"""Serves one of the bot's own doors over HTTP until the bot ends: the webhook, or its health."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette


async def serve(app: Starlette, at: socket.socket, finish_within: int) -> None:
    """Runs until it is cancelled; calls under way have so many seconds to finish."""
    server = QuietServer(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=finish_within,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[at]))
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving


class QuietServer(uvicorn.Server):
    """Leaves the signals of the process to the door, which ends all its loops in order."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield
