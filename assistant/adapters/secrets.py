"""Unguessable values from the operating system's source of chance."""

import secrets

from assistant.referrals.numbers import number_of

TOKEN_BYTES = 24


class SystemSecrets:
    """Tokens and referral numbers that nobody can foresee."""

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def number(self) -> str:
        """A new referral number: 8 digits, the first not 0, the last the check digit of the others."""
        return number_of(1_000_000 + secrets.randbelow(9_000_000))
