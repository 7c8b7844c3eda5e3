"""How long closed requests are kept, and what happens when a person wants a sent request erased."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk
from api.inbox.settings.answering import NOTHING_MORE, Done, Section, shown, stored
from api.inbox.settings.forms import Change, Fault, Typed, typed_in
from assistant.referrals.office import LONGEST_KEPT
from assistant.usecases.office_desk import OfficeNow

KEEPING = APIRouter(prefix="/inbox/settings", route_class=InboxRoute)

AT_ONCE, DECIDES = "at-once", "decides"


@KEEPING.get("/keeping")
async def keeping(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """How it stands."""
    now = await seat.host.office_desk.now(seat.member)
    return shown(seat, Section.KEEPING, now, keeping_filled(now), NOTHING_MORE, done=done)


@KEEPING.post("/keeping")
async def save_keeping(seat: LeadAtDesk, request: Request) -> Response:
    """Keep so from now on."""
    typed = await typed_in(request)
    return await stored(seat, Section.KEEPING, typed, read_keeping(typed))


def keeping_filled(now: OfficeNow) -> Typed:
    """The form as it is stored."""
    days = "" if now.office.kept_days is None else str(now.office.kept_days)
    return Typed({"days": days, "erasing": AT_ONCE if now.office.erases_at_once else DECIDES})


def read_keeping(typed: Typed) -> Change | None:
    """The term, empty for that of the program, and who decides what is erased."""
    written = typed.of("days")
    is_number = written.isascii() and written.isdecimal() and len(written) <= len(str(LONGEST_KEPT))
    days = int(written) if is_number else 0
    if written and not 1 <= days <= LONGEST_KEPT:
        typed.refuse("days", Fault.NOT_A_TERM)
    if typed.of("erasing") not in {AT_ONCE, DECIDES}:
        typed.refuse("erasing", Fault.NOT_CHOSEN)
    if typed.faults:
        return None
    at_once = typed.of("erasing") == AT_ONCE
    return lambda office: replace(office, kept_days=days if written else None, erases_at_once=at_once)
