"""What all forms of the settings have in common: shown, stored, or shown again with what was typed."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from http import HTTPStatus
from types import MappingProxyType

import structlog
from fastapi import Response
from fastapi.responses import RedirectResponse

from api.inbox.auth import Seat
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.settings.forms import Change, Typed
from assistant.errors import OfficeChangedError
from assistant.usecases.office_desk import OfficeNow

NOTHING_MORE: Mapping[str, object] = MappingProxyType({})

log = structlog.get_logger(__name__)


class Done(StrEnum):
    """What was just done."""

    SAVED = "saved"
    REMOVED = "removed"
    ON = "on"
    OFF = "off"
    TRIED = "tried"
    WAITS = "waits"
    ROLE = "role"
    GONE = "gone"


class Section(StrEnum):
    """The pages of the settings."""

    TEAM = "team"
    CONTACT = "contact"
    DAYS = "days"
    PROMISE = "promise"
    NOTICE = "notice"
    SENDING = "sending"
    RECIPIENTS = "recipients"
    KEEPING = "keeping"


def shown(
    seat: Seat,
    section: Section,
    now: OfficeNow,
    typed: Typed,
    more: Mapping[str, object],
    *,
    done: Done | None = None,
    is_stale: bool = False,
) -> Response:
    """The page of a section; `more` is what only this page shows.

    `is_stale` where somebody changed the settings since, and nothing was stored.
    """
    status = HTTPStatus.OK
    if is_stale:
        status = HTTPStatus.CONFLICT
    elif typed.faults:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return page(
        f"settings/{section}",
        seat=seat,
        status=status,
        section=section,
        now=now,
        typed=typed,
        is_stale=is_stale,
        done=done,
        **more,
    )


async def stored(
    seat: Seat,
    section: Section,
    typed: Typed,
    change: Change | None,
    more: Mapping[str, object] = NOTHING_MORE,
    *,
    done: Done = Done.SAVED,
) -> Response:
    """Store what was typed, and show the page anew; where that cannot be, the page with what was typed."""
    if change is not None:
        try:
            await seat.host.office_desk.change(seat.member, typed.version, change)
        except OfficeChangedError:
            now = await seat.host.office_desk.now(seat.member)
            return shown(seat, section, now, replace(typed, faults={}), more, is_stale=True)
        log.info("department settings changed", section=section.value, municipality=seat.member.municipality)
        return back_to(section, done)
    return shown(seat, section, await seat.host.office_desk.now(seat.member), typed, more)


def back_to(section: Section, done: Done) -> Response:
    """The page of the section, which says what was done."""
    address = f"/inbox/settings/{section}?done={done}"
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
