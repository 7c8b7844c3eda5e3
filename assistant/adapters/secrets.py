"""Unguessable values from the operating system's source of chance."""

import hmac
import secrets

TOKEN_BYTES = 24


class SystemSecrets:
    """Tokens and numbers that nobody can foresee; `key` is the product's own secret."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def hashed(self, secret: str) -> str:
        """HMAC-SHA256; a token has random bits enough, so that a slow hash would add nothing."""
        return hmac.digest(self._key, secret.encode(), "sha256").hex()

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1 that nobody can foresee."""
        return secrets.randbelow(limit)
