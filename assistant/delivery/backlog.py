"""How much waits in the outbox, and whether it waits too long (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.delivery.outbox import LATE_AFTER, Carrier, State


@dataclass(frozen=True)
class Backlog:
    """Entries by state, and since when the oldest unsent one waits; None where everything is sent.

    `failing` is by what means something failed that is tried again.
    """

    counts: Mapping[State, int]
    oldest_unsent: datetime | None
    failing: frozenset[Carrier] = frozenset()

    def age(self, now: datetime) -> timedelta:
        """How long the oldest unsent entry waits; nothing where everything is sent."""
        return timedelta() if self.oldest_unsent is None else max(now - self.oldest_unsent, timedelta())


@dataclass(frozen=True)
class Standing:
    """The backlog at one moment, as operators look at it."""

    counts: Mapping[State, int]
    oldest_unsent_age: timedelta
    failing: frozenset[Carrier] = frozenset()

    @property
    def is_late(self) -> bool:
        """Whether somebody must look: word of a request should be out within 15 minutes."""
        return self.oldest_unsent_age > LATE_AFTER
