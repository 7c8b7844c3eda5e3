"""What things are called on the inbox's pages."""

from babel.support import Translations

from api.inbox.forms import LONGEST_REPLY, ReplyFault
from assistant.delivery.outbox import TO_PERSON, TO_STAFF, OutboxEntry, State
from assistant.i18n import format_moment
from assistant.referrals.referral import Change, Entry, EntryKind, Status
from assistant.understanding.phones import spoken_phone
from assistant.usecases.ports import StaffMember


class Labels:
    """Words for statuses, events, reasons and deliveries in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    def status(self, status: Status) -> str:
        """How a request stands, as one word."""
        return {
            Status.NEW: self.gettext("New"),
            Status.TAKEN: self.gettext("Taken"),
            Status.ANSWERED: self.gettext("Answered"),
            Status.CLOSED: self.gettext("Closed"),
            Status.WITHDRAWN: self.gettext("Withdrawn"),
        }[status]

    def group(self, status: Status) -> str:
        """The heading over all requests that stand so."""
        return {
            Status.NEW: self.gettext("New requests"),
            Status.TAKEN: self.gettext("Taken requests"),
            Status.ANSWERED: self.gettext("Answered requests"),
            Status.CLOSED: self.gettext("Closed requests"),
            Status.WITHDRAWN: self.gettext("Withdrawn requests"),
        }[status]

    def event(self, entry: Entry, member: StaffMember) -> str:
        """What happened, and who did it."""
        if entry.kind is EntryKind.SENT:
            return self.gettext("The person sent the request")
        if entry.kind is EntryKind.WITHDRAWN:
            return self.gettext("The person took the request back")
        if entry.kind is EntryKind.CHANGED:
            return self.gettext("The person changed the request")
        if entry.by == member.email:
            return {
                EntryKind.TAKEN: self.gettext("You took the request"),
                EntryKind.REPLIED: self.gettext("You answered"),
                EntryKind.CALLED: self.gettext("You noted that you called the person"),
                EntryKind.CLOSED: self.gettext("You closed the request"),
            }[entry.kind]
        pattern = {
            EntryKind.TAKEN: self.gettext("%(who)s took the request"),
            EntryKind.REPLIED: self.gettext("%(who)s answered"),
            EntryKind.CALLED: self.gettext("%(who)s noted a call to the person"),
            EntryKind.CLOSED: self.gettext("%(who)s closed the request"),
        }[entry.kind]
        return pattern % {"who": entry.by}

    def changed(self, change: Change) -> str:
        """Which line of the request it is."""
        return {
            "for_other": self.gettext("For whom"),
            "name": self.gettext("Name"),
            "phone": self.gettext("Phone"),
            "call_time": self.gettext("When to call"),
            "note": self.gettext("The person adds"),
        }[change.field]

    def changed_to(self, change: Change, value: str) -> str:
        """What stood or stands there."""
        if change.field == "for_other":
            return self.gettext("For another person") if value == "yes" else self.gettext("For themselves")
        if not value:
            return self.gettext("Nothing")
        return spoken_phone(value) if change.field == "phone" else value

    def holder(self, taken_by: str, member: StaffMember) -> str:
        """Who has the request."""
        if not taken_by:
            return self.gettext("Nobody yet")
        return self.gettext("You") if taken_by == member.email else taken_by

    def outcome(self, outcome: str) -> str:
        """What the check said before sending; the ids are those of eligibility.verdict.Outcome."""
        return {
            "likely": self.gettext("The service is likely to fit"),
            "unlikely": self.gettext("The service may not fit"),
            "unsure": self.gettext("The check has no result yet: something is not known"),
        }[outcome]

    def truth(self, truth: str) -> str:
        """How one condition stands; the ids are those of eligibility.truth.Truth."""
        return {"yes": self.gettext("Yes"), "no": self.gettext("No"), "unknown": self.gettext("Not known")}[truth]

    def delivery(self, entry: OutboxEntry) -> str:
        """What is handed over to whom, and how that stands."""
        if entry.carrier in TO_STAFF:
            what = self.gettext("Letter to %(address)s") % {"address": entry.recipient}
        elif entry.carrier in TO_PERSON:
            what = self.gettext("Letter to the person")
        else:
            what = self.gettext("Message to the person's Telegram chat")
        return f"{what}: {self._delivery_state(entry)}"

    def reply_fault(self, fault: ReplyFault) -> str:
        """What is wrong with a reply, and what to do."""
        if fault is ReplyFault.EMPTY:
            return self.gettext("The reply is empty. Write a text.")
        pattern = self.ngettext(
            "The reply is too long. At most %(count)s character fits.",
            "The reply is too long. At most %(count)s characters fit.",
            LONGEST_REPLY,
        )
        return pattern % {"count": LONGEST_REPLY}

    def _delivery_state(self, entry: OutboxEntry) -> str:
        if entry.state is State.SENT and entry.sent_at is not None:
            return self.gettext("sent %(moment)s") % {"moment": format_moment(entry.sent_at)}
        if entry.state is State.FAILED:
            return self.gettext("could not be sent. Tell your administrator")
        if not entry.attempts:
            return self.gettext("waits to be sent")
        return self.gettext("not sent yet. The next try is %(moment)s") % {"moment": format_moment(entry.next_try_at)}
