"""Texts encrypted with AES-256-GCM: what they look like in a column, and how they are bound to their place."""

import base64
import binascii
import os
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assistant.errors import AiskiaiError

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
MARK: Final = "sealed1:"
"""What every encrypted text begins with; one that does not is from before there was encryption."""


class SealBrokenError(AiskiaiError):
    """What was encrypted was changed, or stands where something else belongs; the message names the place."""


@dataclass(frozen=True)
class Cipher:
    """A key that knows its name; `repr` never shows the key."""

    id: str
    _aead: AESGCM

    @classmethod
    def of(cls, key_id: str, key: bytes) -> "Cipher":
        """With these 32 bytes."""
        return cls(key_id, AESGCM(key))

    def sealed(self, plain: str, place: str) -> str:
        """The text encrypted; it opens only at this place (a column and the row's own id). Nothing stays nothing."""
        if not plain:
            return plain
        nonce = os.urandom(NONCE_BYTES)
        locked = nonce + self._aead.encrypt(nonce, plain.encode(), place.encode())
        return f"{MARK}{self.id}:{base64.b64encode(locked).decode('ascii')}"

    def opened(self, sealed: str, place: str) -> str:
        """The text again. Raises SealBrokenError."""
        try:
            locked = base64.b64decode(sealed.rpartition(":")[2], validate=True)
            return self._aead.decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], place.encode()).decode()
        except (InvalidTag, ValueError, binascii.Error):
            raise SealBrokenError(f"{place}: what stands there was changed, or moved from another place") from None


def is_sealed(text: str) -> bool:
    """Whether it is encrypted."""
    return text.startswith(MARK)


def key_id_of(sealed: str) -> str:
    """The id of the key under which it was encrypted."""
    return sealed.removeprefix(MARK).partition(":")[0]
