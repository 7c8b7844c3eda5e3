"""Spoils folded text as hurried fingers do, so that the topic finder learns from misspelt examples, too.

Every text is always spoilt in the same way, since what is learned must be the same on every machine. The evaluation has
noise of its own, made by other functions.
"""

import zlib
from collections.abc import Callable, Sequence

import numpy as np

LETTERS_TO_A_SLIP = 10
SHORTEST_WITH_A_SLIP = 5
SPACES_TO_ONE_LEFT_OUT = 3
SPOILT_COPIES = 2

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2] for row in _ROWS for place, key in enumerate(row)
}


def misspelt(plain: str, once_more: int = 0) -> str:
    """One slip in about ten letters: a neighbouring key, a letter left out, doubled, or two in the wrong order.

    With another number the same text is spoilt in another way.
    """
    dice = _dice(plain, "misspelt", once_more)
    letters = [place for place, sign in enumerate(plain) if sign.isalpha()]
    if len(letters) < SHORTEST_WITH_A_SLIP:
        return plain
    slips = dice.choice(letters, size=max(1, len(letters) // LETTERS_TO_A_SLIP), replace=False)
    for place in sorted(map(int, slips), reverse=True):
        plain = plain[:place] + _slip(plain[place : place + 2], dice) + plain[place + 2 :]
    return plain


def run_together(plain: str, once_more: int = 0) -> str:
    """About every third space left out; with another number, others."""
    dice = _dice(plain, "run together", once_more)
    words = plain.split(" ")
    gaps = ["" if dice.integers(SPACES_TO_ONE_LEFT_OUT) == 0 else " " for _ in words[1:]]
    return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))


def _slip(pair: str, dice: np.random.Generator) -> str:
    first, rest = pair[0], pair[1:]
    near = _NEIGHBOURS.get(first, first)
    ways = (near[int(dice.integers(len(near)))] + rest, rest, first + first + rest, rest + first)
    return ways[int(dice.integers(len(ways)))]


def _dice(text: str, habit: str, once_more: int) -> np.random.Generator:
    return np.random.default_rng([zlib.crc32(f"{habit}/{text}".encode()), *([once_more] if once_more else [])])


def spoilt(examples: Sequence[tuple[str, str]], without_names: Callable[[str], str]) -> list[tuple[str, str]]:
    """Every example with its topic again and again, with slips, also in the names of services, and run together."""
    return [
        (run_together(without_names(misspelt(plain, copy)), copy), topic)
        for copy in range(SPOILT_COPIES)
        for plain, topic in examples
    ]
