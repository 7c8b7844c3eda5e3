"""One's own account: second factors, sessions, and how the pages look."""

from enum import StrEnum
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Path, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk, Seat
from api.inbox.freshness import must_be_fresh
from api.inbox.looks import KEYS_COOKIE, LANGUAGE_COOKIE, OFF, OFFER_COOKIE, ON, keep_look
from api.inbox.pages import page
from api.inbox.sign_in import went_to
from api.inbox.way_back import LIST
from assistant.errors import LastFactorError
from assistant.i18n import LANGUAGES

ACCOUNT = APIRouter(prefix="/inbox/account", route_class=InboxRoute)

log = structlog.get_logger(__name__)

FactorId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class Done(StrEnum):
    """What was just done."""

    ADDED = "added"
    REMOVED = "removed"
    ENDED = "ended"
    LOOKS = "looks"


@ACCOUNT.get("")
async def account(seat: AtDesk, done: Done | None = None) -> Response:
    """Everything about one's own account."""
    return await _account_page(seat, done=done)


@ACCOUNT.post("/factors/{factor}/remove")
async def remove_factor(seat: AtDesk, factor: FactorId) -> Response:
    """Take a second factor away; the last one stays where one is required."""
    await must_be_fresh(seat)
    try:
        await seat.host.second_factors.remove(seat.member, factor)
    except LastFactorError:
        return await _account_page(seat, is_last=True)
    log.info("second factor removed")
    return went_to(f"/inbox/account?done={Done.REMOVED}")


@ACCOUNT.post("/codes")
async def new_codes(seat: AtDesk) -> Response:
    """Make the recovery codes anew and show them this once."""
    await must_be_fresh(seat)
    codes = await seat.host.second_factors.new_codes(seat.member)
    if not codes:
        return went_to("/inbox/account")
    return page("recovery_codes", seat=seat, codes=codes, is_new=False, goes_on=LIST)


@ACCOUNT.post("/sessions/end-others")
async def end_others(seat: AtDesk) -> Response:
    """Sign out everywhere else."""
    await must_be_fresh(seat)
    await seat.host.staff_desk.end_others(seat.member, seat.session)
    return went_to(f"/inbox/account?done={Done.ENDED}")


@ACCOUNT.post("/sessions/{session}/end")
async def end_session(seat: AtDesk, session: str) -> Response:
    """Sign out in one place."""
    await must_be_fresh(seat)
    await seat.host.staff_desk.end_session(seat.member, session)
    return went_to(f"/inbox/account?done={Done.ENDED}")


@ACCOUNT.post("/looks")
async def choose_looks(
    seat: AtDesk,
    language: Annotated[str, Form(max_length=5)] = "",
    keys: Annotated[str, Form(max_length=5)] = OFF,
) -> Response:
    """Choose language and keys for this browser."""
    response = went_to(f"/inbox/account?done={Done.LOOKS}")
    if language in LANGUAGES:
        keep_look(response, LANGUAGE_COOKIE, language, seat.host)
    keep_look(response, KEYS_COOKIE, ON if keys == ON else OFF, seat.host)
    return response


@ACCOUNT.post("/later")
async def offer_later(seat: AtDesk) -> Response:
    """Do not offer a second factor until the next sign-in."""
    response = went_to("/inbox")
    response.delete_cookie(OFFER_COOKIE, path="/inbox")
    log.info("second factor put off", municipality=seat.member.municipality)
    return response


async def _account_page(seat: Seat, *, done: Done | None = None, is_last: bool = False) -> Response:
    factors, codes_left = await seat.host.second_factors.of_member(seat.member)
    return page(
        "account",
        seat=seat,
        status=HTTPStatus.CONFLICT if is_last else HTTPStatus.OK,
        factors=factors,
        codes_left=codes_left,
        sessions=await seat.host.staff_desk.sessions(seat.member),
        present=await seat.host.staff_desk.session_id(seat.session),
        languages=LANGUAGES,
        done=done,
        is_last=is_last,
    )
