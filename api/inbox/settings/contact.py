"""The overview, and how people reach the department."""

from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk
from api.inbox.pages import page
from api.inbox.settings.answering import NOTHING_MORE, Done, Section, shown, stored
from api.inbox.settings.filled import contact_filled
from api.inbox.settings.forms import typed_in
from api.inbox.settings.reading import read_contact

CONTACT = APIRouter(prefix="/inbox/settings", route_class=InboxRoute)


@CONTACT.get("")
async def overview(seat: LeadAtDesk) -> Response:
    """Everything that is set, in short."""
    now = await seat.host.office_desk.now(seat.member)
    return page("settings/overview", seat=seat, now=now, team=await seat.host.team_desk.members(seat.member))


@CONTACT.get("/contact")
async def contact(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """The contact and the hours, to be changed."""
    now = await seat.host.office_desk.now(seat.member)
    return shown(seat, Section.CONTACT, now, contact_filled(now), NOTHING_MORE, done=done)


@CONTACT.post("/contact")
async def save_contact(seat: LeadAtDesk, request: Request) -> Response:
    """Store the contact and the hours."""
    typed = await typed_in(request)
    return await stored(seat, Section.CONTACT, typed, read_contact(typed))
