"""More people write than Telegram lets us answer: python -m tests.bot.overload --seconds 120 --a-second 60.

The strict server takes 30 messages a second. Nobody is lost, each gets the answers in the order in which they wrote,
and is told at most once that it takes longer now, and only where it does.
"""

import argparse
import asyncio
import itertools
import logging
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import structlog

from assistant.bootstrap import assembled
from assistant.library.loader import load_library
from assistant.settings import Settings
from assistant.usecases.receive import LONG
from bot.app import door_of
from bot.door import bot_at
from tests.bot.bench import A_SECOND, LEARNED, MOST_REFUSED
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer, running_telegram_server

EVERY = 10.0
"""Seconds between two things that a person writes."""
SAID = ("kas yra atvejo vadyba", "kas yra socialinės dirbtuvės", "kas yra negalia")
"""What each person writes, one after the other and again, so that answers in a wrong order differ."""
QUIET_CHAT = 1_000_000
SILENCE = 60.0
"""Seconds without any message after which what has not been answered counts as lost."""
TOLD_BY = 90.0
"""Seconds after which everybody who still waits must have been told so."""


@dataclass(frozen=True)
class Told:
    """A message of the bot, and when Telegram took it, on the monotonic clock."""

    text: str
    at: float


@dataclass
class Found:
    """What came of it, counted in answers where nothing else is said. Waits are in seconds."""

    written: int = 0
    answered: int = 0
    lost: int = 0
    doubled: int = 0
    chats_out_of_order: int = 0
    chats_told: int = 0
    told_again: int = 0
    told_in_vain: int = 0
    never_told: int = 0
    refused: int = 0
    calls: int = 0
    took: float = 0.0
    waits: list[float] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """What must not be."""
        wrong = {
            "lost": self.lost,
            "doubled": self.doubled,
            "chats out of order": self.chats_out_of_order,
            "told to wait more than once": self.told_again,
            "told to wait and answered at once": self.told_in_vain,
            "waiting long and never told": self.never_told,
            "refused too often": self.refused > MOST_REFUSED * self.calls,
        }
        return [name for name, times in wrong.items() if times]

    def table(self, people: int) -> list[str]:
        """All of it, for reading."""
        longest = max(self.waits, default=0.0)
        middle = sorted(self.waits)[len(self.waits) // 2] if self.waits else 0.0
        return [
            "| more write than can be answered | |",
            "| --- | ---: |",
            f"| people | {people} |",
            f"| turns | {self.written} |",
            f"| answered | {self.answered} |",
            f"| lost | {self.lost} |",
            f"| doubled | {self.doubled} |",
            f"| chats where the order was not kept | {self.chats_out_of_order} |",
            f'| chats told once "palaukite" | {self.chats_told - self.told_again} |',
            f"| … more than once | {self.told_again} |",
            f"| … although they were answered within {LONG.seconds} s | {self.told_in_vain} |",
            f"| chats that waited over {TOLD_BY:.0f} s and were not told | {self.never_told} |",
            f"| messages a second | {(self.calls - self.refused) / self.took if self.took else 0:.1f} |",
            f"| refused with 429 | {self.refused / self.calls if self.calls else 0:.2%} |",
            f"| wait for an answer: half, longest | {middle:.0f} s, {longest:.0f} s |",
        ]


async def overload(telegram: TelegramServer, a_second: int, seconds: int) -> tuple[Found, int]:
    """So many write each second for so long; then all answers are waited for. Gives also how many people wrote."""
    telegram.reset()
    people = int(a_second * EVERY)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.model_validate({"data_dir": folder, "learned_dir": LEARNED})
        library = load_library(settings.content_dir, settings.memory_dir)
        async with assembled(settings, library=library) as assistant:
            bot = bot_at(telegram.token, telegram.base_url)
            stop = asyncio.Event()
            running = asyncio.create_task(door_of(assistant, bot).run(stop))
            wait = library.messages["telegram.wait"].sentences[0]
            turns = -(-a_second * seconds // people)
            expected = await _answers_in_peace(telegram, turns)
            telegram.takes_only(A_SECOND)
            written = await _write(telegram, people, a_second, seconds)
            await _until_silence(telegram, sum(map(len, written.values())) + len(expected), wait)
            found = _found(await asyncio.to_thread(_sent, telegram), written, expected, wait)
            stop.set()
            await running
            await bot.session.close()
    return found, people


async def _answers_in_peace(telegram: TelegramServer, turns: int) -> list[str]:
    """What somebody is answered who writes alone; everybody else must be answered the same."""
    async with TelegramPerson(telegram.base_url, QUIET_CHAT) as person:
        answers = []
        for said in itertools.islice(itertools.cycle(SAID), turns):
            await person.says(said)
            answers.append("\n".join(shown.text for shown in await person.reads(60)))
    return answers


async def _write(telegram: TelegramServer, people: int, a_second: int, seconds: int) -> dict[int, list[float]]:
    """When each chat wrote, by the server's clock."""
    written: dict[int, list[float]] = defaultdict(list)
    began = time.monotonic()
    async with httpx.AsyncClient(base_url=telegram.base_url, trust_env=False, timeout=60) as http:
        for nth in range(a_second * seconds):
            chat = nth % people + 1
            await asyncio.sleep(max(0.0, began + nth / a_second - time.monotonic()))
            said = SAID[len(written[chat]) % len(SAID)]
            written[chat].append(time.monotonic())
            (await http.post(f"/admin/chats/{chat}/text", json={"text": said})).raise_for_status()
    return written


async def _until_silence(telegram: TelegramServer, due: int, wait: str) -> None:
    """Returns when all are answered, and also when nothing comes any more."""
    seen, changed = 0, time.monotonic()
    async with httpx.AsyncClient(base_url=telegram.base_url, trust_env=False, timeout=60) as http:
        while seen < due and time.monotonic() - changed < SILENCE:
            await asyncio.sleep(1)
            answer = await http.get("/admin/calls/sendMessage/count", params={"but_not": wait})
            if int(answer.text) > seen:
                seen, changed = int(answer.text), time.monotonic()


def _sent(telegram: TelegramServer) -> list[dict[str, Any]]:
    everything = httpx.get(f"{telegram.base_url}/admin/calls", trust_env=False, timeout=120).json()
    calls = [call for call in everything if call["method"] == "sendMessage"]
    return [call for call in calls if call["arguments"]["chat_id"] != QUIET_CHAT]


def _found(
    calls: Sequence[dict[str, Any]], written: dict[int, list[float]], expected: Sequence[str], wait: str
) -> Found:
    told: dict[int, list[Told]] = defaultdict(list)
    for call in calls:
        if call["ok"]:
            told[int(call["arguments"]["chat_id"])].append(Told(call["arguments"]["text"], call["at"]))
    found = Found(calls=len(calls), refused=sum(not call["ok"] for call in calls))
    if calls:
        found.took = calls[-1]["at"] - calls[0]["at"]
    for chat, times in written.items():
        count_chat(found, times, told[chat], expected[: len(times)], wait)
    return found


def count_chat(found: Found, times: list[float], told: list[Told], expected: Sequence[str], wait: str) -> None:
    """Add what happened in one chat: when the person wrote, what they were told, and what they should have been."""
    answers = [one for one in told if not one.text.startswith(wait)]
    waiting = [one for one in told if one.text.startswith(wait)]
    got, due = Counter(one.text for one in answers), Counter(expected)
    waits = [one.at - at for at, one in zip(times, answers, strict=False)]
    found.written += len(times)
    found.answered += len(answers)
    found.lost += (due - got).total()
    found.doubled += (got - due).total()
    found.chats_out_of_order += got == due and [one.text for one in answers] != list(expected)
    found.chats_told += bool(waiting)
    found.told_again += len(waiting) > 1
    found.told_in_vain += any(not _waited_at(one.at, times, answers) for one in waiting)
    found.never_told += not waiting and max(waits, default=0.0) > TOLD_BY
    found.waits += waits


def _waited_at(now: float, times: list[float], answers: list[Told]) -> bool:
    """Whether something that was written long before has not been answered before this moment."""
    answered = sum(one.at < now for one in answers)
    return answered < len(times) and now - times[answered] >= LONG.total_seconds()


async def _run(a_second: int, seconds: int) -> tuple[Found, int]:
    with running_telegram_server() as telegram:
        return await overload(telegram, a_second, seconds)


def main() -> int:
    """Print the table; 1 where something in it must not be."""
    parser = argparse.ArgumentParser(prog="tests.bot.overload", description=__doc__)
    parser.add_argument("--seconds", type=int, default=120, help="how long people write")
    parser.add_argument("--a-second", type=int, default=60, help="how many turns come in a second")
    asked = parser.parse_args()
    # What the bot logs of each turn would hide the table.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    found, people = asyncio.run(_run(asked.a_second, asked.seconds))
    print("\n".join(found.table(people)))  # noqa: T201 - this is what the command is for
    if found.faults:
        print("WRONG:", "; ".join(found.faults))  # noqa: T201 - as above
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
