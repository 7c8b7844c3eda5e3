"""More people write than Telegram lets us answer: python -m tests.bot.overload --seconds 120 --a-second 60.

The strict server takes 30 messages a second. Nobody is lost, each gets the answers in the order in which they wrote,
and is told at most once that it takes longer now.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import httpx

from assistant.bootstrap import assembled
from assistant.library.loader import load_library
from assistant.settings import Settings
from bot.app import door_of
from bot.door import bot_at
from tests.bot.bench import A_SECOND, LEARNED
from tests.telegram_server.process import TelegramServer, running_telegram_server

EVERY = 10.0
"""Seconds between two things that a person writes."""
SAID = "kas yra atvejo vadyba"


@dataclass(frozen=True)
class Found:
    """What came of it. `longest` is the longest wait for an answer, in seconds."""

    written: int
    answered: int
    told_to_wait: int
    told_more_than_once: int
    refused: int
    longest: float

    @property
    def is_good(self) -> bool:
        """Whether nobody was lost or told twice."""
        return self.answered == self.written and self.told_more_than_once == 0


async def overload(telegram: TelegramServer, a_second: int, seconds: int) -> Found:
    """So many write each second for so long; then all answers are waited for."""
    telegram.reset()
    people = int(a_second * EVERY)
    for chat in range(1, people + 1):
        telegram.is_group(chat, "private")
    telegram.takes_only(A_SECOND)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.model_validate({"data_dir": folder, "learned_dir": LEARNED})
        library = load_library(settings.content_dir, settings.memory_dir)
        async with assembled(settings, library=library) as assistant:
            bot = bot_at(telegram.token, telegram.base_url)
            stop = asyncio.Event()
            running = asyncio.create_task(door_of(assistant, bot).run(stop))
            wait = library.messages["telegram.wait"].sentences[0]
            written = await _write(telegram, people, a_second, seconds)
            # Without a pause of its own the reader would hold up the bot, which runs in the same process.
            while await asyncio.to_thread(_waiting, assistant.settings.data_dir) > 0:  # noqa: ASYNC110 - in a database
                await asyncio.sleep(2)
            found = await asyncio.to_thread(_found, telegram, written, wait)
            stop.set()
            await running
            await bot.session.close()
    return found


async def _write(telegram: TelegramServer, people: int, a_second: int, seconds: int) -> dict[int, list[float]]:
    """When each chat wrote, by the server's clock."""
    written: dict[int, list[float]] = defaultdict(list)
    began = time.monotonic()
    async with httpx.AsyncClient(base_url=telegram.base_url, trust_env=False) as http:
        for nth in range(a_second * seconds):
            chat = nth % people + 1
            await asyncio.sleep(max(0.0, began + nth / a_second - time.monotonic()))
            written[chat].append(time.monotonic())
            (await http.post(f"/admin/chats/{chat}/text", json={"text": SAID})).raise_for_status()
    return written


def _waiting(data_dir: Path) -> int:
    """How many updates are not handled."""
    with sqlite3.connect(data_dir / "aiskiai.db") as rows:
        left = rows.execute("select count(*) from telegram_updates where done_at is null").fetchone()[0]
    rows.close()
    return int(left)


def _found(telegram: TelegramServer, written: dict[int, list[float]], wait: str) -> Found:
    everything = httpx.get(f"{telegram.base_url}/admin/calls", trust_env=False, timeout=120).json()
    calls = [call for call in everything if call["method"] == "sendMessage"]
    told: Counter[int] = Counter()
    answers: dict[int, list[float]] = defaultdict(list)
    for call in calls:
        if not call["ok"]:
            continue
        chat = int(call["arguments"]["chat_id"])
        if call["arguments"]["text"].startswith(wait):
            told[chat] += 1
        else:
            answers[chat].append(call["at"])
    waits = [at - said for chat in written for said, at in zip(written[chat], answers[chat], strict=False)]
    return Found(
        written=sum(map(len, written.values())),
        answered=sum(map(len, answers.values())),
        told_to_wait=len(told),
        told_more_than_once=sum(times > 1 for times in told.values()),
        refused=sum(not call["ok"] for call in calls),
        longest=max(waits, default=0.0),
    )


async def _run(a_second: int, seconds: int) -> Found:
    with running_telegram_server() as telegram:
        return await overload(telegram, a_second, seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="tests.bot.overload", description=__doc__)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--a-second", type=int, default=60)
    asked = parser.parse_args()
    found = asyncio.run(_run(asked.a_second, asked.seconds))
    print(found)  # noqa: T201 - this is what the command is for
    sys.exit(0 if found.is_good else 1)
