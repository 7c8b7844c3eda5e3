"""Cuts folded text into pieces of letters and weighs them: what texts are compared and told apart by.

Pieces of two to five letters within words carry most of the meaning through case endings and slips of spelling. A
second set is cut from the text without its spaces, so that spaces left out or put in at the wrong place do little harm.
Weights are TF-IDF. scikit-learn has the same, but spends on one short message many times what these loops do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from assistant.understanding.normalize import as_it_sounds

Row = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]
"""The pieces of one text: their places in the vocabulary, in order, and their weights."""


class Pieces:
    """A vocabulary of pieces with their rarity; it never changes.

    `names` are the pieces, those across words marked by ACROSS; `rarity` is how much each says (inverse document
    frequency).
    """

    def __init__(self, names: Sequence[str], rarity: npt.NDArray[np.float32]) -> None:
        self.names = tuple(names)
        self.rarity = rarity
        self._places = {name: place for place, name in enumerate(self.names)}

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Pieces":
        """The pieces of these folded texts, without those that stand in one text alone where there are many texts."""
        found = Counter(chain.from_iterable(set(chain(*_cut(text))) for text in texts))
        least = 2 if len(texts) >= MANY_TEXTS else 1
        names = sorted(piece for piece, times in found.items() if times >= least)
        times = np.array([found[name] for name in names], dtype=np.float64)
        return cls(names, (np.log((1 + len(texts)) / (1 + times)) + 1).astype(np.float32))

    def row(self, text: str) -> Row:
        """The known pieces of a folded text; both kinds weigh the same, and the whole has length 1."""
        halves = [self._half(pieces) for pieces in _cut(text)]
        places = np.concatenate([places for places, _ in halves])
        weights = np.concatenate([weights for _, weights in halves])
        order = np.argsort(places)
        return places[order], weights[order]

    def _half(self, pieces: Iterable[str]) -> Row:
        known = Counter(place for piece in pieces if (place := self._places.get(piece)) is not None)
        places = np.fromiter(known.keys(), dtype=np.int32, count=len(known))
        times = np.fromiter(known.values(), dtype=np.float32, count=len(known))
        weights = (1 + np.log(times)) * self.rarity[places]
        length = float(np.sqrt(2 * (weights @ weights)))
        return places, weights / length if length else weights


ACROSS = "+"
"""Stands before a piece that was cut from the text without its spaces."""

MANY_TEXTS = 500
WITHIN_LENGTHS = range(2, 6)
ACROSS_LENGTHS = range(4, 6)


def _cut(text: str) -> tuple[list[str], list[str]]:
    """The pieces within words, and those across them."""
    heard = as_it_sounds(text)
    within = []
    for word in heard.split():
        # The edges of a word are a sign of their own, so that an ending is not taken for a beginning.
        edged = f" {word} "
        for length in WITHIN_LENGTHS:
            within += [edged[start : start + length] for start in range(max(1, len(edged) - length + 1))]
            if length >= len(edged):
                break
    joined = heard.replace(" ", "")
    across = [
        ACROSS + joined[start : start + length]
        for length in ACROSS_LENGTHS
        for start in range(len(joined) - length + 1)
    ]
    return within, across
