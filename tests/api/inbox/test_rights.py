"""Who may read and do what, on the real application with two municipalities; and what the audit log says of it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.library.library import Library
from tests.api.inbox import rights
from tests.api.inbox.rights import REFUSED, Call, Outcome, a_browser, call, declared_doors, routes
from tests.api.inbox.rights_table import RIGHTS, Door
from tests.api.inbox.town import AWAY, HOME, NAME, Town, Visitor, town


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory, library: Library) -> list[Call]:
    return asyncio.run(rights.walk(tmp_path_factory.mktemp("rights"), library))


@pytest.fixture
async def place(tmp_path: Path, library: Library) -> AsyncIterator[Town]:
    async with town(tmp_path, library) as place:
        yield place


def test_every_route_stands_in_the_table_and_nothing_else_does() -> None:
    assert set(routes()) == set(RIGHTS)


def test_every_route_behind_the_sign_in_names_the_least_role_itself() -> None:
    declared = {route: door or Door.OPEN for route, door in declared_doors().items()}

    assert declared == {route: right.door for route, right in RIGHTS.items()}


def test_everybody_at_every_door_is_refused_or_served_as_the_table_says(calls: list[Call]) -> None:
    print(*rights.table(calls), sep="\n")  # noqa: T201 - shown by pytest -s

    assert [fault for call in calls for fault in call.faults] == []
    assert len(calls) == len(RIGHTS) * len(Visitor)


def test_the_walk_serves_and_refuses_in_good_number(calls: list[Call]) -> None:
    """A walk that refused all, or served all, would prove nothing."""
    assert sum(call.outcome in REFUSED for call in calls) > len(RIGHTS) * 3
    assert sum(call.outcome is Outcome.SERVED for call in calls) > len(RIGHTS) * 2


def test_what_is_refused_leaves_no_line_of_having_been_done(calls: list[Call]) -> None:
    done = {right.did.value for right in RIGHTS.values() if right.did is not None}

    assert [call for call in calls if call.outcome in REFUSED and done & set(call.dids)] == []


async def test_where_the_log_cannot_be_written_nothing_is_shown_and_nothing_is_done(place: Town) -> None:
    number = await place.request_in(HOME)
    session, proof = await place.session(Visitor.STAFF)
    await place.breaks_the_log()

    async with a_browser(place.app, session) as browser:
        opened = await browser.get(f"/inbox/{number}")
        paper = await browser.get(f"/inbox/{number}/document")
        form = {"form_token": proof, "version": "0", "seen": "1"}
        taken = await browser.post(f"/inbox/{number}/take", data=form)

    assert [answer.status_code for answer in (opened, paper, taken)] == [500, 500, 500]
    assert NAME[HOME] not in opened.text + paper.text + taken.text
    async with place.assistant.units() as work:
        known = await work.referrals.by_number(number)
    assert known is not None
    assert known.taken_by == ""


async def test_the_log_of_all_that_was_tried_is_whole(place: Town) -> None:
    for route in (("GET", "/inbox/{number}"), ("POST", "/inbox/{number}/take"), ("GET", "/inbox/audit")):
        for visitor in Visitor:
            await call(place, route, visitor)

    verdict = await place.assistant.audit.verify()

    assert verdict.fault is None
    assert verdict.whole > 20
