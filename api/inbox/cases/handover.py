"""A request goes elsewhere: to another municipality, to an institution, or once more to where it was not delivered."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Note, Number, Unsent, changed_page, done_page, faulty_page, passed_away_page
from api.inbox.forms import PassForm
from api.inbox.pages import KEPT_BY_NOBODY
from api.inbox.step_forms import HandForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, ReferralNotFoundError
from assistant.referrals.thread import EntryKind

HANDOVER = APIRouter(prefix="/inbox", route_class=InboxRoute)

log = structlog.get_logger(__name__)


@HANDOVER.post("/{number}/retry")
async def retry(seat: AtDesk, number: Number) -> Response:
    """Put what failed to be handed over back in line. Whoever presses twice has what they wanted."""
    count = await seat.host.casework.retry(seat.member, number)
    log.info("deliveries put back in line", number=number, count=count)
    return RedirectResponse(f"/inbox/{number}?note={Note.RETRIED}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)


@HANDOVER.post("/{number}/pass")
async def pass_on(seat: AtDesk, number: Number, form: Annotated[PassForm, Form()]) -> Response:
    """Give the request to another municipality, or point the person there where nothing can be passed on."""
    fault = form.fault(seat.host.library.municipalities.keys() - {seat.member.municipality})
    if fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("pass", form, fault))
    try:
        is_moved = await seat.host.passing.pass_on(seat.member, number, form.version, form.municipality, form.text)
    except ReferralNotFoundError:
        # Whoever presses twice has what they wanted.
        return await passed_away_page(seat, number)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("pass", form))
    return done_page(number, EntryKind.PASSED_ON if is_moved else EntryKind.POINTED)


@HANDOVER.post("/{number}/institution")
async def hand(seat: AtDesk, number: Number, form: Annotated[HandForm, Form()]) -> Response:
    """Pass the request on to an institution, and tell the person so."""
    if form.fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("hand", form, form.fault))
    try:
        await seat.host.passing.hand(seat.member, number, form.version, form.name, form.text, key=form.key)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("hand", form))
    return done_page(number, EntryKind.HANDED)
