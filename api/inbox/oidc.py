"""Signing in by a service that staff have already (OpenID Connect)."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.devices import device_of
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.sign_in import TheInboxHost, let_in, went_to
from assistant.errors import NoAccountError, SignInServiceError

OIDC = APIRouter(prefix="/inbox/oidc", route_class=InboxRoute)

AWAY_COOKIE = "aiskiai-inbox-away"
AWAY_SECONDS = 600
AWAY_PATH = "/inbox/oidc"

Told = Annotated[str, Query(max_length=4000)]

log = structlog.get_logger(__name__)


@OIDC.get("")
async def leave_for_service(host: TheInboxHost) -> Response:
    """Send the browser to the service, with a sealed note of what it was sent with."""
    if not host.settings.sign_in_service:
        return went_to("/inbox/sign-in")
    try:
        address, kept = await host.single_sign_on.begin()
    except SignInServiceError as error:
        log.warning("sign-in service failed", reason=str(error))
        return page("service_refused", status=HTTPStatus.BAD_GATEWAY, host=host)
    response = RedirectResponse(address, HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
    response.set_cookie(
        AWAY_COOKIE,
        kept,
        max_age=AWAY_SECONDS,
        path=AWAY_PATH,
        httponly=True,
        # Lax, since the way back is a link from another site.
        samesite="lax",
        secure=host.settings.address.startswith("https://"),
    )
    return response


@OIDC.get("/callback")
async def come_back(request: Request, host: TheInboxHost, state: Told = "", code: Told = "") -> Response:
    """Let in whom the service vouches for, if there is such an account."""
    if not host.settings.sign_in_service:
        return went_to("/inbox/sign-in")
    response: Response
    try:
        session = await host.single_sign_on.finish(
            request.cookies.get(AWAY_COOKIE, ""), state, code, device_of(request)
        )
    except SignInServiceError as error:
        log.warning("sign-in service refused", reason=str(error))
        response = page("service_refused", status=HTTPStatus.FORBIDDEN, host=host)
    except NoAccountError:
        log.warning("sign-in service knows somebody who has no account")
        response = page("no_account", status=HTTPStatus.FORBIDDEN, host=host)
    else:
        response = await let_in(request, session, host)
    response.delete_cookie(AWAY_COOKIE, path=AWAY_PATH, httponly=True, samesite="lax")
    return response
