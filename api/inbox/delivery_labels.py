"""How the inbox tells what was handed over to whom, how that stands, and what a person can do about it."""

from babel.support import Translations

from assistant.delivery.outbox import Carrier, OutboxEntry, State
from assistant.errors import FailureReason
from assistant.i18n import format_moment


class DeliveryLabels:
    """Words for deliveries in one language."""

    def __init__(self, translations: Translations, locale: str = "lt") -> None:
        self._locale = locale
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    def what(self, entry: OutboxEntry) -> str:
        """What is handed over to whom; the id of a person's chat is nobody's business."""
        pattern = {
            Carrier.LETTER: self.gettext("Letter to %(address)s"),
            Carrier.DOCUMENT: self.gettext("Letter with a locked PDF to %(address)s"),
            Carrier.WEBHOOK: self.gettext("Request to the system “%(address)s”"),
            Carrier.LETTER_CHANGED: self.gettext("Letter to %(address)s: the request was changed"),
            Carrier.LETTER_REMINDER: self.gettext("Letter to %(address)s: an answer is due"),
            Carrier.LETTER_OVERDUE: self.gettext("Letter to %(address)s: the promised day is over"),
            Carrier.LETTER_GIVEN: self.gettext("Letter to %(address)s: the request was given to them"),
            Carrier.LETTER_MENTIONED: self.gettext("Letter to %(address)s: a note is for them"),
            Carrier.LETTER_TOLD: self.gettext("Letter to %(address)s: the person answered the question"),
            Carrier.LETTER_ERASURE: self.gettext("Letter to %(address)s: the person asks to erase the request"),
            Carrier.PERSON_ANSWER: self.gettext("Letter to the person: there is an answer"),
            Carrier.PERSON_NEWS: self.gettext("Letter to the person: there is news"),
            Carrier.TELEGRAM: self.gettext("Message to the person's Telegram chat"),
            Carrier.LETTER_TEST: self.gettext("Test letter to %(address)s"),
            Carrier.WEBHOOK_TEST: self.gettext("Test call to the system “%(address)s”"),
        }[entry.carrier]
        return pattern % {"address": entry.recipient}

    def state(self, state: State) -> str:
        """How it stands, in a word or two."""
        return {
            State.CREATED: self.gettext("Waits to be sent"),
            State.SENDING: self.gettext("Being sent now"),
            State.SENT: self.gettext("Sent"),
            State.FAILED_TEMPORARILY: self.gettext("Not sent yet"),
            State.FAILED_FOR_GOOD: self.gettext("Could not be sent"),
            State.CANCELLED: self.gettext("Cancelled, not needed any more"),
        }[state]

    def details(self, entry: OutboxEntry) -> list[str]:
        """Sentences about it: when it was sent, how often it was tried, when again."""
        details: list[str] = []
        if entry.state is State.SENT and entry.sent_at is not None:
            details.append(
                self.gettext("The recipient's system took it %(moment)s.")
                % {"moment": format_moment(entry.sent_at, self._locale)}
            )
        if entry.attempts:
            tries = self.ngettext("Tried %(count)s time.", "Tried %(count)s times.", entry.attempts)
            details.append(tries % {"count": entry.attempts})
        if entry.state is State.FAILED_TEMPORARILY:
            details.append(
                self.gettext("The next try is %(moment)s.") % {"moment": format_moment(entry.next_try_at, self._locale)}
            )
        if entry.state is State.FAILED_FOR_GOOD:
            details.append(self.gettext("The program tries no more. Tell your administrator."))
        return details

    def reason(self, reason: FailureReason) -> str:
        """Why the last try failed."""
        return {
            FailureReason.NO_ANSWER: self.gettext("The recipient's system does not answer."),
            FailureReason.LATER: self.gettext("The recipient's system asks to be tried later."),
            FailureReason.REFUSED: self.gettext("The recipient's system refused it. The address may be wrong."),
            FailureReason.NOT_ALLOWED: self.gettext("It may not be sent to this address."),
            FailureReason.NOT_KEPT: self.gettext(
                "What was to be sent is no longer kept. The person finds it with the request."
            ),
            FailureReason.UNKNOWN: self.gettext("Something went wrong in the program."),
        }[reason]
