"""Small counts are hidden, and so is what would give them away by subtraction (pure).

Somebody who knows one person of four can learn something about them. So no count from 1 to 4 is shown; nothing is
shown as nothing. Where the whole is known too, a hidden count could be found by taking the others from it. So where
counts under 5 would be open to that, all counts under 6 are hidden, or under 7, and so on, and in the end all of them,
nothing included. Which counts are hidden follows from that bound and from no order among them: also somebody who knows
this rule cannot tell which of the hidden counts are the small ones. Tests go through all small tables and look.
"""

from collections.abc import Sequence

LEAST_SHOWN = 5
"""The smallest count that is shown, except nothing."""
LEAST_PLAY = 3
"""How far apart the least and the most that a hidden count could be must lie."""


def shown(count: int) -> int | None:
    """A count that stands alone, None where it is hidden."""
    return None if 0 < count < LEAST_SHOWN else count


def shown_parts(counts: Sequence[int]) -> tuple[tuple[int | None, ...], int | None]:
    """The parts of a whole and the whole; None in place of what is hidden."""
    whole = sum(counts)
    if not any(0 < count < LEAST_SHOWN for count in counts):
        return tuple(counts), whole
    bound = LEAST_SHOWN
    while whole >= LEAST_SHOWN and bound <= max(counts) + 1:
        hidden = [count for count in counts if 0 < count < bound]
        if _is_open(hidden, bound):
            return tuple(None if 0 < count < bound else count for count in counts), whole
        bound += 1
    # Nothing is hidden as well, or it would tell where the few are.
    return (None,) * len(counts), shown(whole)


def _is_open(hidden: Sequence[int], bound: int) -> bool:
    """Whether each could be several numbers, for somebody who knows their sum and that each is 1 at least."""
    others = len(hidden) - 1
    least = max(1, sum(hidden) - others * (bound - 1))
    most = min(bound - 1, sum(hidden) - others)
    return others > 0 and most - least >= LEAST_PLAY
