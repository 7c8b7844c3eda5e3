"""Who is at the inbox, and whether a form really comes from one of its pages."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response

from api.inbox.host import InboxHost, the_inbox_host
from assistant.errors import AiskiaiError
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember

SESSION_COOKIE = "aiskiai-inbox"
FORM_TOKEN = "form_token"  # noqa: S105 - the name of the field, not what stands in it  # nosec B105
LOOKED_BY_ITSELF = "/changes"
"""How the address ends that an open page asks every few seconds, whether or not anybody sits before it."""
RENEWAL = "x-renewal"
"""The header by which a page says that it fetches its own list anew, since somebody else changed something."""
CHANGES_NOTHING = frozenset({"GET", "HEAD"})


class SignedOutError(AiskiaiError):
    """Nobody is signed in, or the session is over."""


class NotAllowedError(AiskiaiError):
    """Who is signed in may not do this; a lead or an administrator may."""


class FormRefusedError(AiskiaiError):
    """The form was not sent from a page that the inbox gave to this sign-in session."""


@dataclass(frozen=True)
class Seat:
    """A member of staff at work: who it is, and the session that proves it."""

    member: StaffMember
    session: str
    host: InboxHost

    @property
    def form_token(self) -> str:
        """What every form of this sign-in session carries."""
        return form_token_of(self.session)


@dataclass(frozen=True)
class Waiting:
    """Somebody who has shown the first thing and not the second; no Seat, so that no page can take it for one."""

    member: StaffMember
    session: str
    host: InboxHost
    must_set_up: bool

    @property
    def form_token(self) -> str:
        """What every form of this sign-in carries."""
        return form_token_of(self.session)


@dataclass(frozen=True)
class SetsUp:
    """Somebody who may add a second factor; `seat` is None where they are not in yet, since they must have one."""

    member: StaffMember
    session: str
    host: InboxHost
    seat: Seat | None

    @property
    def form_token(self) -> str:
        """What every form of this sign-in carries."""
        return form_token_of(self.session)


def form_token_of(session: str) -> str:
    """What every form of a session carries; it cannot be made without the session's secret."""
    return hmac.new(session.encode(), b"inbox form", hashlib.sha256).hexdigest()


async def signed_in(request: Request) -> Seat:
    """The one door to everything behind the sign-in.

    Raises SignedOutError where nobody is signed in, and FormRefusedError where a request that may change something
    is not proved to come from the inbox's own page.
    """
    host, session = _door(request)
    is_act = not request.url.path.endswith(LOOKED_BY_ITSELF) and RENEWAL not in request.headers
    member = await host.staff_desk.who(session, is_act=is_act) if session else None
    if member is None:
        raise SignedOutError
    await _check_form(request, session)
    return Seat(member, session, host)


async def at_threshold(request: Request) -> Waiting:
    """The door to the second factor. Raises SignedOutError, also where it was shown already, and FormRefusedError."""
    host, session = _door(request)
    waiting = await host.staff_desk.threshold(session) if session else None
    if waiting is None:
        raise SignedOutError
    await _check_form(request, session)
    return Waiting(waiting.member, session, host, waiting.must_set_up)


async def setting_up(request: Request) -> SetsUp:
    """The door to a new second factor. Raises SignedOutError where one must be shown first, and FormRefusedError."""
    host, session = _door(request)
    member = await host.second_factors.may_set_up(session) if session else None
    if member is None:
        raise SignedOutError
    await _check_form(request, session)
    is_in = await host.staff_desk.who(session) is not None
    return SetsUp(member, session, host, Seat(member, session, host) if is_in else None)


def _door(request: Request) -> tuple[InboxHost, str]:
    if request.method not in CHANGES_NOTHING:
        check_origin(request)
    return the_inbox_host(request), request.cookies.get(SESSION_COOKIE, "")


async def _check_form(request: Request, session: str) -> None:
    if request.method in CHANGES_NOTHING:
        return
    if not hmac.compare_digest((await form_text(request, FORM_TOKEN)).encode(), form_token_of(session).encode()):
        raise FormRefusedError


AtDesk = Annotated[Seat, Depends(signed_in)]
AtThreshold = Annotated[Waiting, Depends(at_threshold)]
MaySetUp = Annotated[SetsUp, Depends(setting_up)]


async def _lead(seat: AtDesk) -> Seat:
    return _at_least(seat, Role.LEAD)


async def _admin(seat: AtDesk) -> Seat:
    return _at_least(seat, Role.ADMIN)


def _at_least(seat: Seat, role: Role) -> Seat:
    if not seat.member.role.is_at_least(role):
        raise NotAllowedError
    return seat


LeadAtDesk = Annotated[Seat, Depends(_lead)]
AdminAtDesk = Annotated[Seat, Depends(_admin)]


def check_origin(request: Request) -> None:
    """Raises FormRefusedError where another site sent the form, or where the browser does not say who did."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        is_own = site == "same-origin"
    else:
        # Browsers without Sec-Fetch-Site name the origin; its scheme may differ from ours behind a proxy.
        is_own = urlsplit(request.headers.get("origin", "")).netloc == request.headers.get("host", "/")
    if not is_own:
        raise FormRefusedError


async def form_text(request: Request, field: str) -> str:
    """A text field of the form that was sent, empty where it is missing."""
    value = (await request.form()).get(field)
    return value if isinstance(value, str) else ""


def keep_session(response: Response, session: str, host: InboxHost) -> None:
    """Let the browser keep the session until it is closed; the server ends it earlier when its time is over."""
    # Lax and not Strict: a link in a letter to the department must open the request for staff who are signed in.
    # Nothing can be changed by following a link.
    response.set_cookie(SESSION_COOKIE, session, path="/inbox", httponly=True, samesite="lax", secure=_is_secure(host))


def forget_session(response: Response, host: InboxHost) -> None:
    """Take the session out of the browser."""
    response.delete_cookie(SESSION_COOKIE, path="/inbox", httponly=True, samesite="lax", secure=_is_secure(host))


def _is_secure(host: InboxHost) -> bool:
    return host.settings.address.startswith("https://")
