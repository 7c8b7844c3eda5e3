"""The conversation goes on in another device: a link and the same as a code for its camera, which work once.

Where the link leads, and what happens there, is told where conversations are taken over; here it is only offered.
"""

from http import HTTPStatus

import segno
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from api.chat.pages import TALK, KnownPass, own_form
from api.chat.visit import form_proof, form_secret, keep_form_secret
from api.dependencies import TheHost
from api.site.site import site_page
from assistant.usecases.handing_on import WEB_PATH

router = APIRouter(include_in_schema=False)

ELSEWHERE = f"{TALK}/kitur"


@router.api_route(ELSEWHERE, methods=["GET", "HEAD"])
async def ask(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """Tell what happens, and who may see the link, before there is one."""
    if visitor is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    secret = form_secret(request)
    page = site_page(
        request,
        host,
        "device.html",
        ELSEWHERE,
        secret=form_proof(secret),
        link="",
        code="",
        has_telegram=bool(host.settings.telegram_name),
    )
    keep_form_secret(page, secret, is_secure=host.settings.address.startswith("https://"))
    return page


@router.post(ELSEWHERE, dependencies=[Depends(own_form)])
async def offer(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """The link, shown this once: it is kept nowhere."""
    if visitor is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    link = f"{host.settings.address}{WEB_PATH}{await host.handing_on.offer(visitor.conversation)}"
    return site_page(request, host, "device.html", ELSEWHERE, secret="", link=link, code=_drawn(link))  # nosec B106


def _drawn(link: str) -> Markup:
    """The link as a code. It is dark on light in every theme: many cameras read nothing else."""
    return Markup(segno.make_qr(link).svg_inline(border=4, dark="#000", light="#fff", omitsize=True))  # noqa: S704 - drawn by us  # nosec B704
