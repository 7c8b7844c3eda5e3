"""Staff ask the person a question, and look at a question or a reply as the person will see it before they send it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api.chat.rendering import pages_of
from api.chat.view import talk_view
from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.cases.page import Number, Typed, done_page, referral_page
from api.inbox.forms import ReplyForm
from api.inbox.pages import page
from api.inbox.question_form import QuestionForm, ShownForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError
from assistant.referrals.thread import EntryKind
from assistant.usecases.ports import Line

SHOWN = "shown"
"""The id of the message that is looked at: on its page there is no other."""

ASKING = APIRouter(prefix="/inbox", route_class=InboxRoute)


@ASKING.post("/{number}/ask")
async def ask(seat: AtDesk, number: Number, form: Annotated[QuestionForm, Form()]) -> Response:
    """Ask the person. What was typed stays on the page until it is sent."""
    if form.fault is not None:
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, asking=form)
    question = form.question(seat.host.asking.ready)
    try:
        # The key shares its place with those of replies and of the person's own messages, so it says where it is from.
        await seat.host.asking.ask(seat.member, number, form.version, question, f"ask:{form.key}")
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        return await referral_page(seat, now, seen=form.seen, asking=form)
    return done_page(number, EntryKind.ASKED)


@ASKING.post("/{number}/preview")
async def preview(request: Request, seat: AtDesk, number: Number, form: Annotated[ShownForm, Form()]) -> Response:
    """The reply or the question as the person's chat shows it; nothing is stored."""
    if (_reply_of(form) if form.is_reply else form).fault is not None:
        return await _form_page(seat, number, form)
    what = form.text if form.is_reply else form.question(seat.host.asking.ready)
    message = await seat.host.asking.shown(seat.member, number, what)
    pages = pages_of(request)
    view = talk_view([Line(SHOWN, datetime.now(UTC), message=replace(message, id=SHOWN))], pages.pictures)
    return page("preview", seat=seat, number=number, form=form, view=view, label=pages.words.label)


@ASKING.post("/{number}/draft")
async def draft(seat: AtDesk, number: Number, form: Annotated[ShownForm, Form()]) -> Response:
    """Back from looking at it, with all that was typed."""
    return await _form_page(seat, number, form)


async def _form_page(seat: Seat, number: str, form: ShownForm) -> Response:
    now = await seat.host.casework.open(seat.member, number)
    if form.is_reply:
        return await referral_page(seat, now, typed=Typed(form.text, form.key, _reply_of(form).fault))
    return await referral_page(seat, now, asking=form)


def _reply_of(form: ShownForm) -> ReplyForm:
    return ReplyForm(version=form.version, seen=form.seen, key=form.key, text=form.text)
