"""Where somebody wanted to go when they had to sign in first; only ever a page of the inbox."""

import re

from fastapi import Request, Response

from api.inbox.auth import LOOKED_BY_ITSELF
from api.inbox.host import InboxHost

WANTED_COOKIE = "aiskiai-inbox-wanted"
WANTED_SECONDS = 30 * 60
"""Long enough to read the letter with the link, and for the second factor."""

LIST = "/inbox"

# Plain words between slashes: nothing that a browser could read as another site, and no query, in which a search may
# name a person.
_PAGE = re.compile(r"/inbox/[a-z0-9-]{1,40}(?:/[a-z0-9-]{1,40}){0,2}")
_AT_THE_DOOR = ("/inbox/sign-in", "/inbox/sign-out", "/inbox/second-factor", "/inbox/new-factor", "/inbox/oidc")


def keep_wanted(request: Request, response: Response, host: InboxHost) -> None:
    """Let the browser remember the page that it asked for, where it is one that somebody looks at."""
    path = request.url.path
    if request.headers.get("sec-fetch-mode", "navigate") == "navigate" and _is_page(path):
        response.set_cookie(
            WANTED_COOKIE,
            path,
            max_age=WANTED_SECONDS,
            path="/inbox",
            httponly=True,
            samesite="lax",
            secure=host.settings.address.startswith("https://"),
        )


def wanted_page(request: Request) -> str:
    """The page that was asked for before the sign-in; the list where none was, or where the cookie is no such page."""
    told = request.cookies.get(WANTED_COOKIE, "")
    return told if _is_page(told) else LIST


def forget_wanted(request: Request, response: Response) -> None:
    """Whoever is in is led there once."""
    if WANTED_COOKIE in request.cookies:
        response.delete_cookie(WANTED_COOKIE, path="/inbox", httponly=True, samesite="lax")


def _is_page(path: str) -> bool:
    return (
        _PAGE.fullmatch(path) is not None and not path.startswith(_AT_THE_DOOR) and not path.endswith(LOOKED_BY_ITSELF)
    )
