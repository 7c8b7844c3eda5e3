"""What staff do with a request of theirs: take it, note a call, close it, open it again."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number, Unsent, changed_page, done_page, faulty_page
from api.inbox.forms import ChangeForm
from api.inbox.step_forms import CallForm, CloseForm, ReopenForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, ReferralNotClosedError
from assistant.referrals.thread import CallResult, Ending, EntryKind

STEPS = APIRouter(prefix="/inbox", route_class=InboxRoute)


@STEPS.post("/{number}/take")
async def take(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Take the request on, also from a colleague."""
    try:
        await seat.host.casework.take(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form)
    return done_page(number, EntryKind.TAKEN)


@STEPS.post("/{number}/call")
async def call(seat: AtDesk, number: Number, form: Annotated[CallForm, Form()]) -> Response:
    """Note that the person was called, and what came of it."""
    if form.fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("call", form, form.fault))
    result = CallResult(form.result)
    try:
        await seat.host.casework.call(seat.member, number, form.version, result, form.text, key=form.key)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("call", form))
    return done_page(number, EntryKind.CALLED if result is CallResult.REACHED else EntryKind.TRIED)


@STEPS.post("/{number}/close")
async def close(seat: AtDesk, number: Number, form: Annotated[CloseForm, Form()]) -> Response:
    """End the work on the request."""
    if form.fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("close", form, form.fault))
    try:
        await seat.host.casework.close(seat.member, number, form.version, Ending(form.ending), key=form.key)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("close", form))
    return done_page(number, EntryKind.CLOSED)


@STEPS.post("/{number}/reopen")
async def reopen(seat: AtDesk, number: Number, form: Annotated[ReopenForm, Form()]) -> Response:
    """Work on the request again."""
    if form.fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("reopen", form, form.fault))
    try:
        await seat.host.casework.reopen(seat.member, number, form.version, form.text, key=form.key)
    except (ReferralChangedError, ReferralNotClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("reopen", form))
    return done_page(number, EntryKind.REOPENED)
