"""Reads how somebody is called."""

import re

from assistant.understanding.normalize import cleaned, folded

LONGEST_NAME = 80
"""Characters."""

MOST_WORDS = 6


def read_name(text: str) -> str | None:
    """The name as the person writes it, without "mano vardas" and the like; None where it cannot be a name.

    A name has letters, no digits, at most 80 characters and six words, and is no question.
    """
    written = " ".join(cleaned(text).split())
    name = written
    while True:
        shorter = _INTRODUCTION.sub("", name, count=1)
        if shorter == name:
            break
        name = shorter
    name = name.strip(" .,;:!-–\"'„“”()")
    fits = len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS and not _NO_NAME.search(folded(name))
    return name if fits and _NAME.fullmatch(name) and "?" not in written else None


_INTRODUCTION = re.compile(
    r"^(?:labas|laba diena|sveiki|mano|vardas|vardą|vardas ir pavardė|ir|pavardė|pavarde|yra|aš|as|esu|vadinuosi"
    r"|mane vadina|vadina|mane|mes|tai|jo|jos|jis|ji|žmogaus|zmogaus|čia|cia|rašykite|rasykite)\b(?:[\s:,.!–-]+|$)",
    re.IGNORECASE,
)

# Words that answer something else: that there is none, that it is forgotten, or where somebody lives.
_NO_NAME = re.compile(
    r"\b(?:neturi\w*|neatsimen\w*|pamirsau|viskas|nieko|numeri\w*|telefon\w*|rajon\w*|savivaldyb\w*)\b"
)

# Letters of any alphabet, with the signs that stand within names: Ona-Marija, O’Neill, J. Petraitis.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’-])*")
