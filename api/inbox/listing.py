"""The list of requests."""

from enum import StrEnum

from fastapi import APIRouter, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.pages import page
from assistant.referrals.referral import Status

LIST = APIRouter(prefix="/inbox", route_class=InboxRoute)

OPEN = (Status.NEW, Status.TAKEN, Status.WAITING, Status.ANSWERED)
OVER = (Status.CLOSED, Status.WITHDRAWN)


class Show(StrEnum):
    """The two halves of the list."""

    OPEN = "open"
    OVER = "over"


@LIST.get("")
async def inbox(seat: AtDesk, show: Show = Show.OPEN) -> Response:
    """The municipality's requests by how they stand."""
    referrals = await seat.host.casework.inbox(seat.member)
    shown = OPEN if show is Show.OPEN else OVER
    return page(
        "list",
        seat=seat,
        show=show,
        groups=[(status, [known for known in referrals if known.status is status]) for status in shown],
        open_count=sum(not known.is_over for known in referrals),
        over_count=sum(known.is_over for known in referrals),
        passed_away=await seat.host.passing.passed_away(seat.member),
    )
