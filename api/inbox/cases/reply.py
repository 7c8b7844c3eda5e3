"""Staff answer the person."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number, Typed, done_page, referral_page
from api.inbox.forms import ReplyForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError
from assistant.referrals.thread import EntryKind

REPLY = APIRouter(prefix="/inbox", route_class=InboxRoute)


@REPLY.post("/{number}/reply")
async def reply(seat: AtDesk, number: Number, form: Annotated[ReplyForm, Form()]) -> Response:
    """Answer the person. What was typed stays on the page until it is sent."""
    if form.fault is not None:
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, typed=Typed(form.text, form.key, form.fault))
    try:
        # The key shares its place with those of the person's own messages, so it says where it is from.
        await seat.host.casework.reply(seat.member, number, form.version, form.text, f"reply:{form.key}")
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, seen=form.seen, typed=Typed(form.text, form.key))
    return done_page(number, EntryKind.REPLIED)
