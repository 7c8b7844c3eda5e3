"""What letters to the operator say: which handing over failed, what is stuck; never anything about a person."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_timedelta

from assistant.delivery.outbox import Carrier, OutboxEntry, State
from assistant.delivery.payload import LetterText
from assistant.i18n import translator
from assistant.referrals.referral import spoken_number

LONGEST_LIST = 100


def alarm_about(entry: OutboxEntry, inbox_url: str, now: datetime) -> LetterText:
    """The letter about an entry that failed for good; `inbox_url` opens its referral for staff of the municipality."""
    gettext = translator().gettext
    paragraphs = (
        gettext("Hello,"),
        gettext("The program could not hand over a request. It tries no more by itself."),
        _line(entry, now),
        gettext("Mend what is wrong. Then a member of staff presses “Send again what failed” on this page:")
        + f"\n{inbox_url}",
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return _letter(gettext("Request No. %(number)s was not handed over") % _number(entry), paragraphs)


def summary_of(entries: Sequence[OutboxEntry], now: datetime) -> LetterText:
    """The letter of the day about what is stuck; the list is cut off where it is very long, and says so."""
    translations = translator()
    gettext, count = translations.gettext, len(entries)
    more = count - LONGEST_LIST
    told = translations.ngettext("%(count)s delivery is stuck:", "%(count)s deliveries are stuck:", count)
    paragraphs = (
        gettext("Hello,"),
        told % {"count": count} if count else gettext("Nothing is stuck any more."),
        "\n".join(_line(entry, now) for entry in entries[:LONGEST_LIST]),
        gettext("Not in this list: %(count)s more.") % {"count": more} if more > 0 else "",
        gettext("This letter holds no personal data. A program wrote it, so please do not reply to it."),
    )
    return _letter(gettext("Deliveries that are stuck: %(count)s") % {"count": count}, paragraphs)


def _line(entry: OutboxEntry, now: datetime) -> str:
    gettext = translator().gettext
    facts = (
        spoken_number(entry.subject),
        carrier_name(entry.carrier),
        gettext("tries no more") if entry.state is State.FAILED_FOR_GOOD else gettext("still tries"),
        gettext("age: %(age)s") % {"age": format_timedelta(now - entry.created_at, threshold=1.5, locale="lt")},
        entry.last_error,
    )
    return f"– {'; '.join(fact for fact in facts if fact)}"


def carrier_name(carrier: Carrier) -> str:
    """How an entry about a referral is handed over, without the address."""
    gettext = translator().gettext
    return {
        Carrier.LETTER: gettext("letter to the department"),
        Carrier.DOCUMENT: gettext("letter with a locked PDF to the department"),
        Carrier.WEBHOOK: gettext("call to the municipality's system"),
        Carrier.LETTER_CHANGED: gettext("letter to the department about a change"),
        Carrier.LETTER_REMINDER: gettext("letter to the department about an answer that is due"),
        Carrier.LETTER_OVERDUE: gettext("letter to the lead about a promise that was broken"),
        Carrier.LETTER_GIVEN: gettext("letter to a colleague about a request given to them"),
        Carrier.LETTER_MENTIONED: gettext("letter to a colleague about a note"),
        Carrier.LETTER_TOLD: gettext("letter to the department that the person answered a question"),
        Carrier.LETTER_ERASURE: gettext("letter to the department that the person wishes the request to be erased"),
        Carrier.PERSON_ANSWER: gettext("letter to the person about an answer"),
        Carrier.PERSON_NEWS: gettext("letter to the person about news"),
        Carrier.TELEGRAM: gettext("message to a Telegram chat"),
        Carrier.LETTER_INVITED: gettext("letter to a new colleague with a link to sign in"),
        Carrier.LETTER_SIGN_IN: gettext("letter to staff with a link to sign in"),
    }[carrier]


def _number(entry: OutboxEntry) -> dict[str, str]:
    return {"number": spoken_number(entry.subject)}


def _letter(subject: str, paragraphs: Sequence[str]) -> LetterText:
    return LetterText(subject, "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n")
