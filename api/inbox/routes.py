"""The inbox: the list of requests, one request, and what staff do with it."""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Form, Path, Response
from fastapi.responses import RedirectResponse

from api.inbox import sign_in
from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat, signed_in
from api.inbox.forms import ChangeForm, ReplyFault, ReplyForm
from api.inbox.pages import KEPT_BY_NOBODY, page
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError
from assistant.referrals.referral import EntryKind, Referral, Status

CASES = APIRouter(prefix="/inbox", route_class=InboxRoute)

Number = Annotated[str, Path(pattern=r"^[0-9]{1,20}$")]

OPEN = (Status.NEW, Status.TAKEN, Status.ANSWERED)
OVER = (Status.CLOSED, Status.WITHDRAWN)

log = structlog.get_logger(__name__)


class Show(StrEnum):
    """The two halves of the list."""

    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True)
class Typed:
    """A reply that is not sent yet; `key` stays the same until it is."""

    text: str
    key: str
    fault: ReplyFault | None = None


@CASES.get("")
async def inbox(seat: AtDesk, show: Show = Show.OPEN) -> Response:
    """The municipality's requests by how they stand."""
    referrals = await seat.host.casework.inbox(seat.member)
    shown = OPEN if show is Show.OPEN else OVER
    return page(
        "list",
        seat=seat,
        show=show,
        groups=[(status, [known for known in referrals if known.status is status]) for status in shown],
        open_count=sum(not known.is_over for known in referrals),
        over_count=sum(known.is_over for known in referrals),
    )


@CASES.get("/{number}")
async def referral(seat: AtDesk, number: Number, done: EntryKind | None = None) -> Response:
    """One request: what the person sent, what happened since, what can be done."""
    return await _referral_page(seat, await seat.host.casework.open(seat.member, number), done=done)


@CASES.post("/{number}/take")
async def take(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Take the request on, also from a colleague."""
    try:
        await seat.host.casework.take(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.status is not Status.TAKEN or now.taken_by != seat.member.email:
            return await _referral_page(seat, now, seen=form.seen)
    return _done(number, EntryKind.TAKEN)


@CASES.post("/{number}/reply")
async def reply(seat: AtDesk, number: Number, form: Annotated[ReplyForm, Form()]) -> Response:
    """Answer the person. What was typed stays on the page until it is sent."""
    if form.fault is not None:
        now = await seat.host.casework.open(seat.member, number)
        return await _referral_page(seat, now, typed=Typed(form.text, form.key, form.fault))
    try:
        # The key shares its place with those of the person's own messages, so it says where it is from.
        await seat.host.casework.reply(seat.member, number, form.version, form.text, f"reply:{form.key}")
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        return await _referral_page(seat, now, seen=form.seen, typed=Typed(form.text, form.key))
    return _done(number, EntryKind.REPLIED)


@CASES.post("/{number}/call")
async def call(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Note that the person was called."""
    try:
        await seat.host.casework.call(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.thread[-1].kind is not EntryKind.CALLED or now.thread[-1].by != seat.member.email:
            return await _referral_page(seat, now, seen=form.seen)
    return _done(number, EntryKind.CALLED)


@CASES.post("/{number}/close")
async def close(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """End the work on the request."""
    try:
        await seat.host.casework.close(seat.member, number, form.version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        # Whoever presses twice has what they wanted.
        if now.status is not Status.CLOSED or now.thread[-1].by != seat.member.email:
            return await _referral_page(seat, now, seen=form.seen)
    return _done(number, EntryKind.CLOSED)


async def _referral_page(
    seat: Seat, known: Referral, *, done: EntryKind | None = None, seen: int | None = None, typed: Typed | None = None
) -> Response:
    """The page of a request; `seen` is given where somebody changed it since then, and nothing was stored."""
    status = HTTPStatus.OK
    if seen is not None:
        status = HTTPStatus.CONFLICT
    elif typed is not None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return page(
        "referral",
        seat=seat,
        status=status,
        referral=known,
        need=seat.host.library.services.get(known.request.need),
        municipality=seat.host.library.municipalities.get(known.request.municipality),
        deliveries=await seat.host.casework.deliveries(seat.member, known.number),
        # The address may be old or made up; what the page says was done must be what happened last.
        done=done if done is known.thread[-1].kind else None,
        changes=None if seen is None else known.thread[seen:],
        typed=typed or Typed("", secrets.token_urlsafe(16)),
    )


def _done(number: str, done: EntryKind) -> Response:
    log.info("referral handled", number=number, what=done.value)
    return RedirectResponse(f"/inbox/{number}?done={done}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)


router = APIRouter()
router.include_router(sign_in.OPEN_TO_ALL)
# What stands behind the sign-in names its door once, for every route that is here now or comes later.
router.include_router(sign_in.BEHIND_SIGN_IN, dependencies=[Depends(signed_in)])
router.include_router(CASES, dependencies=[Depends(signed_in)])
