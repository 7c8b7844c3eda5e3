"""What statistics need of the database: counts, made by the database itself and never of single referrals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from assistant.conversation.turn import Told
from assistant.referrals.facts import ReplyLevels


class By(StrEnum):
    """What referrals are counted by."""

    MONTH = "month"
    NEED = "need"
    END = "end"
    VERDICT = "verdict"
    WHOM = "whom"
    WAIT = "wait"


@dataclass(frozen=True)
class Asked:
    """Whose referrals are counted, and of which days, first and last included; examples never beside real ones."""

    municipality: str
    start: date
    end: date
    only_examples: bool = False


@dataclass(frozen=True)
class PromiseCounts:
    """Referrals by how it stands with the promise to answer them; withdrawn ones are broken only if that came first."""

    kept: int
    broken: int
    running: int
    none: int


class Counts(Protocol):
    """Counts by which no person can be found."""

    async def add_told(self, told: Told, day: date) -> None:
        """Count that a topic was told; of the day only the month is kept."""

    async def referrals(self, asked: Asked, by: By) -> dict[str, int]:
        """Referrals by month (2026-11), need, how they ended, verdict, for whom (self, other), or days waited.

        By END the keys are "open", "withdrawn", "merged", "passed-on", and "closed|" with the id of the outcome.
        By WAIT they are the working days to the first answer, and "" where there was none.
        """

    async def promises(self, asked: Asked, today: date) -> PromiseCounts:
        """How many promises were kept, broken or are still running, and where there was none."""

    async def reply_levels(self, asked: Asked) -> ReplyLevels:
        """How many replies reached which level of easy language."""

    async def told(self, asked: Asked) -> dict[tuple[str, str], int]:
        """How often topics were told, by topic and service, to people of this municipality or of none known.

        Whole months are counted, also where the days begin or end within one.
        """

    async def missed(self, start: date, end: date) -> dict[str, int]:
        """Texts that were not understood and still wait for an editor, by service, of all municipalities."""
