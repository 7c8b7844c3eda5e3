"""The list of requests: order, views, filters, search, and a mark that tells when anything changed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from assistant.adapters.database.session import Database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.secrets import SystemSecrets
from assistant.referrals.referral import Referral
from assistant.usecases.finding import NO_CHECK, NOBODY, Filters, ForWhom, Promise, Question, View
from assistant.usecases.ports import UnitsOfWork
from assistant.usecases.search_words import SearchKeys
from tests.adapters.database.examples import NOON, referral

KRETINGA = "kretingos-rajono"
TODAY = date(2026, 11, 25)
"""A Wednesday."""
ONA = "ona@kretinga.example"
JONAS = "jonas@kretinga.example"
KEYS = SearchKeys(SystemSecrets("a key").hashed)


@pytest.fixture
async def units(database: Database) -> UnitsOfWork:
    return SqlUnitsOfWork(database, search_keys=KEYS)


def asked(**changes: Any) -> Question:
    return replace(Question(KRETINGA, ONA, TODAY), **changes)


def about(number: str, days: int | None = None, sent: int = 0, **request: Any) -> Referral:
    """A referral sent so many minutes after noon, promised until so many days from today."""
    plain = referral(number, promised=None if days is None else TODAY + timedelta(days=days))
    at = NOON + timedelta(minutes=sent)
    thread = (replace(plain.thread[0], at=at),)
    return replace(plain, request=replace(plain.request, **request), sent_at=at, thread=thread)


async def put(units: UnitsOfWork, *referrals: Referral) -> None:
    async with units() as work:
        for one in referrals:
            await work.referrals.add(one)
        await work.commit()


async def change(units: UnitsOfWork, changed: Referral) -> None:
    async with units() as work:
        await work.referrals.store(changed)
        await work.commit()


async def numbers(units: UnitsOfWork, question: Question, limit: int = 50, offset: int = 0) -> list[str]:
    async with units() as work:
        rows = await work.finding.rows(question, limit, offset)
        _, whole = await work.finding.found(question, 1, 0)
        assert await work.finding.found(question, limit, offset) == (rows, whole)
        if limit == 50:
            assert whole == len(rows)
    return [row.number for row in rows]


A_MIXED_DESK = (
    about("11", None, sent=5),
    about("12", None, sent=1),
    about("13", 3),
    about("14", -1),
    about("15", -4).taken(ONA, NOON),
    about("16", 0).taken(JONAS, NOON),
    about("17", -9).replied(ONA, "Labas.", NOON),
    about("18", -9, sent=2).closed(ONA, NOON),
    about("19", None, sent=8).withdrawn(NOON),
)


async def test_what_is_late_comes_first_then_what_is_due_soonest_then_the_oldest_new(units: UnitsOfWork) -> None:
    await put(units, *A_MIXED_DESK)

    assert await numbers(units, asked()) == ["15", "14", "16", "13", "12", "11", "17"]


IN_VIEWS = {
    View.NEW: ["14", "13", "12", "11"],
    View.MINE: ["15", "17"],
    View.LATE: ["15", "14"],
    View.WAITING: [],
    View.OPEN: ["15", "14", "16", "13", "12", "11", "17"],
    View.OVER: ["19", "18"],
    View.ALL: ["15", "14", "16", "13", "12", "11", "17", "18", "19"],
}


async def test_a_view_has_what_belongs_to_it_and_its_count_says_how_many(units: UnitsOfWork) -> None:
    await put(units, *A_MIXED_DESK, referral("99", municipality="neringos"))

    assert {view: await numbers(units, asked(view=view)) for view in View} == IN_VIEWS
    async with units() as work:
        counts = await work.finding.counts(KRETINGA, ONA, TODAY)
    assert counts == {view: len(found) for view, found in IN_VIEWS.items()}


async def test_what_waits_for_the_person_has_a_view_as_soon_as_there_is_such_a_status(
    units: UnitsOfWork, database: Database
) -> None:
    await put(units, about("11"))
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE referrals SET status = 'waiting'"))

    assert await numbers(units, asked(view=View.WAITING)) == ["11"]
    async with units() as work:
        assert (await work.finding.counts(KRETINGA, ONA, TODAY))[View.WAITING] == 1
        [row] = await work.finding.rows(asked(), 50, 0)
    assert row.status == "waiting"


NARROWED = [
    (Filters(need="talk"), ["12"]),
    (Filters(for_whom=ForWhom.SELF), ["12"]),
    (Filters(for_whom=ForWhom.OTHER), ["14", "13", "11"]),
    (Filters(outcome="likely"), ["14", "13", "11"]),
    (Filters(outcome=NO_CHECK), ["12"]),
    (Filters(promise=Promise.LATE), ["14"]),
    (Filters(promise=Promise.TODAY), ["13"]),
    (Filters(promise=Promise.WEEK), ["13", "11"]),
    (Filters(promise=Promise.NONE), ["12"]),
    (Filters(holder=NOBODY), ["14", "13", "12"]),
    (Filters(holder=JONAS), ["11"]),
    (Filters(holder=JONAS, need="talk"), []),
]


async def test_filters_narrow_a_view(units: UnitsOfWork) -> None:
    await put(
        units,
        about("11", 4).taken(JONAS, NOON),
        about("12", None, need="talk", for_other=False, preliminary=None),
        about("13", 0),
        about("14", -1),
    )

    for filters, found in NARROWED:
        assert await numbers(units, asked(filters=filters)) == found, filters


FIND_IT = [
    "47128035",
    "47 12 80 35",
    "4712",
    "47 1",
    "Žydrė",
    "zydre",
    "ŽYD",
    "salanciun",
    "Šalančiūnaitė Žydrė",
    "zyd sal",
    "petraite",
    "+370 612 34567",
    "861234567",
    "0 612 34567",
    "(8-612) 34567",
    "4567",
    "34 567",
    "zyd 4567",
]
FIND_NOTHING = ["2803", "zy", "dre", "zyd jon", "567", "4568", "zyd 4568", "…", "%"]


async def test_a_request_is_found_by_number_name_or_phone(units: UnitsOfWork) -> None:
    await put(units, about("47128035", name="Žydrė Šalančiūnaitė-Petraitė", phone="+37061234567"))

    found = {words for words in FIND_IT + FIND_NOTHING if await numbers(units, asked(view=View.ALL, words=words))}
    elsewhere = [replace(asked(view=View.ALL, words=words), municipality="neringos") for words in FIND_IT]

    assert found == set(FIND_IT)
    assert [await numbers(units, question) for question in elsewhere] == [[]] * len(FIND_IT)


async def test_a_very_long_name_is_found_by_all_of_it(units: UnitsOfWork) -> None:
    await put(units, about("11", name="Konstantinopolietė"))

    assert await numbers(units, asked(words="konstantinopoliete")) == ["11"]
    assert await numbers(units, asked(words="konstantinop")) == ["11"]


async def test_a_changed_name_is_found_and_the_old_one_no_longer(units: UnitsOfWork) -> None:
    sent = about("11", name="Ona Onaitė")
    await put(units, sent)
    await change(units, sent.changed(sent.request, replace(sent.request, name="Ona Petraitė"), NOON))

    assert await numbers(units, asked(words="petr")) == ["11"]
    assert await numbers(units, asked(words="onait")) == []


async def test_what_was_passed_on_is_found_where_it_is_now(units: UnitsOfWork) -> None:
    sent = about("11", name="Ona Onaitė")
    await put(units, sent)
    await change(units, sent.passed_on(ONA, "neringos", "Ten gyvena.", NOON, None))

    assert await numbers(units, asked(words="ona")) == []
    assert await numbers(units, replace(asked(words="ona"), municipality="neringos")) == ["11"]
    async with units() as work:
        [passed], count = await work.finding.passed_away(KRETINGA, 50)
        assert await work.finding.passed_away(KRETINGA, 0) == ((), 1)
    assert (passed.number, passed.target, count) == ("11", "neringos", 1)


async def test_the_database_holds_neither_name_nor_phone_in_what_is_searched(
    units: UnitsOfWork, database: Database
) -> None:
    await put(units, about("11", name="Ona"), referral("12", municipality="neringos"))
    await put(units, replace(about("13", name="Ona"), request=replace(about("13").request, municipality="neringos")))

    async with database.engine.connect() as connection:
        rows = (await connection.execute(text("SELECT key, referral FROM referral_search"))).all()
    keys = {number: {key for key, referral in rows if referral == number} for number in ("11", "13")}
    assert all(isinstance(key, int) for key, _ in rows)
    assert keys["11"]
    assert not keys["11"] & keys["13"]


async def test_keys_go_with_the_request(units: UnitsOfWork, database: Database) -> None:
    await put(units, about("11"))

    async with database.engine.begin() as connection:
        await connection.execute(text("DELETE FROM referrals"))
        left = (await connection.execute(text("SELECT count(*) FROM referral_search"))).scalar_one()

    assert left == 0


async def test_what_was_stored_without_keys_or_with_others_is_hashed_anew_once(
    units: UnitsOfWork, database: Database
) -> None:
    await put(SqlUnitsOfWork(database), *(about(str(number)) for number in range(11, 16)))
    await put(SqlUnitsOfWork(database, search_keys=SearchKeys(SystemSecrets("old").hashed)), about("16"))
    assert await numbers(units, asked(words="azuolas")) == []

    done = []
    for _ in range(4):
        async with units() as work:
            done.append(await work.finding.reindex(4))
            await work.commit()

    assert done == [4, 2, 0, 0]
    assert len(await numbers(units, asked(words="azuolas"))) == 6


async def test_pages_follow_each_other_without_gaps(units: UnitsOfWork) -> None:
    await put(units, *A_MIXED_DESK)

    pages = [await numbers(units, asked(), limit=3, offset=offset) for offset in (0, 3, 6, 9)]

    assert pages == [["15", "14", "16"], ["13", "12", "11"], ["17"], []]


async def test_each_page_of_what_is_searched_for_knows_how_many_there_are_in_all(units: UnitsOfWork) -> None:
    await put(units, *(about(f"470{nth}", days=nth) for nth in range(5)), about("1234", days=9))

    async with units() as work:
        pages = [
            await work.finding.found(asked(words="470", **more), 2, offset)
            for more in ({}, {"filters": Filters(for_whom=ForWhom.OTHER)})
            for offset in (0, 2, 4, 6)
        ]
        narrowed = [await work.finding.found(asked(filters=Filters(need="none")), 2, offset) for offset in (0, 2)]

    assert [(len(rows), whole) for rows, whole in pages] == [(2, 5), (2, 5), (1, 5), (0, 5)] * 2
    assert narrowed == [((), 0)] * 2


async def test_the_mark_changes_with_everything_that_the_list_shows(units: UnitsOfWork) -> None:
    async def mark(municipality: str = KRETINGA) -> str:
        async with units() as work:
            return await work.finding.mark(municipality)

    one, other = about("11"), about("12", sent=1)
    marks = [await mark()]
    await put(units, one, other)
    marks.append(await mark())
    await change(units, one.taken(ONA, NOON))
    marks.append(await mark())
    await change(units, other.passed_on(ONA, "neringos", "Ten gyvena.", NOON, None))
    marks.append(await mark())

    assert len(set(marks)) == 4
    assert await mark() == marks[-1]
    async with units() as work:
        assert await work.finding.passed_times(KRETINGA) == 1
        assert await work.finding.passed_times("neringos") == 0


async def test_of_two_changes_stored_in_another_order_than_made_both_change_the_mark(units: UnitsOfWork) -> None:
    early, late = about("11"), about("12", sent=9)
    async with units() as work:
        empty = await work.finding.mark(KRETINGA)
    await put(units, late)
    async with units() as work:
        between = await work.finding.mark(KRETINGA)

    await put(units, early)

    async with units() as work:
        assert len({empty, between, await work.finding.mark(KRETINGA)}) == 3
