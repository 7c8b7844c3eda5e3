"""Time-based one-time codes as apps on phones show them (RFC 6238: SHA-1, six digits, 30 seconds)."""

import hmac
from datetime import datetime

import pyotp

STEP_SECONDS = 30
AWAY = 1
"""Clocks of phones go wrong, and typing takes time: the step before and the one after are taken too."""


class TotpCodes:
    """The port AppCodes; `issuer` is the name under which apps list the account."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer

    def fresh(self) -> str:
        """160 random bits in Base32."""
        return pyotp.random_base32()

    def address(self, secret: str, account: str) -> str:
        """The otpauth address."""
        return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=self._issuer)

    def step(self, secret: str, code: str, now: datetime) -> int | None:
        """The time step of this code; None where it is wrong. All three are compared in any case."""
        present = int(now.timestamp()) // STEP_SECONDS
        totp = pyotp.TOTP(secret)
        fitting = [
            step
            for step in range(present - AWAY, present + AWAY + 1)
            if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode())
        ]
        return max(fitting, default=None)
