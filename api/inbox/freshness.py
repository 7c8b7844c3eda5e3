"""What opens an account is changed only by somebody who has just signed in: a page that was left open is not enough."""

from api.inbox.auth import Seat
from assistant.errors import AiskiaiError


class SignInAnewError(AiskiaiError):
    """Whoever is signed in did so too long ago for this."""


async def must_be_fresh(seat: Seat | None) -> None:
    """Raises SignInAnewError; without a seat somebody is just signing in."""
    if seat is not None and not await seat.host.staff_desk.is_fresh(seat.session):
        raise SignInAnewError
