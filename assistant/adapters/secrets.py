"""Unguessable values from the operating system's source of chance."""

import hmac
import secrets
from collections.abc import Sequence

from assistant.usecases.keyed import KeyedHash

TOKEN_BYTES = 24


class SystemSecrets:
    """Tokens and numbers that nobody can foresee; `key` is the product's own secret, `earlier` those before it."""

    def __init__(self, key: str, earlier: Sequence[str] = ()) -> None:
        self._key = key.encode()
        self._earlier = tuple(one.encode() for one in earlier)

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def hashed(self, secret: str) -> str:
        """HMAC-SHA256; a token has random bits enough, so that a slow hash would add nothing.

        It knows its hashes by earlier keys too, see `by_each_key`.
        """
        return KeyedHash(_hash(self._key, secret), tuple(_hash(key, secret) for key in self._earlier))

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1 that nobody can foresee."""
        return secrets.randbelow(limit)


def _hash(key: bytes, secret: str) -> str:
    return hmac.digest(key, secret.encode(), "sha256").hex()
