"""Three-valued logic: yes, no and unknown, where unknown is never taken for no (Kleene's strong tables)."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """What can be said of a condition."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":  # noqa: FBT001 - this is the very translation of a flag
        """The truth of a flag that may be unknown."""
        if value is None:
            return cls.UNKNOWN
        return cls.YES if value else cls.NO


def all_of(truths: Iterable[Truth]) -> Truth:
    """No as soon as one is no; yes only when every one is yes."""
    seen = set(truths)
    if Truth.NO in seen:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.YES


def any_of(truths: Iterable[Truth]) -> Truth:
    """Yes as soon as one is yes; no only when every one is no."""
    seen = set(truths)
    if Truth.YES in seen:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.NO


def negation(truth: Truth) -> Truth:
    """Yes and no change places; unknown stays unknown."""
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}[truth]
