"""The inbox's pages: templates with Lithuanian words, kept by no cache."""

import hashlib
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import InternationalizationExtension

from api.inbox.auth import Seat
from api.inbox.forms import LONGEST_REPLY
from api.inbox.labels import Labels
from assistant.i18n import format_moment, translator
from assistant.referrals.referral import spoken_number
from assistant.understanding.phones import spoken_phone

API = Path(__file__).parent.parent
KEPT_BY_NOBODY = {"cache-control": "no-store"}


def page(name: str, *, seat: Seat | None = None, status: int = HTTPStatus.OK, **content: object) -> HTMLResponse:
    """A page from templates/inbox; `seat` is None where nobody is signed in."""
    template = _environment().get_template(f"inbox/{name}.html")
    return HTMLResponse(template.render(seat=seat, **content), status, headers=KEPT_BY_NOBODY)


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(API / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[InternationalizationExtension],
    )
    translations = translator()
    # The extension adds this method to the environment when it is loaded.
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {"moment": format_moment, "spoken_number": spoken_number, "spoken_phone": spoken_phone}
    environment.globals |= {
        "labels": Labels(translations),
        "styles": _address("inbox.css"),
        "longest_reply": LONGEST_REPLY,
    }
    return environment


def _address(name: str) -> str:
    """The address of a static file, which changes with its content, so that browsers may keep it for good."""
    content = (API / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"
