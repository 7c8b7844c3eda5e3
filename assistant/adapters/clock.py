"""The time, as the machine tells it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LITHUANIA = ZoneInfo("Europe/Vilnius")


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The present day in Lithuania."""
        return self.now().astimezone(LITHUANIA).date()
