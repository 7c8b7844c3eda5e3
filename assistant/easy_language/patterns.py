"""Rules that regular expressions state: what to find on a line, and what only looks like it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.easy_language.rule import Hit
from assistant.easy_language.text import Text

_SIGNS_BEFORE_A_SENTENCE = " „“-–:"


@dataclass(frozen=True)
class Pattern:
    """What a regular expression finds. `exempt` matches whole finds that are good Lithuanian after all.

    `names_count` is false where a find with a capital letter inside a sentence is a name, and so no fault. `message`
    and `suggestion` are those of the rule where they are empty.
    """

    regex: re.Pattern[str]
    message: str = ""
    suggestion: str = ""
    exempt: re.Pattern[str] | None = None
    names_count: bool = True
    is_mild: bool = False

    def hits(self, line: str, number: int) -> Iterator[Hit]:
        """The finds on one line."""
        for match in self.regex.finditer(line):
            found = match.group()
            if self.exempt and self.exempt.fullmatch(found):
                continue
            if not self.names_count and found[0].isupper() and not opens(line, match.start()):
                continue
            yield Hit(number, match.start(), match.end(), found, self.message, self.suggestion, self.is_mild)


def opens(line: str, start: int) -> bool:
    """Whether nothing but signs stands before this place of the line."""
    return line[:start].strip(_SIGNS_BEFORE_A_SENTENCE) == ""


def whole_words(*parts: str) -> re.Pattern[str]:
    """A pattern of whole words, in any case; the parts are alternatives."""
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def finds(*patterns: Pattern) -> Callable[[Text], Iterable[Hit]]:
    """A finder of everything that these patterns find; web and mail addresses hold nothing to be found."""

    def find(text: Text) -> Iterator[Hit]:
        for number, line in enumerate(text.plain_lines, start=1):
            for pattern in patterns:
                # Most patterns find nothing on most lines, and looking is much faster than asking for hits.
                if pattern.regex.search(line):
                    yield from pattern.hits(line, number)

    return find
