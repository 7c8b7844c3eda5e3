"""The page of one request: what the person sent, what happened since, what can be done."""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Path, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.coached import Coached
from api.inbox.forms import PassFault, ReplyFault
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.pdf import pdf_answer
from assistant.delivery.outbox import FAILED, State
from assistant.errors import ReferralNotFoundError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind

PAGE = APIRouter(prefix="/inbox", route_class=InboxRoute)

Number = Annotated[str, Path(pattern=r"^[0-9]{1,20}$")]

log = structlog.get_logger(__name__)


class Note(StrEnum):
    """What was just done that is no line of the thread."""

    RETRIED = "retried"


@dataclass(frozen=True)
class Typed:
    """A reply that is not sent yet; `key` stays the same until it is. `coached` where it was only looked at."""

    text: str
    key: str
    fault: ReplyFault | None = None
    coached: Coached | None = None


@dataclass(frozen=True)
class Passing:
    """What was chosen and written to pass a request on, and is not done yet."""

    municipality: str = ""
    text: str = ""
    fault: PassFault | None = None


@PAGE.get("/{number}")
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
        return await passed_away_page(seat, number)
    return await referral_page(seat, known, done=done, note=note)


@PAGE.get("/{number}/document")
async def document(seat: AtDesk, number: Number) -> Response:
    """The request as a PDF to file; another municipality's is not found."""
    paper = await seat.host.papers.of_staff(seat.member, number)
    return pdf_answer(paper, await seat.host.papers.pdf(paper))


async def passed_away_page(seat: Seat, number: str) -> Response:
    """That it was passed on, to whom and when, and nothing of what stands in it. Raises ReferralNotFoundError."""
    for passed in await seat.host.passing.passed_away(seat.member):
        if passed.number == number:
            return page("passed_away", seat=seat, passed=passed, names=seat.host.library.municipalities)
    raise ReferralNotFoundError(number)


async def referral_page(
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
    elif (typed is not None and typed.coached is None) or passing is not None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    deliveries = await seat.host.casework.deliveries(seat.member, known.number)
    return page(
        "referral",
        seat=seat,
        status=status,
        referral=known,
        need=seat.host.library.services.get(known.request.need),
        municipality=seat.host.library.municipalities.get(known.request.municipality),
        deliveries=deliveries,
        passwords=await seat.host.casework.passwords(seat.member, known.number),
        may_retry=any(entry.state in FAILED for entry in deliveries),
        # The address may be old or made up; what the page says was done must be what happened last.
        done=done if done is known.thread[-1].kind else None,
        is_retried=note is Note.RETRIED and any(entry.state in {State.CREATED, State.SENDING} for entry in deliveries),
        changes=None if seen is None else known.thread[seen:],
        typed=typed or Typed("", secrets.token_urlsafe(16)),
        passing=passing or Passing(),
        ready_replies=await seat.host.ready_desk.offered(seat.member),
    )


def done_page(number: str, done: EntryKind) -> Response:
    """Back to the page of the request, which then says what was done."""
    log.info("referral handled", number=number, what=done.value)
    return RedirectResponse(f"/inbox/{number}?done={done}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
