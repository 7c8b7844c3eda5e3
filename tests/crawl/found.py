"""What a crawl came to, or a part of it."""

from collections import Counter
from dataclasses import dataclass, field

from tests.crawl.rules import Fault, Rule

Way = tuple[str, ...]
"""How a state was reached: where the talk began, and what was done."""

LONGEST_TOLD = 12
"""Steps of a way that are printed; the beginning and the end tell most."""


@dataclass
class Found:
    """What was tried and seen. `messages` are marks of those that were read; `faults` holds how often each was met and
    the shortest way to it.
    """

    states: int = 0
    explored: int = 0
    transitions: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    messages: set[int] = field(default_factory=set)
    faults: dict[Fault, tuple[int, Way]] = field(default_factory=dict)

    def add(self, fault: Fault, way: Way, times: int = 1) -> None:
        """Count it; of two ways the shorter one is kept, and of equally long ones that which comes first in letters."""
        count, known = self.faults.get(fault, (0, way))
        self.faults[fault] = (count + times, min(known, way, key=lambda one: (len(one), one)))

    def count(self, place: str) -> None:
        """One more state, at this kind of place."""
        self.states += 1
        self.places[place] += 1

    def add_part(self, part: "Found") -> None:
        """What another process tried and saw; which of its states are new, only the whole knows."""
        self.transitions += part.transitions
        self.kinds += part.kinds
        self.messages |= part.messages
        for fault, (times, way) in part.faults.items():
            self.add(fault, way, times)

    def of(self, rule: Rule) -> int:
        """How often the rule was broken."""
        return sum(count for fault, (count, _) in self.faults.items() if fault.rule is rule)


def told(way: Way) -> str:
    """The way in words."""
    names = list(way)
    if len(names) > LONGEST_TOLD:
        names = [*names[:2], "…", *names[-LONGEST_TOLD + 2 :]]
    return " > ".join(names)
