"""Whether the bot is well, for whoever watches over it: what waits at Telegram, and Telegram's last failed call."""

import asyncio
import socket
from datetime import UTC, datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetWebhookInfo
from aiogram.types import WebhookInfo
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.calls import REQUEST_TIMEOUT, Pause, described
from bot.serving import serve

LOOK_EVERY = 30.0
"""Seconds between two looks at Telegram."""
TOO_MANY_WAIT = 100
"""So many updates do not wait where a bot takes them."""
RECENT = timedelta(minutes=5)
FINISH_WITHIN = 2

log = structlog.get_logger(__name__)


class Standing:
    """What Telegram said of the bot when it was last asked; NaN where it did not answer."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._pending = Gauge(
            "aiskiai_telegram_pending_updates", "Updates that wait at Telegram", registry=self.registry
        )
        self._error_at = Gauge(
            "aiskiai_telegram_last_error_timestamp_seconds",
            "When Telegram last failed to call the webhook, 0 for never",
            registry=self.registry,
        )
        self._pending.set(float("nan"))
        self._info: WebhookInfo | None = None

    def told(self, info: WebhookInfo | None) -> None:
        """Telegram's answer; None where there was none."""
        self._info = info
        self._pending.set(float("nan") if info is None else info.pending_update_count)
        if info is not None:
            self._error_at.set(info.last_error_date.timestamp() if info.last_error_date else 0)

    def faults(self, now: datetime) -> tuple[str, ...]:
        """What an operator must look at; empty where all is well."""
        info = self._info
        if info is None:
            return ("telegram does not answer",)
        found = []
        if info.pending_update_count > TOO_MANY_WAIT:
            found.append("updates wait at telegram")
        if info.last_error_date is not None and now - info.last_error_date < RECENT:
            found.append("telegram cannot call the webhook")
        return tuple(found)


async def look_at_telegram(bot: Bot, standing: Standing, pause: Pause = asyncio.sleep) -> None:
    """Ask Telegram again and again; runs until it is cancelled."""
    while True:
        try:
            info = await bot(GetWebhookInfo(), request_timeout=REQUEST_TIMEOUT)
            standing.told(info)
        except AiogramError as error:
            standing.told(None)
            log.warning("telegram not asked how the bot stands", error=described(error, bot))
        await pause(LOOK_EVERY)


class HealthDoor:
    """Answers GET /health/ready (200 or 503) and GET /metrics, for this machine or a private network only."""

    def __init__(self, standing: Standing, at: socket.socket) -> None:
        self._standing = standing
        self._at = at

    async def run(self) -> None:
        """Runs until it is cancelled."""
        routes = [Route("/health/ready", self._ready), Route("/metrics", self._metrics)]
        await serve(Starlette(routes=routes), self._at, FINISH_WITHIN)

    async def _ready(self, _request: Request) -> Response:
        faults = self._standing.faults(datetime.now(UTC))
        return JSONResponse({"status": "not ready" if faults else "ready", "faults": faults}, 503 if faults else 200)

    async def _metrics(self, _request: Request) -> Response:
        return Response(generate_latest(self._standing.registry), media_type=CONTENT_TYPE_LATEST)
