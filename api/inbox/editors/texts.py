"""All answers with what the checker, the readers and the sources say of them, and a place to check any text."""

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.inbox.answers import InboxRoute
from api.inbox.auth import AdminAtDesk
from api.inbox.forms import PlainText
from api.inbox.pages import page
from assistant.errors import ContentError
from assistant.library.report.facts import Card, Light
from assistant.library.report.marked import marked_lines

TEXTS = APIRouter(prefix="/inbox/editors", route_class=InboxRoute)

LONGEST_TEXT = 20_000
"""Characters that are checked at once; a page of a book has some 2,000."""

TopicId = Annotated[str, Path(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=64)]
ServiceQuery = Annotated[str, Query(pattern=r"^([a-z]+(-[a-z]+)*)?$", max_length=64)]


class CheckForm(BaseModel):
    """A text, and the level at which it is to be easy."""

    model_config = ConfigDict(frozen=True)

    text: PlainText = ""
    level: Annotated[Literal["1", "2", "3"], Field()] = "2"


@TEXTS.get("/texts")
async def texts(seat: AdminAtDesk, only: Literal["remarks", ""] = "") -> Response:
    """Every answer in a line, or only those with remarks."""
    try:
        found = await seat.host.editors.texts()
    except ContentError as error:
        return page("editors/unreadable", seat=seat, status=HTTPStatus.CONFLICT, faults=str(error).splitlines())
    cards = [card for card in found.answers if not only or card.light is not Light.GREEN]
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.service, []).append(card)
    return page(
        "editors/texts",
        seat=seat,
        texts=found,
        groups=groups,
        only=only,
        with_remarks=sum(card.light is not Light.GREEN for card in found.answers),
        today=found.report.day,
    )


@TEXTS.get("/texts/{topic}")
async def text(seat: AdminAtDesk, topic: TopicId, service: ServiceQuery = "") -> Response:
    """One answer with its findings in their places."""
    try:
        found = await seat.host.editors.texts()
    except ContentError as error:
        return page("editors/unreadable", seat=seat, status=HTTPStatus.CONFLICT, faults=str(error).splitlines())
    card = found.card(topic, service)
    if card is None:
        return page("editors/no_text", seat=seat, status=HTTPStatus.NOT_FOUND)
    return page(
        "editors/text",
        seat=seat,
        card=card,
        understood=found.understood.get((topic, service)),
        readings=seat.host.editors.readings(topic, service),
        is_newer=seat.host.editors.is_newer_than_shown(card),
        today=found.report.day,
    )


@TEXTS.get("/check")
async def check_page(seat: AdminAtDesk) -> Response:
    """An empty box for a text."""
    return page("editors/check", seat=seat, form=CheckForm(), report=None, lines=(), is_long=False)


@TEXTS.post("/check")
async def check(seat: AdminAtDesk, form: Annotated[CheckForm, Form()]) -> Response:
    """What the checker says of the text; it is kept nowhere."""
    is_long = len(form.text) > LONGEST_TEXT
    report = None if is_long or not form.text else await seat.host.editors.check(form.text, int(form.level))
    return page(
        "editors/check",
        seat=seat,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if is_long else HTTPStatus.OK,
        form=form,
        report=report,
        lines=marked_lines(form.text.splitlines(), report.findings) if report else (),
        is_long=is_long,
    )
