"""The coach beside a text that staff write: what is hard in it, told while they write or when they ask.

What is looked at is neither stored nor written into a log.
"""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, ConfigDict, Field

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.cases.page import Number, Typed, referral_page
from api.inbox.coached import Coached, coached
from api.inbox.forms import LONGEST_REPLY, ReplyForm
from api.inbox.pages import part

COACH = APIRouter(prefix="/inbox", route_class=InboxRoute)

LONGEST_LOOKED_AT = 2 * LONGEST_REPLY
"""Characters; what is longer cannot be sent anyway, and so much is looked at in no time."""


class LookForm(BaseModel):
    """A text to look at; a template is one with blanks that are filled in later."""

    model_config = ConfigDict(frozen=True)

    text: str = ""
    is_template: bool = False


class CheckForm(ReplyForm):
    """A reply to look at before it is sent; `mend` is the number of the remark whose edit is wanted, 0 for none."""

    mend: Annotated[int, Field(ge=0, le=10_000)] = 0


async def look_at(seat: Seat, text: str, *, is_template: bool = False) -> Coached:
    """What the coach says; it works beside the loop that answers everybody else."""
    return coached(await asyncio.to_thread(seat.host.coach.look_at, text[:LONGEST_LOOKED_AT], is_template=is_template))


async def mended(seat: Seat, text: str, number: int, *, is_template: bool = False) -> str:
    """The text after the edit of the remark with this number, counted from 1; as it is where there is none."""
    if not number or len(text) > LONGEST_LOOKED_AT:
        return text
    return (await look_at(seat, text, is_template=is_template)).coaching.mended(number - 1)


@COACH.post("/coach")
async def coach(seat: AtDesk, form: Annotated[LookForm, Form()]) -> Response:
    """The remarks alone, for the script that puts them beside the text."""
    found = await look_at(seat, form.text, is_template=form.is_template)
    return part("coach/remarks", coached=found, mend_at="")


@COACH.post("/{number}/coach")
async def check(seat: AtDesk, number: Number, form: Annotated[CheckForm, Form()]) -> Response:
    """The page with the remarks on what was typed, which stays as it was but for the edit that was asked for."""
    now = await seat.host.casework.open(seat.member, number)
    text = await mended(seat, form.text, form.mend)
    typed = Typed(text, form.key, form.fault, coached=await look_at(seat, text))
    return await referral_page(seat, now, seen=None if form.version == now.version else form.seen, typed=typed)
