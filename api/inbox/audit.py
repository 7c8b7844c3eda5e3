"""Who saw, changed and exported what in one's own municipality, for leads; that they look is put into the log too."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk
from api.inbox.pages import page
from assistant.usecases.audit_desk import Asked
from assistant.usecases.auditing import Did

AUDIT = APIRouter(prefix="/inbox", route_class=InboxRoute)

Words = Annotated[str, Query(max_length=320)]


@AUDIT.get("/audit")
async def audit(
    seat: LeadAtDesk,
    person: Words = "",
    did: Words = "",
    day: Words = "",
    number: Words = "",
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> Response:
    """The log, newest first; a filter that cannot be read is passed over, and the page shows that it is empty."""
    asked = Asked(person.strip().lower(), _did(did), _day(day), "".join(number.split()), before)
    shown = await seat.host.audit.page(seat.member, asked)
    chosen = {
        "person": asked.email,
        "did": asked.did.value if asked.did else "",
        "day": asked.day.isoformat() if asked.day else "",
        "number": asked.number,
    }
    kept = {name: value for name, value in chosen.items() if value}
    return page(
        "audit",
        seat=seat,
        shown=shown,
        asked=asked,
        deeds=tuple(Did),
        newest=f"/inbox/audit?{urlencode(kept)}",
        older=f"/inbox/audit?{urlencode(kept | {'before': shown.older})}" if shown.older else "",
    )


def _did(name: str) -> Did | None:
    return Did(name) if name in set(Did) else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
