"""Unguessable values from the operating system's source of chance."""

import secrets

from stdnum import luhn

TOKEN_BYTES = 24
NUMBER_DIGITS = 8


class SystemSecrets:
    """Tokens and referral numbers that nobody can foresee."""

    def token(self) -> str:
        """192 random bits, safe in an address."""
        return secrets.token_urlsafe(TOKEN_BYTES)

    def number(self) -> str:
        """A new referral number: 8 digits, the first not 0, the last the Luhn check digit of the others.

        The check digit finds every mistyped digit and nearly every swap of two neighbours.
        """
        chosen = 10 ** (NUMBER_DIGITS - 2) + secrets.randbelow(9 * 10 ** (NUMBER_DIGITS - 2))
        return f"{chosen}{luhn.calc_check_digit(str(chosen))}"
