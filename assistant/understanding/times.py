"""Reads when it is good to call: the person's own words, because a human will read them."""

from assistant.understanding.normalize import cleaned
from assistant.understanding.private import without_personal_codes

LONGEST_TIME = 100
"""Characters; more is cut at a word."""


def read_time(text: str) -> str | None:
    """The words on one line without personal codes, None where they say nothing."""
    words = cleaned(without_personal_codes(text)).split()
    if not any(sign.isalnum() for word in words for sign in word):
        return None
    kept = ""
    for word in words:
        longer = f"{kept} {word}".strip()
        if len(longer) > LONGEST_TIME:
            break
        kept = longer
    return kept or words[0][:LONGEST_TIME]
