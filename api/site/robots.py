"""What search engines may read, and the list of all pages for them."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from markupsafe import Markup

from api.dependencies import TheHost
from api.site.shelves import ROOT
from api.site.site import Site, site_of

router = APIRouter(include_in_schema=False)

PRIVATE = ("/pokalbis", "/testi", "/inbox", "/api/", "/health/", "/metrics", "/valdiklis")
"""Conversations, the inbox, and what only programs read."""

FIXED = ("/", ROOT, "/apie", "/privatumas", "/privatumas/teisinis", "/prieinamumas", "/paveikslai")


@router.api_route("/robots.txt", methods=["GET", "HEAD"])
async def robots(host: TheHost) -> Response:
    """What shall not be kept, and where the list is."""
    refused = "".join(f"Disallow: {path}\n" for path in PRIVATE)
    return PlainTextResponse(f"User-agent: *\n{refused}\nSitemap: {host.settings.address}/sitemap.xml\n")


@router.api_route("/sitemap.xml", methods=["GET", "HEAD"])
async def sitemap(request: Request, host: TheHost) -> Response:
    """Every public page."""
    entry = Markup("<url><loc>{}</loc></url>\n")
    entries = "".join(entry.format(host.settings.address + path) for path in public_paths(site_of(request)))
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    return Response(body, media_type="application/xml")


def public_paths(site: Site) -> tuple[str, ...]:
    """The addresses of all pages that anybody may read and search engines may keep."""
    shelves = tuple(shelf.address for shelf in site.shelves.values())
    leaves = tuple(leaf.address for shelf in site.shelves.values() for leaf in shelf.leaves.values())
    return FIXED + shelves + leaves
