"""What speaks for a topic before a word is read: what the talk is about, and how many examples there happen to be.

Learning makes a topic with many examples likelier. That there are many says little of how often people ask for it.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from assistant.understanding.phrase_model import SHARPNESS

Leanings = npt.NDArray[np.float32]
"""What is added to the score of each label."""


def evened(labels: Sequence[str], times: Mapping[str, int], left_alone: Collection[str] = ()) -> Leanings:
    """Takes from a label some of what it has because more examples are known for it; `times` tells how many.

    Those `left_alone` get what a label with the usual number of examples gets.
    """
    usual = float(np.median(list(times.values())))
    many = [1.0 if label in left_alone else times[label] / usual for label in labels]
    return (-EVENNESS / SHARPNESS * np.log(many)).astype(np.float32)


def leaning_to(labels: Sequence[str], chosen: Collection[str], times: float) -> Leanings:
    """Takes these labels to be so many times likelier than their words alone make them."""
    return np.array([np.log(times) / SHARPNESS if label in chosen else 0.0 for label in labels], dtype=np.float32)


EVENNESS = 0.6
"""How much of the logarithm of the number of examples is taken away; by trials on the examples themselves."""

IN_TALK = 6.0
"""How much likelier a question about services is, in words that name none, where one is talked about.

By trials on development messages: with more of it, other messages in a talk lose more than these questions gain.
"""

NONE_OF_OURS = 1.25
"""How much likelier it is that words are about none of our things: to answer something else would do more harm.

By trials on development messages, of which three in seventy more are turned away, and one in sixty of ordinary ones.
"""
