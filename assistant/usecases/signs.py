"""When worker and bot last gave a sign of life, and when the newest backup was made."""

from dataclasses import dataclass
from datetime import datetime, timedelta

ALIVE_WITHIN = timedelta(minutes=3)
"""Signs come every half minute; whoever gives none for so long is gone or stuck."""


@dataclass(frozen=True)
class Signs:
    """As far as this machine sees them; None where there never was one, or where it was on another machine."""

    worker: datetime | None = None
    bot: datetime | None = None
    backup: datetime | None = None


def is_silent(seen: datetime, now: datetime) -> bool:
    """Whether whoever gave this sign is gone or stuck."""
    return now - seen > ALIVE_WITHIN
