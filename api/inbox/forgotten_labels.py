"""What is forgotten, and why a request is no more, in the words of staff."""

from babel.support import Translations

from assistant.usecases.forgetting import Kind, Why


class ForgottenLabels:
    """Words for kinds and reasons in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def kind(self, kind: Kind) -> str:
        """What was forgotten."""
        return {
            Kind.CHECKS: self.gettext("Conversations without a request"),
            Kind.ANSWERS: self.gettext("Old answers of people who sent a request"),
            Kind.LINES: self.gettext("Old lines of conversations"),
            Kind.KEYS: self.gettext("Marks of forms that were sent"),
            Kind.CLOSED: self.gettext("Closed requests whose time is over"),
            Kind.OUTBOX: self.gettext("Notes about old letters"),
            Kind.LETTERS: self.gettext("Old letter files"),
            Kind.UPDATES: self.gettext("Old Telegram messages"),
            Kind.LINKS: self.gettext("Old sign-in links"),
            Kind.SESSIONS: self.gettext("Sign-ins that are over"),
            Kind.ONCE: self.gettext("Codes that were used"),
            Kind.TRIES: self.gettext("Failed tries to open a request"),
            Kind.MISSED: self.gettext("Old words that were not understood"),
            Kind.AUDIT: self.gettext("Old lines of the log"),
            Kind.ERASED: self.gettext("Requests erased because the person asked"),
        }[kind]

    def why(self, why: Why) -> str:
        """Why a request is no more."""
        return {
            Why.PERSON: self.gettext("The person erased it."),
            Why.STAFF: self.gettext("Staff erased it because the person asked."),
            Why.TERM: self.gettext("Its time was over."),
        }[why]
