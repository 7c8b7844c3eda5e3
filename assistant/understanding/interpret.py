"""What one message of the person means where it was written: the engine's one entry point to understanding."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.private import PrivateKind
from assistant.understanding.safety import Alarm
from assistant.understanding.steering import Steering
from assistant.understanding.topics import TopicReading


class Expects(StrEnum):
    """What the assistant has just asked for."""

    NOTHING = "nothing"
    CHOICE = "choice"
    YES_NO = "yes-no"
    AGE = "age"
    LEVEL = "level"
    DISABILITY = "disability"
    MUNICIPALITY = "municipality"
    NAME = "name"
    PHONE = "phone"
    CALL_TIME = "call-time"
    NOTE = "note"


Value = bool | Interval | Disability | str | tuple[str, ...]
"""What can be read as an answer; a tuple holds municipality ids."""


@dataclass(frozen=True)
class Reading:
    """What was understood. Danger and steering come before everything else that may be set.

    `text` is what was written, at most 2,000 characters, personal codes taken out. `value` is the answer of the kind
    that was expected. `choice` is the id of the choice whose label or number was written. `topic` is set where neither
    a value nor a choice was read and the words may be a question of their own.
    """

    text: str
    danger: Alarm | None = None
    steering: Steering | None = None
    value: Value | None = None
    choice: str = ""
    is_dont_know: bool = False
    topic: TopicReading | None = None
    private: tuple[PrivateKind, ...] = ()
    language: str = "lt"
