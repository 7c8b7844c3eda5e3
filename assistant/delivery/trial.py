"""Trying a recipient out: what is sent says that it is a trial, and goes the same way as the real thing (pure)."""

from datetime import datetime

from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.delivery.payload import LetterText
from assistant.i18n import translator
from assistant.referrals.routing import Recipient, Way

TRIED_BY = {
    Way.LETTER: Carrier.LETTER_TEST,
    Way.DOCUMENT: Carrier.LETTER_TEST,
    Way.WEBHOOK: Carrier.WEBHOOK_TEST,
}
"""How each way is tried; a way without a carrier sends nothing that could be tried."""


def trial_of(recipient: Recipient, municipality: str, entry_id: str, now: datetime) -> OutboxEntry | None:
    """The entry that tries this recipient; None where nothing is ever sent to it."""
    carrier = TRIED_BY.get(recipient.way)
    if carrier is None:
        return None
    return OutboxEntry(entry_id, carrier, recipient.name or recipient.to, municipality, now, now)


def trial_letter(municipality: str, settings_url: str) -> LetterText:
    """The letter: it comes from the program, it is no request, and nothing has to be done."""
    gettext = translator().gettext
    paragraphs = (
        gettext("Hello,"),
        gettext("This is a test letter. No person has sent a request, and you need not do anything."),
        gettext("Letters about new requests will come to this address. Municipality: %(municipality)s.")
        % {"municipality": municipality},
        gettext("The lead of the department can change the addresses here:") + f"\n{settings_url}",
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return LetterText(gettext("Test letter: nothing has to be done"), "\n\n".join(paragraphs) + "\n")
