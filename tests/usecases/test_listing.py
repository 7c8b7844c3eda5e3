"""Staff see their list, look for requests, and learn when it changes."""

from datetime import timedelta

import pytest

from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.bootstrap import Assistant
from assistant.errors import ReferralNotFoundError
from assistant.usecases.access import Role
from assistant.usecases.finding import Filters, View
from assistant.usecases.listing import BATCH, Listed, ListRequests
from assistant.usecases.ports import StaffMember
from tests.adapters.database.examples import referral
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person


async def shown(assistant: Assistant, member: StaffMember, view: View = View.OPEN, words: str = "") -> Listed:
    return await assistant.listing.show(member, view, Filters(), words)


async def test_what_a_person_sends_is_in_the_list_and_found_at_once(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    listed = await shown(assistant, ona)
    found = await shown(assistant, ona, View.LATE, " onai ")

    assert [(row.number, row.name, row.status) for row in listed.rows] == [(number, "Ona Onaitė", "new")]
    assert (listed.found, listed.pages, listed.counts[View.NEW], listed.holders) == (1, 1, 1, (ona.email,))
    assert [row.number for row in found.rows] == [number]
    assert found.question.view is View.ALL


async def test_an_address_beyond_the_last_page_leads_to_the_last_one(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    pages = [
        await assistant.listing.show(ona, view, filters, words, 7)
        for view, filters, words in (
            (View.OPEN, Filters(), ""),
            (View.OPEN, Filters(need="talk"), ""),
            (View.ALL, Filters(), "onai"),
        )
    ]

    assert [([row.number for row in one.rows], one.page, one.found) for one in pages] == [([number], 1, 1)] * 3
    empty = await assistant.listing.show(ona, View.OVER, Filters(), "", 7)
    assert (empty.rows, empty.page, empty.found) == ((), 1, 0)


async def test_another_municipality_sees_and_finds_nothing(assistant: Assistant) -> None:
    number = await Person(assistant).sends()
    rasa, _ = await assistant.staff_desk.add("rasa@neringa.example", "neringos", Role.ADMIN)

    assert (await shown(assistant, rasa, View.ALL)).rows == ()
    assert (await shown(assistant, rasa, words=number)).rows == ()
    with pytest.raises(ReferralNotFoundError):
        await assistant.listing.version(rasa, number)


async def test_the_list_says_once_that_it_changed_and_how_many_came(
    two: tuple[Assistant, Assistant],
) -> None:
    # Given a colleague at another process of the same product
    here, there = two
    ona, _ = await here.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    mark = (await shown(here, ona)).mark
    assert await here.listing.changed(ona, mark) is None

    # When
    number = await Person(there).sends()

    # Then
    changed = await here.listing.changed(ona, mark)
    assert changed is not None
    now, arrived = changed
    assert arrived == 1
    assert await there.listing.changed(ona, now) is None
    assert now == (await shown(here, ona)).mark
    await there.casework.take(ona, number, await here.listing.version(ona, number))
    taken = await here.listing.changed(ona, now)
    assert taken is not None
    assert taken[1] == 0


async def test_at_midnight_the_list_has_changed(assistant: Assistant, ona: StaffMember, clock: FakeClock) -> None:
    mark = (await shown(assistant, ona)).mark

    clock.passes(timedelta(hours=23))

    changed = await assistant.listing.changed(ona, mark)
    assert changed is not None
    assert changed[1] == 0


@pytest.mark.parametrize("mark", ["", "x", "9" * 90, "-", "1-"])
async def test_a_mark_that_is_none_counts_as_old(assistant: Assistant, ona: StaffMember, mark: str) -> None:
    await Person(assistant).sends()

    assert await assistant.listing.changed(ona, mark) is not None


async def test_what_an_older_program_stored_is_found_after_the_next_start(opens: Opens) -> None:
    # Given more than are hashed in one transaction, stored without keys
    before = await opens()
    async with SqlUnitsOfWork(before.database)() as work:
        for number in range(BATCH + 1):
            await work.referrals.add(referral(str(30_000_000 + number)))
        await work.commit()
    ona, _ = await before.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    assert (await shown(before, ona, words="azuolas")).found == 0

    # When
    after = await opens()

    # Then
    assert (await shown(after, ona, words="azuolas")).found == BATCH + 1
    assert await ListRequests(units=after.units, clock=after.clock).reindex() == 0
