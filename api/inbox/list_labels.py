"""What things are called in the list of requests."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from babel.support import Translations

from api.inbox.labels import Labels
from assistant.i18n import LITHUANIA, translator
from assistant.referrals.promise import working_days_late
from assistant.referrals.referral import Status
from assistant.usecases.finding import NO_CHECK, NOBODY, WAITING, ForWhom, Promise, View

VIEW_KEYS = {View.NEW: "n", View.MINE: "m", View.LATE: "l", View.WAITING: "w", View.OPEN: "o", View.OVER: "b"}
"""The views that have a link, in their order, and the second of the two keys that open each."""


class ListLabels:
    """Words for views, rows and filters in one language."""

    def __init__(self, translations: Translations, language: str) -> None:
        self._language = language
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self._labels = Labels(translations)

    def view(self, view: View) -> str:
        """What a view is called."""
        return {
            View.NEW: self.gettext("New requests"),
            View.MINE: self.gettext("Mine"),
            View.LATE: self.gettext("Late"),
            View.WAITING: self.gettext("Waiting for the person"),
            View.OPEN: self.gettext("All open"),
            View.OVER: self.gettext("Finished"),
            View.ALL: self.gettext("All requests"),
        }[view]

    def empty(self, view: View) -> str:
        """What is said where a view has nothing."""
        return {
            View.NEW: self.gettext("A new request appears here as soon as a person sends it."),
            View.MINE: self.gettext("What you take is here."),
            View.LATE: self.gettext("No answer is late."),
            View.WAITING: self.gettext("Here is what cannot go on until the person answers you."),
            View.OPEN: self.gettext("A new request appears here as soon as a person sends it."),
            View.OVER: self.gettext("A request comes here when you close it or the person takes it back."),
            View.ALL: self.gettext("Check the words that you look for."),
        }[view]

    def status(self, status: str) -> str:
        """How a request stands."""
        return self.gettext("Waiting for the person") if status == WAITING else self._labels.status(Status(status))

    def due(self, due: date | None, today: date) -> str:
        """Until when an answer is owed, in plain words; nothing where none is."""
        if due is None:
            return ""
        if due == today:
            return self.gettext("Answer today")
        if due > today:
            return self.gettext("Answer by %(day)s") % {"day": short_day(due, today, self._language)}
        days = working_days_late(due, today)
        if not days:
            return self.gettext("Late")
        return self.ngettext("Late by %(num)s working day", "Late by %(num)s working days", days) % {"num": days}

    def sent(self, at: datetime, today: date) -> str:
        """When it was sent, as short as can be told from any other day."""
        local = at.astimezone(LITHUANIA)
        return f"{short_day(local.date(), today, self._language)} {local:%H:%M}"

    def for_whom(self, whom: ForWhom) -> str:
        """Who needs the help."""
        return self.gettext("For themselves") if whom is ForWhom.SELF else self.gettext("For another person")

    def away(self, until: date) -> str:
        """That somebody is away, and the last day of it; nobody is away for so long that it needs a year."""
        day = format_date(until, format=SHORT_DAYS[self._language], locale=self._language)
        return self.gettext("away until %(day)s") % {"day": day}

    def with_absence(self, whom: str, until: date | None) -> str:
        """A colleague as a choice: whoever is away can be chosen too, but not unawares."""
        return whom if until is None else f"{whom} ({self.away(until)})"

    def outcome(self, outcome: str) -> str:
        """What the check said, or that there was none."""
        return (
            self.gettext("The person did not do the check.") if outcome == NO_CHECK else self._labels.outcome(outcome)
        )

    def promise(self, promise: Promise) -> str:
        """Until when the answer is promised."""
        return {
            Promise.LATE: self.gettext("Late"),
            Promise.TODAY: self.gettext("Today"),
            Promise.WEEK: self.gettext("This week"),
            Promise.NONE: self.gettext("Nothing was promised"),
        }[promise]

    def holder(self, holder: str, asker: str) -> str:
        """Who has a request."""
        if holder in {"", NOBODY}:
            return self.gettext("Nobody yet")
        return self.gettext("You") if holder == asker else holder

    def keys(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """What can be done with keys, and which; two are pressed one after the other where a view is opened."""
        return (
            (("/",), self.gettext("Look for a request")),
            (("j", "k"), self.gettext("Next and previous request")),
            (("Enter",), self.gettext("Open the request")),
            (("u",), self.gettext("Back to all requests")),
            *((("g", letter), self.view(view)) for view, letter in VIEW_KEYS.items()),
            (("?",), self.gettext("This list of keys")),
        )

    def view_key(self, view: View) -> str:
        """The keys that open a view, as scripts are told them."""
        return f"g {VIEW_KEYS[view]}"

    def arrived(self, count: int) -> str:
        """What is said aloud when the list changes by itself."""
        if not count:
            return self.gettext("The list has changed.")
        return self.ngettext("%(num)s new request", "%(num)s new requests", count) % {"num": count}


SHORT_DAYS = {"lt": "MMMM d 'd'.", "en": "d MMMM"}


def short_day(day: date, today: date, language: str) -> str:
    """The day without its year, where that is this year: "gruodžio 3 d."."""
    return format_date(day, format=SHORT_DAYS[language] if day.year == today.year else "long", locale=language)


@lru_cache
def list_labels(language: str = "lt") -> ListLabels:
    """Those of a language."""
    return ListLabels(translator(language), language)
