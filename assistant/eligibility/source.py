"""Where a statement comes from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """Where a statement comes from, the place in it, and when somebody last looked."""

    title: str
    place: str
    checked_on: date
