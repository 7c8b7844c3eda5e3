"""How the reader wants the pages: language, keys, what was offered; kept in cookies, not in accounts."""

from contextvars import ContextVar
from dataclasses import dataclass

from fastapi import Request, Response

from api.inbox.host import InboxHost
from assistant.i18n import LANGUAGES

LANGUAGE_COOKIE = "aiskiai-inbox-language"
KEYS_COOKIE = "aiskiai-inbox-keys"
OFFER_COOKIE = "aiskiai-inbox-offer"
A_YEAR = 365 * 24 * 60 * 60

ON, OFF = "on", "off"


@dataclass(frozen=True)
class Looks:
    """What a page needs to know of its reader; `has_offer` where a second factor is to be offered."""

    language: str = LANGUAGES[0]
    has_keys: bool = True
    has_offer: bool = False


_LOOKS: ContextVar[Looks] = ContextVar("looks", default=Looks())  # noqa: B039 - it is frozen


def look_at(request: Request) -> None:
    """Remember for this request how its reader wants the pages."""
    cookies = request.cookies
    chosen = cookies.get(LANGUAGE_COOKIE, "")
    language = chosen if chosen in LANGUAGES else _accepted(request.headers.get("accept-language", ""))
    _LOOKS.set(Looks(language, cookies.get(KEYS_COOKIE) != OFF, cookies.get(OFFER_COOKIE) == ON))


def looks_now() -> Looks:
    """How the reader of the present request wants the pages."""
    return _LOOKS.get()


def keep_look(response: Response, cookie: str, value: str, host: InboxHost) -> None:
    """Let the browser keep a choice; scripts may read it, since it is no secret."""
    is_secure = host.settings.address.startswith("https://")
    # What is offered is offered again at the next sign-in; what was chosen stays.
    age = None if cookie == OFFER_COOKIE else A_YEAR
    response.set_cookie(cookie, value, max_age=age, path="/inbox", samesite="lax", secure=is_secure)


def _accepted(header: str) -> str:
    """The first of our languages that the browser asks for, Lithuanian where it asks for none of them."""
    wanted: list[tuple[float, str]] = []
    for part in header.split(","):
        name, _, weight = part.partition(";q=")
        try:
            wanted.append((-float(weight or 1), name.strip().split("-")[0].lower()))
        except ValueError:
            continue
    # Sorting keeps the order of those that weigh the same.
    ranked = [name for weight, name in sorted(wanted, key=lambda one: one[0]) if weight < 0]
    return next((name for name in ranked if name in LANGUAGES), LANGUAGES[0])
