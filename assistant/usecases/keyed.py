"""Keyed hashes that outlive a change of the key: made with the newest key, recognised with each earlier one."""

import hmac
from collections.abc import Callable
from typing import Self


class KeyedHash(str):
    """The hash by the newest key, under which everything is kept from now on; `earlier` are those by earlier keys.

    It is a string like any other wherever nobody asks for more, so that what makes something need not know of it.
    """

    __slots__ = ("earlier",)

    earlier: tuple[str, ...]

    def __new__(cls, newest: str, earlier: tuple[str, ...] = ()) -> Self:
        """The hashes of one text, newest key first."""
        made = super().__new__(cls, newest)
        made.earlier = earlier
        return made


def by_each_key(hashed: str) -> tuple[str, ...]:
    """The hash by the newest key and those by earlier ones; a plain string is by the one key that there is."""
    return (str(hashed), *(hashed.earlier if isinstance(hashed, KeyedHash) else ()))


def is_kept_as(kept: str, hashed: str) -> bool:
    """Whether this is the hash that is kept, by whichever key; it takes a time that tells nothing."""
    return any(hmac.compare_digest(kept.encode(), one.encode()) for one in by_each_key(hashed))


def under_each_key(hashed: Callable[[str], str]) -> tuple[Callable[[str], str], ...]:
    """The same hash function, once for each key, newest first: for what is made of several hashes."""

    def under(place: int) -> Callable[[str], str]:
        return lambda text: by_each_key(hashed(text))[place]

    return tuple(under(place) for place in range(len(by_each_key(hashed("")))))
