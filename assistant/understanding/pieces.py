"""Cuts folded text into pieces of letters and weighs them: what texts are compared and told apart by.

Pieces of two to five letters within words carry most of the meaning through case endings and slips of spelling. A
second set is cut from the text without its spaces, so that spaces left out or put in at the wrong place do little harm.
Where asked for, whole words, their beginnings, and the beginnings of two words near each other are further sets: they
tell "išgėriau visus" from "išgėriau" and "visus".
Weights are TF-IDF. scikit-learn has the same, but spends on one short message many times what these loops do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from assistant.understanding.normalize import as_it_sounds

Row = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]
"""The pieces of one text: their places in the vocabulary, in order, and their weights."""


class Pieces:
    """A vocabulary of pieces with their rarity; it never changes.

    `names` are the pieces, each kind marked by the sign before it; `rarity` is how much each says (inverse document
    frequency); `with_pairs` tells whether words and pairs of them are pieces, too.
    """

    def __init__(self, names: Sequence[str], rarity: npt.NDArray[np.float32], *, with_pairs: bool = False) -> None:
        self.names = tuple(names)
        self.rarity = rarity
        self.with_pairs = with_pairs
        self._places = {name: place for place, name in enumerate(self.names)}

    @classmethod
    def of(cls, texts: Sequence[str], *, with_pairs: bool = False) -> "Pieces":
        """The pieces of these folded texts, without those that stand in one text alone where there are many texts."""
        found = Counter(chain.from_iterable(set(chain(*_cut(text, with_pairs=with_pairs))) for text in texts))
        least = 2 if len(texts) >= MANY_TEXTS else 1
        names = sorted(piece for piece, times in found.items() if times >= least)
        times = np.array([found[name] for name in names], dtype=np.float64)
        return cls(names, (np.log((1 + len(texts)) / (1 + times)) + 1).astype(np.float32), with_pairs=with_pairs)

    def row(self, text: str) -> Row:
        """The known pieces of a folded text; all kinds weigh the same, and the whole has length 1."""
        kinds = [self._of_kind(pieces) for pieces in _cut(text, with_pairs=self.with_pairs)]
        places = np.concatenate([places for places, _ in kinds])
        weights = np.concatenate([weights for _, weights in kinds]) / np.sqrt(np.float32(len(kinds)))
        order = np.argsort(places)
        return places[order], weights[order]

    def _of_kind(self, pieces: Iterable[str]) -> Row:
        known = Counter(map(self._places.get, pieces))
        del known[None]
        places = np.fromiter(known.keys(), dtype=np.int32, count=len(known))
        times = np.fromiter(known.values(), dtype=np.float32, count=len(known))
        weights = (1 + np.log(times)) * self.rarity[places]
        length = float(np.sqrt(weights @ weights))
        return places, weights / length if length else weights


ACROSS = "+"
"""Stands before a piece that was cut from the text without its spaces."""

WHOLE, BEGINNING, PAIR = "=", "^", "&"
"""Stand before a whole word, the beginning of a word, and the beginnings of two words near each other."""

MANY_TEXTS = 500
WITHIN_LENGTHS = range(2, 6)
ACROSS_LENGTHS = range(4, 6)
BEGINNING_LENGTH = 5
BEGINNING_IN_PAIR = 4


def _cut(text: str, *, with_pairs: bool) -> tuple[list[str], ...]:
    """The pieces within words, and those across them; where wanted, words, and pairs of words near each other."""
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
    return (within, across, *(_of_words(heard.split()) if with_pairs else ()))


def _of_words(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Whole words and their beginnings, and pairs of beginnings: neighbours, and those with one word between them."""
    single = [piece for word in words for piece in (WHOLE + word, BEGINNING + word[:BEGINNING_LENGTH])]
    begun = [word[:BEGINNING_IN_PAIR] for word in words]
    near = [f"{PAIR}{first} {second}" for first, second in pairwise(begun)]
    further = [f"{PAIR}{first}  {second}" for first, second in zip(begun, begun[2:], strict=False)]
    return single, near + further
