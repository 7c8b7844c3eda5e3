"""F2: the database is cut off, restarted or held by somebody else; people are asked to wait, and nothing is lost."""

import asyncio
import sqlite3
from contextlib import closing

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage

FASTER = 10.0
HELD_SECONDS = 11.0
"""Longer than SQLite waits for its lock."""


async def away(house: House, kind: Kind, size: Size) -> Sum:
    """PostgreSQL: connections cut and the server crashed in the middle; SQLite: the file held by another program."""
    async with house.stage(kind) as stage:
        # What was left for later is taken up again while the experiment lasts.
        stage.clock.runs(FASTER)
        # A bot that is started while there is no database ends, and its supervisor starts it again.
        supervised = asyncio.create_task(stage.fleet.keeps_alive())
        try:
            async with asyncio.TaskGroup() as people:
                sending = people.create_task(stage.people_send(size.submissions, each=2))
                people.create_task(stage.writers_send(2))
                if kind is Kind.SQLITE:
                    await _is_held(stage)
                else:
                    await _is_cut(stage, size)
                await sending
        finally:
            supervised.cancel()
        stage.expect(stage.ledger.repeated, "nobody noticed that the database was away")
        return await stage.sum()


async def _is_held(stage: Stage) -> None:
    await asyncio.sleep(0.5)
    with closing(sqlite3.connect(stage.database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await asyncio.sleep(HELD_SECONDS)
        other.execute("ROLLBACK")


async def _is_cut(stage: Stage, size: Size) -> None:
    assert stage.postgres is not None
    for _ in range(size.kills * 3):
        await asyncio.sleep(stage.chance.uniform(0.1, 0.4))
        await asyncio.to_thread(stage.postgres.cut_connections, stage.database_url)
    for _ in range(max(size.kills // 2, 1)):
        await asyncio.to_thread(stage.postgres.crashes)
        await asyncio.sleep(stage.chance.uniform(0.2, 1.0))
        await asyncio.to_thread(stage.postgres.comes_up)
        await asyncio.sleep(1.0)
