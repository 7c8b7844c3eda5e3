"""Calls every route of the real inbox as everybody who could try; `python -m tests.api.inbox.rights` prints the table.

Two municipalities have requests in one database. Whoever may not must be refused, without a word of what is there and
without a change; whoever may must be served, with a line in the audit log where the table says so.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import get_args

import httpx
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from sqlalchemy import text

from api.app import create_app
from api.inbox.auth import AdminAtDesk, AtDesk, LeadAtDesk, Seat
from api.inbox.routes import router
from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets
from assistant.conversation.state import Channel
from assistant.conversation.turn import Miss, MissedWords
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.adapters.database.examples import referral
from tests.api.inbox.rights_table import RIGHTS, Door, Right
from tests.conftest import CONTENT, LEARNED
from tests.usecases.fake_clock import FakeClock

HOME, AWAY = "kretingos-rajono", "neringos"
NAME, PHONE = (
    {HOME: "Vardenė Kretingiškė", AWAY: "Pavardenis Neringiškis"},
    {HOME: "+37061234567", AWAY: "+37069876543"},
)
ADDRESS = "http://inbox.test"
DOORS = {
    get_args(AtDesk)[1].dependency: Door.STAFF,
    get_args(LeadAtDesk)[1].dependency: Door.LEAD,
    get_args(AdminAtDesk)[1].dependency: Door.ADMIN,
}


class Visitor(StrEnum):
    """Who may try; all but the stranger are of the municipality whose request it is."""

    NOBODY = "no session"
    MADE_UP = "made-up session"
    ENDED = "session that is over"
    STRANGER = "admin elsewhere"
    STAFF = "staff"
    LEAD = "lead"
    ADMIN = "admin"


ROLES = {
    Visitor.ENDED: Role.ADMIN,
    Visitor.STRANGER: Role.ADMIN,
    Visitor.STAFF: Role.STAFF,
    Visitor.LEAD: Role.LEAD,
    Visitor.ADMIN: Role.ADMIN,
}


class Outcome(StrEnum):
    """What came of a call."""

    SIGNED_OUT = "to sign-in"
    FORBIDDEN = "not allowed"
    NOT_FOUND = "not found"
    SERVED = "served"
    OTHER = "something else"


SEEN_ONLY = frozenset({"text/html", "application/json", "text/event-stream"})
"""Kinds of answers that are no file to take along."""

REFUSED = frozenset({Outcome.SIGNED_OUT, Outcome.FORBIDDEN, Outcome.NOT_FOUND})


def routes() -> list[tuple[str, str]]:
    """Every method and path of the inbox."""
    return sorted(
        (method, context.path or "")
        for context in iter_route_contexts(router.routes)
        if isinstance(context.original_route, APIRoute)
        for method in context.methods or ()
    )


def declared_doors() -> dict[tuple[str, str], Door | None]:
    """The door that each route names itself, as one of its parameters; None where it names none."""
    found: dict[tuple[str, str], Door | None] = {}
    for context in iter_route_contexts(router.routes):
        named = [one.call for one in context.dependant.dependencies if one.name is not None]
        door = next((DOORS[call] for call in named if call in DOORS), None)
        found |= {(method, context.path or ""): door for method in context.methods or ()}
    return found


def expected(route: tuple[str, str], right: Right, visitor: Visitor) -> Outcome:
    """What must come of it."""
    if right.door is Door.OPEN:
        return Outcome.SERVED
    if visitor not in ROLES or visitor is Visitor.ENDED:
        return Outcome.SIGNED_OUT
    if not ROLES[visitor].is_at_least(Role(right.door.value)):
        return Outcome.FORBIDDEN
    if visitor is Visitor.STRANGER and "{number}" in route[1]:
        return Outcome.NOT_FOUND
    return Outcome.SERVED


@dataclass(frozen=True)
class Call:
    """One combination, what came of it, and what is wrong with that; `dids` are the lines it left in the log."""

    route: tuple[str, str]
    visitor: Visitor
    outcome: Outcome
    wanted: Outcome
    dids: tuple[str, ...]
    told: bool
    changed: bool
    is_file: bool

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that is not as it must be."""
        found = [] if self.outcome is self.wanted else [f"{self.outcome}, and not {self.wanted}"]
        right = RIGHTS.get(self.route, Right(Door.OPEN))
        if self.told:
            found.append("it tells of a request of another municipality, or of one to somebody without a session")
        if self.changed:
            found.append("it changed a request though it was refused")
        if self.outcome is Outcome.SERVED and right.did is not None and right.did.value not in self.dids:
            found.append(f"no line about it in the audit log ({right.did})")
        is_silent = right.did is None and not right.silent
        if self.outcome is Outcome.SERVED and is_silent and (self.route[0] != "GET" or self.is_file):
            found.append("the table does not say what it leaves in the audit log")
        return tuple(f"{' '.join(self.route)} by {self.visitor}: {fault}" for fault in found)


class Town:
    """The real application on a real database, with requests of two municipalities."""

    def __init__(self, assistant: Assistant, clock: FakeClock) -> None:
        self.assistant = assistant
        self.app: FastAPI = create_app(assistant)
        self.clock = clock
        self._numbers = count(10_000_001)

    async def request_in(self, municipality: str) -> str:
        """A new request; gives its number."""
        number = str(next(self._numbers))
        opened = await self.assistant.converse.open(Channel.WEB)
        asked = {"name": NAME[municipality], "phone": PHONE[municipality]}
        async with self.assistant.units() as work:
            added = referral(number, municipality, conversation=opened.conversation)
            request = type(added.request)(**{**vars(added.request), **asked})
            await work.referrals.add(type(added)(**{**vars(added), "request": request}))
            await work.commit()
        return number

    async def wish(self) -> str:
        """Words that were not understood; gives their id."""
        name = f"wish-{next(self._numbers)}"
        async with self.assistant.units() as work:
            words = MissedWords("kiek kašt pinigai", Miss.ASKED_BACK, "", ("cost",))
            await work.missed.add(name, words, self.clock.today())
            await work.commit()
        return name

    async def link(self, municipality: str, role: Role) -> tuple[StaffMember, str]:
        """An account, and a link to sign in with."""
        return await self.assistant.staff_desk.add(f"{role}@{municipality}.example", municipality, role)

    async def session(self, visitor: Visitor) -> tuple[str, str]:
        """What the browser of this visitor holds: the session, and the proof that its forms carry."""
        if visitor is Visitor.NOBODY:
            return "", ""
        if visitor is Visitor.MADE_UP:
            return "made-up", "made-up"
        member, token = await self.link(AWAY if visitor is Visitor.STRANGER else HOME, ROLES[visitor])
        session = await self.assistant.staff_desk.sign_in(token)
        if visitor is Visitor.ENDED:
            self.clock.passes(timedelta(days=1))
        return session, Seat(member, session, self.assistant).form_token

    async def end_of_log(self) -> int:
        """How many lines the audit log has."""
        async with self.assistant.units() as work:
            end = await work.audit.end()
        return end.position if end else 0

    async def lines_after(self, position: int) -> tuple[str, ...]:
        """What was put into the audit log since then."""
        async with self.assistant.units() as work:
            return tuple(line.did for line in await work.audit.lines(position, 1_000))

    async def breaks_the_log(self) -> None:
        """From now on nothing can be written into the audit log."""
        async with self.assistant.database.engine.begin() as connection:
            await connection.execute(text("ALTER TABLE audit_log RENAME TO somewhere_else"))

    async def call(self, route: tuple[str, str], visitor: Visitor) -> Call:
        """Try it, on a request of its own."""
        right = RIGHTS.get(route, Right(Door.OPEN))
        number = await self.request_in(HOME)
        session, proof = await self.session(visitor)
        _, token = await self.link(HOME, Role.STAFF)
        names = {
            "number": number,
            "wish": await self.wish() if "{wish}" in route[1] else "",
            "token": token,
            "topic": next(topic for topic, service in self.assistant.library.topics if not service),
            "unique": str(next(self._numbers)),
        }
        async with self.assistant.units() as work:
            before = await work.referrals.by_number(number)
        known = await self.end_of_log()
        async with a_browser(self.app, session) as browser:
            answer = await _ask(browser, route, right, names, proof)
        async with self.assistant.units() as work:
            after = await work.referrals.by_number(number)
        outcome = _outcome(answer)
        return Call(
            route,
            visitor,
            outcome,
            expected(route, right, visitor),
            await self.lines_after(known),
            told=_tells(answer, visitor),
            changed=outcome in REFUSED and before != after,
            is_file=answer.status_code == 200 and answer.headers["content-type"].partition(";")[0] not in SEEN_ONLY,
        )


def a_browser(app: FastAPI, session: str) -> httpx.AsyncClient:
    """Somebody on the inbox's own pages."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app, raise_app_exceptions=False),
        base_url=ADDRESS,
        headers={"sec-fetch-site": "same-origin"},
        cookies={"aiskiai-inbox": session} if session else {},
    )


async def _ask(
    browser: httpx.AsyncClient, route: tuple[str, str], right: Right, names: Mapping[str, str], proof: str
) -> httpx.Response:
    method, path = route
    form = {"form_token": proof, "version": "0", "seen": "1"}
    form |= {name: value.format(**names) for name, value in right.form.items()}
    return await browser.request(method, path.format(**names), data=form if method != "GET" else None)


def _outcome(answer: httpx.Response) -> Outcome:
    if answer.status_code == 401 or answer.headers.get("location") == "/inbox/sign-in":
        # Whoever signs out is led there too, but then the cookie is taken away.
        return Outcome.SERVED if "set-cookie" in answer.headers else Outcome.SIGNED_OUT
    if answer.status_code == 403:
        return Outcome.FORBIDDEN
    if answer.status_code == 404:
        return Outcome.NOT_FOUND
    return Outcome.SERVED if answer.status_code in {200, 303} else Outcome.OTHER


def _tells(answer: httpx.Response, visitor: Visitor) -> bool:
    """Whether it holds anything of requests that are not for this visitor."""
    not_theirs = {Visitor.STRANGER: [HOME]}.get(visitor, [AWAY] if visitor in ROLES else [HOME, AWAY])
    not_theirs = [HOME, AWAY] if visitor is Visitor.ENDED else not_theirs
    said = answer.text + str(answer.headers)
    return any(word in said for town in not_theirs for word in (NAME[town], PHONE[town][4:], PHONE[town][-5:]))


@asynccontextmanager
async def town(folder: Path, library: Library | None = None) -> AsyncIterator[Town]:
    """The application in a folder of its own, also with content of its own, since editors may write into it."""
    content = folder / "content"
    await asyncio.to_thread(shutil.copytree, CONTENT, content)
    settings = Settings(_env_file=None, data_dir=folder / "var", content_dir=content, public_url=ADDRESS)
    clock = FakeClock()
    known = library or load_library(CONTENT, LEARNED)
    async with assembled(settings, clock=clock, secrets=SeededSecrets(7), library=known) as assistant:
        place = Town(assistant, clock)
        await place.request_in(AWAY)
        yield place


async def walk(folder: Path, library: Library | None = None) -> list[Call]:
    """Every route by everybody."""
    async with town(folder, library) as place:
        return [await place.call(route, visitor) for route in routes() for visitor in Visitor]


def table(calls: Sequence[Call]) -> Iterator[str]:
    """What came of every combination, a route a line, with the counts below."""
    widths = [max(len(visitor), *map(len, Outcome)) for visitor in Visitor]
    longest = max(len(" ".join(call.route)) for call in calls)
    yield "  ".join(["route".ljust(longest), *(v.ljust(w) for v, w in zip(Visitor, widths, strict=True)), "in the log"])
    for route in routes():
        own = {call.visitor: call for call in calls if call.route == route}
        outcomes = [own[v].outcome.ljust(w) for v, w in zip(Visitor, widths, strict=True)]
        right = RIGHTS.get(route, Right(Door.OPEN))
        yield "  ".join([" ".join(route).ljust(longest), *outcomes, right.did or "-"])
    refused = sum(call.outcome in REFUSED and call.outcome is call.wanted for call in calls)
    served = sum(call.outcome is Outcome.SERVED is call.wanted for call in calls)
    wrong = sum(bool(call.faults) for call in calls)
    yield (
        f"{len(routes())} routes, {len(calls)} combinations: {refused} refused as they must be,"
        f" {served} served as they must be, {wrong} wrong."
    )


def main() -> int:
    """Print the table; 1 where something is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        calls = asyncio.run(walk(Path(folder)))
    faults = [fault for call in calls for fault in call.faults]
    print("\n".join([*table(calls), *faults]))  # noqa: T201 - it is a command
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
