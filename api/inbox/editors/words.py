"""What people wrote and the program did not understand: editors teach it, or throw it away."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Path, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from api.inbox.answers import InboxRoute
from api.inbox.auth import AdminAtDesk, Seat
from api.inbox.editors.labels import EditorLabels
from api.inbox.forms import PlainText
from api.inbox.pages import KEPT_BY_NOBODY, page
from assistant.errors import ContentError
from assistant.i18n import translator
from assistant.library.teaching import Expectation, as_expectations
from assistant.usecases.teaching_desk import Learned

WORDS = APIRouter(prefix="/inbox/editors", route_class=InboxRoute)

SHOWN = 30
"""Wishes that the page shows at most; the others follow when these are done."""

_ID = r"^[A-Za-z0-9_-]{1,64}$"
WishId = Annotated[str, Path(pattern=_ID)]
LearnedName = Annotated[str, Field(pattern=_ID)]


class Done(StrEnum):
    """What was just done."""

    WRITTEN = Learned.WRITTEN.value
    WAITS = Learned.WAITS.value
    DROPPED = "dropped"
    TAKEN = "taken"


class TeachForm(BaseModel):
    """What a wish means; `text` are better words, so that a refused form gives them back."""

    model_config = ConfigDict(frozen=True)

    topic: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=64)]
    service: Annotated[str, Field(pattern=r"^([a-z]+(-[a-z]+)*)?$", max_length=64)] = ""
    text: Annotated[PlainText, Field(max_length=300)] = ""


@dataclass(frozen=True)
class Typed:
    """What was chosen and written for a wish, and could not be learned."""

    wish: str
    form: TeachForm


@WORDS.get("")
async def words(seat: AdminAtDesk, done: Done | None = None) -> Response:
    """The commonest wishes first, and what waits to be taken into the content files."""
    return await _words_page(seat, done=done)


@WORDS.post("/words/{wish}/accept")
async def accept(seat: AdminAtDesk, wish: WishId, form: Annotated[TeachForm, Form()]) -> Response:
    """Teach it. Whoever presses twice has what they wanted."""
    found = await seat.host.missed.wish(wish)
    if found is None:
        return _done(None)
    try:
        learned, _ = await seat.host.teaching.accept(seat.member, found, form.topic, form.service, form.text)
    except ContentError:
        return await _words_page(seat, typed=Typed(found.id, form))
    return _done(Done(learned.value))


@WORDS.post("/words/{wish}/drop")
async def drop(seat: AdminAtDesk, wish: WishId) -> Response:
    """Throw it away."""
    found = await seat.host.missed.wish(wish)
    if found is None:
        return _done(None)
    await seat.host.teaching.drop(seat.member, found)
    return _done(Done.DROPPED)


@WORDS.get("/taught.yaml")
async def taught(seat: AdminAtDesk) -> Response:
    """What was accepted, as a file that `aiskiai missed learn` puts into the content."""
    waiting = await seat.host.teaching.give_out(seat.member)
    told = as_expectations(Expectation(text=one.text, topic=one.topic, service=one.service) for one in waiting)
    headers = KEPT_BY_NOBODY | {"content-disposition": 'attachment; filename="aiskiai-taught.yaml"'}
    return Response(told, media_type="application/yaml", headers=headers)


@WORDS.post("/taught/taken")
async def taken(seat: AdminAtDesk, name: Annotated[list[LearnedName], Form(max_length=10_000)]) -> Response:
    """What the page showed is in the content files by now."""
    await seat.host.teaching.taken(seat.member, name)
    return _done(Done.TAKEN)


async def _words_page(seat: Seat, *, done: Done | None = None, typed: Typed | None = None) -> Response:
    wishes = await seat.host.missed.wishes()
    return page(
        "editors/words",
        seat=seat,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if typed else HTTPStatus.OK,
        wishes=wishes[:SHOWN],
        more=max(0, len(wishes) - SHOWN),
        waiting=await seat.host.teaching.waiting(),
        names=_names(seat),
        done=done,
        typed=typed,
    )


def _names(seat: Seat) -> dict[str, str]:
    """What is called how, by id: what people can ask for without a text of its own, and all topics."""
    names = dict(EditorLabels(translator()).wishes)
    for (topic, _), answer in seat.host.library.topics.items():
        names.setdefault(topic, answer.title)
    return defaultdict(str, names)


def _done(done: Done | None) -> Response:
    query = f"?{urlencode({'done': done.value})}" if done else ""
    return RedirectResponse(f"/inbox/editors{query}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
