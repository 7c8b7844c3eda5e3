"""The tables are changed while processes use the database: whoever runs goes on, and nothing is lost."""

import asyncio

from assistant.adapters.database.schema import downgrade, has_newest_schema, migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.errors import DatabaseAwayError
from tests.adapters.database.examples import referral

NUMBERS = ("47128035", "11111117")


async def _sends(database: Database, number: str) -> int:
    """A request is stored as the product does, again where it was told that the database was away; gives the tries."""
    for tries in range(1, 5):
        try:
            async with SqlUnitsOfWork(database)() as unit:
                await unit.referrals.add(referral(number))
                await unit.commit()
        except DatabaseAwayError:
            continue
        return tries
    raise AssertionError("the database was away again and again")


async def _known(database: Database) -> set[str]:
    async with SqlUnitsOfWork(database)() as unit:
        return {one.number for one in await unit.referrals.of_municipality("kretingos-rajono")}


async def test_a_process_that_runs_goes_on_after_the_tables_went_down_and_up_under_it(database_url: str) -> None:
    # Given a process that has used all its statements already
    running = open_database(database_url)
    await _sends(running, NUMBERS[0])

    # When another program goes a step back, and the newer one comes again
    await downgrade(database_url, "-1")
    await migrate(database_url)
    tries = await _sends(running, NUMBERS[1])

    # Then at most one try met a statement that no longer fitted
    assert tries <= 2
    assert await _known(running) == set(NUMBERS)
    await running.close()


async def test_of_many_processes_that_start_at_once_one_makes_the_tables_and_the_others_wait(
    empty_database_url: str,
) -> None:
    await asyncio.gather(*(migrate(empty_database_url) for _ in range(4)))

    database = open_database(empty_database_url)
    assert await has_newest_schema(database)
    await database.close()
