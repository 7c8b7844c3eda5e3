"""Whose pictures and letters the pages show, and by which licence."""

from fastapi import APIRouter, Request, Response

from api.chat.rendering import pages_of
from api.dependencies import TheHost
from api.site.site import site_page

router = APIRouter(include_in_schema=False)

CREDITS = "/paveikslai"


@router.api_route(CREDITS, methods=["GET", "HEAD"])
async def all_credits(request: Request, host: TheHost) -> Response:
    """All pictures with what each means and where its drawing is from."""
    return site_page(request, host, "credits.html", CREDITS, pictures=pages_of(request).pictures)
