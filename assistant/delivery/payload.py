"""What a letter to a department says: the request's number and where to read it, and nothing about the person."""

from dataclasses import dataclass

from babel.support import Translations

from assistant.i18n import translator
from assistant.referrals.referral import spoken_number


@dataclass(frozen=True)
class LetterText:
    """A letter's words, plain text."""

    subject: str
    body: str


def letter_about(
    number: str, inbox_url: str, translations: Translations | None = None, *, has_document: bool = False
) -> LetterText:
    """The letter about a new referral; `inbox_url` opens it for staff who are signed in.

    Mail passes through many hands, so the person's name, contact and words stay in the inbox, or in the attached
    document that only a password opens.
    """
    gettext = (translations or translator()).gettext
    spoken = spoken_number(number)
    paragraphs = (
        gettext("Hello,"),
        gettext("A person has sent a request for social services to your municipality."),
        gettext("Request number: %(number)s") % {"number": spoken},
        gettext("Read the request and answer it here:") + f"\n{inbox_url}",
        gettext("The request is also attached as a locked PDF. Its password is on the same page, beside this letter.")
        if has_document
        else "",
        gettext("The page opens when you are signed in. If you are not, it asks for your e-mail address first."),
        gettext("Only the locked PDF holds personal data. A program wrote this letter, so please do not reply to it.")
        if has_document
        else gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return LetterText(
        gettext("New request No. %(number)s") % {"number": spoken}, "\n\n".join(filter(None, paragraphs)) + "\n"
    )
