"""Cookies that no other host can read or plant: behind HTTPS each goes out under a name that browsers guard.

A browser takes a cookie whose name begins with `__Host-` only over HTTPS, only from this very host and only for all of
its paths; a neighbour under the same domain can neither set one nor replace ours. The rest of the program knows the
plain names.
"""

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GUARD = "__Host-"
OURS = "aiskiai"
"""What the names of all our cookies begin with."""


class HostCookies:
    """Puts the guard before the names of our cookies, and takes only guarded ones back. Stands outermost."""

    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self._app = app
        self._is_secure = is_secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http" or not self._is_secure:
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                set_now = headers.getlist("set-cookie")
                if set_now:
                    del headers["set-cookie"]
                    for cookie in set_now:
                        headers.append("set-cookie", guarded(cookie))
            await send(message)

        headers = [
            (name, _plain(value.decode("latin-1")).encode("latin-1") if name == b"cookie" else value)
            for name, value in scope["headers"]
        ]
        await self._app({**scope, "headers": headers}, receive, send_guarded)


def guarded(cookie: str) -> str:
    """A line of Set-Cookie with the guarded name, and with what the guard demands."""
    pair, *attributes = cookie.split("; ")
    if not pair.startswith(OURS):
        return cookie
    kept = [one for one in attributes if not one.lower().startswith(("path=", "secure", "domain="))]
    return "; ".join((GUARD + pair, "Path=/", "Secure", *kept))


def _plain(line: str) -> str:
    """A Cookie line in which guarded ones have their plain names, and unguarded ones of those names are gone."""
    return "; ".join(_known(one.strip() for one in line.split(";")))


def _known(pairs: Iterable[str]) -> Iterable[str]:
    for pair in pairs:
        if pair.startswith(GUARD + OURS):
            yield pair.removeprefix(GUARD)
        elif not pair.startswith(OURS):
            yield pair
