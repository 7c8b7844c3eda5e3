"""The conversation goes on in another device: a link and the same as a code for its camera, which work once.

Where the link leads, and what happens there, is told where conversations are taken over; here it is only offered.
"""

from http import HTTPStatus
from typing import Protocol

import segno
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from api.chat.pages import TALK, KnownPass, own_form
from api.chat.visit import form_secret, keep_form_secret
from api.dependencies import TheHost
from api.site.site import site_page

router = APIRouter(include_in_schema=False)

ELSEWHERE = f"{TALK}/kitur"
TAKEN_AT = "/testi/"
"""In front of the secret; people bring it there."""


class HandsOn(Protocol):
    """Somebody who hands conversations on to another place."""

    async def offer(self, conversation: str) -> str:
        """A secret that leads to the conversation once, for some minutes."""


def hands_of(assistant: object) -> HandsOn | None:
    """Who hands on for this assistant; None where it cannot."""
    return getattr(assistant, "handing_on", None)


@router.api_route(ELSEWHERE, methods=["GET", "HEAD"])
async def ask(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """Tell what happens, and who may see the link, before there is one."""
    if visitor is None or hands_of(host) is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    secret = form_secret(request)
    page = site_page(request, host, "device.html", ELSEWHERE, secret=secret, link="", code="")
    keep_form_secret(page, secret, is_secure=host.settings.address.startswith("https://"))
    return page


@router.post(ELSEWHERE, dependencies=[Depends(own_form)])
async def offer(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """The link, shown this once: it is kept nowhere."""
    hands = hands_of(host)
    if visitor is None or hands is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    link = f"{host.settings.address}{TAKEN_AT}{await hands.offer(visitor.conversation)}"
    return site_page(request, host, "device.html", ELSEWHERE, secret="", link=link, code=_drawn(link))


def _drawn(link: str) -> Markup:
    """The link as a code. It is dark on light in every theme: many cameras read nothing else."""
    return Markup(segno.make_qr(link).svg_inline(border=4, dark="#000", light="#fff", omitsize=True))  # noqa: S704 - drawn by us
