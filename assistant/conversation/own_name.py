"""A name as it is shown and written: staff and the letter greet the person by it."""


def as_name(written: str) -> str:
    """With capital letters where a hurried hand wrote small ones only, or capitals only, in the whole or in a word."""
    if written.islower() or written.isupper():
        return written.title()
    return " ".join(_capital(word) for word in written.split(" "))


def _capital(word: str) -> str:
    """The word with its capital where it has none, or the large and the small letters were changed: "tOMAS"."""
    is_turned_round = word[:1].islower() and word[1:].isupper()
    return word.title() if is_turned_round or (word.islower() and word not in _PARTICLES) else word


_PARTICLES = frozenset({"de", "da", "di", "du", "la", "le", "van", "von", "fon", "der", "den", "el", "al", "bin", "ir"})
