"""Whether people can send requests to the department, and who there gets word of them."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk
from api.inbox.settings.answering import NOTHING_MORE, Done, Section, back_to, shown, stored
from api.inbox.settings.filled import recipients_filled
from api.inbox.settings.forms import Fault, Typed, key_of, typed_in
from api.inbox.settings.reading import read_recipients
from assistant.referrals.routing import Way

SENDING = APIRouter(prefix="/inbox/settings", route_class=InboxRoute)


@SENDING.get("/sending")
async def sending(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """The switch, and what it does."""
    now = await seat.host.office_desk.now(seat.member)
    return shown(seat, Section.SENDING, now, Typed(), NOTHING_MORE, done=done)


@SENDING.post("/sending")
async def switch(seat: LeadAtDesk, request: Request) -> Response:
    """Switch sending on, or off after it was confirmed."""
    typed = await typed_in(request)
    is_on = typed.of("turn") == "on"
    if not is_on and not typed.of("confirmed"):
        typed.refuse("confirmed", Fault.NOT_CONFIRMED)
        return await stored(seat, Section.SENDING, typed, None)
    return await stored(
        seat,
        Section.SENDING,
        typed,
        lambda office: replace(office, is_sending=is_on),
        done=Done.ON if is_on else Done.OFF,
    )


@SENDING.get("/recipients")
async def recipients(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """Who gets word of new requests, and how trials stand."""
    now = await seat.host.office_desk.now(seat.member)
    trials = await seat.host.office_desk.trials(seat.member)
    return shown(seat, Section.RECIPIENTS, now, recipients_filled(now), {"trials": trials}, done=done)


@SENDING.post("/recipients")
async def save_recipients(seat: LeadAtDesk, request: Request) -> Response:
    """Store who gets word."""
    typed = await typed_in(request)
    opened = (await seat.host.office_desk.now(seat.member)).opened
    webhooks = tuple(one for one in opened.recipients if one.way is Way.WEBHOOK) if opened else ()
    trials = await seat.host.office_desk.trials(seat.member)
    return await stored(seat, Section.RECIPIENTS, typed, read_recipients(typed, webhooks), {"trials": trials})


@SENDING.post("/recipients/default")
async def default_recipients(seat: LeadAtDesk, request: Request) -> Response:
    """Go back to those that the operator has set."""
    typed = await typed_in(request)
    trials = await seat.host.office_desk.trials(seat.member)
    return await stored(
        seat, Section.RECIPIENTS, typed, lambda office: replace(office, recipients=None), {"trials": trials}
    )


@SENDING.post("/recipients/test")
async def try_out(seat: LeadAtDesk, request: Request) -> Response:
    """Send a trial to one of the recipients that hold now."""
    typed = await typed_in(request)
    route = (await seat.host.office_desk.now(seat.member)).route
    chosen = next((one for one in (route.recipients if route else ()) if key_of(one) == typed.of("recipient")), None)
    is_sent = chosen is not None and await seat.host.office_desk.try_out(seat.member, chosen)
    return back_to(Section.RECIPIENTS, Done.TRIED if is_sent else Done.WAITS)
