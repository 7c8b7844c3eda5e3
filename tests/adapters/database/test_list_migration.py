"""What an older program stored stands in the list as if it were stored today."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import text

from assistant.adapters.database.schema import downgrade, migrate
from assistant.adapters.database.session import open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.referrals.referral import Referral
from tests.adapters.database.examples import NOON, referral

PROMISED = date(2026, 11, 27)
LATER = NOON + timedelta(hours=1)
ONA = "ona@kretinga.example"
COLUMNS = "number, status, is_begun, due, changed_at, need, for_other, outcome"


def in_every_state() -> list[Referral]:
    """Referrals as threads leave them, one in each state that the list tells apart."""
    sent = [referral(str(number), promised=PROMISED) for number in range(10, 20)]
    talk = replace(sent[9].request, need="talk", for_other=False, preliminary=None)
    return [
        sent[0],
        sent[1].taken(ONA, LATER),
        sent[2].replied(ONA, "Labas.", LATER),
        sent[3].called(ONA, LATER),
        sent[4].closed(ONA, LATER),
        sent[5].withdrawn(LATER),
        sent[6].replied(ONA, "Labas.", NOON).passed_on(ONA, "neringos", "Ten gyvena.", LATER, PROMISED),
        sent[7].passed_on(ONA, "neringos", "Ten gyvena.", NOON, PROMISED).called(ONA, LATER),
        sent[8].taken(ONA, NOON).pointed(ONA, "neringos", "Ten gyvena.", LATER),
        replace(sent[9], request=talk, promised=None),
    ]


async def test_the_columns_follow_from_threads_as_the_program_derives_them(empty_database_url: str) -> None:
    # Given requests that this program has stored
    await migrate(empty_database_url)
    database = open_database(empty_database_url)
    async with SqlUnitsOfWork(database)() as work:
        for one in in_every_state():
            await work.referrals.add(one)
        await work.commit()

    async def columns() -> list[tuple[object, ...]]:
        async with database.engine.connect() as connection:
            found = await connection.execute(text(f"SELECT {COLUMNS} FROM referrals ORDER BY number"))  # noqa: S608
            return [tuple(row) for row in found]

    stored = await columns()
    assert len({row[1:4] for row in stored}) > 5

    # When an older program's database is brought to the newest shape
    await database.close()
    await downgrade(empty_database_url, "0008")
    await migrate(empty_database_url)

    # Then nothing is different
    assert await columns() == stored
    await database.close()
