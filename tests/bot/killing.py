"""The whole bot killed again and again while people write and send: python -m tests.bot.killing --kills 300."""

import argparse
import asyncio
import sqlite3
import sys
import time
from dataclasses import replace

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage, house

FASTER = 10.0
"""The clock runs so fast that what a killed bot had claimed is soon free again."""
LONGEST_LIFE = 2.0
"""Seconds, at most, that a bot lives before it is killed."""
SETTLED_WITHIN = 60.0
WRITERS = 3


async def bot_killed(house: House, kind: Kind, size: Size) -> Sum:
    """So many kills of the bot alone; nothing that was sent is lost or doubled, and every update is heard once."""
    async with house.stage(kind) as stage:
        stage.clock.runs(FASTER)
        is_over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_write_until(is_over, stage))
            [bot] = stage.fleet.all("bot")
            for _ in range(size.kills):
                await asyncio.sleep(stage.chance.uniform(0, LONGEST_LIFE))
                await stage.fleet.kills_and_restarts(bot)
            is_over.set()
        found = await stage.sum()
        return replace(found, notes=(*found.notes, await _heard(stage)), failures=(*found.failures, *stage.failures))


async def _write_until(is_over: asyncio.Event, stage: Stage) -> None:
    while not is_over.is_set():
        await stage.writers_send(WRITERS, at_once=WRITERS, within=8.0)


async def _heard(stage: Stage) -> str:
    """Every update that was stored is handled, and was heard by the conversation exactly once."""
    deadline = time.monotonic() + SETTLED_WITHIN
    while (left := _count(stage, "select count(*) from telegram_updates where done_at is null")) > 0:
        if time.monotonic() > deadline:
            break
        await asyncio.sleep(0.2)
    stage.expect(left == 0, f"{left} updates are not handled")
    stored = _count(stage, "select count(*) from telegram_updates")
    heard = _count(stage, "select count(*) from heard_events where key like 'update:%'")
    stage.expect(stored == heard, f"{stored} updates were stored and {heard} heard")
    return f"{stored} updates, {heard} heard"


def _count(stage: Stage, query: str) -> int:
    with sqlite3.connect(stage.database) as rows:
        found = rows.execute(query).fetchone()[0]
    rows.close()
    return int(found)


async def _run(kills: int, seed: int) -> Sum:
    async with house(seed) as here:
        return await bot_killed(here, Kind.SQLITE, Size(kills=kills, submissions=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="tests.bot.killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = asyncio.run(_run(asked.kills, asked.seed))
    print(found)  # noqa: T201 - this is what the command is for
    sys.exit(0 if found.is_good else 1)
