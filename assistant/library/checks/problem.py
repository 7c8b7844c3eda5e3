"""What a check finds: the place, what is wrong, and what to do."""

import re
from dataclasses import dataclass

from assistant.easy_language.findings import Severity
from assistant.errors import ContentError

_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+): (?P<what>.+?[.!?])(?: (?P<mend>[A-ZĄ-Ž].*))?")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a content file; `line` counts from 1. `rule` is one of easy language, or empty."""

    file: str
    line: int
    what: str
    mend: str
    severity: Severity = Severity.ERROR
    rule: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the content must not be shown like this."""
        return self.severity is Severity.ERROR


def problems_of(error: ContentError) -> list[Problem]:
    """The faults for which content could not be loaded; an error tells each on a line of its own."""
    problems: list[Problem] = []
    for line in str(error).splitlines():
        match = _LINE.fullmatch(line)
        if match:
            problems.append(Problem(match["file"], int(match["line"]), match["what"], match["mend"] or ""))
        else:
            problems.append(Problem("", 1, line, ""))
    return problems
