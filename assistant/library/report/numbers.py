"""How heavy texts are to read, in numbers that can be added up (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.easy_language.readability import is_long
from assistant.easy_language.sentences import split_sentences


@dataclass(frozen=True)
class Numbers:
    """Counts of one text or of many; a long word has 10 letters or more."""

    sentences: int = 0
    words: int = 0
    long_words: int = 0

    @property
    def words_per_sentence(self) -> float:
        """The mean; 0 where there is no sentence."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0

    @property
    def long_percent(self) -> float:
        """How many words of a hundred are long."""
        return round(100 * self.long_words / self.words, 1) if self.words else 0.0

    @property
    def lix10(self) -> float:
        """Words in a sentence and long words of a hundred together: LIX with a bound that fits Lithuanian."""
        return round(self.words_per_sentence + self.long_percent, 1)


def numbers_of(lines: Sequence[str]) -> Numbers:
    """The numbers of a text that is written line by line."""
    sentences = split_sentences("\n".join(lines))
    words = [word for sentence in sentences for word in sentence.words]
    return Numbers(len(sentences), len(words), sum(is_long(word) for word in words))


def together(parts: Iterable[Numbers]) -> Numbers:
    """The numbers of several texts as of one."""
    found = list(parts)
    return Numbers(
        sum(one.sentences for one in found), sum(one.words for one in found), sum(one.long_words for one in found)
    )
