"""A small model that learns from examples how likely a label is for given words, and can be kept and recalled.

`make bench` shows what it is worth beside simpler ones.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.understanding.pieces import Pieces

Stored = Mapping[str, npt.NDArray[Any]]
"""What a model has learned, as named arrays of numbers and texts."""


class PhraseModel:
    """Tells how likely each label is for folded words. Made by `learned` or `recalled`; it never changes after."""

    def __init__(self, stored: Stored) -> None:
        self._stored = dict(stored)
        # One text with lines, since an array of texts takes for each the room of the longest.
        self._pieces = Pieces(str(stored["pieces"][()]).split("\n"), stored["rarity"], with_pairs="pairs" in stored)
        self._weights: npt.NDArray[np.float32] = stored["weights"]
        self._bias: npt.NDArray[np.float32] = stored["bias"]
        self.labels: tuple[str, ...] = tuple(str(label) for label in stored["labels"])

    @classmethod
    def learned(
        cls,
        texts: Sequence[str],
        labels: Sequence[str],
        spoilt: Sequence[tuple[str, str]] = (),
        *,
        worth: Mapping[str, float] | None = None,
        with_pairs: bool = False,
    ) -> "PhraseModel":
        """Learns from folded words and their labels, always in the same way; there must be at least two labels.

        `spoilt` are further texts with their labels, which count less: they teach slips of spelling, not wishes.
        `worth` is how much an example counts, for labels of which one counts more than 1. With pairs, words and pairs
        of words are looked at, too.
        """
        # Imported here because loading scikit-learn takes a second, and only learning needs it.
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - the reason stands above
        from sklearn.svm import LinearSVC  # noqa: PLC0415 - as above

        pieces = Pieces.of(texts, with_pairs=with_pairs)
        rows = [pieces.row(text) for text in (*texts, *(text for text, _ in spoilt))]
        ends = np.cumsum([0, *(len(places) for places, _ in rows)])
        features: Any = csr_matrix(
            (np.concatenate([weights for _, weights in rows]), np.concatenate([places for places, _ in rows]), ends),
            shape=(len(rows), len(pieces.names)),
        )
        machine: Any = LinearSVC(C=STRICTNESS, tol=0.3, random_state=0, class_weight=dict(worth or {}) or None)
        machine.fit(
            features,
            [*labels, *(label for _, label in spoilt)],
            sample_weight=[1.0] * len(texts) + [WORTH_OF_SPOILT] * len(spoilt),
        )
        # For two labels the machine keeps the weights of the second alone; those of the first are their opposite.
        sides = (-1, 1) if len(machine.classes_) == len(machine.coef_) + 1 else (1,)
        weights = np.vstack([side * machine.coef_ for side in sides])
        bias = np.concatenate([side * machine.intercept_ for side in sides])
        return cls(
            {
                "pieces": np.array("\n".join(pieces.names)),
                "rarity": pieces.rarity,
                "weights": np.ascontiguousarray(weights.T, dtype=np.float32),
                "bias": bias.astype(np.float32),
                "labels": np.array([str(label) for label in machine.classes_]),
                **({"pairs": np.array(with_pairs)} if with_pairs else {}),
            }
        )

    def stored(self) -> Stored:
        """What `PhraseModel(stored)` makes the same model from."""
        return self._stored

    def judge(self, *spellings: str, leaning: npt.NDArray[np.float32] | None = None) -> "Judgement":
        """How likely each label is: the mean over the spellings of one text, of which there is at least one.

        `leaning` is what speaks for each label beside the words.
        """
        ways = [self._margins(text) for text in spellings]
        leant = [margins if leaning is None else margins + leaning for margins in ways]
        shares = [np.exp(SHARPNESS * (scores - scores.max())) for scores in leant]
        # `np.mean` of so little costs more than what it computes.
        mean = sum(way / way.sum() for way in shares) / len(ways)
        return Judgement(self.labels, mean, float(sum(margins.max() for margins in ways) / len(ways)))

    def _margins(self, text: str) -> npt.NDArray[np.float32]:
        places, weights = self._pieces.row(text)
        margins: npt.NDArray[np.float32] = weights @ self._weights[places] + self._bias
        return margins


class Judgement:
    """The probability of each label, and how far the words lie within the likeliest: below 0 they fit none well."""

    def __init__(self, labels: tuple[str, ...], shares: npt.NDArray[np.float32], margin: float) -> None:
        self.margin = margin
        likely = zip(labels, shares.tolist(), strict=True)
        self.ranked: tuple[tuple[str, float], ...] = tuple(sorted(likely, key=lambda one: (-one[1], one[0])))
        """Labels and their probabilities, likeliest first."""


SHARPNESS = 4.0
"""How much a lead in the scores counts; by trials on the examples themselves."""

STRICTNESS = 1.0
"""The machine's cost of an example on the wrong side; by trials on the examples themselves."""

WORTH_OF_SPOILT = 0.5
"""How much a spoilt text counts beside an example; by trials on the examples themselves."""
