from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.delivery.outbox import (
    FAILED,
    GIVE_UP_AFTER,
    LONGEST_WAIT,
    WAITING,
    Carrier,
    OutboxEntry,
    State,
    wait_after,
)
from assistant.errors import FailureReason

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
ENTRY = OutboxEntry("entry", Carrier.LETTER, "skyrius@kretinga.example", "47128035", NOW, NOW)


@pytest.mark.parametrize(("failures", "minutes"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (1000, 30)])
def test_every_failure_doubles_the_wait_up_to_half_an_hour(failures: int, minutes: int) -> None:
    assert wait_after(failures) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("since", "state"),
    [
        (timedelta(), State.FAILED_TEMPORARILY),
        (GIVE_UP_AFTER - timedelta(seconds=1), State.FAILED_TEMPORARILY),
        (GIVE_UP_AFTER, State.FAILED_FOR_GOOD),
    ],
)
def test_after_three_days_of_failures_a_human_must_look(since: timedelta, state: State) -> None:
    failing = replace(ENTRY, failing_since=NOW - since, attempts=100)

    assert failing.taken().failed_for_now(FailureReason.LATER, "451", NOW).state is state


def test_the_last_try_is_at_the_end_of_three_days_and_not_after_it() -> None:
    failing = replace(ENTRY, failing_since=NOW - GIVE_UP_AFTER + timedelta(minutes=10), attempts=100)

    assert failing.failed_for_now(FailureReason.LATER, "451", NOW).next_try_at == NOW + timedelta(minutes=10)


def test_days_in_which_nobody_tried_do_not_count() -> None:
    late = NOW + timedelta(days=10)

    assert ENTRY.taken().failed_for_now(FailureReason.LATER, "451", late).state is State.FAILED_TEMPORARILY


def test_what_a_person_puts_back_is_due_at_once_and_keeps_its_last_error_until_it_is_sent() -> None:
    later = NOW + timedelta(days=4)
    failed = replace(ENTRY, attempts=100, failing_since=NOW).failed_for_good(FailureReason.REFUSED, "550 no", later)

    again = failed.put_back(later)

    assert (again.state, again.attempts, again.failing_since, again.next_try_at) == (State.CREATED, 0, None, later)
    assert (again.reason, again.last_error) == (FailureReason.REFUSED, "550 no")
    assert again.taken().sent(later).last_error == ""


@pytest.mark.parametrize("state", sorted(set(State) - FAILED))
def test_only_what_failed_can_be_put_back(state: State) -> None:
    standing = replace(ENTRY, state=state)

    assert standing.put_back(NOW + timedelta(hours=1)) == standing


class HandingOver(RuleBasedStateMachine):
    """An entry, a world that answers as it likes, and people who press retry or take the referral back."""

    @initialize()
    def created(self) -> None:
        self.now = NOW
        self.entry = ENTRY
        self.acknowledged = 0
        self.put_in_line_at = NOW
        self.first_failure: datetime | None = None

    @rule(minutes=st.integers(0, 2000))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @precondition(lambda self: self.entry.state in WAITING and self.entry.next_try_at <= self.now)
    @rule(outcome=st.sampled_from(["acknowledged", "later", "refused", "killed"]))
    def tried(self, outcome: str) -> None:
        # Never tried after it was sent, given up or cancelled.
        assert self.acknowledged == 0
        taken = self.entry.taken()
        match outcome:
            case "acknowledged":
                self.acknowledged += 1
                self.entry = taken.sent(self.now)
            case "later":
                self.first_failure = self.first_failure or self.now
                self.entry = taken.failed_for_now(FailureReason.LATER, "451", self.now)
            case "refused":
                self.entry = taken.failed_for_good(FailureReason.REFUSED, "550", self.now)
            case _:
                # The lease ends, and the entry is taken again by whoever comes first.
                self.entry = replace(taken, state=self.entry.state)

    @rule()
    def retry_pressed(self) -> None:
        if self.entry.state in FAILED:
            self.first_failure = None
        self.entry = self.entry.put_back(self.now)

    @rule()
    def referral_over(self) -> None:
        self.entry = self.entry.cancelled()

    @invariant()
    def sent_means_acknowledged(self) -> None:
        assert (self.entry.state is State.SENT) == (self.acknowledged == 1)
        assert (self.entry.sent_at is not None) == (self.acknowledged == 1)

    @invariant()
    def waits_are_short(self) -> None:
        assert self.entry.next_try_at <= self.now + LONGEST_WAIT

    @invariant()
    def it_is_given_up_after_three_days_of_failures_and_not_before(self) -> None:
        if self.entry.state is State.FAILED_TEMPORARILY:
            assert self.first_failure is not None
            assert self.entry.next_try_at <= self.first_failure + GIVE_UP_AFTER
        if self.entry.state is State.FAILED_FOR_GOOD and self.entry.reason is FailureReason.LATER:
            assert self.first_failure is not None
            assert self.now >= self.first_failure + GIVE_UP_AFTER

    @invariant()
    def a_failure_tells_why(self) -> None:
        assert self.entry.state not in FAILED or (self.entry.reason and self.entry.last_error)


HandingOver.TestCase.settings = settings(
    max_examples=200, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)
TestHandingOver = HandingOver.TestCase
