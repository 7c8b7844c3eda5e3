"""One Telegram server for all tests of the bot; each test begins with an empty one."""

from collections.abc import Iterator

import pytest

from tests.telegram_server.process import TelegramServer, running_telegram_server


@pytest.fixture(scope="session")
def telegram_process() -> Iterator[TelegramServer]:
    with running_telegram_server() as server:
        yield server


@pytest.fixture
def telegram(telegram_process: TelegramServer) -> TelegramServer:
    telegram_process.reset()
    return telegram_process
