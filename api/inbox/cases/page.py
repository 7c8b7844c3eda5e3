"""The page of one request: what the person sent, what happened since, what can be done."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Path, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.cases.timeline import timeline
from api.inbox.coached import Coached
from api.inbox.forms import ChangeForm, PassFault, ReplyFault
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.question_form import QuestionForm, no_question
from api.inbox.step_forms import FIELDS, Fault
from api.pdf import pdf_answer
from assistant.delivery.outbox import FAILED, State
from assistant.errors import ReferralNotFoundError
from assistant.referrals.mentions import handles_of
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
class Unsent:
    """A form that was not carried out: which one, what stood in it, what is wrong with it; `detail` is who it is about.

    `fault` is None where nothing is wrong with it, but somebody changed the request in the meantime.
    """

    form: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    fault: Fault | PassFault | None = None
    detail: str = ""

    @classmethod
    def filled_in(
        cls, name: str, form: BaseModel, fault: Fault | PassFault | None = None, detail: str = ""
    ) -> "Unsent":
        """What stood in this form."""
        return cls(name, {key: str(value) for key, value in form.model_dump().items()}, fault, detail)

    @property
    def field(self) -> str:
        """The field that must be mended, empty where none must."""
        return "" if self.fault is None else FIELDS.get(self.fault, "text")

    def of(self, name: str) -> "Unsent":
        """This, where it is the form of that name; an empty one else."""
        return self if self.form == name else Unsent()

    def described(self, name: str, field: str, has_hint: object) -> dict[str, str]:
        """The attributes by which a field of that form leads to its hint and to what is wrong with it."""
        is_wrong = self.field == field
        leads_to = [f"{name}-{field}-hint"] if has_hint else []
        leads_to += [f"{name}-fault"] if is_wrong else []
        attributes = {"aria-describedby": " ".join(leads_to)} if leads_to else {}
        return attributes | {"aria-invalid": "true"} if is_wrong else attributes

    def value(self, name: str) -> str:
        """What stood in a field."""
        return self.fields.get(name, "")


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
    """That it was passed on, or erased, and when, and nothing of what stood in it. Raises ReferralNotFoundError."""
    for passed in await seat.host.passing.passed_away(seat.member):
        if passed.number == number:
            return page("passed_away", seat=seat, passed=passed, names=seat.host.library.municipalities)
    erased = await seat.host.erasure.gone(seat.member, number)
    if erased is not None:
        return page("erased", seat=seat, erased=erased)
    raise ReferralNotFoundError(number)


async def referral_page(
    seat: Seat,
    known: Referral,
    *,
    done: EntryKind | None = None,
    seen: int | None = None,
    typed: Typed | None = None,
    note: Note | None = None,
    unsent: Unsent | None = None,
    asking: QuestionForm | None = None,
) -> Response:
    """The page of a request; `seen` is given where somebody changed it since then, and nothing was stored."""
    status = HTTPStatus.OK
    if seen is not None:
        status = HTTPStatus.CONFLICT
    elif unsent is not None or any(part is not None and part.fault is not None for part in (typed, asking)):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    typed = typed or Typed("", secrets.token_urlsafe(16))
    unsent = unsent or Unsent()
    colleagues = await seat.host.colleagues.of(seat.member)
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
        timeline=timeline(known.thread, deliveries),
        colleagues=colleagues,
        away=await seat.host.colleagues.away(seat.member),
        doubles=await seat.host.merging.doubles(seat.member, known.number),
        typed=typed,
        unsent=unsent,
        handles=handles_of(colleague.email for colleague in colleagues),
        key=unsent.value("key") or typed.key,
        asking=asking or no_question(),
        asking_fault=asking.fault if asking else None,
        ready=seat.host.asking.ready,
        ready_replies=await seat.host.ready_desk.offered(seat.member),
    )


async def faulty_page(seat: Seat, number: str, unsent: Unsent) -> Response:
    """The page as it is now, with what is wrong and all that was filled in. Raises ReferralNotFoundError."""
    return await referral_page(seat, await seat.host.casework.open(seat.member, number), unsent=unsent)


async def changed_page(seat: Seat, number: str, form: ChangeForm, unsent: Unsent | None = None) -> Response:
    """The page as it is now, with what happened since it was seen, and all that was filled in.

    Raises ReferralNotFoundError.
    """
    now = await seat.host.casework.open(seat.member, number)
    return await referral_page(seat, now, seen=form.seen, unsent=unsent)


def done_page(number: str, done: EntryKind) -> Response:
    """Back to the page of the request, which then says what was done."""
    log.info("referral handled", number=number, what=done.value)
    return RedirectResponse(f"/inbox/{number}?done={done}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
