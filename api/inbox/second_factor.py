"""The second factor at the sign-in: a code, a recovery code or a passkey. Who stands here may do nothing else."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtThreshold, Waiting, forget_session
from api.inbox.devices import device_of
from api.inbox.pages import page
from api.inbox.sign_in import LONGEST_ANSWER, as_json, signed_in_answer, went_to
from assistant.errors import SecondFactorRefusedError, SignInRefusedError
from assistant.usecases.signing_in import FactorKind

AT_THRESHOLD = APIRouter(prefix="/inbox/second-factor", route_class=InboxRoute)

log = structlog.get_logger(__name__)


@AT_THRESHOLD.get("")
async def second_factor(waiting: AtThreshold) -> Response:
    """What must be shown; who has nothing to show yet is led to set something up."""
    if waiting.must_set_up:
        return went_to("/inbox/new-factor")
    return await _second_factor_page(waiting)


@AT_THRESHOLD.post("/code")
async def show_code(request: Request, waiting: AtThreshold, code: Annotated[str, Form(max_length=60)] = "") -> Response:
    """Come in with the code of an app, or with a recovery code."""
    try:
        session = await waiting.host.second_factors.by_code(waiting.session, code)
    except SignInRefusedError:
        return went_to("/inbox/sign-in")
    except SecondFactorRefusedError as error:
        log.warning("staff code refused", must_wait=error.must_wait)
        return await _second_factor_page(waiting, fault="wait" if error.must_wait else "code")
    log.info("staff signed in", by="code")
    return signed_in_answer(request, session, waiting.host)


@AT_THRESHOLD.post("/passkey/options")
async def passkey_options(waiting: AtThreshold) -> Response:
    """What the browser needs to show one of this member's passkeys."""
    return as_json(await waiting.host.second_factors.passkey_request(waiting.session))


@AT_THRESHOLD.post("/passkey")
async def show_passkey(
    request: Request, waiting: AtThreshold, answer: Annotated[str, Form(max_length=LONGEST_ANSWER)] = ""
) -> Response:
    """Come in with a passkey."""
    try:
        session = await waiting.host.second_factors.by_passkey(answer, device_of(request), waiting.session)
    except SecondFactorRefusedError:
        log.warning("staff passkey refused")
        return await _second_factor_page(waiting, fault="passkey")
    log.info("staff signed in", by="passkey")
    return signed_in_answer(request, session, waiting.host)


@AT_THRESHOLD.post("/leave")
async def leave(waiting: AtThreshold) -> Response:
    """Go away without coming in."""
    await waiting.host.staff_desk.sign_out(waiting.session)
    response = went_to("/inbox/sign-in")
    forget_session(response, waiting.host)
    return response


async def _second_factor_page(waiting: Waiting, fault: str = "") -> Response:
    factors, codes_left = await waiting.host.second_factors.of_member(waiting.member)
    kinds = {factor.kind for factor in factors}
    return page(
        "second_factor",
        status=HTTPStatus.FORBIDDEN if fault else HTTPStatus.OK,
        waiting=waiting,
        has_app=FactorKind.APP in kinds,
        has_passkey=FactorKind.PASSKEY in kinds,
        has_codes=codes_left > 0,
        fault=fault,
    )
