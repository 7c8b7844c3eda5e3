"""The machine's clock."""

from datetime import UTC, datetime

from assistant.adapters.clock import SystemClock


class _ClockAt(SystemClock):
    """The same clock, stopped."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


def test_the_present_moment_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)


def test_the_day_is_lithuanias_in_winter_and_in_summer() -> None:
    assert _ClockAt(datetime(2026, 12, 31, 21, 59, tzinfo=UTC)).today().isoformat() == "2026-12-31"
    assert _ClockAt(datetime(2026, 12, 31, 22, 0, tzinfo=UTC)).today().isoformat() == "2027-01-01"
    assert _ClockAt(datetime(2026, 6, 30, 21, 0, tzinfo=UTC)).today().isoformat() == "2026-07-01"
