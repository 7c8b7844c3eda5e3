"""Text is cut into pieces of letters, and where wanted also into words and pairs of words."""

import numpy as np
import pytest

from assistant.understanding.phrase_model import PhraseModel
from assistant.understanding.pieces import Pieces

TEXTS = ("isgeriau visus vaistus", "nusipirkau vaistus", "isgeriau arbata")


def test_pairs_of_words_are_pieces_only_where_wanted() -> None:
    plain, paired = Pieces.of(TEXTS), Pieces.of(TEXTS, with_pairs=True)

    assert "&isge visu" in paired.names
    assert "&isge  vais" in paired.names
    assert set(plain.names) < set(paired.names)
    assert not any(name.startswith("&") for name in plain.names)


@pytest.mark.parametrize("with_pairs", [False, True])
def test_the_pieces_of_a_text_have_length_one_together(with_pairs: bool) -> None:
    _, weights = Pieces.of(TEXTS, with_pairs=with_pairs).row(TEXTS[0])

    assert float(np.sqrt(weights @ weights)) == pytest.approx(1.0, abs=1e-5)


def test_a_model_that_looks_at_pairs_is_recalled_as_it_was() -> None:
    learned = PhraseModel.learned(
        TEXTS, ("danger", "safe", "safe"), worth={"danger": 3.0, "safe": 1.0}, with_pairs=True
    )

    recalled = PhraseModel(learned.stored())

    assert recalled.judge("isgeriau visus").ranked == learned.judge("isgeriau visus").ranked
