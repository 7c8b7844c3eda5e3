"""Puts wordings together into one pattern."""

import re


def any_of(*wordings: str) -> re.Pattern[str]:
    """A pattern that finds any of these wordings where it begins at the beginning of a word."""
    return re.compile("|".join(rf"\b(?:{wording})" for wording in wordings))
