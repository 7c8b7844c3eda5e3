"""What the whole bot does in a second beside a bare echo bot, and at Telegram's pace: `python -m tests.bot.bench`.

It ends with 1 where a goal is missed, and names it.
"""

import argparse
import asyncio
import itertools
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Message as TelegramMessage
from sqlalchemy import event

from assistant.bootstrap import Assistant, assembled
from assistant.conversation.messages import Kind, Message
from assistant.settings import Settings
from assistant.usecases.ports import StoredUpdate
from bot.app import door_of
from bot.door import bot_at
from bot.outgoing import TelegramCarrier
from bot.pace import Pace
from tests.bot.fakes import some_words
from tests.papers import FakePapers
from tests.telegram_server.process import ROOT, TelegramServer, running_telegram_server

SAID = ("/start", "kas yra atvejo vadyba", "man sunku", "kas yra socialinės dirbtuvės", "meniu")
"""What each person writes, one after the other."""
ROUNDS = 5
A_SECOND = 30
LEAST_RATIO = 0.5
LEAST_A_SECOND = 27.0
MOST_REFUSED = 0.001
LEARNED = ROOT / ".pytest_cache" / "learned"
"""What was learned from the example phrases outlives the run."""


@dataclass(frozen=True)
class Drained:
    """How fast the updates that waited were answered."""

    updates: int
    seconds: float
    messages: int
    commits: int
    processor: float
    """Seconds of a processor that the bot's process took, from its start to the last answer."""

    @property
    def per_second(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds


@dataclass(frozen=True)
class Table:
    """Lines to print, and the goals that are missed."""

    lines: list[str]
    missed: list[str]


async def write(telegram: TelegramServer, people: int) -> int:
    """Let so many people write while no bot listens; gives how many updates wait."""
    async with httpx.AsyncClient(base_url=telegram.base_url, trust_env=False) as http:
        for text, chat in itertools.product(SAID, range(1, people + 1)):
            (await http.post(f"/admin/chats/{chat}/text", json={"text": text})).raise_for_status()
    return len(telegram.unconfirmed())


async def drained(
    telegram: TelegramServer, assistant: Assistant, people: int, run: Callable[[asyncio.Event], Awaitable[None]]
) -> Drained:
    """Start a bot with all that waits, and stop it when everybody has been answered."""
    updates = await write(telegram, people)
    commits = 0

    def count(_connection: object) -> None:
        nonlocal commits
        commits += 1

    engine = assistant.database.engine.sync_engine
    event.listen(engine, "commit", count)
    wait = assistant.library.messages["telegram.wait"].sentences[0]
    stop = asyncio.Event()
    worked = time.process_time()
    running = asyncio.ensure_future(run(stop))
    # A client that is made once and asks for a number: what is measured must not wait for us.
    async with httpx.AsyncClient(base_url=telegram.base_url, trust_env=False, verify=False) as http:  # noqa: S501 - plain HTTP
        while int((await http.get("/admin/calls/sendMessage/count", params={"but_not": wait})).text) < updates:
            assert not running.done(), running
            await asyncio.sleep(0.2)
    committed, worked = commits, time.process_time() - worked
    stop.set()
    await running
    event.remove(engine, "commit", count)
    sent = [call for call in telegram.calls("sendMessage") if call["ok"]]
    began = next(call["at"] for call in telegram.calls("getUpdates"))
    return Drained(updates, sent[-1]["at"] - began, len(sent), committed, worked)


async def whole_bot(telegram: TelegramServer, assistant: Assistant, people: int) -> Drained:
    """Our bot with all that is behind it."""
    bot = bot_at(telegram.token, telegram.base_url)
    try:
        return await drained(telegram, assistant, people, door_of(assistant, bot).run)
    finally:
        await bot.session.close()


async def bare_echo(telegram: TelegramServer, assistant: Assistant, people: int, commits: float) -> Drained:
    """A bare aiogram bot that stores a row and commits so many times for each update, and sends back what it got.

    Where that is no whole number some updates commit once more than others.
    """
    ids, heard = itertools.count(10_000_000), itertools.count()
    dispatcher = Dispatcher()

    async def echo(message: TelegramMessage) -> None:
        nth = next(heard)
        for _ in range(int((nth + 1) * commits) - int(nth * commits)):
            async with assistant.units() as work:
                row = StoredUpdate(next(ids), "bare", message.text or "")
                await work.updates.add([row], assistant.clock.now())
                await work.commit()
        await message.answer(message.text or "")

    dispatcher.message.register(echo)
    bot = Bot(telegram.token, session=bot_at(telegram.token, telegram.base_url).session)

    async def run(stop: asyncio.Event) -> None:
        polling = asyncio.create_task(
            dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False, tasks_concurrency_limit=32)
        )
        await stop.wait()
        await dispatcher.stop_polling()
        await polling

    try:
        return await drained(telegram, assistant, people, run)
    finally:
        await bot.session.close()


async def beside_bare(telegram: TelegramServer, people: int) -> Table:
    """Both in turn, so that both meet the same machine; the first round warms up."""
    ours: list[Drained] = []
    bare: list[Drained] = []
    for _ in range(ROUNDS + 1):
        for is_ours in (True, False):
            telegram.reset()
            with tempfile.TemporaryDirectory() as folder:
                settings = Settings.model_validate(
                    {"data_dir": folder, "learned_dir": LEARNED, "telegram_messages_per_second": 0}
                )
                async with assembled(settings) as assistant:
                    if is_ours:
                        ours.append(await whole_bot(telegram, assistant, people))
                    else:
                        commits = ours[-1].commits / ours[-1].updates
                        bare.append(await bare_echo(telegram, assistant, people, commits))
    rounds = list(zip(ours[1:], bare[1:], strict=True))
    ratio = statistics.median(one.per_second / other.per_second for one, other in rounds)
    by_processor = statistics.median(other.processor / one.processor for one, other in rounds)
    return Table(
        [
            "| | updates a second | processor time an update | commits an update | messages an update |",
            "| --- | ---: | ---: | ---: | ---: |",
            _row("the whole bot on SQLite", ours[1:]),
            _row("bare aiogram echo, as many commits", bare[1:]),
            f"| ratio | {ratio:.2f} | {by_processor:.2f} | | |",
        ],
        [f"the whole bot does {ratio:.2f} of a bare one, not {LEAST_RATIO}"] if ratio < LEAST_RATIO else [],
    )


def _row(name: str, rounds: list[Drained]) -> str:
    rate = statistics.median(one.per_second for one in rounds)
    processor = statistics.median(one.processor / one.updates for one in rounds)
    commits = statistics.median(one.commits / one.updates for one in rounds)
    messages = statistics.median(one.messages / one.updates for one in rounds)
    return f"| {name} | {rate:.0f} | {processor * 1000:.1f} ms | {commits:.2f} | {messages:.2f} |"


async def at_telegrams_pace(telegram: TelegramServer, seconds: float) -> Table:
    """More than Telegram takes, for so long, at a server that refuses what is too much."""
    telegram.reset()
    people = 2 * A_SECOND
    for chat in range(1, people + 1):
        telegram.is_group(chat, "private")
    telegram.takes_only(A_SECOND)
    bot = bot_at(telegram.token, telegram.base_url)
    carrier = TelegramCarrier(bot, some_words(), FakePapers(), pace=Pace(A_SECOND))
    until = time.monotonic() + seconds
    said: dict[int, list[str]] = {chat: [] for chat in range(1, people + 1)}

    async def talk(chat: int) -> None:
        while time.monotonic() < until:
            text = f"{chat}: {len(said[chat])}"
            await carrier.bring(str(chat), (Message(Kind.REPLY, (text,)),))
            said[chat].append(text)

    await asyncio.gather(*(talk(chat) for chat in said))
    await bot.session.close()
    calls = telegram.calls("sendMessage")
    taken = [call for call in calls if call["ok"]]
    texts = [call["arguments"]["text"] for call in taken]
    lost = sum(map(len, said.values())) - len(set(texts))
    doubled = len(texts) - len(set(texts))
    in_order = all([text for text in texts if text.startswith(f"{chat}: ")] == said[chat] for chat in said)
    rate = len(taken) / (taken[-1]["at"] - taken[0]["at"])
    refused = (len(calls) - len(taken)) / len(calls)
    goals = {
        f"{rate:.1f} messages a second, not {LEAST_A_SECOND:.0f}": rate >= LEAST_A_SECOND,
        f"{refused:.2%} refused, more than {MOST_REFUSED:.1%}": refused <= MOST_REFUSED,
        f"{lost} messages lost": lost == 0,
        f"{doubled} messages came twice": doubled == 0,
        "order not kept": in_order,
    }
    return Table(
        [
            "| strict server | |",
            "| --- | ---: |",
            f"| messages a second, over {seconds:.0f} s | {rate:.1f} |",
            f"| refused with 429 | {refused:.2%} |",
            f"| lost | {lost} |",
            f"| doubled | {doubled} |",
            f"| order kept in every chat | {'yes' if in_order else 'NO'} |",
        ],
        [goal for goal, is_met in goals.items() if not is_met],
    )


async def measured(people: int, seconds: float) -> Table:
    """Both tables."""
    with running_telegram_server() as telegram:
        beside, paced = await beside_bare(telegram, people), await at_telegrams_pace(telegram, seconds)
    return Table([*beside.lines, "", *paced.lines], [*beside.missed, *paced.missed])


def main() -> int:
    """Print the tables; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="tests.bot.bench", description=__doc__)
    parser.add_argument("--people", type=int, default=60, help="each writes five times")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long at Telegram's pace")
    asked = parser.parse_args()
    # What the bot logs of each turn would hide the tables.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    found = asyncio.run(measured(asked.people, asked.minutes * 60))
    lines = [*found.lines, *(f"MISSED: {goal}" for goal in found.missed)]
    print("\n".join(lines))  # noqa: T201 - this is what the command is for
    return 1 if found.missed else 0


if __name__ == "__main__":
    sys.exit(main())
