"""One Telegram server for all tests of the bot; each test begins with an empty one."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiogram import Bot

from assistant.bootstrap import Assistant, assembled
from assistant.library.library import Library
from assistant.settings import Settings
from bot.app import door_of
from bot.door import bot_at
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer, running_telegram_server

ONA = 7


@pytest.fixture(scope="session")
def telegram_process() -> Iterator[TelegramServer]:
    with running_telegram_server() as server:
        yield server


@pytest.fixture
def telegram(telegram_process: TelegramServer) -> TelegramServer:
    telegram_process.reset()
    return telegram_process


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    client = bot_at(telegram.token, telegram.base_url)
    yield client
    await client.session.close()


@pytest.fixture
async def ona(telegram: TelegramServer) -> AsyncIterator[TelegramPerson]:
    async with TelegramPerson(telegram.base_url, ONA) as person:
        await person.says("/start")
        yield person


@pytest.fixture
async def whole(tmp_path: Path, library: Library, telegram: TelegramServer, bot: Bot) -> AsyncIterator[Assistant]:
    """The whole assistant with its bot at work."""
    del telegram
    settings = Settings(
        _env_file=None, data_dir=tmp_path / "var", public_url="https://aiskiai.example", telegram_messages_per_second=0
    )
    async with assembled(settings, library=library) as assistant:
        stop = asyncio.Event()
        running = asyncio.create_task(door_of(assistant, bot).run(stop))
        yield assistant
        stop.set()
        await running
