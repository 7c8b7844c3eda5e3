"""What is known about the person: one frozen record, every field may be unknown."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any


class FactId(StrEnum):
    """The facts that rules may ask for; ids are part of the stable interface."""

    AGE = "age"
    DISABILITY = "disability"
    PARTICIPATION_LEVEL = "participation_level"
    COMPLEX_NEEDS = "complex_needs"
    MUNICIPALITY = "municipality"
    WORK = "can_work_open_market_or_supported"
    FAMILY = "has_child_or_expecting"


class Disability(StrEnum):
    """Kinds of disability as the rules tell them apart."""

    INTELLECTUAL = "intellectual"
    PSYCHOSOCIAL = "psychosocial"
    BOTH = "both"
    PHYSICAL_ONLY = "physical-only"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Interval:
    """A whole number known only to lie between low and high, both included."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            message = f"an interval runs upwards, not from {self.low} to {self.high}"
            raise ValueError(message)

    @classmethod
    def exactly(cls, number: int) -> "Interval":
        """The interval that holds one number."""
        return cls(number, number)


FactValue = Interval | Disability | bool | str


@dataclass(frozen=True)
class Facts:
    """What is known; None is unknown, which is never treated as no.

    Units: age in completed years, participation level in per cent (0 to 100), municipality as its id in content.
    """

    age: Interval | None = None
    disability: Disability | None = None
    participation_level: Interval | None = None
    complex_needs: bool | None = None
    municipality: str | None = None
    can_work_open_market_or_supported: bool | None = None
    has_child_or_expecting: bool | None = None

    def get(self, fact: FactId) -> FactValue | None:
        """The value, or None where it is unknown; a disability told as unknown is unknown."""
        value: FactValue | None = getattr(self, fact.value)
        return None if value is Disability.UNKNOWN else value

    def having(self, fact: FactId, value: FactValue | None) -> "Facts":
        """The same facts with one of them set anew."""
        change: dict[str, Any] = {fact.value: value}
        return replace(self, **change)

    def known(self) -> frozenset[FactId]:
        """The facts that have a value."""
        return frozenset(FactId(field.name) for field in fields(self) if self.get(FactId(field.name)) is not None)
