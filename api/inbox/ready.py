"""Ready replies: put into a reply, and looked after by leads."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Path, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import Field

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, LeadAtDesk, Seat
from api.inbox.cases.page import Number, Typed, referral_page
from api.inbox.coach import look_at, mended
from api.inbox.coached import Coached
from api.inbox.forms import ReplyForm
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.ready_forms import ReadyFault, ReadyForm, VersionForm
from assistant.errors import ReadyReplyChangedError
from assistant.library.ready_replies import LONGEST_TITLE
from assistant.usecases.ports import StaffMember
from assistant.usecases.ready import ReadyReply

READY = APIRouter(prefix="/inbox", route_class=InboxRoute)

NEW = "new"
"""Stands in an address in the place of an id that is not given yet."""

Name = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$")]

log = structlog.get_logger(__name__)


class Done(StrEnum):
    """What was just done."""

    STORED = "stored"
    REMOVED = "removed"
    BACK = "back"
    RESTORED = "restored"


class PutForm(ReplyForm):
    """A reply with the ready one that is wanted in it."""

    ready: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class Written:
    """A ready reply on its page: as it was typed, and what stands there now where a colleague changed it meanwhile."""

    name: str
    version: int
    title: str = ""
    text: str = ""
    fault: ReadyFault | None = None
    unknown: tuple[str, ...] = ()
    coached: Coached | None = None
    theirs: ReadyReply | None = None


@READY.post("/{number}/ready")
async def put_in(request: Request, seat: AtDesk, number: Number, form: Annotated[PutForm, Form()]) -> Response:
    """The ready reply behind what was typed; for a script its text alone."""
    now = await seat.host.casework.open(seat.member, number)
    text = await seat.host.ready_desk.use(seat.member, form.ready, now) if form.ready else ""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"text": text}, headers=KEPT_BY_NOBODY)
    whole = "\n".join(filter(None, (form.text, text)))
    typed = Typed(whole, form.key, coached=await look_at(seat, whole))
    return await referral_page(seat, now, seen=None if form.version == now.version else form.seen, typed=typed)


@READY.get("/ready")
async def ready(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """All ready replies of the municipality."""
    replies = await seat.host.ready_desk.all(seat.member)
    return page(
        "ready/list",
        seat=seat,
        done=done,
        offered=sorted((one for one in replies if not one.is_removed), key=lambda one: -one.used),
        removed=[one for one in replies if one.is_removed],
    )


@READY.get("/ready/{name}")
async def one(seat: LeadAtDesk, name: Name) -> Response:
    """One ready reply, or an empty page for a new one."""
    if name == NEW:
        return await _page(seat, Written(NEW, 0))
    known = await seat.host.ready_desk.one(seat.member, name)
    return await _page(seat, Written(known.id, known.version, known.title, known.text))


@READY.post("/ready/{name}")
async def store(seat: LeadAtDesk, name: Name, form: Annotated[ReadyForm, Form()]) -> Response:
    """Store it. What was typed stays on the page until that is done."""
    desk = seat.host.ready_desk
    if form.fault is not None:
        typed = Written(name, form.version, form.title, form.text, form.fault, form.unknown)
        return await _page(seat, typed, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        if name == NEW:
            await desk.add(seat.member, form.title, form.text)
        else:
            await desk.change(seat.member, name, form.version, form.title, form.text)
    except ReadyReplyChangedError:
        theirs = await desk.one(seat.member, name)
        if (theirs.title, theirs.text) != (form.title, form.text):
            typed = Written(name, theirs.version, form.title, form.text, theirs=theirs)
            return await _page(seat, typed, HTTPStatus.CONFLICT)
        # Whoever presses twice has what they wanted.
    return _done(Done.STORED)


@READY.post("/ready/{name}/coach")
async def check(seat: LeadAtDesk, name: Name, form: Annotated[ReadyForm, Form()]) -> Response:
    """The page with the remarks on what was typed."""
    text = await mended(seat, form.text, form.mend, is_template=True)
    found = await look_at(seat, text, is_template=True)
    return await _page(seat, Written(name, form.version, form.title, text, coached=found))


@READY.post("/ready/{name}/remove")
async def remove(seat: LeadAtDesk, name: Name, form: Annotated[VersionForm, Form()]) -> Response:
    """Offer it no longer."""
    return await _acted(seat, name, form, seat.host.ready_desk.remove, Done.REMOVED)


@READY.post("/ready/{name}/back")
async def put_back(seat: LeadAtDesk, name: Name, form: Annotated[VersionForm, Form()]) -> Response:
    """Offer a removed one again."""
    return await _acted(seat, name, form, seat.host.ready_desk.put_back, Done.BACK)


@READY.post("/ready/{name}/restore")
async def restore(seat: LeadAtDesk, name: Name, form: Annotated[VersionForm, Form()]) -> Response:
    """Make it as everybody has it."""
    return await _acted(seat, name, form, seat.host.ready_desk.restore, Done.RESTORED)


async def _acted(
    seat: Seat,
    name: str,
    form: VersionForm,
    act: Callable[[StaffMember, str, int], Awaitable[None]],
    done: Done,
) -> Response:
    """Do it, or show what a colleague made of the ready reply meanwhile, and nothing is done."""
    try:
        await act(seat.member, name, form.version)
    except ReadyReplyChangedError:
        now = await seat.host.ready_desk.one(seat.member, name)
        typed = Written(name, now.version, now.title, now.text, theirs=now)
        return await _page(seat, typed, HTTPStatus.CONFLICT)
    return _done(done)


async def _page(seat: Seat, written: Written, status: HTTPStatus = HTTPStatus.OK) -> Response:
    known = None if written.name == NEW else await seat.host.ready_desk.one(seat.member, written.name)
    return page("ready/one", seat=seat, status=status, written=written, known=known, longest_title=LONGEST_TITLE)


def _done(done: Done) -> Response:
    log.info("ready reply handled", what=done.value)
    return RedirectResponse(f"/inbox/ready?done={done}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
