"""What leads see is counted in the turn or change that it counts, and is their own municipality's."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import TextReceived
from assistant.usecases.access import Role
from assistant.usecases.counting import Asked
from assistant.usecases.ports import StaffMember
from assistant.usecases.statistics import Line, Period, TableId, Waiting, last_months, month_end, year_of
from tests.usecases.failing import CommitFailedError, converse_without_commit
from tests.usecases.person import Person

YEAR = Asked("kretingos-rajono", date(2026, 1, 1), date(2026, 12, 31))


async def told(assistant: Assistant, asked: Asked = YEAR) -> dict[tuple[str, str], int]:
    async with assistant.units() as work:
        return await work.statistics.told(asked)


async def test_a_topic_is_counted_in_the_turn_that_tells_it_and_no_more(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.opens()
    await person.presses("Man")
    await person.says("kas yra atvejo vadyba", "key-1")
    await person.says("kas yra atvejo vadyba", "key-1")
    await person.presses("Paprasčiau")

    assert await told(assistant) == {("what-is", "case-management"): 1}


async def test_a_turn_that_is_not_stored_counts_nothing(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.opens()
    await person.presses("Man")
    with pytest.raises(CommitFailedError):
        await converse_without_commit(assistant).hear(person.conversation, TextReceived("kas yra atvejo vadyba"))

    assert await told(assistant) == {}


async def test_who_named_a_municipality_is_counted_there(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.sends()
    await person.says("kas yra atvejo vadyba")

    assert await told(assistant, replace(YEAR, municipality="neringos")) == {}
    assert await told(assistant) == {("what-is", "case-management"): 1}


async def test_small_counts_are_hidden_before_they_leave_the_use_case(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.reply(ona, number, 0, "Labas.", "key-1")

    found = await assistant.statistics.of(ona, last_months(assistant.clock.today(), 12))

    tables = {table.id: table for table in found.tables}
    assert list(tables) == list(TableId)
    assert tables[TableId.NEEDS].lines == (Line("talk", None),)
    assert all(table.total in {None, 0} for table in found.tables)
    assert found.waiting == Waiting()


async def test_enough_referrals_are_counted_for_ones_own_municipality_alone(
    assistant: Assistant, ona: StaffMember
) -> None:
    for _ in range(6):
        number = await Person(assistant).sends()
        await assistant.casework.call(ona, number, 0)

    found = await assistant.statistics.of(ona, last_months(assistant.clock.today(), 12))
    elsewhere = await assistant.statistics.of(
        StaffMember("x", "x@neringa.example", "neringos", Role.LEAD), found.period
    )

    tables = {table.id: table for table in found.tables}
    assert tables[TableId.MONTHS].lines[-1] == Line("2026-11", 6)
    assert tables[TableId.WHOM].lines == (Line("self", 6), Line("other", 0))
    assert tables[TableId.WAITS].total == 6
    assert found.waiting == Waiting(0, 0, 0)
    assert all(table.is_empty for table in elsewhere.tables if table.id is not TableId.TOPICS)


def test_periods_are_whole_months() -> None:
    assert last_months(date(2026, 2, 11), 3) == Period(date(2025, 12, 1), date(2026, 2, 28))
    assert last_months(date(2026, 2, 11), 3).months == ("2025-12", "2026-01", "2026-02")
    assert len(year_of(2026).months) == 12
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
