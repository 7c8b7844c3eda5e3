"""The inbox's pages: templates with Lithuanian words, kept by no cache."""

from functools import lru_cache
from http import HTTPStatus

from fastapi.responses import HTMLResponse
from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from api.inbox.auth import Seat
from api.inbox.delivery_labels import DeliveryLabels
from api.inbox.forms import LONGEST_REASON, LONGEST_REPLY
from api.inbox.labels import Labels
from api.inbox.settings.forms import described, key_of
from api.inbox.settings.labels import SettingsLabels
from api.templating import make_environment
from assistant.i18n import format_day, format_moment, translator
from assistant.referrals.referral import spoken_number
from assistant.understanding.phones import spoken_phone

KEPT_BY_NOBODY = {"cache-control": "no-store"}


def page(name: str, *, seat: Seat | None = None, status: int = HTTPStatus.OK, **content: object) -> HTMLResponse:
    """A page from templates/inbox; `seat` is None where nobody is signed in."""
    template = _environment().get_template(f"inbox/{name}.html")
    return HTMLResponse(template.render(seat=seat, **content), status, headers=KEPT_BY_NOBODY)


@lru_cache
def _environment() -> Environment:
    environment = make_environment([InternationalizationExtension])
    translations = translator()
    # The extension adds this method to the environment when it is loaded.
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "day": format_day,
        "moment": format_moment,
        "recipient_key": key_of,
        "spoken_number": spoken_number,
        "spoken_phone": spoken_phone,
    }
    environment.globals |= {
        "labels": Labels(translations),
        "delivery_labels": DeliveryLabels(translations),
        "described": described,
        "settings_labels": SettingsLabels(translations),
        "longest_reply": LONGEST_REPLY,
        "longest_reason": LONGEST_REASON,
    }
    return environment
