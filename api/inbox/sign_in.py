"""Signing in by a one-time link from a letter or by a passkey, and signing out."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import SESSION_COOKIE, AtDesk, check_origin, forget_session, keep_session
from api.inbox.devices import device_of
from api.inbox.host import InboxHost, the_inbox_host
from api.inbox.looks import LANGUAGE_COOKIE, OFFER_COOKIE, ON, keep_look
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.way_back import forget_wanted, wanted_page
from assistant.errors import SecondFactorRefusedError, SignInRefusedError
from assistant.i18n import LANGUAGES

OPEN_TO_ALL = APIRouter(prefix="/inbox", route_class=InboxRoute)
BEHIND_SIGN_IN = APIRouter(prefix="/inbox", route_class=InboxRoute)

TheInboxHost = Annotated[InboxHost, Depends(the_inbox_host)]
Token = Annotated[str, Query(max_length=200)]
LONGEST_ANSWER = 20_000
"""Signs of what a browser says about a passkey."""

log = structlog.get_logger(__name__)


@OPEN_TO_ALL.get("/sign-in")
async def sign_in_page(request: Request, host: TheInboxHost, token: Token = "") -> Response:
    """With a token a page with one button: programs that look at the links in letters must not use the link up."""
    session = request.cookies.get(SESSION_COOKIE, "")
    if session and not token and await host.staff_desk.threshold(session) is not None:
        return went_to("/inbox/second-factor")
    response = page("sign_in", token=token, host=host)
    # The address holds the token, so no other address may learn it.
    response.headers["referrer-policy"] = "no-referrer"
    return response


@OPEN_TO_ALL.post("/sign-in")
async def sign_in(request: Request, host: TheInboxHost, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Use up the link and begin a session. The token itself proves that the form is meant."""
    check_origin(request)
    try:
        session = await host.staff_desk.sign_in(token, device_of(request))
    except SignInRefusedError:
        log.warning("staff sign-in refused")
        return page("link_refused", status=HTTPStatus.FORBIDDEN)
    return await let_in(request, session, host)


@OPEN_TO_ALL.post("/sign-in/link")
async def ask_link(request: Request, host: TheInboxHost, email: Annotated[str, Form(max_length=254)] = "") -> Response:
    """Send a link, if the address has an account; the answer is the same in any case."""
    check_origin(request)
    if "@" not in email.strip():
        return page("sign_in", status=HTTPStatus.UNPROCESSABLE_ENTITY, token="", host=host, is_wrong=True, email=email)  # nosec B106
    await host.staff_desk.ask_link(email, request.client.host if request.client else "")
    return page("link_sent", email=email.strip())


@OPEN_TO_ALL.post("/sign-in/passkey/options")
async def passkey_options(request: Request, host: TheInboxHost) -> Response:
    """What the browser needs to show a passkey of anybody who has one here."""
    check_origin(request)
    return as_json(await host.second_factors.passkey_request())


@OPEN_TO_ALL.post("/sign-in/passkey")
async def sign_in_by_passkey(
    request: Request, host: TheInboxHost, answer: Annotated[str, Form(max_length=LONGEST_ANSWER)] = ""
) -> Response:
    """Begin a session by a passkey alone, which is two things already: the key, and what opens it."""
    check_origin(request)
    try:
        session = await host.second_factors.by_passkey(answer, device_of(request))
    except SecondFactorRefusedError:
        log.warning("staff passkey refused")
        return page("sign_in", status=HTTPStatus.FORBIDDEN, token="", host=host, is_passkey_refused=True)  # nosec B106
    log.info("staff signed in", by="passkey")
    return signed_in_answer(request, session, host)


@OPEN_TO_ALL.post("/language")
async def choose_language(
    request: Request, host: TheInboxHost, language: Annotated[str, Form(max_length=5)] = ""
) -> Response:
    """Choose the language before signing in."""
    check_origin(request)
    response = went_to("/inbox/sign-in")
    if language in LANGUAGES:
        keep_look(response, LANGUAGE_COOKIE, language, host)
    return response


@BEHIND_SIGN_IN.post("/sign-out")
async def sign_out(seat: AtDesk) -> Response:
    """End the session, here and in the browser."""
    await seat.host.staff_desk.sign_out(seat.session)
    response = went_to("/inbox/sign-in")
    forget_session(response, seat.host)
    # Whoever sits down here next finds nothing: neither pages nor what was typed into them.
    response.headers["clear-site-data"] = '"cache", "storage"'
    return response


async def let_in(request: Request, session: str, host: InboxHost) -> Response:
    """After the first step: to what was asked for, or to the second factor where one is asked for."""
    waiting = await host.staff_desk.threshold(session)
    if waiting is not None:
        log.info("staff at the second factor")
        response = went_to("/inbox/second-factor")
        keep_session(response, session, host)
        return response
    log.info("staff signed in", by="first step")
    response = signed_in_answer(request, session, host)
    if await host.staff_desk.is_offered(session):
        keep_look(response, OFFER_COOKIE, ON, host)
    return response


def signed_in_answer(request: Request, session: str, host: InboxHost) -> Response:
    """To the page that was asked for, or to the list, signed in in this browser."""
    response = went_to(wanted_page(request))
    forget_wanted(request, response)
    keep_session(response, session, host)
    return response


def went_to(address: str) -> Response:
    """Lead the browser to another page of the inbox."""
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)


def as_json(text: str) -> Response:
    """JSON that is written already, for a script of ours."""
    return Response(text, media_type="application/json", headers=KEPT_BY_NOBODY)
