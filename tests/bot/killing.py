"""The whole bot killed again and again while people write and send: python -m tests.bot.killing --kills 300."""

import argparse
import asyncio
import sqlite3
import sys
import time
from dataclasses import dataclass, replace

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage, house

FASTER = 10.0
"""The clock runs so fast that what a killed bot had claimed is soon free again."""
LONGEST_LIFE = 2.0
"""Seconds, at most, that a bot lives before it is killed."""
SETTLED_WITHIN = 60.0
WRITERS = 3


@dataclass(frozen=True)
class Heard:
    """What became of the updates."""

    stored: int
    lost: int
    """Never stored although Telegram was told so, or stored and not handled, or handled and not heard."""
    doubled: int
    """Heard more than once, or heard although they were never stored."""


async def bot_killed(house: House, kind: Kind, size: Size) -> tuple[Sum, Heard]:
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
        heard = await _heard(stage)
        return replace(found, failures=(*found.failures, *stage.failures)), heard


async def _write_until(is_over: asyncio.Event, stage: Stage) -> None:
    while not is_over.is_set():
        await stage.writers_send(WRITERS, at_once=WRITERS, within=8.0)


async def _heard(stage: Stage) -> Heard:
    """Every update is stored, handled, and was heard by the conversation exactly once."""
    deadline = time.monotonic() + SETTLED_WITHIN
    while left := _count(stage, "select count(*) from telegram_updates where done_at is null"):
        if time.monotonic() > deadline:
            break
        await asyncio.sleep(0.2)
    stored = _count(stage, "select count(*) from telegram_updates")
    # Telegram numbers updates without gaps, so what is missing between the first and the last was never stored.
    gaps = _count(stage, "select coalesce(max(id) - min(id) + 1, 0) from telegram_updates") - stored
    unconfirmed = len(stage.telegram.unconfirmed())
    keys = "select count({}) from heard_events where key like 'update:%'"
    heard, known = _count(stage, keys.format("*")), _count(stage, keys.format("distinct key"))
    strange = _count(
        stage,
        "select count(*) from heard_events where key like 'update:%'"
        " and not exists (select 1 from telegram_updates where 'update:' || id = key)",
    )
    return Heard(stored, gaps + unconfirmed + left + max(0, stored - known), heard - known + strange)


def _count(stage: Stage, query: str) -> int:
    with sqlite3.connect(stage.database) as rows:
        found = rows.execute(query).fetchone()[0]
    rows.close()
    return int(found)


def table(found: Sum, heard: Heard) -> list[str]:
    """All of it, for reading."""
    return [
        "| the bot killed with SIGKILL | |",
        "| --- | ---: |",
        f"| kills | {found.kills} |",
        f"| updates | {heard.stored} |",
        f"| updates lost | {heard.lost} |",
        f"| updates with more than one effect | {heard.doubled} |",
        f"| requests sent | {found.submissions} |",
        f"| requests lost | {len(found.lost)} |",
        f"| requests doubled | {len(found.doubled)} |",
    ]


async def _run(kills: int, seed: int) -> tuple[Sum, Heard]:
    async with house(seed) as here:
        return await bot_killed(here, Kind.SQLITE, Size(kills=kills, submissions=0))


def main() -> int:
    """Print the table; 1 where something was lost or doubled."""
    parser = argparse.ArgumentParser(prog="tests.bot.killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found, heard = asyncio.run(_run(asked.kills, asked.seed))
    lines = [*table(found, heard), *found.notes]
    lines += [f"WRONG: {what}" for what in (*found.lost, *found.doubled, *found.failures)]
    print("\n".join(lines))  # noqa: T201 - this is what the command is for
    return 0 if found.is_good and not heard.lost and not heard.doubled else 1


if __name__ == "__main__":
    sys.exit(main())
