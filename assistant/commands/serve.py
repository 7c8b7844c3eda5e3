"""Serves web chat, inbox and API, and hands over what the outbox holds, until told to stop."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import structlog
import uvicorn

from api.app import create_app
from assistant.bootstrap import assembled
from assistant.commands.staff import link_of, municipality_named
from assistant.commands.watch import watching
from assistant.settings import Settings
from assistant.usecases.deliver import Deliver

IDLE_SECONDS = 1.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Serving:
    """What to run beside the pages, and whether to make a demo account."""

    worker: bool = True
    demo: bool = False


async def serve_until_stopped(settings: Settings, serving: Serving, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; requests that run are finished first.

    Raises SettingsError for a setting that cannot be used, before anything is promised.
    """
    async with assembled(settings) as assistant, contextlib.AsyncExitStack() as beside:
        demo = municipality_named(assistant.library, settings.demo_municipality) if serving.demo else ""
        if serving.worker:
            await beside.enter_async_context(_working(assistant.deliver(letters=True)))
            await beside.enter_async_context(watching(assistant.promises))
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(assistant),
                host=settings.host,
                port=settings.port,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=10,
            )
        )
        say(f"Web chat:    {settings.address}/")
        say(f"Staff inbox: {settings.address}/inbox")
        if demo:
            _, token = await assistant.staff_desk.add(settings.demo_staff, demo, "lead")
            say(f"First sign-in for {demo}, works once: {link_of(settings, token)}")
        await server.serve()


async def work_until_stopped(settings: Settings) -> None:
    """Hand over letters until SIGINT or SIGTERM."""
    async with (
        assembled(settings) as assistant,
        _working(assistant.deliver(letters=True)),
        watching(assistant.promises),
    ):
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()


@contextlib.asynccontextmanager
async def _working(deliver: Deliver) -> AsyncIterator[None]:
    task = asyncio.create_task(_work(deliver))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _work(deliver: Deliver) -> None:
    while True:
        try:
            tried = await deliver.once()
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("the worker stumbled")
            tried = 0
        if not tried:
            await asyncio.sleep(IDLE_SECONDS)
