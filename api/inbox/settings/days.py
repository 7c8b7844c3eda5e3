"""Days on which the department is closed, and days on which a colleague is away."""

from dataclasses import replace
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk, Seat
from api.inbox.settings.answering import Done, Section, shown, stored
from api.inbox.settings.forms import Change, Fault, Typed, typed_in
from api.inbox.settings.reading import read_absence, read_closing

RowT = TypeVar("RowT")

DAYS = APIRouter(prefix="/inbox/settings/days", route_class=InboxRoute)


@DAYS.get("")
async def days(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """Both lists, each with a form for one more."""
    now = await seat.host.office_desk.now(seat.member)
    return shown(seat, Section.DAYS, now, Typed(), {"team": await _team(seat)}, done=done)


@DAYS.post("/close")
async def close(seat: LeadAtDesk, request: Request) -> Response:
    """Add days on which the department is closed."""
    typed = await typed_in(request)
    now = await seat.host.office_desk.now(seat.member)
    change = read_closing(typed, now.today, len(now.office.closings))
    return await stored(seat, Section.DAYS, typed, change, {"team": await _team(seat)})


@DAYS.post("/away")
async def away(seat: LeadAtDesk, request: Request) -> Response:
    """Add days on which a colleague is away."""
    typed = await typed_in(request)
    now, team = await seat.host.office_desk.now(seat.member), await _team(seat)
    change = read_absence(typed, now.today, frozenset(team), len(now.office.absences))
    return await stored(seat, Section.DAYS, typed, change, {"team": team})


@DAYS.post("/remove")
async def remove(seat: LeadAtDesk, request: Request) -> Response:
    """Take a row out of one of the lists."""
    typed = await typed_in(request)
    return await stored(seat, Section.DAYS, typed, _without(typed), {"team": await _team(seat)}, done=Done.REMOVED)


def _without(typed: Typed) -> Change | None:
    # The version that goes with it says that the row still stands where it stood.
    row = int(typed.of("row")) if typed.of("row").isdecimal() else -1
    match typed.of("list"):
        case "closings":
            return lambda office: replace(office, closings=_but(office.closings, row))
        case "absences":
            return lambda office: replace(office, absences=_but(office.absences, row))
    typed.refuse("first", Fault.NOT_CHOSEN)
    return None


def _but(rows: tuple[RowT, ...], place: int) -> tuple[RowT, ...]:
    return tuple(row for at, row in enumerate(rows) if at != place)


async def _team(seat: Seat) -> tuple[str, ...]:
    return tuple(member.email for member in await seat.host.team_desk.members(seat.member))
