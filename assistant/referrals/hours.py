"""When a department is open, day by day, as it set it itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import groupby


@dataclass(frozen=True)
class OpenDay:
    """One day of the week, 0 for Monday to 6 for Sunday, and from when to when."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Hours:
    """The open days in the order of the week; `lunch_from` and `lunch_until` are both given or both None."""

    days: tuple[OpenDay, ...]
    lunch_from: time | None = None
    lunch_until: time | None = None

    def of(self, weekday: int) -> OpenDay | None:
        """The day, None where the department is closed on it."""
        return next((day for day in self.days if day.weekday == weekday), None)

    def alike(self) -> Iterator[tuple[OpenDay, OpenDay]]:
        """Days in a row with the same hours, as the first and the last of each row."""
        numbered = enumerate(self.days)
        # In a row the weekday and its place grow together, so that their difference stays.
        rows = groupby(numbered, key=lambda one: (one[1].weekday - one[0], one[1].opens, one[1].closes))
        for _, row in rows:
            days = [day for _, day in row]
            yield days[0], days[-1]
