"""Whoever watches over the bot is told what waits at Telegram and whether Telegram can call."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from aiogram import Bot
from aiogram.types import WebhookInfo

from bot.health import HealthDoor, Standing, look_at_telegram
from tests.bot.fakes import eventually
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


def info(waiting: int = 0, failed: timedelta | None = None) -> WebhookInfo:
    return WebhookInfo(
        url="https://a.lt/x",
        has_custom_certificate=False,
        pending_update_count=waiting,
        last_error_date=None if failed is None else NOW - failed,
    )


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        (None, ("telegram does not answer",)),
        (info(), ()),
        (info(waiting=100), ()),
        (info(waiting=101), ("updates wait at telegram",)),
        (info(failed=timedelta(minutes=4)), ("telegram cannot call the webhook",)),
        (info(failed=timedelta(minutes=6)), ()),
    ],
)
def test_what_an_operator_must_look_at(told: WebhookInfo | None, faults: tuple[str, ...]) -> None:
    standing = Standing()
    standing.told(told)
    assert standing.faults(NOW) == faults


@pytest.fixture
async def address(bot: Bot) -> AsyncIterator[str]:
    standing = Standing()
    with socket.create_server(("127.0.0.1", 0)) as at:
        tasks = [
            asyncio.create_task(look_at_telegram(bot, standing, lambda _seconds: asyncio.sleep(0.05))),
            asyncio.create_task(HealthDoor(standing, at).run()),
        ]
        yield f"http://127.0.0.1:{at.getsockname()[1]}"
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def test_it_is_told_over_http(address: str, telegram: TelegramServer, ona: TelegramPerson) -> None:
    await ona.says("labas")
    async with httpx.AsyncClient(base_url=address, trust_env=False) as http:
        for _ in range(200):
            if "aiskiai_telegram_pending_updates 2.0" in (await http.get("/metrics")).text:
                break
            await asyncio.sleep(0.05)
        assert "aiskiai_telegram_pending_updates 2.0" in (await http.get("/metrics")).text
        ready = await http.get("/health/ready")
        assert (ready.status_code, ready.json()) == (200, {"status": "ready", "faults": []})
        asked = len(telegram.calls("getWebhookInfo"))
        telegram.fails(FaultKind.SERVER_ERROR, method="getWebhookInfo", times=10_000)
        await eventually(lambda: len(telegram.calls("getWebhookInfo")) > asked + 2)
        assert (await http.get("/health/ready")).status_code == 503
        assert "aiskiai_telegram_pending_updates NaN" in (await http.get("/metrics")).text
