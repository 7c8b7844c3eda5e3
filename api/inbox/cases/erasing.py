"""A request that its person wished to be erased is erased by staff; afterwards its address says that it is no more."""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number, changed_page
from api.inbox.forms import ChangeForm
from api.inbox.pages import KEPT_BY_NOBODY
from assistant.errors import ErasureNotWishedError, ReferralChangedError

ERASING = APIRouter(prefix="/inbox", route_class=InboxRoute)

log = structlog.get_logger(__name__)


@ERASING.post("/{number}/erase")
async def erase(seat: AtDesk, number: Number, form: Annotated[ChangeForm, Form()]) -> Response:
    """Take the request away for good. The person gets the proof."""
    try:
        await seat.host.erasure.erase(seat.member, number, form.version)
    except (ReferralChangedError, ErasureNotWishedError):
        return await changed_page(seat, number, form)
    log.info("referral erased", number=number)
    return RedirectResponse(f"/inbox/{number}", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
