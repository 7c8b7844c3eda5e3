"""Letters with a one-time link to sign in to the inbox: on demand, and to whoever is new there."""

from babel.support import Translations

from assistant.delivery.payload import LetterText
from assistant.i18n import translator


def sign_in_letter(link: str, translations: Translations | None = None) -> LetterText:
    """The letter; the link works once and for 10 minutes."""
    gettext = (translations or translator()).gettext
    paragraphs = (
        gettext("Hello,"),
        gettext("With this link you sign in to the requests of your municipality:") + f"\n{link}",
        gettext("The link works once and for 10 minutes."),
        gettext("If you did not ask for it, do nothing. Without this letter nobody can sign in with the link."),
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return LetterText(gettext("Link to sign in"), "\n\n".join(paragraphs) + "\n")


def invitation_letter(link: str, later: str, translations: Translations | None = None) -> LetterText:
    """The letter to whoever has just got an account; the link works once and for 24 hours.

    `later` is the address at which they ask for a new link.
    """
    gettext = (translations or translator()).gettext
    paragraphs = (
        gettext("Hello,"),
        gettext("A colleague made an account for you. There you read and answer requests to your municipality."),
        gettext("With this link you sign in for the first time:") + f"\n{link}",
        gettext("The link works once and for 24 hours. Later you ask for a new one here:") + f"\n{later}",
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return LetterText(gettext("Your account for requests"), "\n\n".join(paragraphs) + "\n")
