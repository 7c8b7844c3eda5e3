"""What things are called on the inbox's pages."""

from collections.abc import Mapping

from babel.support import Translations

from api.inbox.forms import LONGEST_REPLY, ReplyFault
from api.inbox.helping_labels import HelpingLabels
from api.inbox.question_form import QuestionFault
from assistant.referrals.confirming import Confirmation
from assistant.referrals.questions import LONGEST_OPTION, LONGEST_QUESTION
from assistant.referrals.referral import Status, spoken_number
from assistant.referrals.routing import Municipality
from assistant.referrals.thread import Change, Entry, EntryKind, Passing
from assistant.understanding.phones import spoken_phone
from assistant.usecases.ports import StaffMember


class Labels:
    """Words for statuses, events and reasons in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.helping = HelpingLabels(translations)

    def status(self, status: Status) -> str:
        """How a request stands, as one word."""
        return {
            Status.NEW: self.gettext("New"),
            Status.TAKEN: self.gettext("Taken"),
            Status.WAITING: self.gettext("Waits for the person"),
            Status.ANSWERED: self.gettext("Answered"),
            Status.CLOSED: self.gettext("Closed"),
            Status.WITHDRAWN: self.gettext("Withdrawn"),
        }[status]

    def event(self, entry: Entry, member: StaffMember, names: Mapping[str, Municipality]) -> str:
        """What happened, and who did it; `names` are the municipalities by id."""
        if entry.passing is not None:
            return self._passing(entry, entry.passing, member, names)
        if entry.kind is EntryKind.SENT:
            return self.gettext("The person sent the request")
        if entry.kind is EntryKind.WITHDRAWN:
            return self.gettext("The person took the request back")
        if entry.kind is EntryKind.CHANGED:
            return self.gettext("The person changed the request")
        if entry.kind is EntryKind.RELEASED:
            return self.gettext("%(who)s works here no more. Nobody has the request now.") % {"who": entry.text}
        if entry.kind is EntryKind.ERASURE_WISHED:
            return self.gettext("The person asked you to erase the request")
        if entry.kind is EntryKind.TOLD:
            return self.gettext("The person answered the question")
        if entry.kind is EntryKind.GIVEN and entry.details.to == member.email:
            return self.gettext("%(who)s gave the request to you") % {"who": entry.by}
        leads_to = entry.details.to
        if entry.kind in {EntryKind.MERGED, EntryKind.JOINED}:
            leads_to = spoken_number(leads_to)
        pattern = self._mine(entry.kind) if entry.by == member.email else self._theirs(entry.kind)
        return pattern % {"who": entry.by, "to": leads_to}

    def _mine(self, kind: EntryKind) -> str:
        return {
            EntryKind.TAKEN: self.gettext("You took the request"),
            EntryKind.REPLIED: self.gettext("You answered"),
            EntryKind.ASKED: self.gettext("You asked the person"),
            EntryKind.CALLED: self.gettext("You noted that you called the person"),
            EntryKind.TRIED: self.gettext("You called the person"),
            EntryKind.GIVEN: self.gettext("You gave the request to %(to)s"),
            EntryKind.NOTED: self.gettext("Your note"),
            EntryKind.HANDED: self.gettext("You passed the request on to an institution: %(to)s"),
            EntryKind.MERGED: self.gettext("You merged this request into request %(to)s"),
            EntryKind.JOINED: self.gettext("You merged request %(to)s into this one"),
            EntryKind.CLOSED: self.gettext("You closed the request"),
            EntryKind.REOPENED: self.gettext("You opened the request again"),
        }[kind]

    def _theirs(self, kind: EntryKind) -> str:
        return {
            EntryKind.TAKEN: self.gettext("%(who)s took the request"),
            EntryKind.REPLIED: self.gettext("%(who)s answered"),
            EntryKind.ASKED: self.gettext("%(who)s asked the person"),
            EntryKind.CALLED: self.gettext("%(who)s noted a call to the person"),
            EntryKind.TRIED: self.gettext("%(who)s called the person"),
            EntryKind.GIVEN: self.gettext("%(who)s gave the request to %(to)s"),
            EntryKind.NOTED: self.gettext("Note of %(who)s"),
            EntryKind.HANDED: self.gettext("%(who)s passed the request on to an institution: %(to)s"),
            EntryKind.MERGED: self.gettext("%(who)s merged this request into request %(to)s"),
            EntryKind.JOINED: self.gettext("%(who)s merged request %(to)s into this one"),
            EntryKind.CLOSED: self.gettext("%(who)s closed the request"),
            EntryKind.REOPENED: self.gettext("%(who)s opened the request again"),
        }[kind]

    def _passing(self, entry: Entry, passing: Passing, member: StaffMember, names: Mapping[str, Municipality]) -> str:
        who = self.gettext("You") if entry.by == member.email else entry.by
        pattern = {
            EntryKind.PASSED_ON: self.gettext("Passed on: from %(origin)s to %(target)s (%(who)s)"),
            EntryKind.POINTED: self.gettext(
                "The person was told to turn to another municipality: %(target)s (%(who)s)"
            ),
        }[entry.kind]
        origin, target = (names[place].name if place in names else place for place in (passing.origin, passing.target))
        return pattern % {"who": who, "origin": origin, "target": target}

    def changed(self, change: Change) -> str:
        """Which line of the request it is."""
        return {
            "for_other": self.gettext("For whom"),
            "name": self.gettext("Name"),
            "phone": self.gettext("Phone"),
            "call_time": self.gettext("When to call"),
            "note": self.gettext("The person adds"),
            "confirmation": self.gettext("Who confirmed it"),
        }[change.field]

    def changed_to(self, change: Change, value: str) -> str:
        """What stood or stands there."""
        if change.field == "for_other":
            return self.gettext("For another person") if value == "yes" else self.gettext("For themselves")
        if change.field == "confirmation":
            return self.helping.confirmed(Confirmation(value)) if value else self.gettext("Nobody was asked")
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

    def question_fault(self, fault: QuestionFault) -> str:
        """What is wrong with a question to the person, and what to do."""
        if fault is QuestionFault.TOO_LONG:
            pattern = self.ngettext(
                "The question is too long. At most %(count)s character fits.",
                "The question is too long. At most %(count)s characters fit.",
                LONGEST_QUESTION,
            )
            return pattern % {"count": LONGEST_QUESTION}
        if fault is QuestionFault.ANSWER_TOO_LONG:
            pattern = self.ngettext(
                "One answer is too long. At most %(count)s character fits on a button.",
                "One answer is too long. At most %(count)s characters fit on a button.",
                LONGEST_OPTION,
            )
            return pattern % {"count": LONGEST_OPTION}
        return {
            QuestionFault.EMPTY: self.gettext("The question is empty. Write a text."),
            QuestionFault.NO_ANSWERS: self.gettext("Write at least one answer, or choose other answers."),
            QuestionFault.SAME_ANSWERS: self.gettext("Two answers are the same. Change one of them."),
        }[fault]
