"""What the steps of staff on a request are called: results of calls, endings, and what is wrong with a form."""

from babel.support import Translations

from api.inbox.forms import LONGEST_REASON, PassFault
from api.inbox.step_forms import LONGEST_INSTITUTION, LONGEST_NOTE, Fault
from assistant.referrals.thread import CallResult, Ending


class StepLabels:
    """Words for what staff choose, in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    def results(self) -> dict[str, str]:
        """What may come of a call, in the order in which it is offered."""
        return {
            CallResult.REACHED.value: self.gettext("I talked with the person"),
            CallResult.NO_ANSWER.value: self.gettext("Nobody answered"),
            CallResult.AGAIN.value: self.gettext("It is necessary to call again"),
        }

    def endings(self) -> dict[str, str]:
        """With what the work may end, in the order in which it is offered."""
        return {
            Ending.SERVICE.value: self.gettext("The person gets the service"),
            Ending.ADVICE.value: self.gettext("The person got advice"),
            Ending.INSTITUTION.value: self.gettext("Another institution has the request"),
            Ending.CHANGED_MIND.value: self.gettext("The person changed their mind"),
            Ending.NOT_REACHED.value: self.gettext("The person could not be reached"),
            Ending.OTHER.value: self.gettext("Another ending"),
        }

    def ending(self, ending: str) -> str:
        """With what it ended; empty where nobody said so."""
        return self.endings().get(ending, "")

    def tried(self, result: str) -> str:
        """What came of a call in vain."""
        return self.results().get(result, self.gettext("Nobody answered"))

    def fault(self, fault: Fault | PassFault, detail: str = "") -> str:
        """What is wrong, and what to do; `detail` is who or what it is about."""
        if isinstance(fault, PassFault):
            return self._pass_fault(fault)
        if fault in {Fault.TOO_LONG, Fault.LONG_NAME}:
            count = LONGEST_NOTE if fault is Fault.TOO_LONG else LONGEST_INSTITUTION
            pattern = self.ngettext(
                "The text is too long. At most %(count)s character fits.",
                "The text is too long. At most %(count)s characters fit.",
                count,
            )
            return pattern % {"count": count}
        if fault is Fault.UNKNOWN_COLLEAGUE:
            return self.gettext("Nobody of your colleagues is called @%(name)s. Mend the name or take the @ away.") % {
                "name": detail
            }
        return {
            Fault.NO_TEXT: self.gettext("The note is empty. Write a text."),
            Fault.NO_REASON: self.gettext("Write why."),
            Fault.NO_RESULT: self.gettext("Choose what came of the call."),
            Fault.NO_ENDING: self.gettext("Choose how the work ended."),
            Fault.NO_COLLEAGUE: self.gettext("Choose a colleague."),
            Fault.NO_INSTITUTION: self.gettext("Write the name of the institution."),
        }[fault]

    def _pass_fault(self, fault: PassFault) -> str:
        if fault is PassFault.TOO_LONG:
            pattern = self.ngettext(
                "The reason is too long. At most %(count)s character fits.",
                "The reason is too long. At most %(count)s characters fit.",
                LONGEST_REASON,
            )
            return pattern % {"count": LONGEST_REASON}
        return {
            PassFault.NO_MUNICIPALITY: self.gettext("Choose the municipality."),
            PassFault.NO_REASON: self.gettext("Write why you pass the request on."),
        }[fault]
