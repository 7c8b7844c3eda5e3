"""The report's own words, from the catalog of staff words."""

from babel.support import Translations

from assistant.easy_language.findings import Severity
from assistant.i18n import format_day
from assistant.library.report.facts import ContentReport, Group, Kind, Light, Part, Row, SourceLine
from assistant.library.report.numbers import Numbers
from assistant.library.reviews import Mark, ReviewKind, Standing


class Wording:
    """Says each fact in Lithuanian."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def light(self, light: Light) -> str:
        """What a traffic light means."""
        return {
            Light.GREEN: self.gettext("No remarks"),
            Light.AMBER: self.gettext("There are warnings"),
            Light.RED: self.gettext("There are errors"),
        }[light]

    def severity(self, severity: Severity) -> str:
        """How grave a finding is."""
        return self.gettext("error") if severity is Severity.ERROR else self.gettext("warning")

    def group(self, group: Group) -> str:
        """The heading of a group."""
        return {
            "topics": group.name,
            "general": self.gettext("General answers: %(file)s") % {"file": group.name},
            "questions": self.gettext("Questions and buttons"),
            "messages": self.gettext("Messages: %(file)s") % {"file": group.name},
            "names": self.gettext("Names and other small words"),
            "staff": self.gettext("Words for staff"),
        }[group.kind]

    def row(self, kind: str) -> str:
        """The name of a row of the table."""
        return {
            "answers-2": self.gettext("Answers"),
            "answers-1": self.gettext("Simpler answers"),
            "answers-other": self.gettext("Answers for helpers"),
            "comprehension": self.gettext("Questions about the text"),
            "questions": self.gettext("Questions"),
            "messages": self.gettext("Messages"),
            "buttons": self.gettext("Buttons and titles"),
            "names": self.gettext("Names and other small words"),
            "sources": self.gettext("Sources"),
            "staff": self.gettext("Words for staff"),
            "all": self.gettext("All together"),
        }[kind]

    def kind(self, kind: Kind) -> str:
        """What a part of a card is."""
        return {
            Kind.TITLE: self.gettext("Title"),
            Kind.LEVEL_2: self.gettext("What the person reads"),
            Kind.LEVEL_1: self.gettext("Simpler"),
            Kind.FOR_OTHER: self.gettext("When somebody helps another person"),
            Kind.COMPREHENSION: self.gettext("Question about the text"),
            Kind.BUTTON: self.gettext("Button"),
            Kind.WHY: self.gettext("Why the program asks"),
            Kind.DONT_KNOW: self.gettext("When the person does not know"),
            Kind.NAME: self.gettext("Names and sources"),
            Kind.STAFF: self.gettext("Words for staff"),
        }[kind]

    def level(self, level: int) -> str:
        """The level of a text."""
        return self.gettext("level %(level)s") % {"level": level}

    def part(self, part: Part) -> str:
        """The heading of a part with its numbers, for one line."""
        return f"{self.kind(part.kind)}, {self.level(part.level)} ({'; '.join(self.numbers(part.numbers))})"

    def numbers(self, numbers: Numbers) -> tuple[str, ...]:
        """The numbers of a text, each with its name."""
        return (
            self.gettext("Sentences: %(count)s") % {"count": numbers.sentences},
            self.gettext("Words in a sentence: %(count)s") % {"count": comma(numbers.words_per_sentence)},
            self.gettext("Long words: %(count)s of 100") % {"count": comma(numbers.long_percent)},
            self.gettext("Weight of the text: %(count)s") % {"count": comma(numbers.lix10)},
        )

    def summed(self, row: Row) -> str:
        """One row of the table in one line."""
        facts = (
            self.gettext("Texts: %(count)s") % {"count": row.texts},
            self.gettext("Words: %(count)s") % {"count": row.numbers.words},
            *self.numbers(row.numbers),
            self.gettext("Errors: %(count)s") % {"count": row.errors},
            self.gettext("Warnings: %(count)s") % {"count": row.warnings},
        )
        return "; ".join(facts)

    def source(self, source: SourceLine) -> str:
        """A source with its place and the day on which somebody looked."""
        day = self.gettext("Looked at on: %(day)s") % {"day": format_day(source.checked_on)}
        return f"{source.title}: {source.place}. {day}"

    def reviewed(self, report: ContentReport) -> tuple[str, ...]:
        """How many answers people have reviewed."""
        of = {"all": report.answers}
        return (
            self.gettext("Answers that readers have checked: %(count)s of %(all)s")
            % {"count": report.reviewed(ReviewKind.READERS), **of},
            self.gettext("Answers that a lawyer has checked: %(count)s of %(all)s")
            % {"count": report.reviewed(ReviewKind.LAW), **of},
        )

    def mark(self, mark: Mark) -> str:
        """What can be claimed about a review, and no more."""
        is_of_readers = mark.kind is ReviewKind.READERS
        if mark.standing is Standing.NONE or mark.day is None:
            none_yet = self.gettext("Readers have not checked it yet.")
            return none_yet if is_of_readers else self.gettext("A lawyer has not checked it yet.")
        who = self.gettext("Readers") if is_of_readers else self.gettext("Lawyer")
        told = f"{who}: {mark.by}, {format_day(mark.day)}"
        changed = self.gettext("The text changed since. It must be checked anew.")
        return told if mark.standing is Standing.HOLDS else f"{told} {changed}"


def comma(value: float) -> str:
    """A number as Lithuanian writes it."""
    return f"{value:.1f}".replace(".", ",")
