"""The page on which somebody sets how they like to read; a script may show its form over any other page."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.chat.looks import SETTINGS, keep_looks, looks_from
from api.chat.pages import KnownPass, form_page, is_secure, own_form
from api.dependencies import TheHost
from assistant.conversation.events import LevelChosen

router = APIRouter(include_in_schema=False)

ADDRESS = "/nustatymai"
SAVED = f"{ADDRESS}?irasyta=1"


@router.api_route(ADDRESS, methods=["GET", "HEAD"])
async def settings(
    request: Request,
    host: TheHost,
    visitor: KnownPass,
    saved: Annotated[str, Query(alias="irasyta", max_length=1)] = "",
) -> Response:
    """What can be set, and what is chosen now."""
    return form_page(
        request, host, "chat/settings.html", settings=SETTINGS, is_saved=bool(saved), has_talk=visitor is not None
    )


@router.post(ADDRESS, dependencies=[Depends(own_form)])
async def save(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """Keep what was chosen; a conversation that has begun goes on at the chosen level."""
    # Read as it is and not by names, since the settings are a list that grows. The form was read for its proof already.
    chosen = looks_from(await request.form())
    if visitor is not None:
        await host.converse.hear(visitor.conversation, LevelChosen(chosen.is_simple))
    response = RedirectResponse(SAVED, HTTPStatus.SEE_OTHER)
    keep_looks(response, chosen, is_secure=is_secure(host))
    return response
