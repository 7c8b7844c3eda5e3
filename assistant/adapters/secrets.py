"""Unguessable values from the operating system's source of chance."""

import hashlib
import hmac
import secrets

from assistant.referrals.numbers import number_of

TOKEN_BYTES = 24


class SystemSecrets:
    """Tokens and referral numbers that nobody can foresee; `key` is the product's own secret."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def hashed(self, secret: str) -> str:
        """HMAC-SHA256; a token has random bits enough, so that a slow hash would add nothing."""
        return hmac.new(self._key, secret.encode(), hashlib.sha256).hexdigest()

    def number(self) -> str:
        """A new referral number: 8 digits, the first not 0, the last the check digit of the others."""
        return number_of(1_000_000 + secrets.randbelow(9_000_000))
