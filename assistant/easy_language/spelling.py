"""What the rule of spelling asks: whether a word is known, and what could have been meant."""

from typing import Protocol


class Spelling(Protocol):
    """Knows how words are written."""

    def knows(self, word: str) -> bool:
        """Whether the word is written so."""
        ...

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that could have been meant, the likeliest first; empty where nothing is near."""
        ...
