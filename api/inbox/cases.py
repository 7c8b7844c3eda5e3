"""One request in the inbox: its page, and what staff do with it."""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Path, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.forms import ChangeForm, PassFault, PassForm, ReplyFault, ReplyForm
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.pdf import pdf_answer
from assistant.delivery.outbox import FAILED, State
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import EntryKind

CASES = APIRouter(prefix="/inbox", route_class=InboxRoute)

Number = Annotated[str, Path(pattern=r"^[0-9]{1,20}$")]

log = structlog.get_logger(__name__)


class Note(StrEnum):
    """What was just done that is no line of the thread."""

    RETRIED = "retried"


@dataclass(frozen=True)
class Typed:
    """A reply that is not sent yet; `key` stays the same until it is."""

    text: str
    key: str
    fault: ReplyFault | None = None


@dataclass(frozen=True)
class Passing:
    """What was chosen and written to pass a request on, and is not done yet."""

    municipality: str = ""
    text: str = ""
    fault: PassFault | None = None


@CASES.get("/{number}")
async def referral(
    seat: AtDesk,
    number: Number,
    done: EntryKind | None = None,
    note: Note | None = None,
) -> Response:
    """One request: what the person sent, what happened since, what can be done."""
    try:
        known = await seat.host.casework.open(seat.member, number)
    except ReferralNotFoundError:
        return await _passed_away_page(seat, number)
    return await _referral_page(seat, known, done=done, note=note)


@CASES.get("/{number}/document")
async def document(seat: AtDesk, number: Number) -> Response:
    """The request as a PDF to file; another municipality's is not found."""
    paper = await seat.host.papers.of_staff(seat.member, number)
    return pdf_answer(paper, await seat.host.papers.pdf(paper))


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


@CASES.post("/{number}/retry")
async def retry(seat: AtDesk, number: Number) -> Response:
    """Put what failed to be handed over back in line. Whoever presses twice has what they wanted."""
    count = await seat.host.casework.retry(seat.member, number)
    log.info("deliveries put back in line", number=number, count=count)
    return RedirectResponse(f"/inbox/{number}?note={Note.RETRIED}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)


@CASES.post("/{number}/pass")
async def pass_on(seat: AtDesk, number: Number, form: Annotated[PassForm, Form()]) -> Response:
    """Give the request to another municipality, or point the person there where nothing can be passed on."""
    fault = form.fault(seat.host.library.municipalities.keys() - {seat.member.municipality})
    if fault is not None:
        now = await seat.host.casework.open(seat.member, number)
        return await _referral_page(seat, now, passing=Passing(form.municipality, form.text, fault))
    try:
        is_moved = await seat.host.passing.pass_on(seat.member, number, form.version, form.municipality, form.text)
    except ReferralNotFoundError:
        # Whoever presses twice has what they wanted.
        return await _passed_away_page(seat, number)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        now = await seat.host.casework.open(seat.member, number)
        return await _referral_page(seat, now, seen=form.seen, passing=Passing(form.municipality, form.text))
    return _done(number, EntryKind.PASSED_ON if is_moved else EntryKind.POINTED)


async def _passed_away_page(seat: Seat, number: str) -> Response:
    """That it was passed on, to whom and when, and nothing of what stands in it. Raises ReferralNotFoundError."""
    for passed in await seat.host.passing.passed_away(seat.member):
        if passed.number == number:
            return page("passed_away", seat=seat, passed=passed, names=seat.host.library.municipalities)
    raise ReferralNotFoundError(number)


async def _referral_page(
    seat: Seat,
    known: Referral,
    *,
    done: EntryKind | None = None,
    seen: int | None = None,
    typed: Typed | None = None,
    note: Note | None = None,
    passing: Passing | None = None,
) -> Response:
    """The page of a request; `seen` is given where somebody changed it since then, and nothing was stored."""
    status = HTTPStatus.OK
    if seen is not None:
        status = HTTPStatus.CONFLICT
    elif typed is not None or passing is not None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    deliveries = await seat.host.casework.deliveries(seat.member, known.number)
    return page(
        "referral",
        seat=seat,
        status=status,
        referral=known,
        need=seat.host.library.services.get(known.request.need),
        municipality=seat.host.library.municipalities.get(known.request.municipality),
        receiving=await seat.host.office_desk.receiving(),
        deliveries=deliveries,
        passwords=await seat.host.casework.passwords(seat.member, known.number),
        may_retry=any(entry.state in FAILED for entry in deliveries),
        # The address may be old or made up; what the page says was done must be what happened last.
        done=done if done is known.thread[-1].kind else None,
        is_retried=note is Note.RETRIED and any(entry.state in {State.CREATED, State.SENDING} for entry in deliveries),
        changes=None if seen is None else known.thread[seen:],
        typed=typed or Typed("", secrets.token_urlsafe(16)),
        passing=passing or Passing(),
    )


def _done(number: str, done: EntryKind) -> Response:
    log.info("referral handled", number=number, what=done.value)
    return RedirectResponse(f"/inbox/{number}?done={done}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
