"""Where a helper wrote the request: who wanted it sent, in words for staff."""

from babel.support import Translations

from assistant.referrals.confirming import Confirmation


class HelpingLabels:
    """Words in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def sent(self, confirmation: Confirmation | None) -> str:
        """Who sent it, for the thread; nothing more than that somebody helped where nobody was asked."""
        if confirmation is None:
            return self.gettext("Another person helped to write it.")
        if confirmation.is_by_person:
            return self.gettext("Another person helped to write it. The person confirmed it themselves.")
        sent = self.gettext("Another person sent it. The person did not confirm it themselves.")
        return f"{sent} {self._why_not(confirmation)}"

    def confirmed(self, confirmation: Confirmation) -> str:
        """Whether the person confirmed it, and why not, as one line of the request."""
        if confirmation.is_by_person:
            return self.gettext("The person themselves")
        only_helper = self.gettext("Only the helper.")
        return f"{only_helper} {self._why_not(confirmation)}"

    def _why_not(self, confirmation: Confirmation) -> str:
        return {
            Confirmation.NOT_HERE: self.gettext("The helper says: the person knows of it and is elsewhere."),
            Confirmation.DOES_NOT_KNOW: self.gettext("The helper says: the person does not know of it."),
            Confirmation.CANNOT_SAY: self.gettext("The helper says: the person cannot say it."),
            Confirmation.GUARDIAN: self.gettext("The helper says to be the guardian or curator."),
            Confirmation.UNKNOWN: self.gettext("The helper does not know why."),
        }[confirmation]
