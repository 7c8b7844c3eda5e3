"""A request goes elsewhere: to another municipality, or once more to where it could not be delivered."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Note, Number, Passing, done_page, passed_away_page, referral_page
from api.inbox.forms import PassForm
from api.inbox.pages import KEPT_BY_NOBODY
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
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, passing=Passing(form.municipality, form.text, fault))
    try:
        is_moved = await seat.host.passing.pass_on(seat.member, number, form.version, form.municipality, form.text)
    except ReferralNotFoundError:
        # Whoever presses twice has what they wanted.
        return await passed_away_page(seat, number)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, seen=form.seen, passing=Passing(form.municipality, form.text))
    return done_page(number, EntryKind.PASSED_ON if is_moved else EntryKind.POINTED)
