"""What was erased, and what the person only asked to erase."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Gone:
    """A referral that was erased, with the code that proves it."""

    number: str
    at: datetime
    code: str


@dataclass(frozen=True)
class Wished:
    """A referral of which the department decides, and until when it does."""

    number: str
    municipality: str
    due: date
