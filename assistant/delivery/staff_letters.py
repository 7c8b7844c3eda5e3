"""Letters to staff about a request that they know, for whatever reason. Number and link, no personal data."""

from babel.support import Translations

from assistant.delivery.outbox import Carrier
from assistant.delivery.payload import LetterText, letter_about
from assistant.i18n import translator
from assistant.referrals.referral import spoken_number


def staff_letter(carrier: Carrier, number: str, inbox_url: str, translations: Translations | None = None) -> LetterText:
    """The letter of this kind; `inbox_url` opens the request for staff who are signed in."""
    catalog = translations or translator()
    gettext = catalog.gettext
    spoken = spoken_number(number)
    match carrier:
        case Carrier.LETTER_CHANGED:
            subject = gettext("Request No. %(number)s was changed")
            said = gettext("The person changed a request that they had sent to your municipality.")
        case Carrier.LETTER_REMINDER:
            subject = gettext("Request No. %(number)s waits for an answer")
            said = gettext("Your municipality promised to answer this request by the next working day.")
        case Carrier.LETTER_OVERDUE:
            subject = gettext("Request No. %(number)s is overdue")
            said = gettext("The promised day is over and nobody has answered this request. The person was told so.")
        case Carrier.LETTER_GIVEN:
            subject = gettext("Request No. %(number)s was given to you")
            said = gettext("A colleague gave you this request. Now it is yours to answer.")
        case Carrier.LETTER_MENTIONED:
            subject = gettext("A note at request No. %(number)s is for you")
            said = gettext("A colleague wrote a note at this request and asks you to read it.")
        case Carrier.LETTER_TOLD:
            subject = gettext("Request No. %(number)s: the person answered your question")
            said = gettext("The person answered the question that you had asked them.")
        case Carrier.LETTER_ERASURE:
            subject = gettext("Request No. %(number)s: the person asks you to erase it")
            said = gettext("The person asks your municipality to erase this request. Please decide within 30 days.")
        case _:
            return letter_about(number, inbox_url, catalog)
    paragraphs = (
        gettext("Hello,"),
        said,
        gettext("Request number: %(number)s") % {"number": spoken},
        gettext("Read the request and answer it here:") + f"\n{inbox_url}",
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return LetterText(subject % {"number": spoken}, "\n\n".join(paragraphs) + "\n")
