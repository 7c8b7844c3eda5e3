"""Calls every route of the real inbox as everybody who could try; `python -m tests.api.inbox.rights` prints the table.

Two municipalities have requests in one database. Whoever may not must be refused, without a word of what is there and
without a change; whoever may must be served, with a line in the audit log where the table says so.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import get_args

import httpx
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from api.inbox.auth import SESSION_COOKIE, AdminAtDesk, AtDesk, AtThreshold, LeadAtDesk, MaySetUp
from api.inbox.oidc import AWAY_COOKIE
from api.inbox.routes import router
from api.inbox.way_back import WANTED_COOKIE
from assistant.library.library import Library
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from tests.api.inbox.errand import TO_ALL, Errand, Route
from tests.api.inbox.rights_table import RIGHTS, Door, Right
from tests.api.inbox.town import ADDRESS, AWAY, HOME, NAME, PHONE, ROLES, Held, Town, Visitor, town

DOORS = {
    get_args(AtThreshold)[1].dependency: Door.THRESHOLD,
    get_args(MaySetUp)[1].dependency: Door.SETTING_UP,
    get_args(AtDesk)[1].dependency: Door.STAFF,
    get_args(LeadAtDesk)[1].dependency: Door.LEAD,
    get_args(AdminAtDesk)[1].dependency: Door.ADMIN,
}

OUTSIDE = frozenset({Visitor.NOBODY, Visitor.MADE_UP, Visitor.ENDED})
HALFWAY = frozenset({Visitor.HALF, Visitor.MUST_SET_UP})

ASKS_FOR_PROOF = frozenset({"/inbox/second-factor/code", "/inbox/second-factor/passkey"})
"""Whoever has no second factor yet has nothing that would do here."""

NOTHING_TO_TRY = (("POST", "/inbox/settings/recipients/test"), Visitor.STRANGER)
"""Their municipality receives nothing, so that no trial goes out from there."""

ON_ONESELF = ("/inbox/account", "/inbox/new-factor", "/inbox/second-factor", "/inbox/sign-out")
"""Where somebody changes their own account or session, so that it must be one that nobody needs any more."""


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


def routes() -> list[Route]:
    """Every method and path of the inbox."""
    return sorted(
        (method, context.path or "")
        for context in iter_route_contexts(router.routes)
        if isinstance(context.original_route, APIRoute)
        for method in context.methods or ()
    )


def declared_doors() -> dict[Route, Door | None]:
    """The door that each route names itself, as one of its parameters; None where it names none."""
    found: dict[Route, Door | None] = {}
    for context in iter_route_contexts(router.routes):
        named = [one.call for one in context.dependant.dependencies if one.name is not None]
        door = next((DOORS[call] for call in named if call in DOORS), None)
        found |= {(method, context.path or ""): door for method in context.methods or ()}
    return found


def expected(route: Route, right: Right, visitor: Visitor) -> Outcome:
    """What must come of it."""
    _, path = route
    if right.door is Door.OPEN:
        return Outcome.SERVED
    if visitor in OUTSIDE:
        return Outcome.SIGNED_OUT
    if right.door is Door.THRESHOLD:
        if visitor is Visitor.MUST_SET_UP and path in ASKS_FOR_PROOF:
            return Outcome.FORBIDDEN
        return Outcome.SERVED if visitor in HALFWAY else Outcome.SIGNED_OUT
    if right.door is Door.SETTING_UP:
        return Outcome.SIGNED_OUT if visitor is Visitor.HALF else Outcome.SERVED
    if visitor in HALFWAY:
        return Outcome.SIGNED_OUT
    if not ROLES[visitor].is_at_least(Role(right.door.value)):
        return Outcome.FORBIDDEN
    is_of_home = "{number}" in path or ("{name}" in path and not path.endswith(TO_ALL))
    return Outcome.NOT_FOUND if visitor is Visitor.STRANGER and is_of_home else Outcome.SERVED


@dataclass(frozen=True)
class Call:
    """One combination, what came of it, and what is wrong with that; `dids` are the lines it left in the log."""

    route: Route
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
        if self.told:
            found.append("it tells of a request of another municipality, or of one to somebody without a session")
        if self.changed:
            found.append("it changed a request though it was refused")
        if self.outcome is Outcome.SERVED:
            found += self._faults_of_log(RIGHTS.get(self.route, Right(Door.OPEN)))
        return tuple(f"{' '.join(self.route)} by {self.visitor}: {fault}" for fault in found)

    def _faults_of_log(self, right: Right) -> Iterator[str]:
        must_be_there = right.did is not None and (self.route, self.visitor) != NOTHING_TO_TRY
        if must_be_there and right.did not in self.dids:
            yield f"no line about it in the audit log ({right.did})"
        if right.did is None and not right.silent and (self.route[0] != "GET" or self.is_file):
            yield "the table does not say what it leaves in the audit log"
        if right.silent and self.dids:
            yield f"it leaves lines in the audit log ({self.dids}) though it should be silent: {right.silent}"
        # After a step the browser is led to the page, which notes the opening itself.
        if self.dids.count(Did.OPENED) > (right.did is Did.OPENED):
            yield "one view of a request is noted more than once"


async def call(place: Town, route: Route, visitor: Visitor) -> Call:
    """Try it."""
    right = RIGHTS.get(route, Right(Door.OPEN))
    wanted = expected(route, right, visitor)
    held = await _comes(place, route, visitor)
    # Whoever is refused changes nothing, so that all of them may try it on the same request.
    is_on_own = "{number}" in route[1] and wanted is Outcome.SERVED
    number = await place.request_in(HOME) if is_on_own else await place.standing()
    names = await Errand(place, visitor, held, number).names(route, right)
    before = await place.referral(number)
    known = await place.end_of_log()
    async with a_browser(place.app, held.session) as browser:
        if "state" in names:
            browser.cookies.set(AWAY_COOKIE, place.service.kept)
        form = {"form_token": held.proof, "version": str(before.version), "seen": str(len(before.thread))}
        answer = await _ask(browser, route, right, names, form)
    outcome = _outcome(answer)
    if route[0] != "GET" and outcome not in REFUSED:
        place.lost(visitor)
    return Call(
        route,
        visitor,
        outcome,
        wanted,
        await place.lines_after(known),
        told=_tells(answer, visitor),
        changed=outcome in REFUSED and before != await place.referral(number),
        is_file=answer.status_code == 200 and answer.headers["content-type"].partition(";")[0] not in SEEN_ONLY,
    )


async def _comes(place: Town, route: Route, visitor: Visitor) -> Held:
    method, path = route
    if method == "GET" or visitor in OUTSIDE or not path.startswith(ON_ONESELF):
        return await place.held(visitor)
    has_factor = "/factors" in path or path.endswith("/codes")
    return await place.comes(visitor, f"own-{place.unique()}", has_factor=has_factor)


def a_browser(app: FastAPI, session: str) -> httpx.AsyncClient:
    """Somebody on the inbox's own pages."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app, raise_app_exceptions=False),
        base_url=ADDRESS,
        headers={"sec-fetch-site": "same-origin"},
        cookies={SESSION_COOKIE: session} if session else {},
    )


async def _ask(
    browser: httpx.AsyncClient, route: Route, right: Right, names: Mapping[str, str], form: dict[str, str]
) -> httpx.Response:
    method, path = route
    form |= {name: value.format(**names) for name, value in right.form.items()}
    query = {name: value.format(**names) for name, value in right.query.items()}
    return await browser.request(method, path.format(**names), params=query, data=form if method != "GET" else None)


def _outcome(answer: httpx.Response) -> Outcome:
    if answer.status_code == 401 or answer.headers.get("location") == "/inbox/sign-in":
        # Whoever signs out or chooses a language is led there too, with another cookie than the page that was wanted.
        kept = answer.headers.get("set-cookie", WANTED_COOKIE)
        return Outcome.SIGNED_OUT if kept.startswith(WANTED_COOKIE) else Outcome.SERVED
    if answer.status_code == 403:
        return Outcome.FORBIDDEN
    if answer.status_code == 404:
        return Outcome.NOT_FOUND
    return Outcome.SERVED if answer.status_code in {200, 204, 303} else Outcome.OTHER


def _tells(answer: httpx.Response, visitor: Visitor) -> bool:
    """Whether it holds anything of requests that are not for this visitor."""
    not_theirs = {Visitor.STRANGER: [HOME]}.get(visitor, [AWAY])
    not_theirs = [HOME, AWAY] if visitor in OUTSIDE | HALFWAY else not_theirs
    said = answer.text + str(answer.headers)
    if any(word in said for town in not_theirs for word in (NAME[town], PHONE[town][4:])):
        return True
    # As it is written for people; inside of a random token the same five digits may stand by chance.
    return any(re.search(rf"(?<![\w-]){PHONE[town][-5:]}(?![\w-])", said) for town in not_theirs)


async def walk(folder: Path, library: Library | None = None) -> list[Call]:
    """Every route by everybody."""
    async with town(folder, library) as place:
        # First of all: the session is over since a day has passed, and no other one may be.
        await place.held(Visitor.ENDED)
        return [await call(place, route, visitor) for route in routes() for visitor in Visitor]


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
