"""Who may read and do what, on the real application with two municipalities; and what the audit log says of it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.library.library import Library
from assistant.usecases.access import Role
from assistant.usecases.audit_desk import Asked
from assistant.usecases.auditing import Did
from tests.api.inbox import rights
from tests.api.inbox.rights import REFUSED, Call, Outcome, a_browser, call, declared_doors, routes
from tests.api.inbox.rights_table import RIGHTS, Door
from tests.api.inbox.town import HOME, NAME, Town, Visitor, town


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


@pytest.mark.parametrize(("address", "lines"), [("/inbox", ()), ("/inbox?q=Vardenė", (Did.SEARCHED,))])
async def test_looking_for_somebody_is_noted_and_the_list_alone_is_not(
    place: Town, address: str, lines: tuple[Did, ...]
) -> None:
    await place.request_in(HOME)
    session, _ = await place.session(Visitor.STAFF)
    known = await place.end_of_log()

    async with a_browser(place.app, session) as browser:
        answer = await browser.get(address)

    assert NAME[HOME] in answer.text
    assert await place.lines_after(known) == lines


VIEWS: dict[str, tuple[str, dict[str, str], tuple[Did, ...]]] = {
    "a step, and the page that it leads to": ("take", {}, (Did.TOOK, Did.OPENED)),
    "the same pressed twice": ("take", {"twice": "1"}, (Did.TOOK, Did.OPENED, Did.OPENED)),
    "a page of an older version": ("take", {"version": "7"}, (Did.OPENED,)),
    "a step that lacks something": ("call", {"key": "key-of-sixteen-chars"}, (Did.OPENED,)),
    "an empty reply": ("reply", {"key": "key-of-sixteen-chars"}, (Did.OPENED,)),
    "an empty question": ("ask", {"key": "key-of-sixteen-chars"}, (Did.OPENED,)),
    "a colleague who is none": ("give", {"key": "key-of-sixteen-chars", "colleague": "x@y.example"}, (Did.OPENED,)),
    "nothing looked at before it is sent": ("preview", {"key": "key-of-sixteen-chars"}, (Did.OPENED,)),
}


@pytest.mark.parametrize(("step", "fields", "lines"), VIEWS.values(), ids=VIEWS)
async def test_one_view_of_a_request_is_one_line(
    place: Town, step: str, fields: dict[str, str], lines: tuple[Did, ...]
) -> None:
    number = await place.request_in(HOME)
    session, proof = await place.session(Visitor.STAFF)
    known = await place.end_of_log()
    form = {"form_token": proof, "version": str(await place.version_of(number)), "seen": "1", **fields}

    async with a_browser(place.app, session) as browser:
        for _ in range(2 if "twice" in fields else 1):
            answer = await browser.post(f"/inbox/{number}/{step}", data=form, follow_redirects=True)
            assert number in answer.text.replace("\N{NO-BREAK SPACE}", "").replace(" ", "")

    assert await place.lines_after(known) == lines


async def test_an_administrator_elsewhere_changes_no_account_here(place: Town) -> None:
    here, _ = await place.link(HOME, Role.STAFF, "own")
    held = await place.comes(Visitor.STRANGER)

    async with a_browser(place.app, held.session) as browser:
        for step in ("role", "remove"):
            await browser.post(
                f"/inbox/settings/team/{here.id}/{step}", data={"form_token": held.proof, "role": "admin"}
            )

    async with place.assistant.units() as work:
        assert await work.staff.of_id(here.id) == here


async def test_nobody_ends_a_session_or_takes_a_factor_that_is_not_their_own(place: Town) -> None:
    theirs = await place.comes(Visitor.STAFF, "theirs", has_factor=True)
    own = await place.comes(Visitor.ADMIN)
    assert theirs.member is not None
    factors, _ = await place.assistant.second_factors.of_member(theirs.member)
    session = await place.assistant.staff_desk.session_id(theirs.session)
    known = await place.end_of_log()

    async with a_browser(place.app, own.session) as browser:
        for path in (f"factors/{factors[0].id}/remove", f"sessions/{session}/end"):
            await browser.post(f"/inbox/account/{path}", data={"form_token": own.proof})

    assert await place.assistant.staff_desk.who(theirs.session) == theirs.member
    assert (await place.assistant.second_factors.of_member(theirs.member))[0] == factors
    assert await place.lines_after(known) == ()


async def test_what_joins_two_requests_stands_under_both_numbers(place: Town) -> None:
    first, second = [await place.request_in(HOME) for _ in range(2)]
    held = await place.comes(Visitor.LEAD)
    assert held.member is not None
    versions = [await place.version_of(number) for number in (first, second)]

    await place.assistant.merging.merge(held.member, second, versions[1], first, versions[0])

    for number in (first, second):
        found = await place.assistant.audit.page(held.member, Asked(number=number, did=Did.MERGED))
        assert len(found.lines) == 1
