"""How well each text is understood: answers to its question, counted without anybody's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from assistant.conversation.turn import Tally, Understood
from assistant.library.library import Library


class Tallies(Protocol):
    """Counts of answers to the questions about texts."""

    async def add(self, tally: Tally) -> None:
        """Count one answer."""

    async def all(self) -> tuple[tuple[Tally, int], ...]:
        """Every count, in the order of topic, service, text and outcome."""


@dataclass(frozen=True)
class Comprehension:
    """How often the question about one text was answered rightly, wrongly, or with "I do not know"."""

    topic: str
    service: str
    right: int
    wrong: int
    dont_know: int

    @property
    def share(self) -> float:
        """The share of right answers, from 0 to 1; 0 where nobody has answered."""
        answers = self.right + self.wrong + self.dont_know
        return self.right / answers if answers else 0.0


def comprehension(library: Library, counts: Iterable[tuple[Tally, int]]) -> tuple[Comprehension, ...]:
    """The counts of every text that asks a question, as its words stand now; those least understood first."""
    times = {(tally.topic, tally.service, tally.text, tally.outcome): count for tally, count in counts}
    rows = [
        Comprehension(
            answer.topic,
            answer.service,
            *(
                times.get((answer.topic, answer.service, answer.fingerprint, outcome), 0)
                for outcome in (Understood.RIGHT, Understood.WRONG, Understood.DONT_KNOW)
            ),
        )
        for answer in library.topics.values()
        if answer.comprehension is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.right + row.wrong + row.dont_know == 0, row.share, row.topic)))
