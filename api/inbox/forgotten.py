"""What was forgotten when, for leads: counts by day, and the numbers of requests that are no more."""

from fastapi import APIRouter, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk
from api.inbox.pages import page

FORGOTTEN = APIRouter(prefix="/inbox", route_class=InboxRoute)


@FORGOTTEN.get("/forgotten")
async def forgotten(seat: LeadAtDesk) -> Response:
    """Counts without persons."""
    return page("forgotten", seat=seat, shown=await seat.host.erasure.page(seat.member))
