"""How unlike a typed word is to the word that may be meant, weighed by how easily hands and ears make the difference.

A key beside the right one is a slip; any other letter in the middle of a name mostly makes another name.
"""

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Postfix, Prefix

from assistant.understanding.normalize import as_it_sounds

NEXT_KEY = 0.8
KEY_ABOVE = 0.9
SWAPPED = 0.6
LEFT_OUT = 0.75
DOUBLED = 0.5
BOTH_KEYS = 0.7
LIKE_VOWEL = 0.8
OTHER = 1.2
BY_EAR = 0.2
"""What it costs that two words are alike in sound only."""

FIRST_LETTER = 0.3
LONG_NAME = 8
FIRST_LETTER_ALONE = 0.1
"""What a wrong first letter costs on top: people look at it most. Less where all
other letters of a long name are right."""


def typing_cost(typed: str, meant: str) -> float:
    """Nought for the same word, below one for one likely slip; both words folded."""
    if typed == meant:
        return 0.0
    written, *heard = zip(_ways(typed), _ways(meant), strict=True)
    costs = [_cost(*written)]
    if typed[0] != meant[0] and meant[1:] == typed[1:] and len(meant) >= LONG_NAME:
        costs[0] += FIRST_LETTER_ALONE - FIRST_LETTER
    costs += [BY_EAR + _cost(*pair) for pair in dict.fromkeys(heard) if pair != written]
    return min(costs)


def is_another_beginning(typed: str, meant: str) -> bool:
    """Whether only the first letter is missing, or the key beside it was pressed, and all others are right."""
    return meant[1:] == typed or (meant[1:] == typed[1:] and (typed[0], meant[0]) in _IN_A_ROW)


def is_next_key(typed: str, meant: str) -> bool:
    """Whether the words are the same but for one letter, for which a key beside it in the same row was pressed."""
    if len(typed) != len(meant):
        return False
    wrong = [pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and wrong[0] in _IN_A_ROW


def slips_of_the_hand(typed: str, meant: str) -> int:
    """How many slips make the one word of the other; TOO_MANY where no slip of the hand would do it.

    A slip is the key beside the right one in the same row, a letter left out, pressed twice, or two swapped.
    """
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, one in enumerate(typed):
        before_that, before = before, row
        more = 1 if one in (typed[i - 1 : i], typed[i + 1 : i + 2]) else TOO_MANY
        row = [before[0] + more]
        for j, other in enumerate(meant):
            changed = 0 if one == other else 1 if (one, other) in _IN_A_ROW else TOO_MANY
            best = min(before[j] + changed, before[j + 1] + more, row[j] + 1)
            if i and j and one == meant[j - 1] and typed[i - 1] == other:
                best = min(best, before_that[j - 1] + 1)
            row.append(best)
    return min(row[-1], TOO_MANY)


@lru_cache(maxsize=8192)
def unheard(plain: str) -> str:
    """As it sounds to somebody who does not hear the softening i either: Pasvalio, Pasvalo."""
    return as_it_sounds(_SOFTENER.sub("", plain))


@lru_cache(maxsize=8192)
def _ways(plain: str) -> tuple[str, str, str]:
    return plain, as_it_sounds(plain), unheard(plain)


def _cost(typed: str, meant: str) -> float:
    """The cheapest way from one word to the other: a distance between words with a price for each kind of slip."""
    if typed == meant:
        return 0.0
    # What stands before and behind the difference is the same; one letter of it shows what a slip is a slip of.
    same = max(0, Prefix.similarity(typed, meant) - 1)
    behind = max(0, Postfix.similarity(typed[same:], meant[same:]) - 1)
    a, b = typed[same : len(typed) - behind], meant[same : len(meant) - behind]
    before: list[float] = []
    row = [LEFT_OUT * j for j in range(len(b) + 1)]
    for i, one in enumerate(a):
        before_that, before = before, row
        row = [before[0] + OTHER]
        extra = DOUBLED if one in (a[i - 1 : i], a[i + 1 : i + 2]) else OTHER
        keys = _TOUCHED.get(one, frozenset())
        for j, other in enumerate(b):
            more = extra if extra < OTHER or not (other in keys or b[j + 1 : j + 2] in keys) else BOTH_KEYS
            best = min(before[j] + _CHANGED.get((one, other), OTHER), before[j + 1] + more, row[j] + LEFT_OUT)
            if i and j and one == b[j - 1] and a[i - 1] == other and one != other:
                best = min(best, before_that[j - 1] + SWAPPED)
            row.append(best)
    return row[-1] + (FIRST_LETTER if typed[0] != meant[0] else 0.0)


TOO_MANY = 99

_KEYS = (
    "q:wa w:qeas e:wrsd r:etdf t:ryfg y:tugh u:yihj i:uojk o:ipkl p:ol a:qwsz s:weadzx d:ersfxc f:rtdgcv g:tyfhvb "
    "h:yugjbn j:uihknm k:iojlm l:opk z:asx x:sdzc c:dfxv v:fgcb b:ghvn n:hjbm m:jkn"
)
TOUCHING = {key[0]: key[2:] for key in _KEYS.split()}
"""For each key those that touch it, above and below, too."""

_TOUCHED = {key: frozenset(keys) for key, keys in TOUCHING.items()}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_IN_A_ROW = {keys for row in _ROWS for pair in pairwise(row) for keys in (pair, pair[::-1])}
_CHANGED = {
    **{(pair[0], pair[1]): LIKE_VOWEL for pair in ("ae", "ea", "ei", "ie", "ou", "uo", "iy", "yi")},
    **{(one, key): KEY_ABOVE for key, keys in TOUCHING.items() for one in keys},
    **dict.fromkeys(_IN_A_ROW, NEXT_KEY),
    **{(key, key): 0.0 for key in TOUCHING},
    (" ", " "): 0.0,
}
_SOFTENER = re.compile(r"i+(?=[aou])")
