"""Signing in by a one-time link, and signing out."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, check_origin, forget_session, keep_session
from api.inbox.host import InboxHost, the_inbox_host
from api.inbox.pages import KEPT_BY_NOBODY, page
from assistant.errors import SignInRefusedError

OPEN_TO_ALL = APIRouter(prefix="/inbox", route_class=InboxRoute)
BEHIND_SIGN_IN = APIRouter(prefix="/inbox", route_class=InboxRoute)

Token = Annotated[str, Query(max_length=200)]

log = structlog.get_logger(__name__)


@OPEN_TO_ALL.get("/sign-in")
async def sign_in_page(token: Token = "") -> Response:
    """A page with one button: programs that look at the links in letters must not use the link up."""
    response = page("sign_in", token=token)
    # The address holds the token, so no other address may learn it.
    response.headers["referrer-policy"] = "no-referrer"
    return response


@OPEN_TO_ALL.post("/sign-in")
async def sign_in(
    request: Request,
    host: Annotated[InboxHost, Depends(the_inbox_host)],
    token: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Use up the link and begin a session. The token itself proves that the form is meant."""
    check_origin(request)
    try:
        session = await host.staff_desk.sign_in(token)
    except SignInRefusedError:
        log.warning("staff sign-in refused")
        return page("link_refused", status=HTTPStatus.FORBIDDEN)
    log.info("staff signed in")
    response = RedirectResponse("/inbox", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
    keep_session(response, session, host)
    return response


@BEHIND_SIGN_IN.post("/sign-out")
async def sign_out(seat: AtDesk) -> Response:
    """End the session, here and in the browser."""
    await seat.host.staff_desk.sign_out(seat.session)
    response = RedirectResponse("/inbox/sign-in", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
    forget_session(response, seat.host)
    return response
