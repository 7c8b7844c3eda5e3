"""What the checker finds: a fault in its place, with words that help to mend it; and rules that are patterns."""

import re
from collections.abc import Iterator
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


@dataclass(frozen=True)
class PatternRule:
    """A rule that a regular expression states. `exempt` matches whole finds that are good Lithuanian after all.

    `names_count` is false where a find with a capital letter inside a sentence is a name, and so no fault.
    """

    id: str
    severity: Severity
    pattern: re.Pattern[str]
    message: str
    suggestion: str = ""
    exempt: re.Pattern[str] | None = None
    names_count: bool = True

    def find(self, line: str, number: int) -> Iterator[Finding]:
        """The faults on one line."""
        for match in self.pattern.finditer(line):
            found = match.group()
            if self.exempt and self.exempt.fullmatch(found):
                continue
            if not self.names_count and found[0].isupper() and line[: match.start()].strip(" „“-–:") != "":
                continue
            yield Finding(
                self.id, self.severity, number, match.start(), match.end(), found, self.message, self.suggestion
            )


def pattern(*parts: str) -> re.Pattern[str]:
    """A pattern of whole words, in any case; the parts are alternatives."""
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
