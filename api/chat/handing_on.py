"""The conversation goes on here, where a link from another place leads, or from here in Telegram.

To look at a link does not use it up: messengers open links by themselves to show what is behind them.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import RedirectResponse

from api.chat.pages import NEWEST, TALK, KnownPass, form_page, is_secure, own_form
from api.chat.rendering import pages_of
from api.chat.visit import CONVERSATION_COOKIE, Pass, form_secret, give_pass
from api.dependencies import TheHost
from assistant.conversation.state import Channel
from assistant.usecases.handing_on import WEB_PATH, telegram_link

router = APIRouter(include_in_schema=False)

TO_TELEGRAM = f"{TALK}/telegram"

Secret = Annotated[str, Path(max_length=64, pattern=r"^[\w-]+$")]


@router.api_route(f"{WEB_PATH}{{given}}", methods=["GET", "HEAD"])
async def arrive(request: Request, host: TheHost, visitor: KnownPass, given: Secret) -> Response:
    """Ask whether the conversation shall go on here."""
    seat = await host.handing_on.leads_to(given)
    if seat is None:
        return _too_old(request)
    return form_page(
        request,
        host,
        "chat/take_over.html",
        given=given,
        is_from_telegram=seat.channel is Channel.TELEGRAM,
        is_other_here=visitor is not None and visitor.conversation != seat.conversation,
    )


@router.post(f"{WEB_PATH}{{given}}", dependencies=[Depends(own_form)])
async def take_over(request: Request, host: TheHost, visitor: KnownPass, given: Secret) -> Response:
    """Go on with the conversation here."""
    before = visitor.conversation if visitor is not None else ""
    # The secret of this browser's forms is its own, so that a double tap is known as one.
    taken = await host.handing_on.take(given, by=form_secret(request), instead_of=before)
    if taken is None:
        return _too_old(request)
    response = RedirectResponse(NEWEST, 303)
    give_pass(response, Pass(taken.conversation, taken.token), is_secure=is_secure(host))
    return response


@router.api_route(TO_TELEGRAM, methods=["GET", "HEAD"])
async def to_telegram(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """Ask whether the conversation shall go on in Telegram."""
    if visitor is None or not host.settings.telegram_name:
        return RedirectResponse("/", 303)
    return form_page(request, host, "chat/to_telegram.html", link="")


@router.post(TO_TELEGRAM, dependencies=[Depends(own_form)])
async def link_to_telegram(request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """The link that opens Telegram with this conversation."""
    if visitor is None or not host.settings.telegram_name:
        return RedirectResponse("/", 303)
    link = telegram_link(host.settings.telegram_name, await host.handing_on.offer(visitor.conversation))
    return form_page(request, host, "chat/to_telegram.html", link=link)


def _too_old(request: Request) -> Response:
    words = pages_of(request).words.text("take-over.old")
    has_talk = CONVERSATION_COOKIE in request.cookies
    return pages_of(request).page("chat/error.html", 404, sentences=words, has_talk=has_talk)
