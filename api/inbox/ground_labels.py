"""On what legal ground a request was taken, and which privacy notice held then, in words for staff."""

from babel.support import Translations

from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.grounds import BASIS


class GroundLabels:
    """Words in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def of(self, referral: Referral) -> str:
        """One line; empty where a request is older than the keeping of grounds, or where nothing is left of it."""
        sent = next((entry.details for entry in referral.thread if entry.kind is EntryKind.SENT), None)
        if sent is None or not sent.basis:
            return ""
        words = {
            BASIS: self.gettext("A task in the public interest, social protection: GDPR, articles 6(1)(e) and 9(2)(b).")
        }
        ground = words.get(sent.basis, sent.basis)
        notice = self.gettext("Version of the privacy notice: %(version)s.") % {"version": sent.notice}
        return f"{ground} {notice}" if sent.notice else ground
