"""The key under which a tab keeps what was typed and is not sent yet, so that its storage holds nothing to read."""

import hashlib
import hmac
import secrets

KEY_BYTES = 32


def tab_key(token: str) -> str:
    """For a page of whoever holds this token: a mask, and behind it the key under that mask, in hexadecimal.

    Pages are sent compressed, and the length of a page must not give away a secret that stays the same.
    """
    key = hmac.new(token.encode(), b"kept in the tab", hashlib.sha256).digest()
    mask = secrets.token_bytes(KEY_BYTES)
    return (mask + bytes(one ^ other for one, other in zip(key, mask, strict=True))).hex()
