"""Setting up a second factor: at the first sign-in where one is required, or any time later."""

from http import HTTPStatus
from typing import Annotated

import segno
import structlog
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from api.inbox.answers import InboxRoute
from api.inbox.auth import MaySetUp, SetsUp, SignedOutError, keep_session
from api.inbox.freshness import must_be_fresh
from api.inbox.looks import OFFER_COOKIE
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.sign_in import LONGEST_ANSWER, as_json
from api.inbox.way_back import forget_wanted, wanted_page
from assistant.errors import SecondFactorRefusedError, SignInRefusedError
from assistant.usecases.factor_offers import LONGEST_NAME, Added, AppOffer

SETTING_UP = APIRouter(prefix="/inbox/new-factor", route_class=InboxRoute)

Name = Annotated[str, Form(max_length=LONGEST_NAME)]

log = structlog.get_logger(__name__)


@SETTING_UP.get("")
async def choose_factor(setter: MaySetUp) -> Response:
    """Which kind it shall be."""
    await must_be_fresh(setter.seat)
    return _choose_page(setter)


@SETTING_UP.get("/app")
async def offer_app(setter: MaySetUp) -> Response:
    """The picture for the app; nothing is kept until a code proves that the app has it."""
    await must_be_fresh(setter.seat)
    return _app_page(setter, setter.host.second_factors.app_offer(setter.member))


@SETTING_UP.post("/app")
async def add_app(
    request: Request,
    setter: MaySetUp,
    sealed: Annotated[str, Form(max_length=400)] = "",
    code: Annotated[str, Form(max_length=20)] = "",
    name: Name = "",
) -> Response:
    """Add the app."""
    await must_be_fresh(setter.seat)
    factors = setter.host.second_factors
    try:
        added = await factors.add_app(setter.session, sealed, code, name)
    except SignInRefusedError:
        raise SignedOutError from None
    except SecondFactorRefusedError:
        offer = factors.app_offered(setter.member, sealed) or factors.app_offer(setter.member)
        return _app_page(setter, offer, name=name, is_wrong=True)
    return _added(request, setter, added)


@SETTING_UP.post("/passkey/options")
async def passkey_options(setter: MaySetUp) -> Response:
    """What the browser needs to make a passkey."""
    await must_be_fresh(setter.seat)
    return as_json(await setter.host.second_factors.passkey_offer(setter.session))


@SETTING_UP.post("/passkey")
async def add_passkey(
    request: Request, setter: MaySetUp, answer: Annotated[str, Form(max_length=LONGEST_ANSWER)] = "", name: Name = ""
) -> Response:
    """Add the passkey that the browser made."""
    await must_be_fresh(setter.seat)
    try:
        added = await setter.host.second_factors.add_passkey(setter.session, answer, name)
    except SignInRefusedError:
        raise SignedOutError from None
    except SecondFactorRefusedError:
        return _choose_page(setter, is_refused=True)
    return _added(request, setter, added)


def _choose_page(setter: SetsUp, *, is_refused: bool = False) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return page("new_factor", seat=setter.seat, status=status, setter=setter, is_refused=is_refused)


def _app_page(setter: SetsUp, offer: AppOffer, *, name: str = "", is_wrong: bool = False) -> Response:
    # The library writes plain shapes and nothing that was typed by anybody.
    picture = Markup(  # noqa: S704 - for that reason  # nosec B704
        segno.make(offer.address, error="m").svg_inline(scale=5, border=3, dark="#000", light="#fff", omitsize=True)
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    return page(
        "new_app",
        seat=setter.seat,
        status=status,
        setter=setter,
        offer=offer,
        picture=picture,
        given_name=name,
        is_wrong=is_wrong,
    )


def _added(request: Request, setter: SetsUp, added: Added) -> Response:
    log.info("second factor added")
    response: Response
    if added.codes:
        response = page(
            "recovery_codes", seat=setter.seat, codes=added.codes, is_new=True, goes_on=wanted_page(request)
        )
        forget_wanted(request, response)
    else:
        response = RedirectResponse("/inbox/account?done=added", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
    if added.session != setter.session:
        keep_session(response, added.session, setter.host)
    response.delete_cookie(OFFER_COOKIE, path="/inbox")
    return response
