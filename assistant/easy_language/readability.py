"""Measures how heavy a text is to read; the numbers do not depend on the language.

Flesch-type scores are left out on purpose: their constants are English and call easy Lithuanian very hard.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.easy_language.sentences import Sentence, Word

LONG_WORD = 10
"""Words of so many letters count as long; in easy Lithuanian press they are about one word of ten."""


@dataclass(frozen=True)
class Readability:
    """Measures of a text. `lix` and `rix` count words of more than 6 letters, `long_words_percent` of 10 or more."""

    sentences: int
    words: int
    words_per_sentence: float
    lix: float
    rix: float
    long_words_percent: float

    @property
    def lix10(self) -> float:
        """Words a sentence and the share of words of 10 letters or more: it tells easy Lithuanian from other."""
        return self.words_per_sentence + self.long_words_percent


def measure(sentences: Sequence[Sentence]) -> Readability:
    """The measures of these sentences; all zero where there are none."""
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0)
    from textstat.backend.metrics import lix, rix  # noqa: PLC0415 - it takes a second that processes which measure nothing need not wait

    # The library's own splitter drops sentences of one or two words. So it gets all words as one sentence, and the
    # number of sentences comes from our splitter. A number is never a long word, however many digits it has.
    one_sentence = " ".join("0" if word.is_number else word.text for word in words)
    per_sentence = len(words) / len(sentences)
    return Readability(
        sentences=len(sentences),
        words=len(words),
        words_per_sentence=per_sentence,
        lix=lix(one_sentence) - len(words) + per_sentence,
        rix=rix(one_sentence) / len(sentences),
        long_words_percent=100 * sum(is_long(word) for word in words) / len(words),
    )


def is_long(word: Word) -> bool:
    """Whether it has LONG_WORD letters or more."""
    return not word.is_number and len(word.text) >= LONG_WORD
