"""What people read in the chat because the department wants it: the promise, and a notice for some days."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk, Seat
from api.inbox.settings.answering import NOTHING_MORE, Done, Section, shown, stored
from api.inbox.settings.filled import notice_filled, promise_filled
from api.inbox.settings.forms import typed_in
from api.inbox.settings.reading import read_notice, read_promise
from assistant.easy_language.sentences import split_sentences

TALK = APIRouter(prefix="/inbox/settings", route_class=InboxRoute)


@TALK.get("/promise")
async def promise(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """Within how many working days the department promises to answer."""
    now = await seat.host.office_desk.now(seat.member)
    return shown(seat, Section.PROMISE, now, promise_filled(now), NOTHING_MORE, done=done)


@TALK.post("/promise")
async def save_promise(seat: LeadAtDesk, request: Request) -> Response:
    """Promise so from now on; what was promised already stays."""
    typed = await typed_in(request)
    return await stored(seat, Section.PROMISE, typed, read_promise(typed))


@TALK.get("/notice")
async def notice(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """The notice, as people read it, and what the checker says of it."""
    now = await seat.host.office_desk.now(seat.member)
    typed = notice_filled(now)
    return shown(seat, Section.NOTICE, now, typed, await _checked(seat, typed.of("text")), done=done)


@TALK.post("/notice")
async def save_notice(seat: LeadAtDesk, request: Request) -> Response:
    """Store the notice. The checker only advises."""
    typed = await typed_in(request)
    now = await seat.host.office_desk.now(seat.member)
    change = read_notice(typed, now.today)
    return await stored(seat, Section.NOTICE, typed, change, await _checked(seat, typed.of("text")))


@TALK.post("/notice/remove")
async def remove_notice(seat: LeadAtDesk, request: Request) -> Response:
    """Tell nothing any more."""
    typed = await typed_in(request)
    nothing = await _checked(seat, "")
    return await stored(
        seat, Section.NOTICE, typed, lambda office: replace(office, notice=None), nothing, done=Done.REMOVED
    )


async def _checked(seat: Seat, text: str) -> dict[str, object]:
    """The sentences one by one, and what is said of each."""
    findings = await seat.host.remarks.on(text) if text else ()
    return {"sentences": tuple(sentence.text for sentence in split_sentences(text)), "findings": findings}
