"""What concerns staff alone: a note, a request given to a colleague, two requests that are one."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number, Unsent, changed_page, done_page, faulty_page
from api.inbox.step_forms import Fault, GiveForm, MergeForm, NoteForm
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, UnknownColleagueError
from assistant.referrals.thread import EntryKind

AMONG_STAFF = APIRouter(prefix="/inbox", route_class=InboxRoute)


@AMONG_STAFF.post("/{number}/note")
async def note(seat: AtDesk, number: Number, form: Annotated[NoteForm, Form()]) -> Response:
    """Write something for staff alone; it is stored on top of whatever happened in the meantime."""
    if form.fault is not None:
        return await faulty_page(seat, number, Unsent.filled_in("note", form, form.fault))
    try:
        await seat.host.colleagues.note(seat.member, number, form.text, key=form.key)
    except UnknownColleagueError as error:
        return await faulty_page(
            seat, number, Unsent.filled_in("note", form, Fault.UNKNOWN_COLLEAGUE, detail=str(error))
        )
    return done_page(number, EntryKind.NOTED)


@AMONG_STAFF.post("/{number}/give")
async def give(seat: AtDesk, number: Number, form: Annotated[GiveForm, Form()]) -> Response:
    """Give the request to a colleague."""
    try:
        await seat.host.colleagues.give(seat.member, number, form.version, form.colleague, key=form.key)
    except UnknownColleagueError:
        return await faulty_page(seat, number, Unsent.filled_in("give", form, Fault.NO_COLLEAGUE))
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form, Unsent.filled_in("give", form))
    return done_page(number, EntryKind.GIVEN)


@AMONG_STAFF.post("/{number}/merge")
async def merge(seat: AtDesk, number: Number, form: Annotated[MergeForm, Form()]) -> Response:
    """Go on with two requests under the number of the earlier one, whose page is shown then."""
    try:
        kept = await seat.host.merging.merge(seat.member, number, form.version, form.other, form.other_version)
    except (ReferralChangedError, ReferralAlreadyClosedError):
        return await changed_page(seat, number, form)
    return done_page(kept.number, EntryKind.JOINED)
