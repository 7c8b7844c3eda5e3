"""How near words come to danger by the examples: what is learned for it, and how near is near enough to ask."""

import math
import zlib
from collections.abc import Mapping

from assistant.understanding.phrase_model import SHARPNESS, PhraseModel
from assistant.understanding.slips import misspelt


def nearness(alone: float, among: float) -> float:
    """Above 0 near, far below 0 far.

    `alone` is the share of danger by the model that knows nothing else, `among` its share among all topics: the one
    has seen words and pairs of words, the other knows what else they may be.
    """
    return _odds(alone) / (2 * SHARPNESS) + WORTH_OF_TOPICS * _odds(among)


def learned_dangers(examples: Mapping[str, bool]) -> PhraseModel | None:
    """Tells danger from everything else; None where the examples, folded words, have no danger, or nothing but danger.

    All dangers are spoilt, too, and some of the rest, so that a slip alone is no sign of either.
    """
    if len(set(examples.values())) == 1:
        return None
    labels = {plain: IN_DANGER if is_danger else SAFE for plain, is_danger in examples.items()}
    spoilt = [
        (misspelt(plain), label)
        for plain, label in labels.items()
        if label == IN_DANGER or zlib.crc32(plain.encode()) % SAFE_TO_ONE_SPOILT == 0
    ]
    return PhraseModel.learned(
        list(labels), list(labels.values()), spoilt, worth={IN_DANGER: WORTH_OF_DANGER, SAFE: 1.0}, with_pairs=True
    )


def least_nearness(words: int, *, is_answer: bool) -> float:
    """How near to danger so many words must come."""
    if is_answer:
        return LEAST_NEARNESS_OF_ANSWER if words <= WORDS_OF_ANSWER else LEAST_NEARNESS_OF_LONG_ANSWER
    return LEAST_NEARNESS[min(words, len(LEAST_NEARNESS)) - 1]


def _odds(share: float) -> float:
    """The logarithm of the odds, without end at neither side."""
    bounded = min(max(share, SMALLEST_SHARE), 1 - SMALLEST_SHARE)
    return math.log(bounded / (1 - bounded))


IN_DANGER = "danger"
SAFE = "safe"

LEAST_NEARNESS = (0.3, -0.2, -0.6, -0.8, -1.2, -1.85)
"""Of one word, of two, and so on; the last for all longer ones. In a few words one alone decides, and most messages
have few, so they must be nearer; in many, danger is often told without any word of it, and other things seldom come so
near. By trials on the development examples: of what no wording finds, most dangers reach it, and a few in a hundred
ordinary messages."""

LEAST_NEARNESS_OF_ANSWER = 1.1
LEAST_NEARNESS_OF_LONG_ANSWER = -0.8

WORTH_OF_TOPICS = 0.5
"""What the odds among all topics are worth beside the lead of danger alone; by the same trials."""

WORDS_OF_ANSWER = 6

SMALLEST_SHARE = 1e-6

SAFE_TO_ONE_SPOILT = 5

WORTH_OF_DANGER = 3.0
"""There are few examples of danger beside all others, and to miss one is worse. By trials on examples, too."""
