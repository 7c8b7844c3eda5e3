"""Words of the editors' corner that need more than a template knows."""

from datetime import date

from babel.support import Translations

from assistant.library.report.facts import Card
from assistant.library.reviews import Mark, ReviewKind, Standing
from assistant.usecases.comprehension import Comprehension
from assistant.usecases.editors_desk import Reading

OLD_AFTER = 365
"""Days after which somebody should look at a source once more."""


class EditorLabels:
    """Words in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    @property
    def wishes(self) -> dict[str, str]:
        """What people can want that no text is about, by the id of its example phrases."""
        return {
            "back": self.gettext("Wants to go back"),
            "cancel-request": self.gettext("Wants to take the request back"),
            "check-eligibility": self.gettext("Asks whether a service fits them"),
            "dont-know": self.gettext("Says that they do not know"),
            "listen": self.gettext("Wants to listen"),
            "no": self.gettext("Says no"),
            "repeat": self.gettext("Wants to hear it once more"),
            "request-status": self.gettext("Asks how the request stands"),
            "restart": self.gettext("Wants to begin anew"),
            "send-request": self.gettext("Wants to send a request"),
            "simpler": self.gettext("Wants it simpler"),
            "yes": self.gettext("Says yes"),
        }

    def reading(self, reading: Reading) -> str:
        """A way of reading."""
        return {
            Reading.USUAL: self.gettext("Level 2"),
            Reading.SIMPLER: self.gettext("Level 1"),
            Reading.FOR_OTHER: self.gettext("For somebody who helps"),
        }[reading]

    def back(self) -> str:
        """The way from the preview to the text."""
        return self.gettext("Back to the text")

    def preview_hint(self) -> str:
        """What stands above the preview."""
        return self.gettext("This is how the person sees the text in the chat. The buttons do nothing here.")

    def readings_hint(self) -> str:
        """The name of the ways of reading."""
        return self.gettext("Ways to read the text")

    def age(self, card: Card, today: date) -> str:
        """How long ago somebody looked at the oldest source; empty where there is none."""
        if not card.sources:
            return ""
        days = (today - min(source.checked_on for source in card.sources)).days
        return self.ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}

    def is_old(self, card: Card, today: date) -> bool:
        """Whether a source was not looked at for a year."""
        return any((today - source.checked_on).days > OLD_AFTER for source in card.sources)

    def review(self, mark: Mark) -> str:
        """A review in a few words."""
        who = self.gettext("Readers") if mark.kind is ReviewKind.READERS else self.gettext("Lawyer")
        standing = {
            Standing.NONE: self.gettext("have not checked it yet"),
            Standing.CHANGED: self.gettext("the text changed since"),
            Standing.HOLDS: self.gettext("have checked it"),
        }[mark.standing]
        return f"{who}: {standing}"

    def understood(self, row: Comprehension | None) -> str:
        """How many understood the text."""
        if row is None:
            return self.gettext("The text has no question")
        answers = row.right + row.wrong + row.dont_know
        if not answers:
            return self.gettext("Nobody has answered yet")
        return self.gettext("%(right)s of %(all)s answered rightly") % {"right": row.right, "all": answers}
