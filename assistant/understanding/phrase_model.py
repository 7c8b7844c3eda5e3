"""A small model that learns from examples how likely a label is for given words.

Pieces of two to five letters carry most of the meaning through case endings and slips of spelling; stems add whole
words. Measured on our own examples a linear model over these is as good as anything that fits in two cores.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import snowballstemmer


class PhraseModel:
    """Learns from folded words and their labels, always in the same way; there must be at least two labels."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str], sharpness: float) -> None:
        # Imported here because loading scikit-learn takes a second that commands without free text need not wait for.
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - the reason stands above
        from sklearn.svm import LinearSVC  # noqa: PLC0415 - the same

        self._stemmer = snowballstemmer.stemmer("lithuanian")
        self._pieces: Any = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=_as_it_sounds, dtype=np.float32
        )
        self._stems: Any = TfidfVectorizer(analyzer=self._stemmed, sublinear_tf=True, dtype=np.float32)
        features = self._joined(self._pieces.fit_transform(texts), self._stems.fit_transform(texts))
        self._examples: Any = features
        machine: Any = LinearSVC(C=1.0, random_state=0)
        machine.fit(features, labels)
        self._weights: npt.NDArray[np.float32] = machine.coef_.T.astype(np.float32)
        self._bias: npt.NDArray[np.float32] = machine.intercept_.astype(np.float32)
        self.labels: tuple[str, ...] = tuple(str(label) for label in machine.classes_)
        self._sharpness = sharpness

    def judge(self, text: str) -> tuple[dict[str, float], float]:
        """The probability of each label, and how like the likest example is (0 to 1, 1 is the same)."""
        row = self._joined(self._pieces.transform([text]), self._stems.transform([text]))
        margins = np.asarray(row @ self._weights).ravel() + self._bias
        weights = np.exp(self._sharpness * (margins - margins.max()))
        shares = weights / weights.sum()
        likeness = (self._examples @ row.T).max() / (1 + _STEM_WEIGHT**2)
        return dict(zip(self.labels, (float(share) for share in shares), strict=True)), float(likeness)

    def _joined(self, pieces: Any, stems: Any) -> Any:  # noqa: ANN401 - SciPy ships no types
        from scipy.sparse import hstack  # noqa: PLC0415 - comes with scikit-learn, and as slowly

        return hstack([pieces, stems * _STEM_WEIGHT], format="csr")

    def _stemmed(self, text: str) -> list[str]:
        return list(self._stemmer.stemWords(text.split()))


_STEM_WEIGHT = 0.7


def _as_it_sounds(text: str) -> str:
    """Take together what people mix up: i and y, v and w, doubled letters."""
    single = [letter for letter, before in zip(text, " " + text, strict=False) if letter != before or letter.isdigit()]
    return "".join(single).replace("y", "i").replace("w", "v")
