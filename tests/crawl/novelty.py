"""Which states are explored: those in which three circumstances meet for the first time at their place.

Whether the person asks for somebody else, the level, what the check has found, which lines are filled in: all of them
together make more states than anybody can try. What goes wrong, goes wrong because of one of them, or of few that meet.
Planners call this a search of limited width (Lipovetzky and Geffner), testers all-triples testing.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

Circumstance = tuple[tuple[int, ...], Hashable]
"""Which circumstance it is, and how it is here."""


@dataclass(frozen=True)
class Standing:
    """A place, and everything that makes a difference there."""

    place: Hashable
    circumstances: tuple[Circumstance, ...] = ()


WIDTH = 3
"""So many circumstances that meet are looked for; each one more makes a crawl three times as long."""


class Novelty:
    """Remembers which circumstances have met at which place."""

    def __init__(self, width: int = WIDTH) -> None:
        self._width = width
        self._met: set[Hashable] = set()

    def is_new(self, standing: Standing) -> bool:
        """Whether so many have not met there before, or nobody was there before. From now on they have."""
        # Where there are fewer circumstances, all of them are looked at together.
        width = min(self._width, len(standing.circumstances))
        together = {(standing.place, *some) for some in combinations(standing.circumstances, width)}
        if together <= self._met:
            return False
        self._met |= together
        return True


def apart(parts: Sequence[Hashable], at: tuple[int, ...] = ()) -> Iterator[Circumstance]:
    """The circumstances of a key, with what stands inside others as circumstances of their own."""
    for number, part in enumerate(parts):
        if isinstance(part, tuple):
            yield from apart(part, (*at, number))
        else:
            yield (*at, number), part
