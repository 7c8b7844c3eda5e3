"""Who is at the page: the cookie that holds the conversation, and the proof that a form was sent from our own page.

A form proves itself twice: the browser says that the request comes from this site, and what the form carries was made
from a secret in a cookie, which no other site can read.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request, Response

CONVERSATION_COOKIE = "aiskiai_pokalbis"
FORM_COOKIE = "aiskiai_forma"
KEPT_SECONDS = 30 * 24 * 60 * 60
"""Nothing runs out while a person thinks: the conversation can be gone on with for 30 days after the last answer."""
ID = r"^[A-Za-z0-9_-]{1,64}$"
"""How the id of a conversation looks. Whatever else somebody makes up is not even looked for."""


@dataclass(frozen=True)
class Pass:
    """The id of a conversation and the token that opens it."""

    conversation: str
    token: str


def shown_pass(request: Request) -> Pass | None:
    """The pass that the browser shows, not yet checked."""
    conversation, dot, token = request.cookies.get(CONVERSATION_COOKIE, "").partition(".")
    is_pass = re.match(ID, conversation) and dot and token
    return Pass(conversation, token) if is_pass else None


def give_pass(response: Response, shown: Pass, *, is_secure: bool) -> None:
    """Let the browser keep the pass; scripts cannot read it."""
    _set(response, CONVERSATION_COOKIE, f"{shown.conversation}.{shown.token}", is_secure=is_secure)


def form_secret(request: Request) -> str:
    """The secret for the forms of a page: the one that the browser has, else a new one."""
    return request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)


def form_proof(secret: str) -> str:
    """What a page's forms carry: it proves the secret and is another one on each page.

    Pages are sent compressed, and the length of a page must not give away a secret that stays the same.
    """
    salt = secrets.token_urlsafe(9)
    return f"{salt}.{_proved(secret, salt)}"


def keep_form_secret(response: Response, secret: str, *, is_secure: bool) -> None:
    """Let the browser keep the secret of the forms."""
    _set(response, FORM_COOKIE, secret, is_secure=is_secure)


def page_key() -> str:
    """A value that tells one rendered page from another, so that a double tap on it is known as such."""
    return secrets.token_urlsafe(12)


def is_from_own_page(request: Request, proof: str, public_url: str) -> bool:
    """Whether a form was sent from a page of ours."""
    kept = request.cookies.get(FORM_COOKIE, "")
    salt, _, proved = proof.partition(".")
    has_secret = bool(kept) and hmac.compare_digest(_proved(kept, salt).encode(), proved.encode())
    return has_secret and _is_same_site(request, public_url)


def _proved(secret: str, salt: str) -> str:
    return hmac.new(secret.encode(), salt.encode(), hashlib.sha256).hexdigest()[:32]


def _is_same_site(request: Request, public_url: str) -> bool:
    """What the browser says about where the request comes from; very old browsers say nothing."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return True
    # Behind a proxy that ends TLS the scheme differs, so only host and port are compared.
    return urlsplit(origin).netloc in {request.headers.get("host"), urlsplit(public_url).netloc}


def _set(response: Response, name: str, value: str, *, is_secure: bool) -> None:
    response.set_cookie(name, value, max_age=KEPT_SECONDS, path="/", secure=is_secure, httponly=True, samesite="lax")
