"""Killed at any point, the bot loses nothing that was said and does nothing twice."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import warm
from tests.bot.fakes import eventually
from tests.bot.mortal_bot import Death, told
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

pytestmark = pytest.mark.process

WITHIN = 60.0
"""Seconds in which a process must have begun, answered or ended, on a machine that is busy with other tests too."""


@contextmanager
def a_bot(telegram: TelegramServer, file: Path, death: Death = Death.NEVER) -> Iterator[warm.Born]:
    words = (telegram.base_url, str(file), death)
    with warm.born("tests.bot.mortal_bot", *words, environment=os.environ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("death", [death for death in Death if death is not Death.NEVER])
async def test_what_was_said_is_answered_after_a_restart_with_one_effect(
    telegram: TelegramServer, tmp_path: Path, death: Death
) -> None:
    file = tmp_path / "memory.db"
    ona = TelegramPerson(telegram.base_url, 7)
    await ona.says("siųsti prašymą")
    with a_bot(telegram, file, death) as process:
        assert process.wait(WITHIN) == -signal.SIGKILL

    with a_bot(telegram, file):
        (*_, answer) = await ona.reads(WITHIN)
        await eventually(lambda: not telegram.unconfirmed() and not told(file)[1], WITHIN)

    assert answer.text == "Jūs parašėte: siųsti prašymą"
    assert told(file) == (["Jūs parašėte: siųsti prašymą"], [])
    # A death between sending and marking is the one place where a message may come twice.
    assert len(telegram.calls("sendMessage")) == (2 if death is Death.AFTER_ANSWER else 1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_asked_to_end_the_process_ends_in_order(
    telegram: TelegramServer, tmp_path: Path, number: signal.Signals
) -> None:
    file = tmp_path / "memory.db"
    ona = TelegramPerson(telegram.base_url, 7)
    await ona.says("labas")
    with a_bot(telegram, file) as process:
        await ona.reads(WITHIN)
        await eventually(lambda: not told(file)[1], WITHIN)

        process.send_signal(number)

        assert process.wait(WITHIN) == 0
