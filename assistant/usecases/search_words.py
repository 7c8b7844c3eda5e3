"""By what a request can be found again: keyed hashes of its name and phone, so that a stolen table tells neither.

Into a hash go the kind of the words and the municipality: equal names in two towns have nothing in common.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.referrals.request import Request
from assistant.understanding.normalize import words_of
from assistant.understanding.phones import read_phone

SCHEME = "1"
"""Counts up when other words are hashed, or in another way: all requests are then hashed anew."""

SHORTEST_START = 3
LONGEST_START = 12
"""Letters of a name that are enough to find it, and those after which no more are looked at."""

SHORTEST_TAIL = 4
LONGEST_TAIL = 8
"""Last digits of a phone by which it is found; a Lithuanian number has no more than these eight."""

MOST_TERMS = 6
"""So many words of a search are looked at."""

Hashes = Callable[[str], str]
"""A keyed hash, as Secrets.hashed makes it."""

_NUMBER = re.compile(r"\+?\(?\d[\d\s()./-]*")


@dataclass(frozen=True)
class Term:
    """One thing that must fit: one of these keys, or a number of a request that begins so (empty for none)."""

    keys: frozenset[int]
    number: str = ""


class SearchKeys:
    """Makes keys of words; the same in all processes that share a secret key."""

    def __init__(self, hashed: Hashes) -> None:
        self._hashed = lru_cache(20_000)(hashed)
        self.mark = f"{SCHEME}-{hashed(f'search|{SCHEME}')[:12]}"
        """Stands beside what was hashed so; after a change of the secret key it is another one."""

    def of(self, request: Request) -> frozenset[int]:
        """All keys by which a request is found in its municipality."""
        words = {f"name|{start}" for word in words_of(request.name) for start in _starts(word)}
        digits = re.sub(r"\D", "", request.phone)
        if digits:
            words |= {f"phone|{request.phone}"}
            words |= {f"tail|{digits[-size:]}" for size in range(SHORTEST_TAIL, LONGEST_TAIL + 1)}
        return self._keys(request.municipality, words)

    def asked(self, text: str, municipality: str) -> tuple[Term, ...]:
        """What somebody typed to find a request, as terms that must all fit; none where nothing can be looked for."""
        numbers = [self._digits(digits, municipality) for digits in _NUMBER.findall(text)]
        words = [f"name|{word[:LONGEST_START]}" for word in words_of(_NUMBER.sub(" ", text))]
        names = [Term(self._keys(municipality, {word})) for word in words]
        return (*numbers, *names)[:MOST_TERMS]

    def _digits(self, written: str, municipality: str) -> Term:
        digits = re.sub(r"\D", "", written)
        # A number of a request is typed as it is read aloud; a plus sign only stands before a phone.
        number = "" if written.startswith("+") else digits
        if len(digits) < SHORTEST_TAIL:
            return Term(frozenset(), number)
        phone = read_phone(written)
        words = {f"phone|{phone}"} if phone else {f"tail|{digits[-LONGEST_TAIL:]}"}
        return Term(self._keys(municipality, words), number)

    def _keys(self, municipality: str, words: set[str]) -> frozenset[int]:
        return frozenset(_small(self._hashed(f"search|{municipality}|{word}")) for word in words)


def _small(keyed: str) -> int:
    """63 bits of it: a whole number of that size is small in an index, and two words never meet by chance."""
    return int.from_bytes(hashlib.sha256(keyed.encode()).digest()[:8]) >> 1


def _starts(word: str) -> Iterator[str]:
    """A word's beginnings by which it is found; a shorter word only as a whole."""
    short = word[:LONGEST_START]
    yield short
    yield from (short[:size] for size in range(SHORTEST_START, len(short)))
