"""F3: the disk is full, then has room again: no false "gauta", nothing damaged, and it goes on by itself."""

import asyncio
import resource
import sqlite3
from contextlib import closing, suppress

from tests.databases import postgres_server
from tests.faults.ledger import Sum
from tests.faults.small_disk import SmallDisk, small_disk
from tests.faults.stage import House, Kind, Size, Stage

FULL_SECONDS = 4.0
LEFT = 64 * 1024


async def disk_full(house: House, kind: Kind, size: Size) -> Sum:
    """People send before, while and after the disk is full."""
    if kind is Kind.POSTGRES:
        return await _postgres(house, size)
    with small_disk("24m") as disk:
        if disk is None:
            return await _files_cannot_grow(house, size)
        async with house.stage(kind, var=disk.folder) as stage:
            await _fills_meanwhile(stage, disk, size)
            with closing(sqlite3.connect(stage.database)) as file:
                (found,) = file.execute("PRAGMA integrity_check").fetchone()
            stage.expect(found == "ok", f"the file is damaged: {found}")
            return await stage.sum()


async def _fills_meanwhile(stage: Stage, disk: SmallDisk, size: Size) -> None:
    await stage.people_send(4)
    disk.fills(LEFT)
    async with asyncio.TaskGroup() as people:
        people.create_task(stage.people_send(size.submissions, each=2))
        await asyncio.sleep(FULL_SECONDS)
        disk.frees()
    stage.expect(stage.ledger.repeated, "nobody noticed that the disk was full")


async def _files_cannot_grow(house: House, size: Size) -> Sum:
    """Where nothing may be mounted: the process is not allowed to let any file grow, then is."""
    async with house.stage(Kind.SQLITE) as stage:
        stage.notes.append("nothing may be mounted here: a limit on the size of files stood in for the full disk")
        await stage.people_send(4)
        log = stage.database.with_name(f"{stage.database.name}-wal")
        pids = [member.born.pid for member in stage.fleet.members if member.born]
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (log.stat().st_size, resource.RLIM_INFINITY))
        async with asyncio.TaskGroup() as people:
            people.create_task(stage.people_send(size.submissions, each=2))
            await asyncio.sleep(FULL_SECONDS)
            for pid in pids:
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return await stage.sum()


async def _postgres(house: House, size: Size) -> Sum:
    with small_disk("200m") as disk:
        if disk is None:
            return Sum(0, 0, (), (), ("nothing may be mounted here, so PostgreSQL's disk was never full",))
        data = disk.folder / "data"
        with postgres_server(data) as server:
            server.waits_for_the_disk()
            async with house.stage(Kind.POSTGRES, on=server) as stage:
                supervised = asyncio.create_task(_supervises(stage))
                await _fills_meanwhile(stage, disk, size)
                found = await stage.sum()
                supervised.cancel()
                return found


async def _supervises(stage: Stage) -> None:
    """Start PostgreSQL again where it gave up, as the machine's own supervisor does."""
    assert stage.postgres is not None
    while True:
        with suppress(Exception):
            await asyncio.to_thread(stage.postgres.comes_up)
        await asyncio.sleep(0.5)
