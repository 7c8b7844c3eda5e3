"""Who works in the department and as what."""

from dataclasses import dataclass
from http import HTTPStatus

import structlog
from fastapi import APIRouter, Request, Response

from api.inbox.answers import InboxRoute
from api.inbox.auth import LeadAtDesk, Seat
from api.inbox.pages import page
from api.inbox.settings.answering import Done, Section, back_to
from api.inbox.settings.forms import Fault, Typed, typed_in
from api.inbox.settings.reading import read_email_of
from assistant.errors import TeamRefusal, TeamRefusedError
from assistant.usecases.access import Role

TEAM = APIRouter(prefix="/inbox/settings/team", route_class=InboxRoute)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Link:
    """The one-time link of somebody who was just added: it is shown once and kept nowhere.

    `address` is empty where a letter brings it.
    """

    email: str
    address: str


@TEAM.get("")
async def team(seat: LeadAtDesk, done: Done | None = None) -> Response:
    """Everybody who works here."""
    return await _page(seat, done=done)


@TEAM.post("/add")
async def add(seat: LeadAtDesk, request: Request) -> Response:
    """Make an account, and show its one-time link or send it by letter."""
    typed = await typed_in(request)
    role = _role(typed)
    email = read_email_of(typed)
    if email is None or role is None:
        return await _page(seat, typed=typed)
    try:
        has_letter = typed.of("by_letter") == "1"
        token = await seat.host.team_desk.add(seat.member, email, role, has_letter=has_letter)
    except TeamRefusedError as error:
        return await _page(seat, typed=typed, refusal=error.why)
    log.info("member of staff added", municipality=seat.member.municipality, role=role.value)
    address = f"{seat.host.settings.address}/inbox/sign-in?token={token}" if token else ""
    return await _page(seat, link=Link(email, address))


@TEAM.post("/{staff_id}/role")
async def change_role(seat: LeadAtDesk, staff_id: str, request: Request) -> Response:
    """Give another role."""
    typed = await typed_in(request)
    role = _role(typed)
    if role is None:
        return await _page(seat, refusal=TeamRefusal.TOO_HIGH)
    try:
        await seat.host.team_desk.change_role(seat.member, staff_id, role)
    except TeamRefusedError as error:
        return await _page(seat, refusal=error.why)
    log.info("role changed", municipality=seat.member.municipality, role=role.value)
    return back_to(Section.TEAM, Done.ROLE)


@TEAM.post("/{staff_id}/remove")
async def remove(seat: LeadAtDesk, staff_id: str) -> Response:
    """Take the account away."""
    try:
        count = await seat.host.team_desk.remove(seat.member, staff_id)
    except TeamRefusedError as error:
        if error.why is not TeamRefusal.GONE:
            return await _page(seat, refusal=error.why)
        # Whoever presses twice has what they wanted.
        count = 0
    log.info("member of staff removed", municipality=seat.member.municipality, referrals=count)
    return back_to(Section.TEAM, Done.GONE)


def _role(typed: Typed) -> Role | None:
    try:
        return Role(typed.of("role"))
    except ValueError:
        typed.refuse("role", Fault.NOT_CHOSEN)
        return None


async def _page(
    seat: Seat,
    *,
    typed: Typed | None = None,
    refusal: TeamRefusal | None = None,
    link: Link | None = None,
    done: Done | None = None,
) -> Response:
    typed = typed or Typed()
    return page(
        "settings/team",
        seat=seat,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if typed.faults or refusal else HTTPStatus.OK,
        section=Section.TEAM,
        members=await seat.host.team_desk.members(seat.member),
        roles=[role for role in Role if seat.member.role.is_at_least(role)],
        now=await seat.host.office_desk.now(seat.member),
        typed=typed,
        refusal=refusal,
        link=link,
        is_stale=False,
        done=done,
    )
