"""A small model that learns from examples how likely a label is for given words, and can be kept and recalled.

Pieces of two to five letters carry most of the meaning through case endings and slips of spelling. A second set of
pieces is cut from the text without its spaces, so that spaces left out or put in at the wrong place do little harm.
`make bench` shows what each part is worth.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.understanding.normalize import as_it_sounds

Stored = Mapping[str, npt.NDArray[Any]]
"""What a model has learned, as named arrays of numbers and texts."""


class PhraseModel:
    """Tells how likely each label is for folded words. Made by `learned` or `recalled`; it never changes after."""

    def __init__(self, stored: Stored) -> None:
        # Imported here because loading scikit-learn takes a second that commands without free text need not wait for.
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - the reason stands above

        self._stored = dict(stored)
        self._cutters = tuple(_cutter(kind, stored[f"{kind}.pieces"], stored[f"{kind}.rarity"]) for kind in _KINDS)
        self._weights: npt.NDArray[np.float32] = stored["weights"]
        self._bias: npt.NDArray[np.float32] = stored["bias"]
        self.labels: tuple[str, ...] = tuple(str(label) for label in stored["labels"])
        examples = (stored["examples.data"], stored["examples.indices"], stored["examples.indptr"])
        by_example: Any = csr_matrix(examples, shape=(len(examples[2]) - 1, len(self._weights)))
        # By piece, so that only the examples that share a piece with the text are looked at.
        self._examples: Any = by_example.T.tocsr()

    @classmethod
    def learned(cls, texts: Sequence[str], labels: Sequence[str]) -> "PhraseModel":
        """Learns from folded words and their labels, always in the same way; there must be at least two labels."""
        from sklearn.svm import LinearSVC  # noqa: PLC0415 - as above

        stored: dict[str, npt.NDArray[Any]] = {}
        for kind in _KINDS:
            cutter = _cutter(kind)
            cutter.fit(texts)
            stored[f"{kind}.pieces"] = cutter.get_feature_names_out().astype(str)
            stored[f"{kind}.rarity"] = cutter.idf_.astype(np.float32)
        features = _rows([_cutter(kind, stored[f"{kind}.pieces"], stored[f"{kind}.rarity"]) for kind in _KINDS], texts)
        machine: Any = LinearSVC(C=1.0, random_state=0)
        machine.fit(features, labels)
        # For two labels the machine keeps the weights of the second alone; those of the first are their opposite.
        sides = (-1, 1) if len(machine.classes_) == len(machine.coef_) + 1 else (1,)
        weights = np.vstack([side * machine.coef_ for side in sides])
        bias = np.concatenate([side * machine.intercept_ for side in sides])
        return cls(
            stored
            | {
                "weights": np.ascontiguousarray(weights.T, dtype=np.float32),
                "bias": bias.astype(np.float32),
                "labels": np.array([str(label) for label in machine.classes_]),
                "examples.data": features.data,
                "examples.indices": features.indices,
                "examples.indptr": features.indptr,
            }
        )

    def stored(self) -> Stored:
        """What `PhraseModel(stored)` makes the same model from."""
        return self._stored

    def judge(self, text: str) -> "Judgement":
        """How likely each label is, and how like the likest example is."""
        row = _rows(self._cutters, [text])
        margins = np.asarray(row @ self._weights).ravel() + self._bias
        weights = np.exp(SHARPNESS * (margins - margins.max()))
        return Judgement(self.labels, weights / weights.sum(), float((row @ self._examples).max()))


class Judgement:
    """The probability of each label, and the likeness of the likest example: 0 to 1, 1 is the same."""

    def __init__(self, labels: tuple[str, ...], shares: npt.NDArray[np.float32], likeness: float) -> None:
        self.likeness = likeness
        order = sorted(range(len(labels)), key=lambda place: (-shares[place], labels[place]))
        self.ranked: tuple[tuple[str, float], ...] = tuple((labels[place], float(shares[place])) for place in order)
        """Labels and their probabilities, likeliest first."""


SHARPNESS = 4.0
"""How much a lead in the scores counts; by trials on the examples themselves."""

_KINDS = ("within", "across")
_LENGTHS = {"within": (2, 5), "across": (3, 5)}


def _cutter(kind: str, pieces: npt.NDArray[Any] | None = None, rarity: npt.NDArray[Any] | None = None) -> Any:  # noqa: ANN401 - scikit-learn ships no types
    """Cuts text into weighed pieces, within words or across them."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - as above

    cutter: Any = TfidfVectorizer(
        analyzer="char_wb" if kind == "within" else "char",
        ngram_range=_LENGTHS[kind],
        sublinear_tf=True,
        preprocessor=as_it_sounds if kind == "within" else _without_spaces,
        vocabulary=None if pieces is None else {str(piece): place for place, piece in enumerate(pieces)},
        dtype=np.float32,
    )
    if rarity is not None:
        cutter.idf_ = rarity
    return cutter


def _without_spaces(text: str) -> str:
    return as_it_sounds(text).replace(" ", "")


def _rows(cutters: Sequence[Any], texts: Sequence[str]) -> Any:  # noqa: ANN401 - SciPy ships no types
    from scipy.sparse import hstack  # noqa: PLC0415 - comes with scikit-learn, and as slowly

    # Each half is of length 1, so that likeness runs from 0 to 1 for both together.
    return hstack([cutter.transform(texts) * np.float32(0.5**0.5) for cutter in cutters], format="csr")
