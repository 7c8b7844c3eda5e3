"""F7: the clock jumps by a day, forth and back, and over the changes of summer time."""

import asyncio
from datetime import UTC, datetime

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size

DAY = 86_400.0
SUMMER_TIME = (datetime(2027, 3, 28, 0, 59, 58, tzinfo=UTC), datetime(2027, 10, 31, 0, 59, 58, tzinfo=UTC))
"""Shortly before the clocks of Lithuania are changed."""
LETTERS_SOON = 20.0


async def clock_jumps(house: House, kind: Kind, size: Size) -> Sum:
    """People send while it jumps; no letter is kept back by a time that never came."""
    each = max(size.submissions // 8, 3)
    async with house.stage(kind) as stage:
        for jump in (DAY, -DAY, -DAY, DAY):
            await stage.mail.goes_down()
            async with asyncio.TaskGroup() as people:
                people.create_task(stage.people_send(each))
                people.create_task(stage.writers_send(1, within=20.0))
                await asyncio.sleep(0.5)
                stage.clock.jumps(jump)
                # Whoever had something in hand dies with a lease from the other time.
                await stage.fleet.kills_and_restarts(stage.fleet.members[-1])
            await stage.mail.comes_up()
        for moment in SUMMER_TIME:
            stage.clock.stands_at(moment)
            await stage.people_send(each)
            await asyncio.sleep(2.5)
            await stage.people_send(each)
        await stage.letters_arrive(LETTERS_SOON)
        return await stage.sum()
