"""The chat on the sites of municipalities: the script that they load, the first page in its frame, and an example."""

import json
from functools import cache
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from api.chat.pages import KnownPass
from api.chat.visit import form_proof, form_secret, keep_form_secret
from api.dependencies import TheHost
from api.site.frames import apart_secret
from api.site.notices import Chosen, contact_of
from api.site.site import site_of, site_page

router = APIRouter(include_in_schema=False)

SCRIPT = "/valdiklis.js"
FRAME = "/valdiklis"
EXAMPLE = "/valdiklio-pavyzdys"

FOR_AN_HOUR = "public, max-age=3600"
"""The address must stay the same on the sites, so a mended script shall reach them soon."""


@router.api_route(SCRIPT, methods=["GET", "HEAD"])
async def script(request: Request, host: TheHost) -> Response:
    """The one script that a site loads; there is none while no site is allowed."""
    if not host.settings.widget_sites:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    word = site_of(request).words.word
    words = {
        "title": word("widget.title"),
        "open": word("widget.open"),
        "close": word("widget.close"),
        "newWindow": word("widget.new-window"),
        "names": {known.id: known.name for known in host.library.municipalities.values()},
    }
    body = f"(() => {{\nconst words = {json.dumps(words, ensure_ascii=False)};\n{_source()}}})();\n"
    return Response(
        body,
        media_type="text/javascript",
        headers={"cache-control": FOR_AN_HOUR, "cross-origin-resource-policy": "cross-origin"},
    )


@router.api_route(FRAME, methods=["GET", "HEAD"])
async def frame(request: Request, host: TheHost, visitor: KnownPass, chosen: Chosen = "") -> Response:
    """The first page in the frame: whose it is, how to reach its people, and the way into the talk."""
    municipality = host.library.municipalities.get(chosen)
    has_talk = visitor is not None and bool(await host.converse.lines(visitor.conversation))
    secret = apart_secret(request, form_secret(request))
    page = site_page(
        request,
        host,
        "frame.html",
        "/",
        municipality=municipality,
        contact=contact_of(municipality) if municipality else None,
        has_talk=has_talk,
        secret=form_proof(secret),
    )
    keep_form_secret(page, secret, is_secure=host.settings.address.startswith("https://"))
    return page


@router.api_route(EXAMPLE, methods=["GET", "HEAD"])
async def example(request: Request, host: TheHost) -> Response:
    """What a municipality puts into its site, and how it looks there."""
    chosen = next(iter(host.library.routes), "")
    return site_page(
        request, host, "demo.html", EXAMPLE, script=SCRIPT, chosen=chosen, is_on=bool(host.settings.widget_sites)
    )


@cache
def _source() -> str:
    return Path(__file__).with_name("widget.js").read_text(encoding="utf-8")
