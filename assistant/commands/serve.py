"""Serves web chat, inbox and API, and hands over what the outbox holds, until told to stop."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import structlog
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from assistant.bootstrap import Assistant, assembled
from assistant.commands.backup import back_up_regularly
from assistant.commands.demo.making import make_examples
from assistant.commands.heartbeat import beat_regularly
from assistant.commands.missed import forget_missed_regularly
from assistant.commands.promises import keep_promises
from assistant.commands.retain import retain_daily
from assistant.commands.settling import settle
from assistant.commands.staff import link_of, municipality_named
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.deliver import Deliver
from assistant.usecases.watch import WatchDelivery

IDLE_SECONDS = 1.0
WATCH_SECONDS = 60.0
DEMO_EXAMPLES = 20

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Serving:
    """What to run beside the pages, and whether to make a demo account and examples."""

    worker: bool = True
    demo: bool = False


async def serve_until_stopped(settings: Settings, serving: Serving, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; requests that run are finished first.

    Raises SettingsError for a setting that cannot be used, before anything is promised.
    """
    async with assembled(settings) as assistant, contextlib.AsyncExitStack() as beside:
        demo = municipality_named(assistant.library, settings.demo_municipality) if serving.demo else ""
        if demo:
            await _fill_empty_inbox(assistant, settings, demo)
        if serving.worker:
            await beside.enter_async_context(_working(assistant, settings))
        server = server_of(create_app(assistant), settings.host, settings.port)
        settle()
        say(f"Web chat:    {settings.address}/")
        say(f"Staff inbox: {settings.address}/inbox")
        if demo:
            _, token = await assistant.staff_desk.add(settings.demo_staff, demo, Role.LEAD)
            say(f"First sign-in for {demo}, works once: {link_of(settings, token)}")
        await server.serve()


def server_of(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """The web server as it is shipped."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=10,
        )
    )


async def _fill_empty_inbox(assistant: Assistant, settings: Settings, municipality: str) -> None:
    """Put examples where there is nothing yet, so that somebody who tries the program out sees an inbox at work."""
    async with assistant.units() as work:
        counts = await work.examples.counts(municipality)
    if not any(counts):
        await make_examples(settings, assistant.library, municipality, count=DEMO_EXAMPLES)


async def work_until_stopped(settings: Settings) -> None:
    """Hand over what waits for departments, and make backups when they are due, until SIGINT or SIGTERM."""
    async with assembled(settings) as assistant, _working(assistant, settings):
        settle()
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()


@contextlib.asynccontextmanager
async def _working(assistant: Assistant, settings: Settings) -> AsyncIterator[None]:
    tasks = [
        # Side by side, so that a system that is slow to answer holds up no letter, nor the mail server a call.
        asyncio.create_task(work_on(assistant.deliver(letters=True))),
        asyncio.create_task(work_on(assistant.deliver(webhooks=True))),
        asyncio.create_task(_watch(assistant.watch)),
        asyncio.create_task(keep_promises(assistant.promises)),
        asyncio.create_task(forget_missed_regularly(assistant.missed)),
        asyncio.create_task(retain_daily(assistant.retain, assistant.clock)),
        asyncio.create_task(back_up_regularly(settings)),
        asyncio.create_task(beat_regularly(settings.workers, "worker")),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def work_on(deliver: Deliver) -> None:
    """Hand over what is due, again and again, until cancelled."""
    while True:
        try:
            tried = await deliver.once()
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("the worker stumbled")
            tried = 0
        if not tried:
            await asyncio.sleep(IDLE_SECONDS)


async def _watch(watch: WatchDelivery) -> None:
    while True:
        try:
            await watch.once()
        except Exception:  # the outermost loop, as above
            log.exception("the watch stumbled")
        await asyncio.sleep(WATCH_SECONDS)
