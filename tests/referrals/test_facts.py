"""What statistics keep of a referral follows from its thread."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from assistant.referrals.facts import ReplyLevels, facts_of
from assistant.referrals.promise import working_days_between
from assistant.referrals.referral import Referral
from assistant.referrals.request import Preliminary, Request
from assistant.referrals.thread import Author, Details, Entry, EntryKind

FRIDAY = datetime(2026, 11, 27, 21, 30, tzinfo=UTC)
"""Nearly midnight in Lithuania."""
DAY = timedelta(days=1)


def a_referral() -> Referral:
    request = Request("kretingos-rajono", "talk", for_other=True, name="Ona", preliminary=Preliminary("likely"))
    return Referral(
        number="1",
        draft="d",
        conversation="c",
        request=request,
        sent_at=FRIDAY,
        thread=(Entry(EntryKind.SENT, Author.PERSON, FRIDAY),),
        promised=date(2026, 12, 4),
    )


def test_an_open_referral_waits() -> None:
    [facts] = facts_of(a_referral())

    assert (facts.received_on, facts.need, facts.verdict) == (date(2026, 11, 27), "talk", "likely")
    assert (facts.waited_days, facts.settled_on, facts.ended, facts.promised) == (None, None, "", date(2026, 12, 4))


def test_waiting_is_counted_in_working_days_on_a_lithuanian_calendar() -> None:
    # Three hours later it is Saturday; the first working day is Monday.
    assert facts_of(a_referral().called("ona", FRIDAY + DAY / 8))[0].waited_days == 0
    assert facts_of(a_referral().called("ona", FRIDAY + 3 * DAY))[0].waited_days == 1
    assert working_days_between(date(2026, 12, 23), date(2026, 12, 28)) == 1
    assert working_days_between(date(2026, 12, 28), date(2026, 12, 23)) == 0


def test_closing_without_an_answer_settles_it_and_answers_nothing() -> None:
    [facts] = facts_of(a_referral().closed("ona", FRIDAY + 3 * DAY))

    assert (facts.waited_days, facts.settled_on) == (None, date(2026, 11, 30))
    assert (facts.ended, facts.outcome, facts.ended_on) == ("closed", "", date(2026, 11, 30))


def test_one_that_was_opened_again_is_open() -> None:
    closed = a_referral().closed("ona", FRIDAY + 3 * DAY)
    opened = replace(closed, thread=(*closed.thread, Entry(EntryKind.TAKEN, Author.STAFF, FRIDAY + 4 * DAY)))

    assert facts_of(opened)[0].ended == ""


def test_each_municipality_that_had_it_has_its_own_facts() -> None:
    passed = (
        a_referral().called("ona", FRIDAY + DAY).passed_on("ona", "neringos", "Gyvena ten.", FRIDAY + 3 * DAY, None)
    )
    kretinga, neringa = facts_of(passed.replied("rasa", "Labas.", FRIDAY + 5 * DAY))

    assert (kretinga.municipality, kretinga.ended, kretinga.waited_days) == ("kretingos-rajono", "passed-on", 0)
    assert (neringa.municipality, neringa.received_on, neringa.waited_days) == ("neringos", date(2026, 11, 30), 2)
    assert (kretinga.levels, neringa.levels) == (ReplyLevels(), ReplyLevels(unmeasured=1))


def test_one_that_came_back_counts_once_where_it_is() -> None:
    passed = a_referral().passed_on("ona", "neringos", "Gyvena ten.", FRIDAY + 3 * DAY, None)
    back = passed.passed_on("rasa", "kretingos-rajono", "Gyvena čia.", FRIDAY + 4 * DAY, None)

    assert [(facts.municipality, facts.ended) for facts in facts_of(back)] == [
        ("neringos", "passed-on"),
        ("kretingos-rajono", ""),
    ]


def test_replies_are_counted_by_level() -> None:
    replies = tuple(
        Entry(EntryKind.REPLIED, Author.STAFF, FRIDAY, details=Details(level=level)) for level in (1, 2, 2, 0, None)
    )

    [facts] = facts_of(replace(a_referral(), thread=a_referral().thread + replies))

    assert facts.levels == ReplyLevels(first=1, second=2, harder=1, unmeasured=1)
