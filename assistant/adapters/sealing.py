"""Locks small secrets with AES-256-GCM, under a key that follows from the product's own secret."""

import base64
import os
from collections.abc import Sequence
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
_VERSION = "1."


class AesSeals:
    """The port Seals; `key` is the product's own secret, from which this key is kept apart.

    It seals with that one alone; what was sealed with one of the `earlier` is still opened.
    """

    def __init__(self, key: str, earlier: Sequence[str] = ()) -> None:
        self._ciphers = [_cipher(one) for one in (key, *earlier)]

    def sealed(self, secret: str, purpose: str) -> str:
        """The secret as text that only `opened` with the same purpose turns back; each time another text."""
        nonce = os.urandom(NONCE_BYTES)
        locked = nonce + self._ciphers[0].encrypt(nonce, secret.encode(), purpose.encode())
        return _VERSION + base64.urlsafe_b64encode(locked).decode()

    def opened(self, sealed: str, purpose: str) -> str | None:
        """The secret; None where it was sealed for something else, by another key, or was changed."""
        if not sealed.startswith(_VERSION):
            return None
        try:
            locked = base64.urlsafe_b64decode(sealed.removeprefix(_VERSION).encode())
        except ValueError:
            return None
        for cipher in self._ciphers:
            with suppress(InvalidTag, ValueError):
                return cipher.decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], purpose.encode()).decode()
        return None


def _cipher(key: str) -> AESGCM:
    return AESGCM(HKDF(SHA256(), length=32, salt=None, info=b"aiskiai sealed secrets").derive(key.encode()))
