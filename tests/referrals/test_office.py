"""What a department sets: closed days, hours, and which of the two words wins."""

from dataclasses import replace
from datetime import date, time

import pytest

from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import (
    Absence,
    Closing,
    Notice,
    Office,
    PromiseLength,
    Span,
    contact_as_set,
    route_as_set,
)
from assistant.referrals.promise import answer_by, reminder_on
from assistant.referrals.routing import Contact, Municipality, Recipient, Route, Way

WEBHOOK = Recipient(Way.WEBHOOK, "https://dvs.kretinga.lt/in", "dvs")
LETTER = Recipient(Way.LETTER, "skyrius@kretinga.lt")
ROUTE = Route("kretingos-rajono", (LETTER, WEBHOOK), promise_days=5)
OFFICE = Office("kretingos-rajono")


def days(first: str, last: str = "") -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def closed(*spans: Span) -> frozenset[date]:
    return replace(OFFICE, closings=tuple(Closing(span, "Mokymai") for span in spans)).closed_days


@pytest.mark.parametrize(
    ("sent", "length", "closings", "promised"),
    [
        # Monday the 7th of December 2026, nothing closed
        ("2026-12-07", 2, (), "2026-12-09"),
        # One day of the two is closed
        ("2026-12-07", 2, (days("2026-12-08"),), "2026-12-10"),
        # What is closed before, or on the day of sending, changes nothing
        ("2026-12-07", 2, (days("2026-12-01", "2026-12-07"),), "2026-12-09"),
        # A closed weekend is no more closed than any other
        ("2026-12-10", 2, (days("2026-12-12", "2026-12-13"),), "2026-12-14"),
        # Christmas and the week after it: the country's holidays are 24, 25, 26 December and 1 January
        ("2026-12-22", 2, (days("2026-12-28", "2026-12-31"),), "2027-01-04"),
        # Two rows that overlap
        ("2026-12-07", 1, (days("2026-12-08", "2026-12-09"), days("2026-12-09", "2026-12-10")), "2026-12-11"),
    ],
)
def test_closed_days_are_no_working_days(sent: str, length: int, closings: tuple[Span, ...], promised: str) -> None:
    assert answer_by(date.fromisoformat(sent), length, closed(*closings)) == date.fromisoformat(promised)


@pytest.mark.parametrize(
    ("closings", "reminder"),
    [
        ((), "2026-12-10"),
        ((days("2026-12-10"),), "2026-12-09"),
        # Closed since the day after sending: the only day left is that of sending
        ((days("2026-12-08", "2026-12-10"),), None),
    ],
)
def test_staff_are_reminded_on_a_day_on_which_they_work(closings: tuple[Span, ...], reminder: str | None) -> None:
    due = reminder_on(date(2026, 12, 7), date(2026, 12, 11), closed(*closings))
    assert due == (date.fromisoformat(reminder) if reminder else None)


def test_somebody_is_away_on_all_the_days_and_nobody_else_is() -> None:
    office = replace(OFFICE, absences=(Absence("ona@kretinga.lt", days("2026-12-07", "2026-12-09")),))
    assert [office.is_away("ona@kretinga.lt", date(2026, 12, day)) for day in (6, 7, 9, 10)] == [
        False,
        True,
        True,
        False,
    ]
    assert not office.is_away("rasa@kretinga.lt", date(2026, 12, 7))
    assert office.without("ona@kretinga.lt") == OFFICE


def test_a_notice_holds_on_its_days_and_is_another_one_when_it_is_mended() -> None:
    notice = Notice("Mes nedirbame.", days("2026-12-07", "2026-12-09"))
    office = replace(OFFICE, notice=notice)
    assert [office.notice_on(date(2026, 12, day)) for day in (6, 7, 9, 10)] == [None, notice, notice, None]
    assert replace(notice, text="Mes dirbame.").fingerprint != notice.fingerprint
    assert replace(notice, span=days("2026-12-08")).fingerprint == notice.fingerprint


@pytest.mark.parametrize(
    ("promise", "length"), [(None, 5), (PromiseLength(None), None), (PromiseLength(3), 3)], ids=str
)
def test_the_departments_promise_wins_also_where_it_promises_nothing(
    promise: PromiseLength | None, length: int | None
) -> None:
    assert route_as_set(ROUTE, replace(OFFICE, promise=promise)).promise_days == length


def test_the_departments_recipients_win_and_a_webhook_keeps_the_operators_address() -> None:
    chosen = (Recipient(Way.DOCUMENT, "kita@kretinga.lt"), Recipient(Way.WEBHOOK, "", "dvs"))
    route = route_as_set(ROUTE, replace(OFFICE, recipients=chosen))
    assert route.recipients == (chosen[0], WEBHOOK)


def test_a_webhook_that_the_operator_took_out_is_called_no_more() -> None:
    chosen = (Recipient(Way.WEBHOOK, "", "old"), LETTER)
    assert route_as_set(ROUTE, replace(OFFICE, recipients=chosen)).recipients == (LETTER,)
    # And where nobody would be left, the operator's hold, so that no request is without a reader
    assert route_as_set(ROUTE, replace(OFFICE, recipients=chosen[:1])).recipients == ROUTE.recipients


def test_the_contact_is_set_as_a_whole() -> None:
    known = Municipality(
        id="kretingos-rajono",
        iso="LT-21",
        name="Kretingos rajono savivaldybė",
        genitive="Kretingos rajono savivaldybės",
        accusative="Kretingos rajono savivaldybę",
        locative="Kretingos rajono savivaldybėje",
        towns=("Kretinga",),
        other_places=(),
        website="kretinga.lt",
        gives_case_management=True,
        contact=Contact("Senas skyrius", "Senoji gatvė 1", ("+37044500000",)),
        general=Contact(phones=("+37044551008",)),
    )
    own = Contact("Naujas skyrius")
    assert contact_as_set(known, OFFICE) == known
    # A phone that the department left out is told no more
    assert contact_as_set(known, replace(OFFICE, contact=own)).contact == own


def test_days_with_the_same_hours_are_told_together() -> None:
    def open_on(weekday: int, until: int = 17) -> OpenDay:
        return OpenDay(weekday, time(8), time(until))

    hours = Hours((open_on(0), open_on(1), open_on(3), open_on(4, 15), open_on(5, 15)))
    rows = [(first.weekday, last.weekday) for first, last in hours.alike()]
    assert rows == [(0, 1), (3, 3), (4, 5)]
    assert hours.of(2) is None
    assert hours.of(4) == open_on(4, 15)
