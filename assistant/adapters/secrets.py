"""Unguessable values from the operating system's source of chance."""

import hmac
import secrets
from collections.abc import Sequence

from assistant.usecases.keyed import KeyedHash

TOKEN_BYTES = 24


class SystemSecrets:
    """Tokens and numbers that nobody can foresee; `key` is the product's own secret, `earlier` those before it."""

    def __init__(self, key: str, earlier: Sequence[str] = ()) -> None:
        self._begun = _begun(key)
        self._earlier = tuple(_begun(one) for one in earlier)

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def hashed(self, secret: str) -> str:
        """HMAC-SHA256; a token has random bits enough, so that a slow hash would add nothing.

        It knows its hashes by earlier keys too, see `by_each_key`.
        """
        return KeyedHash(_hash(self._begun, secret), tuple(_hash(begun, secret) for begun in self._earlier))

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1 that nobody can foresee."""
        return secrets.randbelow(limit)


def _begun(key: str) -> hmac.HMAC:
    # OpenSSL looks the algorithm up for each that is begun, which takes longer than the hashing itself.
    return hmac.new(key.encode(), digestmod="sha256")


def _hash(begun: hmac.HMAC, secret: str) -> str:
    copy = begun.copy()
    copy.update(secret.encode())
    return copy.hexdigest()
