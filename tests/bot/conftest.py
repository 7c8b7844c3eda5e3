"""One Telegram server for all tests of the bot; each test begins with an empty one."""

from collections.abc import AsyncIterator, Iterator

import pytest
from aiogram import Bot

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
