"""One transaction: all of it or nothing."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitOfWork, SqlUnitsOfWork
from assistant.errors import ConversationNotFoundError, DatabaseAwayError
from assistant.usecases.ports import Line, UnitsOfWork
from tests.adapters.database.examples import NOON, conversation, entry, referral
from tests.databases import PostgresServer, fresh_sqlite_url


async def _is_there(units: UnitsOfWork, conversation_id: str = "conversation-1") -> bool:
    async with units() as unit:
        try:
            await unit.conversations.load(conversation_id)
        except ConversationNotFoundError:
            return False
    return True


async def test_what_is_committed_is_there(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.commit()

    assert await _is_there(other_units)


async def test_what_is_not_committed_is_gone(units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")

    assert not await _is_there(units)


async def test_an_error_rolls_everything_back(units: UnitsOfWork) -> None:
    with pytest.raises(RuntimeError, match="somewhere"):
        await _send_and_fail(units)

    async with units() as unit:
        assert await unit.referrals.by_draft(referral().draft) is None
        assert await unit.outbox.of_subject(referral().number) == ()
    assert not await _is_there(units)


async def _send_and_fail(units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.referrals.add(referral())
        await unit.outbox.add(entry("a"))
        raise RuntimeError("somewhere")


async def test_after_a_failed_statement_nothing_can_be_committed(units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.conversations.say("nobody", [Line("line", NOON, said="Labas")])
        with pytest.raises(IntegrityError):
            await unit.commit()
        with pytest.raises(RuntimeError):
            await unit.commit()

    assert not await _is_there(units)


@pytest.mark.postgres
async def test_a_database_that_goes_away_in_the_middle_takes_everything_along(postgres: PostgresServer) -> None:
    # Given a transaction with something in it
    url = postgres.fresh_url()
    await migrate(url)
    database = open_database(url)
    units = SqlUnitsOfWork(database)

    # When the server is restarted before the commit
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        postgres.cut_connections(url)
        with pytest.raises(DatabaseAwayError):
            await unit.commit()

    # Then nobody could be told that it is there, and the next one comes through
    assert not await _is_there(units)
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.commit()
    assert await _is_there(units)
    await database.close()
    postgres.drop(url)


async def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    database = open_database(f"postgresql+asyncpg://nobody@/nothing?host={tmp_path}")

    with pytest.raises(DatabaseAwayError):
        await _is_there(SqlUnitsOfWork(database))

    assert not await database.is_reachable()
    await database.close()


async def test_a_file_that_somebody_else_holds_is_named_and_nothing_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given another program that writes for longer than we wait
    monkeypatch.setattr("assistant.adapters.database.session.BUSY_MILLISECONDS", 50)
    url = fresh_sqlite_url(tmp_path)
    await migrate(url)
    database, other = open_database(url), open_database(url)
    held = SqlUnitsOfWork(other)()

    async with held:
        with pytest.raises(DatabaseAwayError):
            await _is_there(SqlUnitsOfWork(database))

    assert not await _is_there(SqlUnitsOfWork(database))
    await database.close()
    await other.close()


async def test_a_disk_without_room_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    url = fresh_sqlite_url(tmp_path)
    await migrate(url)
    database = open_database(url)
    units = SqlUnitsOfWork(database)
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1")

    with pytest.raises(DatabaseAwayError):
        await _store_much(units)

    assert not await _is_there(units)
    await database.close()


async def _store_much(units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.conversations.say("conversation-1", [Line("line", NOON, said="Labas" * 100_000)])
        await unit.commit()


async def test_commit_outside_is_an_error(database: Database) -> None:
    unit = SqlUnitOfWork(database, "worker")

    with pytest.raises(RuntimeError):
        await unit.commit()


async def test_many_at_once_all_get_their_turn(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    async def add(where: UnitsOfWork, number: int) -> None:
        async with where() as unit:
            await unit.conversations.add(conversation(f"conversation-{number}"), "hash")
            await unit.commit()

    both = (units, other_units)
    await asyncio.gather(*(add(both[number % 2], number) for number in range(30)))

    assert all([await _is_there(units, f"conversation-{number}") for number in range(30)])


async def test_somebody_who_stops_waiting_takes_no_connection_along(database_url: str) -> None:
    # Given one who is inside, and others of whom many give up at every point of the way
    database = open_database(database_url)
    units = SqlUnitsOfWork(database)

    async def add(number: int) -> None:
        async with units() as unit:
            await unit.conversations.add(conversation(f"conversation-{number}"), "hash")
            await unit.commit()

    tasks = [asyncio.create_task(add(number)) for number in range(40)]
    for turn in range(40):
        await asyncio.sleep(0)
        tasks[turn].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    # Then the next one still comes through
    async with asyncio.timeout(5):
        await add(100)
        assert await _is_there(units, "conversation-100")
    await database.close()
