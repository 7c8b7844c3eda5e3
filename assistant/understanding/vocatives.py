"""How a person is spoken to by their first name: Jonas, but "Laba diena, Jonai"."""

from collections.abc import Container

# Nominative and vocative endings of names; longer ones come first.
_ENDINGS = (
    ("jas", "jau"),
    ("ias", "iau"),
    ("as", "ai"),
    ("ius", "iau"),
    ("us", "au"),
    ("ys", "y"),
    ("is", "i"),
    ("ė", "e"),
    ("ia", "ia"),
    ("a", "a"),
    ("i", "i"),
)


def vocative_of(name: str, first_names: Container[str]) -> str:
    """The vocative of the first name in what somebody gave as their name; empty where there is none to be sure of.

    `first_names` are known ones as they are written. Of several words one of those is meant; a lone word may be any
    name that is declined as Lithuanian ones are.
    """
    words = [word.strip(".,;:!\"'„“()") for word in name.split()]
    words = [word[:1].upper() + word[1:].lower() for word in words if word]
    known = next((word for word in words if word in first_names), "")
    first = known or (words[0] if len(words) == 1 else "")
    if not first.isalpha():
        return ""
    return next((first.removesuffix(ending) + vocative for ending, vocative in _ENDINGS if first.endswith(ending)), "")
