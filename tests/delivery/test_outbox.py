from datetime import UTC, datetime, timedelta

import pytest

from assistant.delivery.outbox import GIVE_UP_AFTER, Carrier, OutboxEntry, is_hopeless, next_try

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (1000, 30)])
def test_every_failure_doubles_the_wait_up_to_half_an_hour(attempts: int, minutes: int) -> None:
    assert next_try(attempts, NOW) - NOW == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("age", "hopeless"), [(timedelta(), False), (GIVE_UP_AFTER - timedelta(seconds=1), False), (GIVE_UP_AFTER, True)]
)
def test_after_three_days_of_trying_a_human_must_look(age: timedelta, hopeless: bool) -> None:
    entry = OutboxEntry("entry", Carrier.LETTER, "skyrius@kretinga.example", "47128035", NOW - age, NOW)

    assert is_hopeless(entry, NOW) is hopeless
