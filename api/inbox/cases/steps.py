"""What staff do with a request that needs no text: take it, note a call, close it."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number, done_page, referral_page
from api.inbox.forms import ChangeForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError
from assistant.referrals.referral import Status
from assistant.referrals.thread import EntryKind

STEPS = APIRouter(prefix="/inbox", route_class=InboxRoute)


@STEPS.post("/{number}/take")
async def take(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Take the request on, also from a colleague."""
    try:
        await seat.host.casework.take(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.status is not Status.TAKEN or now.taken_by != seat.member.email:
            return await referral_page(seat, now, seen=form.seen)
    return done_page(number, EntryKind.TAKEN)


@STEPS.post("/{number}/call")
async def call(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Note that the person was called."""
    try:
        await seat.host.casework.call(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.thread[-1].kind is not EntryKind.CALLED or now.thread[-1].by != seat.member.email:
            return await referral_page(seat, now, seen=form.seen)
    return done_page(number, EntryKind.CALLED)


@STEPS.post("/{number}/close")
async def close(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """End the work on the request."""
    try:
        await seat.host.casework.close(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.status is not Status.CLOSED or now.thread[-1].by != seat.member.email:
            return await referral_page(seat, now, seen=form.seen)
    return done_page(number, EntryKind.CLOSED)
