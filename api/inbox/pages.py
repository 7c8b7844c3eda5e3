"""The inbox's pages: templates with words in the reader's language, kept by no cache."""

from functools import lru_cache, partial
from http import HTTPStatus

from fastapi.responses import HTMLResponse
from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from api.chat.phones import together
from api.chat.taps import with_taps
from api.inbox.account_labels import AccountLabels
from api.inbox.audit_labels import AuditLabels
from api.inbox.auth import Seat
from api.inbox.delivery_labels import DeliveryLabels
from api.inbox.editors.labels import EditorLabels
from api.inbox.forgotten_labels import ForgottenLabels
from api.inbox.forms import LONGEST_REASON, LONGEST_REPLY
from api.inbox.ground_labels import GroundLabels
from api.inbox.helping_labels import HelpingLabels
from api.inbox.labels import Labels
from api.inbox.list_labels import VIEW_KEYS, list_labels
from api.inbox.looks import looks_now
from api.inbox.settings.forms import described, key_of
from api.inbox.settings.labels import SettingsLabels
from api.inbox.statistics_labels import StatisticsLabels
from api.inbox.step_forms import LONGEST_INSTITUTION, LONGEST_NOTE
from api.inbox.step_labels import StepLabels
from api.inbox.writing_labels import WritingLabels
from api.templating import make_environment
from assistant.i18n import format_day, format_moment, translator
from assistant.library.report.wording import Wording
from assistant.referrals.questions import LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS
from assistant.referrals.referral import spoken_number
from assistant.referrals.thread import TEXT_FOR_STAFF
from assistant.understanding.phones import spoken_phone

KEPT_BY_NOBODY = {"cache-control": "no-store"}


def part(name: str, **content: object) -> HTMLResponse:
    """A part of a page, for a script that puts it into one."""
    return HTMLResponse(
        _environment(looks_now().language).get_template(f"inbox/{name}.html").render(**content), headers=KEPT_BY_NOBODY
    )


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
        "recipient_key": key_of,
        "spoken_number": spoken_number,
        "spoken_phone": spoken_phone,
        "taps": with_taps,
        "together": together,
    }
    environment.globals |= {
        "labels": Labels(translations),
        "list_labels": list_labels(language),
        "statistics_labels": StatisticsLabels(translations),
        "audit_labels": AuditLabels(translations),
        "editor_labels": EditorLabels(translations),
        "wording": Wording(translations),
        "delivery_labels": DeliveryLabels(translations, language),
        "forgotten_labels": ForgottenLabels(translations),
        "account_labels": AccountLabels(translations),
        "step_labels": StepLabels(translations),
        "ground_labels": GroundLabels(translations),
        "helping_labels": HelpingLabels(translations),
        "writing_labels": WritingLabels(translations),
        "view_keys": VIEW_KEYS,
        "described": described,
        "settings_labels": SettingsLabels(translations),
        "longest_reply": LONGEST_REPLY,
        "longest_reason": LONGEST_REASON,
        "longest_note": LONGEST_NOTE,
        "only_staff_read": TEXT_FOR_STAFF,
        "longest_institution": LONGEST_INSTITUTION,
        "longest_question": LONGEST_QUESTION,
        "longest_option": LONGEST_OPTION,
        "most_options": MOST_OPTIONS,
    }
    return environment
