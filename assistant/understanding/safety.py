"""Is somebody in danger: suicide and self-harm, violence, an emergency."""

from dataclasses import dataclass
from enum import StrEnum


class Danger(StrEnum):
    """Kinds of danger; the values are topic ids."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    EMERGENCY = "emergency"


@dataclass(frozen=True)
class Alarm:
    """A danger that the words speak of; where it is not certain the assistant asks first, and does not alarm."""

    danger: Danger
    is_certain: bool
