"""What each level of easy Lithuanian allows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What a level allows, in words: more than `long` is a warning, more than `longest` an error.

    Levels 1 and 2 follow the recommendations used by Lithuanian state bodies (about 5 and 7 words on average) and the
    usual limit of 12 words. For level 3 no number was found, so 15 is the usual limit of British easy read.
    """

    longest: int
    long: int
    mean: float


LIMITS = {1: Limits(longest=8, long=8, mean=5.0), 2: Limits(longest=12, long=10, mean=7.0), 3: Limits(15, 12, 11.0)}
LEVELS = tuple(sorted(LIMITS))
