"""What is said beside a text that staff write."""

from collections.abc import Iterator, Sequence

from babel.support import Translations

from api.inbox.coached import Coached, Numbered
from api.inbox.ready_forms import ReadyFault
from assistant.easy_language.coach import HARDER, Coaching, RemarkKind
from assistant.library.ready_fields import BLANK, CASES, DAY, MUNICIPALITY, NAME, NUMBER, PHONE

GENITIVE = CASES[1]


class WritingLabels:
    """Words for levels and remarks in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    def level(self, coaching: Coaching) -> str:
        """How hard the text is."""
        return {
            HARDER: self.gettext("Harder than level 2"),
            1: self.gettext("Level 1: very easy"),
            2: self.gettext("Level 2: easy"),
        }[coaching.level]

    def size(self, coaching: Coaching) -> str:
        """How long the text and its longest sentence are."""
        words = self.ngettext("%(num)s word", "%(num)s words", coaching.words) % {"num": coaching.words}
        longest = self.ngettext(
            "%(num)s word in the longest sentence", "%(num)s words in the longest sentence", coaching.longest
        ) % {"num": coaching.longest}
        return f"{words}, {longest}"

    def summary(self, coached: Coached) -> str:
        """What somebody hears who does not see the remarks."""
        count = len(coached.sure)
        remarks = self.ngettext("%(num)s remark", "%(num)s remarks", count) % {"num": count}
        told = remarks if count else self.gettext("No remarks")
        return f"{told}. {self.level(coached.coaching)}."

    def ready_fault(self, fault: ReadyFault, unknown: Sequence[str] = ()) -> str:
        """What is wrong with a ready reply, and what to do."""
        return {
            ReadyFault.NO_TITLE: self.gettext("The title is empty. Write what the reply is for."),
            ReadyFault.LONG_TITLE: self.gettext("The title is too long. Make it shorter."),
            ReadyFault.EMPTY: self.gettext("The reply is empty. Write something, then store it."),
            ReadyFault.TOO_LONG: self.gettext("The reply is too long. Make it shorter."),
            ReadyFault.UNKNOWN_FIELD: self.gettext("The program cannot fill in: %(fields)s. Choose a field below.")
            % {"fields": ", ".join(unknown)},
        }[fault]

    def fields(self) -> Iterator[tuple[str, str]]:
        """What may stand in a ready reply to be filled in, and what comes into its place."""
        yield (
            f"{{{NAME}}}",
            self.gettext("The person's name, as one speaks to them. A name that is not sure is left out."),
        )
        cases = self.gettext("Your municipality. Other cases: vardininkas, galininkas, vietininkas.")
        yield f"{{{MUNICIPALITY}:{GENITIVE}}}", cases
        days = self.gettext("The day by which an answer is promised. Other cases: vardininkas, galininkas.")
        yield f"{{{DAY}:{GENITIVE}}}", days
        yield f"{{{PHONE}}}", self.gettext("The phone of your department.")
        yield f"{{{NUMBER}}}", self.gettext("The number of the request.")
        yield BLANK, self.gettext("A blank that staff fill in. Write any word in it.")

    def message(self, one: Numbered) -> str:
        """What is wrong."""
        if one.remark.kind is RemarkKind.BLANK:
            return self.gettext("You have not filled in this blank yet.")
        return one.remark.message

    def mend(self, one: Numbered) -> str:
        """What the button says that mends it."""
        edit = one.remark.edit
        if edit is None or not edit.says:
            return self.gettext("Take out “%(words)s”") % {"words": one.remark.text}
        return self.gettext("Change to “%(words)s”") % {"words": edit.says}
