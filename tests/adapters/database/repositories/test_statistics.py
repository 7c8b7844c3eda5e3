"""Counts for statistics in a real database: what is counted, what stays when referrals go, and what never counts."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from assistant.adapters.database.session import Database
from assistant.conversation.turn import Miss, MissedWords, Told
from assistant.referrals.facts import ReplyLevels
from assistant.referrals.referral import Referral
from assistant.referrals.thread import Author, Details, Entry, EntryKind
from assistant.usecases.counting import Asked, By, PromiseCounts
from assistant.usecases.ports import UnitsOfWork
from tests.adapters.database.examples import NOON, referral

KRETINGA = "kretingos-rajono"
YEAR = Asked(KRETINGA, date(NOON.year, 1, 1), date(NOON.year, 12, 31))
DAY = timedelta(days=1)


async def given(units: UnitsOfWork, *referrals: Referral) -> None:
    async with units() as unit:
        for one in referrals:
            await unit.referrals.add(one)
        await unit.commit()


async def stored(units: UnitsOfWork, changed: Referral) -> None:
    async with units() as unit:
        await unit.referrals.store(changed)
        await unit.commit()


async def counted(units: UnitsOfWork, by: By, asked: Asked = YEAR) -> dict[str, int]:
    async with units() as unit:
        return await unit.statistics.referrals(asked, by)


def asking(number: str, **changes: Any) -> Referral:
    """A referral in which these lines of the request differ."""
    plain = referral(number)
    return replace(plain, request=replace(plain.request, **changes))


async def test_referrals_are_counted_by_month_need_verdict_and_for_whom(units: UnitsOfWork) -> None:
    month = f"{NOON:%Y-%m}"
    await given(
        units, asking("1"), asking("2", need="talk", preliminary=None), asking("3", need="talk", for_other=False)
    )

    assert await counted(units, By.MONTH) == {month: 3}
    assert await counted(units, By.NEED) == {"case-management": 1, "talk": 2}
    assert await counted(units, By.VERDICT) == {"likely": 2, "": 1}
    assert await counted(units, By.WHOM) == {"self": 1, "other": 2}
    assert await counted(units, By.END) == {"open": 3}
    assert await counted(units, By.WAIT) == {"": 3}


async def test_only_the_days_asked_and_the_own_municipality_count(units: UnitsOfWork) -> None:
    await given(units, referral("1"), referral("2", "neringos"), referral("3", sent_at=NOON + 400 * DAY))

    assert await counted(units, By.WHOM) == {"other": 1}
    assert await counted(units, By.WHOM, replace(YEAR, municipality="neringos")) == {"other": 1}
    assert await counted(units, By.WHOM, replace(YEAR, municipality="klaipedos-miesto")) == {}


async def test_how_it_ended_and_how_long_people_waited_follow_the_thread(units: UnitsOfWork) -> None:
    await given(units, *(referral(str(number)) for number in range(1, 5)))
    answered = referral("1").replied("ona", "Labas.", NOON + 2 * DAY)
    result = Entry(EntryKind.CLOSED, Author.STAFF, NOON + 3 * DAY, details=Details(result="given"))
    await stored(units, replace(answered, thread=(*answered.thread, result)))
    await stored(units, referral("2").closed("ona", NOON + DAY))
    await stored(units, referral("3").withdrawn(NOON + DAY))

    assert await counted(units, By.END) == {"closed|given": 1, "closed|": 1, "withdrawn": 1, "open": 1}
    waits = await counted(units, By.WAIT)
    assert waits.pop("") == 3
    assert list(waits.values()) == [1]


async def test_what_was_passed_on_counts_in_both_municipalities(units: UnitsOfWork) -> None:
    promised = (NOON + 5 * DAY).date()
    await given(units, referral("1", promised=promised))
    await stored(units, referral("1", promised=promised).passed_on("ona", "neringos", "Gyvena ten.", NOON + DAY, None))

    neringa = replace(YEAR, municipality="neringos")
    assert await counted(units, By.END) == {"passed-on": 1}
    assert await counted(units, By.END, neringa) == {"open": 1}
    # The promise of the first one is kept in mind there, and was no longer running when it was passed on.
    async with units() as unit:
        assert await unit.statistics.promises(YEAR, promised + DAY) == PromiseCounts(0, 0, 1, 0)
        assert await unit.statistics.promises(neringa, promised + DAY) == PromiseCounts(0, 0, 0, 1)


async def test_promises_are_kept_broken_or_running(units: UnitsOfWork) -> None:
    promised = (NOON + 5 * DAY).date()
    sent = [referral(str(number), promised=promised) for number in range(1, 7)]
    await given(units, *sent, referral("8"))
    await stored(units, sent[0].called("ona", NOON + 5 * DAY))
    await stored(units, sent[1].closed("ona", NOON + DAY))
    await stored(units, sent[2].replied("ona", "Labas.", NOON + 6 * DAY))
    await stored(units, sent[3].withdrawn(NOON + 7 * DAY))
    await stored(units, sent[4].withdrawn(NOON + DAY))

    async with units() as unit:
        assert await unit.statistics.promises(YEAR, promised) == PromiseCounts(2, 2, 2, 1)
        assert await unit.statistics.promises(YEAR, promised + DAY) == PromiseCounts(2, 3, 1, 1)


async def test_replies_are_counted_by_the_level_that_they_reached(units: UnitsOfWork) -> None:
    await given(units, referral("1"))
    levels = (2, 2, 1, 0, None)
    replies = tuple(
        Entry(EntryKind.REPLIED, Author.STAFF, NOON, "ona", "Labas.", details=Details(level=level)) for level in levels
    )
    await stored(units, replace(referral("1"), thread=referral("1").thread + replies))

    async with units() as unit:
        assert await unit.statistics.reply_levels(YEAR) == ReplyLevels(1, 2, 1, 1)
        assert await unit.statistics.reply_levels(replace(YEAR, municipality="neringos")) == ReplyLevels()


async def test_examples_count_only_among_examples(units: UnitsOfWork) -> None:
    await given(units, referral("1"), referral("2", is_demo=True))

    assert await counted(units, By.WHOM) == {"other": 1}
    assert await counted(units, By.WHOM, replace(YEAR, only_examples=True)) == {"other": 1}
    async with units() as unit:
        assert await unit.referrals.by_number("2") == referral("2", is_demo=True)
        assert await unit.examples.counts(KRETINGA) == (1, 1)


async def test_statistics_outlive_the_referral(units: UnitsOfWork, database: Database) -> None:
    await given(units, referral("1"))

    async with database.engine.begin() as connection:
        await connection.execute(text("DELETE FROM referral_entries"))
        await connection.execute(text("DELETE FROM referrals"))

    assert await counted(units, By.NEED) == {"case-management": 1}


async def test_nothing_by_which_a_person_could_be_found_is_in_the_facts(units: UnitsOfWork, database: Database) -> None:
    await given(units, referral("1"))

    async with database.engine.connect() as connection:
        [row] = (await connection.execute(text("SELECT * FROM referral_facts"))).all()

    request = referral("1").request
    told = " ".join(str(value) for value in row)
    assert not any(words in told for words in (request.name, request.phone, request.note, "conversation-1"))


async def test_topics_are_counted_by_month_with_no_more_than_the_municipality(units: UnitsOfWork) -> None:
    async with units() as unit:
        for told, day in (
            (Told("what-is", "case-management", KRETINGA), date(2026, 11, 3)),
            (Told("what-is", "case-management", KRETINGA), date(2026, 11, 30)),
            (Told("what-is", "case-management"), date(2026, 11, 3)),
            (Told("price", ""), date(2026, 10, 31)),
            (Told("price", "", "neringos"), date(2026, 11, 3)),
        ):
            await unit.statistics.add_told(told, day)
        await unit.commit()

    async with units() as unit:
        november = replace(YEAR, start=date(2026, 11, 1), end=date(2026, 11, 30))
        assert await unit.statistics.told(november) == {("what-is", "case-management"): 3}
        assert await unit.statistics.told(replace(november, start=date(2026, 10, 1))) == {
            ("what-is", "case-management"): 3,
            ("price", ""): 1,
        }


async def test_what_was_not_understood_is_counted_by_service(units: UnitsOfWork) -> None:
    async with units() as unit:
        for name, service in (("a", "talk"), ("b", "talk"), ("c", "")):
            await unit.missed.add(name, MissedWords("kažkas", Miss.NOT_UNDERSTOOD, service, ()), date(2026, 11, 3))
        await unit.missed.add("d", MissedWords("kažkas", Miss.BEYOND, "", ()), date(2026, 12, 3))
        await unit.commit()

    async with units() as unit:
        assert await unit.statistics.missed(date(2026, 11, 1), date(2026, 11, 30)) == {"talk": 2, "": 1}
