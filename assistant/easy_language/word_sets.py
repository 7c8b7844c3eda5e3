"""Sets of words, written as running text so that people can read and sort them."""


def word_set(text: str) -> frozenset[str]:
    """The words of this text."""
    return frozenset(text.split())
