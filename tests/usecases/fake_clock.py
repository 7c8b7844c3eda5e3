"""A clock that only a test turns."""

from datetime import UTC, date, datetime, timedelta

from assistant.adapters.clock import LITHUANIA

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""A Monday morning."""


class FakeClock:
    """The port Clock; it stands still until it is told how much time passes."""

    def __init__(self, at: datetime = START) -> None:
        self._now = at

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.astimezone(LITHUANIA).date()

    def passes(self, time: timedelta) -> None:
        self._now += time
