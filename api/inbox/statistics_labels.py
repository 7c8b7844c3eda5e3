"""What the tables of statistics and their lines are called, and the sentence that says what a table shows."""

from datetime import date

from babel.dates import format_date
from babel.support import Translations

from api.inbox.host import Names
from api.inbox.labels import Labels
from assistant.usecases.statistics import Line, Statistics, Table, TableId

HUNDRED = 100


class StatisticsLabels:
    """Words for statistics in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self._labels = Labels(translations)

    @property
    def hidden(self) -> str:
        """Why some numbers are missing."""
        return self.gettext(
            "Numbers under 5 are not shown, nor those from which they could be worked out. So nobody can be recognised."
        )

    def title(self, table: TableId) -> str:
        """What a table is about."""
        return {
            TableId.MONTHS: self.gettext("Requests by month"),
            TableId.NEEDS: self.gettext("What help people ask for"),
            TableId.ENDS: self.gettext("How the work ended"),
            TableId.VERDICTS: self.gettext("What the check said before sending"),
            TableId.WHOM: self.gettext("For whom people ask"),
            TableId.WAITS: self.gettext("How long people waited for the first answer"),
            TableId.PROMISES: self.gettext("Promises to answer in time"),
            TableId.REPLIES: self.gettext("How easy the replies are to read"),
            TableId.TOPICS: self.gettext("What people ask most"),
            TableId.MISSED: self.gettext("What the program did not understand"),
            TableId.UNDERSTOOD: self.gettext("Whether people understood the texts"),
        }[table]

    def about(self, table: TableId) -> str:
        """What must be known to read a table, empty where nothing must."""
        return {
            TableId.WAITS: self.gettext("Working days to the first reply or call are counted."),
            TableId.REPLIES: self.gettext("The program looks at replies when staff write them. Level 2 is the aim."),
            TableId.TOPICS: self.gettext(
                "People from your municipality and people who did not say where they live are counted."
            ),
            TableId.MISSED: self.gettext(
                "Texts of all municipalities are counted that nobody has looked at yet. They are kept for 90 days."
            ),
            TableId.UNDERSTOOD: self.gettext("Answers of people from all municipalities and of all times are counted."),
        }.get(table, "")

    def line(self, table: TableId, line: Line, names: Names) -> str:
        """What a line counts."""
        key = line.key
        match table:
            case TableId.MONTHS:
                return month_name(key)
            case TableId.NEEDS | TableId.MISSED:
                return self._need(key, names)
            case TableId.ENDS:
                return self._end(key)
            case TableId.VERDICTS:
                return self._labels.outcome(key) if key else self.gettext("Not checked")
            case TableId.TOPICS | TableId.UNDERSTOOD:
                return _topic(key, names)
        return {
            "self": self.gettext("For themselves"),
            "other": self.gettext("For another person"),
            "0-1": self.gettext("1 working day at most"),
            "2-5": self.gettext("2 to 5 working days"),
            "6-10": self.gettext("6 to 10 working days"),
            "11-20": self.gettext("11 to 20 working days"),
            "21-": self.gettext("More than 20 working days"),
            "kept": self.gettext("Answered in time"),
            "broken": self.gettext("Answered late or not at all"),
            "running": self.gettext("The time is not over yet"),
            "none": self.gettext("No answer") if table is TableId.WAITS else self.gettext("No day was promised"),
            "level-1": self.gettext("Level 1, the easiest"),
            "level-2": self.gettext("Level 2"),
            "harder": self.gettext("Harder than level 2"),
            "unmeasured": self.gettext("Not looked at"),
        }[key]

    def count(self, line: Line, table: Table) -> str:
        """The number as it stands in the table."""
        if line.count is not None:
            return str(line.count)
        return self.gettext("not shown") if table.is_whole else self.gettext("fewer than 5")

    def total(self, table: Table) -> str:
        """The whole as it stands in the table."""
        return str(table.total) if table.total is not None else self.gettext("fewer than 5")

    def share(self, line: Line, table: Table) -> str:
        """What part of the whole a line is, or of the answers that were right; empty where that is not known."""
        if line.share is not None:
            return f"{line.share}\u00a0%"
        if line.count is None or not table.total:
            return ""
        return f"{round(line.count * HUNDRED / table.total)}\u00a0%"

    def sentence(self, table: Table, statistics: Statistics, names: Names) -> str:
        """What the table shows, in one sentence."""
        if table.is_empty:
            return self.gettext("There is nothing to count in this period.")
        known = [line for line in table.lines if line.count]
        if not known:
            return self.gettext("The counts are too small to be shown.")
        if table.id is TableId.WAITS and statistics.waiting.median is not None:
            return self._waiting(statistics)
        if table.id is TableId.UNDERSTOOD:
            least = min(known, key=lambda line: line.share or 0)
            pattern = self.gettext("Least understood: %(what)s – %(share)s of the answers are right.")
            return pattern % {"what": _topic(least.key, names), "share": self.share(least, table)}
        if table.id is TableId.PROMISES and table.lines[0].count and table.lines[1].count is not None:
            kept, broken = table.lines[0].count, table.lines[1].count
            pattern = self.gettext("Of the promises whose time is over, %(share)s were kept.")
            return pattern % {"share": f"{round(kept * HUNDRED / (kept + broken))}\u00a0%"}
        most = max(known, key=lambda line: line.count or 0)
        told = {"what": self.line(table.id, most, names), "count": most.count, "total": table.total}
        if table.total is None:
            return self.gettext("Most: %(what)s – %(count)s.") % {"what": told["what"], "count": told["count"]}
        return self.gettext("Most: %(what)s – %(count)s of %(total)s.") % told

    def _waiting(self, statistics: Statistics) -> str:
        waiting = statistics.waiting
        pattern = self.ngettext(
            "Half of the people who got an answer waited for %(count)s working day at most.",
            "Half of the people who got an answer waited for %(count)s working days at most.",
            waiting.median or 0,
        )
        spread = self.gettext("The middle half waited from %(low)s to %(high)s working days.")
        return f"{pattern % {'count': waiting.median}} {spread % {'low': waiting.low, 'high': waiting.high}}"

    def _need(self, key: str, names: Names) -> str:
        if key == "talk":
            return self.gettext("A talk with staff")
        service = names.services.get(key)
        return service.label if service else key or self.gettext("No service in particular")

    def _end(self, key: str) -> str:
        kind, _, result = key.partition("|")
        if kind == "closed":
            ended = {
                "": self.gettext("Closed, no result is given"),
                "service": self.gettext("Closed: the person gets the service"),
                "advice": self.gettext("Closed: the person got advice"),
                "institution": self.gettext("Closed: an institution goes on"),
                "changed-mind": self.gettext("Closed: the person changed their mind"),
                "not-reached": self.gettext("Closed: the person could not be reached"),
                "other": self.gettext("Closed: something else"),
            }
            return ended.get(result, f"{self.gettext('Closed')}: {result}")
        return {
            "open": self.gettext("Not ended yet"),
            "withdrawn": self.gettext("The person took the request back"),
            "passed-on": self.gettext("Passed on to another municipality"),
            "merged": self.gettext("Joined with another request"),
        }.get(kind, kind)


def _topic(key: str, names: Names) -> str:
    topic, _, service = key.partition("|")
    known = names.topics.get((topic, service))
    return known.title if known is not None else topic


def month_name(month: str) -> str:
    """2026-11 as staff read it: 2026 m. lapkritis."""
    day = date.fromisoformat(f"{month}-01")
    return f"{day.year} m. {format_date(day, 'LLLL', locale='lt')}"
