"""What a department sets itself: whatever it left unset, the operator's content holds (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256

from assistant.referrals.routing import Contact, Municipality, Recipient, Route, Way

LONGEST_NOTICE = 200
"""Characters of a notice: people read it above what they came for."""
LONGEST_CLOSING = 62
"""Days in a row on which a department may be closed; more is a slip of the pen."""
LONGEST_KEPT = 3650
"""Days for which a closed request may be kept at most."""
MOST_ROWS = 60
"""Rows of closed days, and of absences, that are kept."""


@dataclass(frozen=True)
class Span:
    """Days in a row, both ends belong to it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last

    @property
    def days(self) -> frozenset[date]:
        """Each of them."""
        return frozenset(self.first + timedelta(days=more) for more in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Closing:
    """Days on which the whole department does not work, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Absence:
    """Days on which one member of staff is away."""

    email: str
    span: Span


@dataclass(frozen=True)
class Notice:
    """What the department tells people in the chat on these days, in plain text."""

    text: str
    span: Span

    @property
    def fingerprint(self) -> str:
        """Changes with the words, so that a notice that was mended is told once more."""
        return sha256(self.text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class PromiseLength:
    """Within how many working days the department promises to answer; None where it promises nothing."""

    days: int | None


@dataclass(frozen=True)
class Office:
    """The settings of one municipality's department; None is what it did not set.

    `recipients` hold of a webhook its name alone: address and secret stay with the operator. `is_sending` says whether
    people can send requests now. `kept_days` is for how long a closed request stays. `erases_at_once` where one goes
    as soon as the person wishes so; otherwise the department decides, since law may bind it to keep what it was sent.
    `version` counts stored changes; two leads changing at once are told apart by it.
    """

    municipality: str
    contact: Contact | None = None
    promise: PromiseLength | None = None
    recipients: tuple[Recipient, ...] | None = None
    closings: tuple[Closing, ...] = field(default=())
    absences: tuple[Absence, ...] = field(default=())
    notice: Notice | None = None
    is_sending: bool = True
    kept_days: int | None = None
    erases_at_once: bool = False
    version: int = 0

    @property
    def closed_days(self) -> frozenset[date]:
        """Every day on which the department does not work, besides weekends and holidays of the country."""
        return frozenset(day for closing in self.closings for day in closing.span.days)

    def is_away(self, email: str, day: date) -> bool:
        """Whether this member of staff is away on this day."""
        return any(absence.email == email and day in absence.span for absence in self.absences)

    def away_on(self, day: date) -> Mapping[str, date]:
        """Who is away on this day, by e-mail, and the last day of it."""
        found: dict[str, date] = {}
        for absence in self.absences:
            if day in absence.span:
                found[absence.email] = max(absence.span.last, found.get(absence.email, day))
        return found

    def notice_on(self, day: date) -> Notice | None:
        """What people are told on this day, None where there is nothing."""
        return self.notice if self.notice is not None and day in self.notice.span else None

    def without(self, email: str) -> "Office":
        """The settings once somebody works here no more."""
        return replace(self, absences=tuple(absence for absence in self.absences if absence.email != email))


def contact_as_set(municipality: Municipality, office: Office) -> Municipality:
    """The municipality with the contact of its department, which the department set as a whole or not at all."""
    return municipality if office.contact is None else replace(municipality, contact=office.contact)


def route_as_set(route: Route, office: Office) -> Route:
    """The operator's route with what the department set in it."""
    return replace(
        route,
        recipients=_recipients(route, office),
        promise_days=route.promise_days if office.promise is None else office.promise.days,
        closed_days=office.closed_days,
    )


def _recipients(route: Route, office: Office) -> tuple[Recipient, ...]:
    if office.recipients is None:
        return route.recipients
    webhooks = {known.name: known for known in route.recipients if known.way is Way.WEBHOOK}
    chosen = tuple(
        webhooks.get(one.name, one)
        for one in office.recipients
        # A webhook that the operator took out can be called no more.
        if one.way is not Way.WEBHOOK or one.name in webhooks
    )
    return chosen or route.recipients
