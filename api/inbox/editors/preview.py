"""An answer as the person sees it in the chat: the chat's own page, on which the buttons lead nowhere."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from api.chat.rendering import pages_of
from api.chat.view import talk_view
from api.inbox.answers import InboxRoute
from api.inbox.auth import AdminAtDesk
from api.inbox.editors.labels import EditorLabels
from api.inbox.editors.texts import ServiceQuery, TopicId
from api.inbox.pages import KEPT_BY_NOBODY, page
from assistant.i18n import translator
from assistant.usecases.editors_desk import Reading
from assistant.usecases.ports import Line

PREVIEW = APIRouter(prefix="/inbox/editors", route_class=InboxRoute)


@PREVIEW.get("/preview/{topic}")
async def preview(
    request: Request, seat: AdminAtDesk, topic: TopicId, service: ServiceQuery = "", reading: Reading = Reading.USUAL
) -> Response:
    """The answer with its picture and its buttons; a way of reading that is not written shows the usual one."""
    readings = seat.host.editors.readings(topic, service)
    if not readings:
        return page("editors/no_text", seat=seat, status=HTTPStatus.NOT_FOUND)
    chosen = reading if reading in readings else Reading.USUAL
    message = replace(seat.host.editors.preview(topic, service, chosen), id="preview")
    pages = pages_of(request)
    answer = pages.page(
        "inbox/editors/preview.html",
        view=talk_view([Line(message.id, datetime.now(UTC), message=message)], pages.pictures),
        say=EditorLabels(translator()),
        topic=topic,
        service=service,
        readings=readings,
        chosen=chosen,
    )
    answer.headers.update(KEPT_BY_NOBODY)
    return answer
