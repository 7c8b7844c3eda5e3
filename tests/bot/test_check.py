"""The check tells in plain words what is wrong, changes nothing, and never shows the token."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, SetWebhook, TelegramMethod
from pydantic import SecretStr

from assistant.library.library import Words
from assistant.settings import Settings
from bot import check as checking
from bot.check import check
from bot.introduction import introduce
from tests.bot.fakes import some_words
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import ROOT, TelegramServer, free_port
from tests.telegram_server.world import TOKEN

SECRET_PART = TOKEN.partition(":")[2]


@pytest.fixture(autouse=True)
def small_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the tests, so that no library need be read."""

    class Small:
        messages: dict[str, Words] = {}  # noqa: RUF012 - nobody writes into it

    monkeypatch.setattr(checking, "load_library", lambda *_: Small)
    monkeypatch.setattr(checking, "door_words", lambda _: some_words())


@pytest.fixture
def settings(telegram: TelegramServer, tmp_path: Path) -> Settings:
    return Settings(telegram_token=SecretStr(telegram.token), telegram_api_base=telegram.base_url, data_dir=tmp_path)


async def test_a_speech_model_that_is_not_there_is_told(settings: Settings, tmp_path: Path) -> None:
    _, without = await told(settings)
    is_fine, missing = await told(settings, speech_model_dir=tmp_path / "nowhere")
    assert "people are asked to write or press" in without
    assert "AISKIAI_SPEECH_MODEL_DIR" in missing
    assert not is_fine


async def told(settings: Settings, **other: object) -> tuple[bool, str]:
    said: list[str] = []
    is_fine = await check(settings.model_copy(update=other), said.append)
    whole = "\n".join(said)
    assert SECRET_PART not in whole
    return is_fine, whole


async def test_a_bot_that_is_set_up_has_nothing_to_mend(settings: Settings, bot: Bot, telegram: TelegramServer) -> None:
    await introduce(bot, some_words())
    before = len(telegram.calls())

    is_fine, said = await told(settings)

    assert is_fine
    assert said.splitlines() == [
        "fine  Telegram knows the token: the bot is @aiskiai_test_bot.",
        "fine  In groups the bot gets only what is said to it (privacy is on).",
        "note  The bot can be put into groups, where it only shows the way to the private chat.",
        "fine  How updates come: the bot asks Telegram (long polling).",
        "fine  No updates wait at Telegram.",
        "fine  Commands, menu button and descriptions are set.",
        "fine  Voice messages: people are asked to write or press. (No AISKIAI_SPEECH_MODEL_DIR is set.)",
    ]
    assert all(call["method"].startswith("get") for call in telegram.calls()[before:])


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("", "There is no token"),
        ("nonsense", "does not look like a token"),
        ("43:WRONG", "Telegram does not know the token"),
    ],
)
async def test_a_token_that_is_missing_or_wrong_is_told(settings: Settings, token: str, words: str) -> None:
    is_fine, said = await told(settings, telegram_token=SecretStr(token))

    assert not is_fine
    assert words in said


async def test_that_telegram_is_out_of_reach_is_told(settings: Settings) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"

    is_fine, said = await told(settings, telegram_api_base=nowhere)

    assert not is_fine
    assert f"Telegram cannot be reached at {nowhere}" in said


@pytest.mark.parametrize("kind", [FaultKind.SERVER_ERROR, FaultKind.BROKEN_JSON, FaultKind.TOO_MANY])
async def test_a_telegram_that_is_not_well_is_told(
    settings: Settings, telegram: TelegramServer, kind: FaultKind
) -> None:
    telegram.fails(kind, method="getWebhookInfo")

    is_fine, said = await told(settings)

    assert not is_fine
    assert "Telegram does not answer as it should" in said


async def test_a_webhook_of_somebody_else_is_told_without_its_path(settings: Settings, bot: Bot) -> None:
    await bot(SetWebhook(url=f"https://kitas.example.lt:8443/{TOKEN}"))

    is_fine, said = await told(settings)

    assert not is_fine
    assert "Telegram calls somebody else, at https://kitas.example.lt:8443." in said


async def test_a_webhook_that_was_never_set_is_told(settings: Settings) -> None:
    is_fine, said = await told(settings, telegram_webhook_url="https://aiskiai.example.lt/telegram")

    assert not is_fine
    assert "Telegram calls nobody" in said


async def test_our_own_webhook_is_fine(settings: Settings, bot: Bot) -> None:
    await bot(SetWebhook(url="https://aiskiai.example.lt/telegram"))

    is_fine, said = await told(settings, telegram_webhook_url="https://aiskiai.example.lt/telegram")

    assert is_fine
    assert "Telegram calls us at https://aiskiai.example.lt" in said


async def test_updates_that_wait_are_counted_and_many_of_them_are_wrong(
    settings: Settings, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    del ona
    assert "Updates that wait at Telegram: 1." in (await told(settings))[1]
    telegram.repeats(101)

    is_fine, said = await told(settings)

    assert not is_fine
    assert "Updates that wait at Telegram: 101. Does the bot run?" in said


async def test_the_last_error_of_the_webhook_is_told_and_a_recent_one_is_wrong(
    settings: Settings, bot: Bot, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    del ona
    url = f"http://127.0.0.1:{free_port()}/telegram"
    await bot(SetWebhook(url=url))
    while (await bot.get_webhook_info()).last_error_date is None:
        assert telegram.unconfirmed()

    is_fine, said = await told(settings, telegram_webhook_url=url)

    assert not is_fine
    assert "Connection failed: ConnectError" in said


async def test_what_people_do_not_see_yet_is_noted(settings: Settings) -> None:
    is_fine, said = await told(settings)

    assert is_fine
    assert "note  Not set yet, or changed by hand: setMyCommands, setChatMenuButton" in said


class FailingSession(BaseSession):
    """Fails with an error that holds the token."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's own argument
        del bot, method, timeout
        raise self._error

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncIterator[bytes]:  # type: ignore[override]  # never called
        yield b""


LEAK = f"http://x/bot{TOKEN}/getMe and http://x/bot42%3A{SECRET_PART}/getMe"
ERRORS = [
    *(
        kind(method=GetMe(), message=LEAK)
        for kind in (
            TelegramAPIError,
            TelegramBadRequest,
            TelegramConflictError,
            TelegramForbiddenError,
            TelegramNetworkError,
            TelegramNotFound,
            TelegramServerError,
            TelegramUnauthorizedError,
        )
    ),
    TelegramRetryAfter(method=GetMe(), message=LEAK, retry_after=3),
    TelegramMigrateToChat(method=GetMe(), message=LEAK, migrate_to_chat_id=3),
    ClientDecodeError(LEAK, ValueError(LEAK), LEAK),
    ValueError(LEAK),
    OSError(LEAK),
    UnicodeError(LEAK),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_the_token_is_never_shown_whatever_goes_wrong(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(checking, "bot_at", lambda *_: Bot(TOKEN, session=FailingSession(error)))

    is_fine, said = await told(settings)

    assert not is_fine
    assert said.startswith("wrong ")


@pytest.mark.process
def test_the_command_ends_with_one_where_something_must_be_mended(telegram: TelegramServer, tmp_path: Path) -> None:
    environment = {
        "AISKIAI_TELEGRAM_TOKEN": "43:WRONG",
        "AISKIAI_TELEGRAM_API_BASE": telegram.base_url,
        "AISKIAI_DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stdout.startswith("wrong Telegram does not know the token")
    assert "WRONG" not in done.stdout + done.stderr
