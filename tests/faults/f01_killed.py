"""F1: web, bot and worker are killed, at random and at every commit, letter and call."""

import asyncio
from collections.abc import Iterator

from tests.faults.fleet import Member
from tests.faults.ledger import Sum
from tests.faults.points import Boundary, Point, Side
from tests.faults.stage import House, Kind, Size, Stage

FASTER = 10.0
"""The clock runs so fast that what a killed process had claimed is free again while the experiment lasts."""
RECOVERED_WITHIN = 10.0
DEATH_WITHIN = 40.0


async def at_random(house: House, kind: Kind, size: Size) -> Sum:
    """So many kills while so many requests are sent, spread evenly, each at a moment of its own."""
    async with house.stage(kind) as stage:
        stage.clock.runs(FASTER)
        in_telegram = max(size.submissions // 50, 2)
        async with asyncio.TaskGroup() as tasks:
            killing = [tasks.create_task(_kills(stage, size, nth, 2)) for nth in range(2)]
            tasks.create_task(stage.writers_send(in_telegram, within=8.0))
            await stage.people_send(size.submissions - in_telegram)
            while not all(killer.done() for killer in killing):
                await stage.people_send(4)
        stage.notes.append(f"slowest start {stage.fleet.slowest_start:.1f} s")
        return await stage.sum()


async def _kills(stage: Stage, size: Size, nth: int, hands: int) -> None:
    """One of several hands that kill: every so many requests, somebody who is not just being started."""
    for kill in range(nth, size.kills, hands):
        due = size.submissions * kill / size.kills
        while stage.ledger.pressed < due:  # noqa: ASYNC110 - several hands wait for numbers of their own
            await asyncio.sleep(0.01)
        await asyncio.sleep(stage.chance.uniform(0, 0.1))
        free = [member for member in stage.fleet.members if member.born is not None and member.born.is_alive]
        if free:
            victim = stage.chance.choices(free, [2 if member.port else 1 for member in free])[0]
            await stage.fleet.kills_and_restarts(victim)


async def at_every_boundary(house: House, kind: Kind, size: Size) -> Sum:
    """Each process dies before and after its first, second … commit, letter and call, life after life."""
    depth = size.depth
    async with house.stage(kind) as stage:
        stage.clock.runs(FASTER)
        web, bot = stage.fleet.all("web")[0], stage.fleet.all("bot")[0]
        sender = stage.fleet.all("worker")[0] if stage.fleet.all("worker") else web
        is_over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_until(is_over, stage))
            async with asyncio.TaskGroup() as deaths:
                points = [*_points(Boundary.COMMIT, depth)]
                letters = [*_points(Boundary.LETTER, 2)]
                if sender is web:
                    deaths.create_task(_dies(stage, web, [*points, *letters]))
                else:
                    deaths.create_task(_dies(stage, web, points))
                    deaths.create_task(_dies(stage, sender, [*_points(Boundary.COMMIT, 3), *letters]))
                deaths.create_task(_dies(stage, bot, [*points, *_points(Boundary.CALL, depth)]))
            is_over.set()
        return await stage.sum()


def _points(boundary: Boundary, depth: int) -> Iterator[Point]:
    for nth in range(1, depth + 1):
        for side in Side:
            yield Point(boundary, side, nth)


async def _dies(stage: Stage, member: Member, points: list[Point]) -> None:
    """A life for each point; the next begins when it has ended there."""
    for point in points:
        member.otherwise["point"] = str(point)
        if member.born is not None and member.born.is_alive:
            await member.born.dies()
            stage.fleet.kills += 1
        await stage.fleet.starts(member)
        assert member.born is not None
        try:
            await member.born.ends(DEATH_WITHIN)
            stage.fleet.kills += 1
        except TimeoutError:
            stage.failures.append(f"{member.name} never came to {point}")
    member.otherwise.pop("point")
    if member.born is not None and member.born.is_alive:
        await member.born.dies()
    await stage.fleet.starts(member)


async def _until(is_over: asyncio.Event, stage: Stage) -> None:
    """People go on for as long as something happens, at both doors."""

    async def in_telegram() -> None:
        while not is_over.is_set():
            await stage.writers_send(2, at_once=2, within=8.0)

    async with asyncio.TaskGroup() as people:
        people.create_task(in_telegram())
        while not is_over.is_set():
            await stage.people_send(4, at_once=4, each=1)
