"""Mends misspelt words towards those that the example phrases use, so that a slip hides no topic.

What is mended only helps to find the topic: values, names and places are read from what the person wrote. A word that
is usual Lithuanian is left alone, even where a word of the examples is near: to turn "katė" into "kalė" would be to
put words into somebody's mouth.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding.phrase_model import Stored


class Speller:
    """Knows how often each word stands in the examples, and which other words are usual; it never changes."""

    def __init__(self, times: Mapping[str, int], usual: Collection[str]) -> None:
        self.times = dict(times)
        self.usual = frozenset(usual)
        self._of_length: dict[int, list[str]] = {}
        for word in sorted(self.times):
            if self.times[word] >= LEAST_TIMES and len(word) >= SHORTEST:
                self._of_length.setdefault(len(word), []).append(word)
        every = sum(self.times.values())
        self._parts = {
            word: math.log(count / every) for word, count in self.times.items() if count >= LEAST_TIMES_OF_PART
        }
        self._mended_word = lru_cache(maxsize=KEPT)(self._mend)

    @classmethod
    def of(cls, texts: Iterable[str], usual: Collection[str] = ()) -> "Speller":
        """The speller of these folded texts; `usual` are folded words that are right, too, but are no mends."""
        return cls(Counter(word for text in texts for word in text.split()), usual)

    @classmethod
    def recalled(cls, stored: Stored) -> "Speller":
        """The same speller as the one that gave `stored`. Raises KeyError where a part is missing."""
        times = zip(str(stored["words"][()]).split("\n"), map(int, stored["times"]), strict=True)
        return cls(dict(times), str(stored["usual"][()]).split("\n"))

    def stored(self) -> Stored:
        """What `recalled` makes the same speller from."""
        # Texts with lines, since an array of texts takes for each the room of the longest.
        return {
            "words": np.array("\n".join(self.times)),
            "times": np.array(list(self.times.values())),
            "usual": np.array("\n".join(sorted(self.usual))),
        }

    def mended(self, plain: str) -> str:
        """The folded text, in which each word that is not known became the nearest one that the examples use."""
        return " ".join(
            self._mended_word(word) if len(word) >= SHORTEST and word.isalpha() and not self._is_known(word) else word
            for word in plain.split()
        )

    def _is_known(self, word: str) -> bool:
        return word in self.times or word in self.usual

    def _mend(self, word: str) -> str:
        return self._nearest(word, 1) or self._parted(word) or self._nearest(word, 2) or self._chain(word) or word

    def _nearest(self, word: str, slips: int) -> str:
        """The word within so many slips that the examples use most, or nothing."""
        if slips > 1 and len(word) < SHORTEST_WITH_TWO_SLIPS:
            return ""
        near: list[tuple[int, int, str]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            found = process.extract(
                word, self._of_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            near += [(int(distance), -self.times[other], other) for other, distance, _ in found]
        return min(near)[2] if near else ""

    def _parted(self, word: str) -> str:
        """Two or three words of the examples that were run together, or nothing."""
        best: tuple[int, str] = (0, "")
        for place in range(1, len(word)):
            first, rest = word[:place], word[place:]
            if first not in self._parts:
                continue
            for second in (rest if rest in self._parts else "", self._halves(rest)):
                if second:
                    # Short words stand in many others by chance, so long ones are the better sign.
                    rarest = min(self.times[part] * len(part) ** 2 for part in (first, *second.split()))
                    best = max(best, (rarest, f"{first} {second}"))
        return best[1]

    def _halves(self, word: str) -> str:
        """Two words of the examples that were run together, or nothing."""
        ways = [
            (min(self.times[word[:place]], self.times[word[place:]]), place)
            for place in range(2, len(word) - 1)
            if word[:place] in self._parts and word[place:] in self._parts
        ]
        place = max(ways)[1] if ways else 0
        return f"{word[:place]} {word[place:]}" if place else ""

    def _chain(self, word: str) -> str:
        """Any number of words of the examples that were run together, the likeliest way; or nothing."""
        if len(word) < SHORTEST_CHAIN:
            return ""
        # The best way to each place of the word: how likely it is, as a logarithm, and its last word.
        ways: list[tuple[float, str]] = [(0.0, "")]
        for end in range(1, len(word) + 1):
            lasts = (word[start:end] for start in range(max(0, end - LONGEST_PART), end))
            ways.append(max((ways[end - len(last)][0] + self._parts.get(last, NO_WORD), last) for last in lasts))
        parts: list[str] = []
        end = len(word)
        while end:
            parts.insert(0, ways[end][1])
            end -= len(parts[0])
        return " ".join(parts) if ways[-1][0] >= LEAST_LIKELY_LETTER * len(word) else ""


SHORTEST = 4
SHORTEST_WITH_TWO_SLIPS = 7
LEAST_TIMES = 2
LEAST_TIMES_OF_PART = 3
"""By trials on the examples themselves: a word of which one example alone knows may be a slip of its own."""

SHORTEST_CHAIN = 12
LONGEST_PART = 20
LEAST_LIKELY_LETTER = -2.0
NO_WORD = -1e6
"""How likely each letter of a chain must be, as a logarithm, and letters that are no word are. By the same trials: what
misspelt words fall into has many short parts, and is less likely."""

KEPT = 4096
"""How many words are remembered with what they became: people make the same slips."""
