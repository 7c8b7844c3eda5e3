"""Reads the forms of the settings; each gives the change of the settings, or None after noting what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

from api.inbox.settings.forms import Change, Fault, Typed
from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import (
    LONGEST_CLOSING,
    LONGEST_NOTICE,
    MOST_ROWS,
    Absence,
    Closing,
    Notice,
    PromiseLength,
    Span,
)
from assistant.referrals.routing import Contact, Recipient, Way
from assistant.understanding.emails import read_email
from assistant.understanding.phones import read_phone

RowT = TypeVar("RowT", Closing, Absence)

KEPT_FOR = timedelta(days=31)
LONGEST_NAME = 120
LONGEST_ADDRESS = 160
LONGEST_REASON = 100
LONGEST_PROMISE = 60
LONGEST_ABSENCE = 400
MOST_ADDRESSES = 10
LONGEST_LIST = 3000
PHONES = ("phone-1", "phone-2", "phone-3")
WEEKDAYS = range(7)


def read_contact(typed: Typed) -> Change | None:
    """How people reach the department."""
    department = typed.line("department", LONGEST_NAME)
    address = typed.line("address", LONGEST_ADDRESS, may_be_empty=True)
    phones = tuple(dict.fromkeys(phone for name in PHONES if (phone := _phone(typed, name))))
    email = _email(typed, "email") if typed.of("email") else ""
    opening = _hours(typed)
    contact = Contact(department, address, phones, email, opening=opening)
    return None if typed.faults else lambda office: replace(office, contact=contact)


def _phone(typed: Typed, name: str) -> str:
    value = typed.of(name)
    if not value:
        return ""
    # Words beside a number are no number: what is stored is called by people as it stands.
    found = None if any(sign.isalpha() for sign in value) else read_phone(value)
    if found is None:
        typed.refuse(name, Fault.NOT_A_PHONE)
    return found or ""


def _email(typed: Typed, name: str) -> str:
    value = typed.of(name)
    found = read_email(value)
    if found is None or found.casefold() != value.casefold():
        typed.refuse(name, Fault.NOT_AN_EMAIL if value else Fault.EMPTY)
    return found or ""


def read_email_of(typed: Typed) -> str | None:
    """The address of somebody who begins to work here."""
    email = _email(typed, "email")
    return None if typed.faults else email.lower()


def _hours(typed: Typed) -> Hours | None:
    days = [day for weekday in WEEKDAYS if (day := _open_day(typed, weekday))]
    lunch = _from_until(typed, "lunch-from", "lunch-until")
    if not days:
        return None
    return Hours(tuple(days), *(lunch or (None, None)))


def _open_day(typed: Typed, weekday: int) -> OpenDay | None:
    times = _from_until(typed, f"opens-{weekday}", f"closes-{weekday}")
    return OpenDay(weekday, *times) if times else None


def _from_until(typed: Typed, first: str, last: str) -> tuple[time, time] | None:
    begins, ends = typed.moment(first), typed.moment(last)
    if begins is None or ends is None:
        if (typed.of(first) or typed.of(last)) and not {first, last} & typed.faults.keys():
            typed.refuse(first if begins is None else last, Fault.TIME_ALONE)
        return None
    if begins >= ends:
        typed.refuse(last, Fault.TIMES_TURNED)
    return begins, ends


def _span(typed: Typed, first: str, last: str, longest: int) -> Span | None:
    begins = typed.day(first)
    ends = typed.day(last) if typed.of(last) else begins
    if begins is None or ends is None:
        return None
    if ends < begins:
        typed.refuse(last, Fault.DAYS_TURNED)
    elif (ends - begins).days >= longest:
        typed.refuse(last, Fault.DAYS_TOO_MANY)
    return Span(begins, ends)


def read_closing(typed: Typed, today: date, known: int) -> Change | None:
    """Days on which the department is closed."""
    span = _span(typed, "first", "last", LONGEST_CLOSING)
    reason = typed.line("reason", LONGEST_REASON)
    if span is not None and span.last < today:
        typed.refuse("first", Fault.OVER)
    if known >= MOST_ROWS:
        typed.refuse("first", Fault.TOO_MANY)
    if typed.faults or span is None:
        return None
    closing = Closing(span, reason)
    return lambda office: replace(
        office,
        closings=tuple(
            sorted({*_lately(office.closings, today), closing}, key=lambda one: (one.span.first, one.span.last))
        ),
    )


def read_absence(typed: Typed, today: date, team: frozenset[str], known: int) -> Change | None:
    """Days on which a colleague is away; `team` are the addresses of those who work here."""
    span = _span(typed, "away-first", "away-last", LONGEST_ABSENCE)
    who = typed.of("who")
    if who not in team:
        typed.refuse("who", Fault.NOT_CHOSEN)
    if known >= MOST_ROWS:
        typed.refuse("who", Fault.TOO_MANY)
    if typed.faults or span is None:
        return None
    absence = Absence(who, span)
    return lambda office: replace(
        office,
        absences=tuple(
            sorted({*_lately(office.absences, today), absence}, key=lambda one: (one.span.first, one.email))
        ),
    )


def _lately(rows: Iterable[RowT], today: date) -> Iterator[RowT]:
    """Those that are not over for long: the others concern no promise any more."""
    return (row for row in rows if row.span.last >= today - KEPT_FOR)


def read_promise(typed: Typed) -> Change | None:
    """Within how many working days the department promises to answer."""
    kind = typed.of("kind")
    if kind == "unset":
        return lambda office: replace(office, promise=None)
    if kind == "none":
        return lambda office: replace(office, promise=PromiseLength(None))
    if kind != "days":
        typed.refuse("kind", Fault.NOT_CHOSEN)
        return None
    text = typed.of("days")
    days = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(LONGEST_PROMISE)) else 0
    if not 1 <= days <= LONGEST_PROMISE:
        typed.refuse("days", Fault.NOT_A_LENGTH)
        return None
    return lambda office: replace(office, promise=PromiseLength(days))


def read_notice(typed: Typed, today: date) -> Change | None:
    """What the department tells everybody."""
    text = typed.text("text", LONGEST_NOTICE)
    first = typed.day("first")
    last = typed.day("last")
    if first is not None and last is not None and last < first:
        typed.refuse("last", Fault.DAYS_TURNED)
    elif last is not None and last < today:
        typed.refuse("last", Fault.OVER)
    if typed.faults or first is None or last is None:
        return None
    notice = Notice(text, Span(first, last))
    return lambda office: replace(office, notice=notice)


def read_recipients(typed: Typed, webhooks: tuple[Recipient, ...]) -> Change | None:
    """Who gets word of new requests; `webhooks` are those for which the operator keeps a secret."""
    letters = _addresses(typed, "letters", Way.LETTER)
    documents = _addresses(typed, "documents", Way.DOCUMENT)
    both = {one.to for one in letters} & {one.to for one in documents}
    if both:
        typed.refuse("documents", Fault.TWICE)
    chosen = tuple(
        # The address stays with the operator, who may mend it.
        Recipient(Way.WEBHOOK, "", webhook.name)
        for webhook in webhooks
        if typed.of(f"webhook-{webhook.name}")
    )
    if typed.faults:
        return None
    recipients = (*letters, *documents, *chosen) or (Recipient(Way.INBOX),)
    return lambda office: replace(office, recipients=recipients)


def _addresses(typed: Typed, name: str, way: Way) -> tuple[Recipient, ...]:
    lines = [line.strip() for line in typed.text(name, LONGEST_LIST, may_be_empty=True).splitlines() if line.strip()]
    found = [read_email(line) for line in lines]
    if any(
        address is None or address.casefold() != line.casefold() for address, line in zip(found, lines, strict=True)
    ):
        typed.refuse(name, Fault.NOT_AN_EMAIL)
    addresses = tuple(dict.fromkeys(address for address in found if address))
    if len(addresses) > MOST_ADDRESSES:
        typed.refuse(name, Fault.TOO_MANY)
    return tuple(Recipient(way, address) for address in addresses)
