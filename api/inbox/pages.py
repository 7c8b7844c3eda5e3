"""The inbox's pages: templates with words in the reader's language, kept by no cache."""

from functools import lru_cache, partial
from http import HTTPStatus

from fastapi.responses import HTMLResponse
from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from api.inbox.account_labels import AccountLabels
from api.inbox.auth import Seat
from api.inbox.delivery_labels import DeliveryLabels
from api.inbox.forms import LONGEST_REASON, LONGEST_REPLY
from api.inbox.labels import Labels
from api.inbox.looks import looks_now
from api.templating import make_environment
from assistant.i18n import format_day, format_moment, translator
from assistant.referrals.referral import spoken_number
from assistant.understanding.phones import spoken_phone

KEPT_BY_NOBODY = {"cache-control": "no-store"}


def page(name: str, *, seat: Seat | None = None, status: int = HTTPStatus.OK, **content: object) -> HTMLResponse:
    """A page from templates/inbox, in the language of whoever asked; `seat` is None where nobody is signed in."""
    looks = looks_now()
    template = _environment(looks.language).get_template(f"inbox/{name}.html")
    return HTMLResponse(template.render(seat=seat, looks=looks, **content), status, headers=KEPT_BY_NOBODY)


@lru_cache
def _environment(language: str) -> Environment:
    environment = make_environment([InternationalizationExtension])
    translations = translator(language)
    # The extension adds this method to the environment when it is loaded.
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "day": partial(format_day, locale=language),
        "moment": partial(format_moment, locale=language),
        "spoken_number": spoken_number,
        "spoken_phone": spoken_phone,
    }
    environment.globals |= {
        "labels": Labels(translations),
        "delivery_labels": DeliveryLabels(translations, language),
        "account_labels": AccountLabels(translations),
        "longest_reply": LONGEST_REPLY,
        "longest_reason": LONGEST_REASON,
    }
    return environment
