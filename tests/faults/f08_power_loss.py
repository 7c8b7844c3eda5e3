"""F8: the power fails: only what was told to the disk is left of the database, and all that was confirmed is in it."""

import asyncio
import shutil

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage


async def power_fails(house: House, kind: Kind, size: Size) -> Sum:
    """Again and again all processes die at once, and the database goes back to what had been synced."""
    if house.platter is None:
        return Sum(0, 0, (), (), ("no C compiler here: it could not be seen what is synced",))
    if kind is Kind.POSTGRES:
        return await _postgres(house, size)
    async with house.stage(kind) as stage:
        platter = stage.folder / "platter"
        platter.mkdir()
        stage.fleet.environment["AISKIAI_TEST_PLATTER"] = str(platter)
        await stage.people_send(2)
        await stage.fleet.ends()
        # What was written before anybody watched counts as synced.
        for file in stage.database.parent.glob(f"{stage.database.name}*"):
            shutil.copy(file, platter / file.name)
        await stage.fleet.begins()
        async with asyncio.TaskGroup() as people:
            sending = people.create_task(stage.people_send(size.submissions, each=2))
            for _ in range(size.kills):
                await asyncio.sleep(stage.chance.uniform(0.5, 1.5))
                await _fails(stage)
            await sending
        return await stage.sum()


async def _fails(stage: Stage) -> None:
    for member in stage.fleet.members:
        if member.born is not None:
            await member.born.dies()
    name, platter = stage.database.name, stage.folder / "platter"
    for file in stage.database.parent.glob(f"{name}*"):
        file.unlink()
    # The shared memory beside the log is never synced, and made anew.
    for kept in (name, f"{name}-wal"):
        if (platter / kept).exists():
            shutil.copy(platter / kept, stage.database.parent / kept)
    stage.fleet.kills += 1
    await stage.fleet.begins()


async def _postgres(house: House, size: Size) -> Sum:
    """PostgreSQL looks after its own disk; here it is crashed, and comes back from its log."""
    async with house.stage(Kind.POSTGRES) as stage:
        assert stage.postgres is not None
        async with asyncio.TaskGroup() as people:
            people.create_task(stage.people_send(size.submissions, each=2))
            for _ in range(max(size.kills // 2, 1)):
                await asyncio.sleep(stage.chance.uniform(0.5, 1.5))
                await asyncio.to_thread(stage.postgres.crashes)
                for member in stage.fleet.members:
                    if member.born is not None:
                        await member.born.dies()
                stage.fleet.kills += 1
                await asyncio.to_thread(stage.postgres.comes_up)
                await stage.fleet.begins()
        return await stage.sum()
