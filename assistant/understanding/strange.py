"""Tells letters that were hit at random ("asdf qwer") from words, by the beginnings, middles and endings words have."""

from collections.abc import Iterable
from itertools import chain

from assistant.understanding.normalize import as_it_sounds


class UsualLetters:
    """The groups of three letters that are usual in a language; it never changes."""

    def __init__(self, groups: Iterable[str]) -> None:
        self.groups = frozenset(groups)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "UsualLetters":
        """Those of folded texts."""
        return cls(chain.from_iterable(map(_groups, texts)))

    def are_strange(self, text: str) -> bool:
        """Whether hardly anything in a folded text is usual; other alphabets and the shortest words are not judged."""
        groups = _groups(text)
        if len(groups) < FEWEST or not text.isascii():
            return False
        return sum(group in self.groups for group in groups) < LEAST_USUAL * len(groups)


FEWEST = 4
LEAST_USUAL = 0.6
"""By trials on the examples themselves: of words unseen before, one in a thousand is stranger than this."""


def _groups(text: str) -> list[str]:
    edged = [f" {word} " for word in as_it_sounds(text).split() if not word.isdigit()]
    return [word[start : start + 3] for word in edged for start in range(len(word) - 2)]
