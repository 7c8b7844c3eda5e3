"""The password of a locked document, made so that it can be read off a screen and typed (pure)."""

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's Base32: no letter that looks like another one or like a digit."""
GROUPS, GROUP = 4, 4


def spoken_password(random_hex: str) -> str:
    """80 of these bits as four groups: x7k2-90ab-…; `random_hex` are at least 20 hexadecimal digits."""
    bits = int(random_hex[:20], 16)
    signs = "".join(LETTERS[bits >> (5 * place) & 31] for place in reversed(range(GROUPS * GROUP)))
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))
