"""What the checker finds: a fault in its place, with words that help to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a text from people; a warning asks somebody to look again."""

    ERROR = "error"
    WARNING = "warning"


class Certainty(StrEnum):
    """How sure a finding is: certain, or likely where a word can be read in more than one way."""

    SURE = "sure"
    LIKELY = "likely"


class Scope(StrEnum):
    """What the text is: free text, one message of the chat, a question, a button, a letter to staff, or a name.

    A name is what others gave (of a municipality, of a document) or what is to be named (a state, a picture).
    """

    TEXT = "text"
    MESSAGE = "message"
    QUESTION = "question"
    BUTTON = "button"
    LETTER = "letter"
    NAME = "name"


@dataclass(frozen=True)
class Finding:
    """One fault. `line` counts from 1; `start` and `end` are character offsets in that line."""

    rule: str
    severity: Severity
    line: int
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    certainty: Certainty = Certainty.SURE
