"""The receipt of a referral: which three words belong to it, and when three words cannot belong together.

Nothing of it is stored. The words follow from the number by a keyed hash, so they can be shown again at any time to the
one who sent the request, and a stolen database does not tell them.
"""

from collections.abc import Callable, Sequence
from itertools import count

WORDS_ON_RECEIPT = 3

CHECK = 16
"""The places of the three words add up to a multiple of this: of 16 wrong words 15 are noticed, in whatever order."""


def receipt_words(number: str, words: int, hashed: Callable[[str], str]) -> tuple[int, ...]:
    """The places, in a list of so many words, of the three that belong to this number.

    `hashed` is the keyed hash; all allowed sets of three are equally likely.
    """
    for attempt in count():
        digest = hashed(f"receipt:{number}:{attempt}")
        drawn = tuple(int(digest[start : start + 16], 16) % words for start in (0, 16, 32))
        if belong_together(drawn):
            return drawn
    raise AssertionError  # count() never ends


def belong_together(places: Sequence[int]) -> bool:
    """Whether these may be the words of some receipt: three different ones whose check fits, in any order."""
    return len(set(places)) == len(places) == WORDS_ON_RECEIPT and sum(places) % CHECK == 0
