"""What the law asks to be told: the privacy notice in easy and in legal language, the accessibility statement."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.dependencies import HasWords, Host, TheHost
from api.site.site import site_of, site_page
from assistant.i18n import DayCase, spoken_day
from assistant.referrals.routing import Contact, Municipality

router = APIRouter(include_in_schema=False)

PRIVACY = "/privatumas"
LEGAL = "/privatumas/teisinis"
ACCESSIBILITY = "/prieinamumas"

Chosen = Annotated[str, Query(alias="savivaldybe", max_length=64)]


@router.api_route(PRIVACY, methods=["GET", "HEAD"])
async def privacy(request: Request, host: TheHost, chosen: Chosen = "") -> Response:
    """What is kept and why, in easy language; `chosen` is the municipality whose contact is shown."""
    return _notice(request, host, "privacy.html", PRIVACY, chosen)


@router.api_route(LEGAL, methods=["GET", "HEAD"])
async def legal(request: Request, host: TheHost, chosen: Chosen = "") -> Response:
    """The same in the words of the law."""
    return _notice(request, host, "legal.html", LEGAL, chosen)


@router.api_route(ACCESSIBILITY, methods=["GET", "HEAD"])
async def accessibility(request: Request, host: TheHost) -> Response:
    """For whom the pages work, and what to do where they do not."""
    site = site_of(request)
    known = site.statements.accessibility
    day = spoken_day(known.checked_on, DayCase.ACCUSATIVE, with_year=True)
    phone = next(
        (leaf.address for shelf in site.shelves.values() if (leaf := shelf.of("municipality-contacts"))), "/temos"
    )
    return site_page(request, host, "accessibility.html", ACCESSIBILITY, known=known, day=day, phone_page=phone)


def _notice(request: Request, host: Host, template: str, address: str, chosen: str) -> Response:
    statements = site_of(request).statements
    municipality = chosen_municipality(host.library, chosen)
    return site_page(
        request,
        host,
        template,
        address,
        statements=statements,
        since=spoken_day(statements.since, DayCase.GENITIVE, with_year=True),
        municipalities=host.library.municipalities.values(),
        municipality=municipality,
        contact=contact_of(municipality) if municipality else None,
        takes=municipality is not None and municipality.id in host.library.routes,
        action=address,
    )


def chosen_municipality(library: HasWords, chosen: str) -> Municipality | None:
    """The municipality of this id; without one the only one that takes requests, where there is only one."""
    if not chosen and len(library.routes) == 1:
        chosen = next(iter(library.routes))
    return library.municipalities.get(chosen)


def contact_of(municipality: Municipality) -> Contact:
    """How to reach the department, else the municipality itself; what is not known is empty."""
    return municipality.general if municipality.contact == Contact() else municipality.contact
