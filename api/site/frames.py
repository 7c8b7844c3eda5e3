"""Who may show our pages in a frame, and cookies that work there.

In a frame on another site a browser keeps no cookie of ours, unless it is set apart for that site (CHIPS: Partitioned).
Such a cookie is seen only inside of frames on that very site, so nobody is followed from site to site by it.
"""

import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.chat.visit import CONVERSATION_COOKIE, FORM_COOKIE

_NEVER = ("/inbox", "/api/", "/health/", "/metrics")
"""Staff sign in there, or programs ask: no other site has a use for these in a frame."""

_NOBODY = "frame-ancestors 'none'"
_APART = "r."
"""The secret of forms begins so where the cookies are set apart. It is never so in a window of our own."""


def apart_secret(request: Request, known: str) -> str:
    """The secret for the forms of a frame; `known` is the one that the browser has or that was made for it."""
    is_apart = (
        request.headers.get("sec-fetch-site") == "cross-site" and request.headers.get("sec-fetch-dest") == "iframe"
    )
    if not is_apart or known.startswith(_APART):
        return known
    return _APART + secrets.token_urlsafe(24)


class Frames:
    """Lets the sites of `sites` show our pages in frames; without any, nobody does. Stands outside of SafeHeaders."""

    def __init__(self, app: ASGIApp, *, sites: str) -> None:
        self._app = app
        self._policy = f"frame-ancestors 'self' {sites}" if sites else _NOBODY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http" or self._policy == _NOBODY or scope["path"].startswith(_NEVER):
            await self._app(scope, receive, send)
            return
        was_apart = _is_apart(Headers(scope=scope).getlist("cookie"))

        async def send_framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                policy = headers.get("content-security-policy", "")
                if _NOBODY in policy:
                    headers["content-security-policy"] = policy.replace(_NOBODY, self._policy)
                    del headers["x-frame-options"]
                set_now = headers.getlist("set-cookie")
                if was_apart or _is_apart(set_now):
                    del headers["set-cookie"]
                    for cookie in set_now:
                        headers.append("set-cookie", _set_apart(cookie))
            await send(message)

        await self._app(scope, receive, send_framed)


def _is_apart(cookies: Iterable[str]) -> bool:
    for line in cookies:
        try:
            kept = SimpleCookie(line).get(FORM_COOKIE)
        except CookieError:
            continue
        if kept is not None and kept.value.startswith(_APART):
            return True
    return False


def _set_apart(cookie: str) -> str:
    """The same cookie, kept only for frames on the site around it."""
    name, *attributes = cookie.split("; ")
    if not name.startswith((f"{CONVERSATION_COOKIE}=", f"{FORM_COOKIE}=")):
        return cookie
    kept = [one for one in attributes if not one.lower().startswith(("samesite", "secure", "partitioned"))]
    return "; ".join((name, *kept, "Secure", "SameSite=None", "Partitioned"))
