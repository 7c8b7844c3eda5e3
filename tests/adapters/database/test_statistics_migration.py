"""What an older program stored counts in statistics as if it had been stored by this one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from alembic.script import ScriptDirectory
from sqlalchemy import text

from assistant.adapters.database import schema
from assistant.adapters.database.schema import downgrade, migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.referrals.referral import Referral
from assistant.referrals.thread import Author, Details, Entry, EntryKind
from tests.adapters.database.examples import NOON, referral

DAY = timedelta(days=1)
FACTS = text("SELECT * FROM referral_facts ORDER BY number, municipality")


def referrals() -> list[Referral]:
    """One of each kind."""
    promised = (NOON + 5 * DAY).date()
    answered = referral("2", promised=promised).replied("ona", "Labas.", NOON + 3 * DAY)
    looked_at = replace(answered.thread[-1], details=Details(level=2))
    closing = Entry(EntryKind.CLOSED, Author.STAFF, NOON + 9 * DAY, details=Details(result="service"))
    plain = referral("5")
    return [
        referral("1", promised=promised),
        replace(answered, thread=(*answered.thread[:-1], looked_at, closing)),
        referral("3").withdrawn(NOON + DAY),
        referral("4").closed("ona", NOON + 2 * DAY),
        replace(plain, request=replace(plain.request, preliminary=None, for_other=False, need="talk")),
        referral("6").called("ona", NOON).passed_on("ona", "neringos", "Gyvena ten.", NOON + DAY, None),
    ]


async def facts_in(database: Database) -> list[tuple[Any, ...]]:
    async with database.engine.connect() as connection:
        return [tuple(row) for row in (await connection.execute(FACTS)).all()]


async def test_referrals_that_are_kept_already_are_counted(database_url: str) -> None:
    # Given what this program counts
    database = open_database(database_url)
    async with SqlUnitsOfWork(database)() as work:
        for one in referrals():
            await work.referrals.add(one)
        await work.commit()
    counted = await facts_in(database)
    await database.close()

    # When a program without statistics has had the database
    [before] = [
        script.down_revision
        for script in ScriptDirectory.from_config(schema._config()).walk_revisions()
        if script.revision == "0015"
    ]
    await downgrade(database_url, str(before))
    await migrate(database_url)

    # Then the same counts; of what was passed on only those of where it is now
    database = open_database(database_url)
    again = await facts_in(database)
    await database.close()
    assert again == [row for row in counted if row[:2] != ("6", "kretingos-rajono")]
    assert len(again) == len(referrals())
