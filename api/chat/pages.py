"""The web chat as pages: complete with forms alone; a script may do the same without loading the page anew."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from api.chat.incoming import event_of_form, key_of_form
from api.chat.looks import looks_of
from api.chat.rendering import pages_of
from api.chat.schemas import LONGEST_CHOICE, LONGEST_TEXT
from api.chat.view import talk_view
from api.chat.visit import (
    Pass,
    form_proof,
    form_secret,
    give_pass,
    is_from_own_page,
    keep_form_secret,
    page_key,
    shown_pass,
)
from api.dependencies import Host, TheHost
from api.tab_key import tab_key
from assistant.conversation.events import Started
from assistant.conversation.state import Channel
from assistant.errors import ConversationNotFoundError

router = APIRouter(include_in_schema=False)

TALK = "/pokalbis"
NEWEST = f"{TALK}#naujausia"
"""Leads past what was said before to what is asked now."""

Payload = Annotated[str, Query(alias="paslauga", max_length=64)]


async def known_pass(request: Request, host: TheHost) -> Pass | None:
    """The pass of the browser where it opens a conversation."""
    shown = shown_pass(request)
    if shown is None:
        return None
    try:
        await host.converse.check(shown.conversation, shown.token)
    except ConversationNotFoundError:
        return None
    return shown


async def own_form(request: Request, host: TheHost, secret: Annotated[str, Form()] = "") -> None:
    """Refuses a form that was not sent from a page of ours."""
    if not is_from_own_page(request, secret, host.settings.address):
        raise HTTPException(HTTPStatus.FORBIDDEN)


KnownPass = Annotated[Pass | None, Depends(known_pass)]


@router.api_route("/", methods=["GET", "HEAD"])
async def start(request: Request, host: TheHost, visitor: KnownPass, payload: Payload = "") -> Response:
    """The first page. It stores nothing: a conversation begins when a person wants it."""
    has_talk = visitor is not None and not payload and bool(await host.converse.lines(visitor.conversation))
    return form_page(request, host, "chat/start.html", payload=payload, has_talk=has_talk)


@router.post(f"{TALK}/pradeti", dependencies=[Depends(own_form)])
async def begin(
    request: Request, host: TheHost, visitor: KnownPass, payload: Annotated[str, Form(max_length=64)] = ""
) -> Response:
    """Begin a conversation; where there is one already, go on with it, so that no reply to it is lost."""
    if visitor is None:
        opened = await host.converse.open(Channel.WEB, payload, is_simple=looks_of(request).is_simple)
        visitor = Pass(opened.conversation, opened.token)
    elif payload or not await host.converse.lines(visitor.conversation):
        await host.converse.hear(visitor.conversation, Started(payload))
    return _to_talk(host, visitor)


@router.api_route(TALK, methods=["GET", "HEAD"])
async def talk(
    request: Request, host: TheHost, visitor: KnownPass, after: Annotated[str, Query(alias="po", max_length=64)] = ""
) -> Response:
    """The conversation. With `po`, the id of the last line that one has, nothing where nothing is new."""
    if visitor is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    view = talk_view(await host.converse.lines(visitor.conversation), pages_of(request).pictures)
    if not view.entries:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    if after and after == view.last:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return form_page(
        request,
        host,
        "chat/talk.html",
        view=view,
        key=page_key(),
        longest_text=LONGEST_TEXT,
        kept_key=tab_key(visitor.token),
    )


@router.get(f"{TALK}/testi")
async def go_on() -> Response:
    """Lead back to the conversation from anywhere.

    An error page stands under the conversation's own address, where a link to the newest message would load nothing.
    """
    return RedirectResponse(NEWEST, HTTPStatus.SEE_OTHER)


@router.post(TALK, dependencies=[Depends(own_form)])
async def answer(
    host: TheHost,
    visitor: KnownPass,
    text: Annotated[str, Form()] = "",
    choice: Annotated[str, Form(max_length=LONGEST_CHOICE)] = "",
    key: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Take what the person wrote or pressed, and lead back to the conversation, which shows the answer."""
    if visitor is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    if len(text) > LONGEST_TEXT:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    event = event_of_form(text, choice)
    if event is not None:
        await host.converse.hear(visitor.conversation, event, key_of_form(key, event) if key else "")
    return _to_talk(host, visitor)


@router.api_route("/apie", methods=["GET", "HEAD"])
async def about(request: Request) -> Response:
    """What this site is, and whose pictures and letters it shows."""
    return pages_of(request).page("chat/about.html", has_talk=shown_pass(request) is not None)


def form_page(request: Request, host: Host, template: str, **context: object) -> Response:
    """A page with forms that are known as ours when they come back."""
    secret = form_secret(request)
    page = pages_of(request).page(template, HTTPStatus.OK, secret=form_proof(secret), **context)
    keep_form_secret(page, secret, is_secure=is_secure(host))
    return page


def _to_talk(host: Host, visitor: Pass) -> Response:
    response = RedirectResponse(NEWEST, HTTPStatus.SEE_OTHER)
    give_pass(response, visitor, is_secure=is_secure(host))
    return response


def is_secure(host: Host) -> bool:
    """Whether cookies may go by encrypted lines alone."""
    return host.settings.address.startswith("https://")
