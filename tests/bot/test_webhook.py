"""By webhook nothing is lost either, and nobody but Telegram is listened to."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

import httpx
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetWebhookInfo
from structlog.testing import capture_logs

from assistant.errors import SettingsError
from assistant.settings import Settings
from assistant.usecases.ports import StoredUpdate
from bot.incoming import ALLOWED_UPDATES
from bot.webhook import MOST_BYTES, SECRET_HEADER, Listening, Webhook
from tests.bot.fakes import FakeConverser, FakeReceiver, eventually, running_door, some_webhook
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

UPDATE = {
    "update_id": 5,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "labas"},
}


@pytest.fixture
def calling(telegram: TelegramServer) -> TelegramServer:
    return replace(telegram, calls_bots=True)


@asynccontextmanager
async def listening(receive: FakeReceiver) -> AsyncIterator[Webhook]:
    webhook = some_webhook()
    listener = Listening(webhook=webhook, at=webhook.open(), receive=receive, on_stored=lambda: None)
    running = asyncio.create_task(listener.run())
    try:
        yield webhook
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def called(webhook: Webhook, body: bytes, **headers: str) -> int:
    headers = {SECRET_HEADER: webhook.secret} | {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(trust_env=False) as http:
        return (await http.post(webhook.url, content=body, headers=headers)).status_code


async def test_telegram_is_told_where_to_call_with_a_secret_and_for_what_alone(calling: TelegramServer) -> None:
    async with running_door(calling, FakeConverser(), FakeReceiver()):
        await eventually(lambda: calling.calls("setWebhook"))

    (call,) = calling.calls("setWebhook")
    assert call["arguments"]["allowed_updates"] == list(ALLOWED_UPDATES)
    assert call["arguments"]["secret_token"] == "tylus-zodis"
    assert not call["arguments"].get("drop_pending_updates")
    assert calling.calls("getUpdates") == []


async def test_an_update_is_acknowledged_only_after_it_is_stored(calling: TelegramServer) -> None:
    class BrokenAtFirst(FakeReceiver):
        failures = 3

        async def store(self, updates: Sequence[StoredUpdate]) -> None:
            self.failures -= 1
            if self.failures >= 0:
                assert calling.unconfirmed(), "nothing may be acknowledged before it is stored"
                raise ConnectionError("mano vardas Ona")
            await super().store(updates)

    converse, receive, ona = FakeConverser(), BrokenAtFirst(), TelegramPerson(calling.base_url, 7)
    with capture_logs() as logs:
        async with running_door(calling, converse, receive):
            await ona.says("mano vardas Ona")
            await ona.reads()
            await eventually(lambda: not calling.unconfirmed())

    assert receive.failures < 0
    assert len(converse.effects) == 1
    assert "Ona" not in str(logs)


async def test_what_was_said_while_the_bot_was_away_waits_at_telegram(calling: TelegramServer) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), TelegramPerson(calling.base_url, 7)
    async with running_door(calling, converse, receive):
        await ona.says("pirma")
        await ona.reads()
    await ona.says("antra")
    async with running_door(calling, converse, receive):
        await eventually(lambda: len(receive.handled) == 2)

    assert len(converse.effects) == 2


async def test_back_to_polling_the_webhook_is_taken_away_and_nothing_is_lost(
    bot: Bot, telegram: TelegramServer, calling: TelegramServer
) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), TelegramPerson(telegram.base_url, 7)
    async with running_door(calling, converse, receive):
        await ona.says("pirma")
        await ona.reads()
    await ona.says("antra")
    async with running_door(telegram, converse, receive):
        await eventually(lambda: len(receive.handled) == 2)

    assert (await bot(GetWebhookInfo())).url == ""
    assert len(converse.effects) == 2


@pytest.mark.parametrize("secret", ["", "tylus", "tylus-zodis-ir-dar", "tylus-žodis"])
async def test_who_does_not_know_the_secret_is_not_heard(secret: str) -> None:
    receive = FakeReceiver()
    async with listening(receive) as webhook, httpx.AsyncClient(trust_env=False) as http:
        headers = [(SECRET_HEADER.encode(), secret.encode())] if secret else []
        answer = await http.post(webhook.url, json=UPDATE, headers=headers)

    assert answer.status_code == 401
    assert receive.kept == {}


async def test_the_secret_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def remember(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr("bot.webhook.hmac.compare_digest", remember)
    async with listening(FakeReceiver()) as webhook:
        assert await called(webhook, json.dumps(UPDATE).encode()) == 200

    assert compared == [(b"tylus-zodis", b"tylus-zodis")]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (json.dumps(UPDATE).encode(), 200),
        (b"{", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b'{"update_id": "x"}', 400),
        (b'{"update_id": 5, "message": 3}', 400),
        (b"\xff\xfe", 400),
        (b" " * (MOST_BYTES + 1), 413),
    ],
)
async def test_a_body_that_is_too_long_or_no_update_is_refused(body: bytes, status: int) -> None:
    receive = FakeReceiver()
    async with listening(receive) as webhook:
        assert await called(webhook, body) == status

    assert set(receive.kept) == ({5} if status == 200 else set())


async def test_only_the_address_that_telegram_was_given_answers_and_only_to_post() -> None:
    async with listening(FakeReceiver()) as webhook, httpx.AsyncClient(trust_env=False) as http:
        headers = {SECRET_HEADER: webhook.secret}
        elsewhere = await http.post(f"{webhook.url}/kitur", json=UPDATE, headers=headers)
        asked = await http.get(webhook.url, headers=headers)

    assert (elsewhere.status_code, asked.status_code) == (404, 405)


async def test_a_port_that_is_taken_is_said_plainly() -> None:
    webhook = some_webhook()
    with webhook.open(), pytest.raises(SettingsError, match="AISKIAI_TELEGRAM_WEBHOOK_PORT"):
        webhook.open()


def test_the_secret_is_the_same_after_each_start_another_for_another_token_and_fit_for_telegram(tmp_path: Any) -> None:
    def secret(token: str) -> str:
        return Settings.model_validate({"data_dir": tmp_path, "telegram_token": token}).telegram_webhook_secret()

    assert secret("42:A") == secret("42:A")
    assert secret("42:A") != secret("42:B")
    assert len(secret("42:A")) == 64
    assert secret("42:A").isalnum()


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("", True),
        ("https://aiskiai.example.lt/telegram", True),
        ("https://aiskiai.example.lt:8443", True),
        ("http://127.0.0.1:8081/telegram", True),
        ("http://aiskiai.example.lt/telegram", False),
        ("aiskiai.example.lt", False),
        ("https://", False),
    ],
)
def test_the_address_must_be_https(url: str, *, is_taken: bool) -> None:
    if is_taken:
        assert Settings.model_validate({"telegram_webhook_url": url}).telegram_webhook_url == url
    else:
        with pytest.raises(ValueError, match="telegram_webhook_url"):
            Settings.model_validate({"telegram_webhook_url": url})


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "http://aiskiai.example.lt"},
        {"url": "https://aiskiai.example.lt:8081"},
        {"url": "https://aiskiai.example.lt", "secret_token": "su tarpu"},
        {"url": "https://aiskiai.example.lt", "max_connections": 101},
    ],
)
async def test_the_test_server_refuses_a_webhook_that_telegram_would_refuse(bot: Bot, wrong: dict[str, Any]) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.set_webhook(**wrong)


async def test_the_test_server_tells_what_waits_and_what_went_wrong_last(bot: Bot, ona: TelegramPerson) -> None:
    del ona
    nobody = some_webhook()
    await bot(nobody.call())
    for _ in range(100):
        told = await bot.get_webhook_info()
        if told.last_error_message:
            break
        await asyncio.sleep(0.05)

    assert (told.url, told.pending_update_count) == (nobody.url, 1)
    assert told.last_error_message == "Connection failed: ConnectError"


async def test_that_another_program_fetches_the_updates_is_told_plainly(telegram: TelegramServer) -> None:
    with capture_logs() as logs:
        async with (
            running_door(telegram, FakeConverser(), FakeReceiver()),
            running_door(telegram, FakeConverser(), FakeReceiver()),
        ):
            await eventually(lambda: any(log["event"].endswith("somebody else") for log in logs))

    why = next(log["why"] for log in logs if log["event"].endswith("somebody else"))
    assert why.startswith("another program fetches updates with this token")


async def test_that_a_webhook_was_set_under_a_poller_is_told_plainly(bot: Bot, telegram: TelegramServer) -> None:
    with capture_logs() as logs:
        async with running_door(telegram, FakeConverser(), FakeReceiver()):
            await eventually(lambda: telegram.calls("getUpdates"))
            await bot(some_webhook().call())
            await TelegramPerson(telegram.base_url, 8).says("labas")
            await eventually(lambda: any(log["event"].endswith("somebody else") for log in logs))

    why = next(log["why"] for log in logs if log["event"].endswith("somebody else"))
    assert why.startswith("a webhook was set for this token")
