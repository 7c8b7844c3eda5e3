"""Spoils clean Lithuanian text the way people's typing does, always in the same way for the same seed."""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

Noise = Callable[[str, random.Random], str]


def no_diacritics(text: str, _: random.Random) -> str:
    """All letters without their marks: "ačiū" becomes "aciu"."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def keyboard_typos(text: str, dice: random.Random) -> str:
    """One slip of the fingers in about every tenth letter, at least one in a text of five letters or more."""
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    if len(letters) < SHORTEST_WITH_A_SLIP:
        return text
    for place in sorted(dice.sample(letters, max(1, len(letters) // LETTERS_TO_A_SLIP)), reverse=True):
        text = text[:place] + _slip(text[place : place + 2], dice) + text[place + 2 :]
    return text


def phonetic(text: str, dice: random.Random) -> str:
    """Words as they sound; each habit of writing so is taken or not for the whole text, at least two of them are."""
    plain = no_diacritics(text, dice).lower()
    habits = dice.sample(_AS_HEARD, dice.randint(2, len(_AS_HEARD)))
    for pattern, heard in habits:
        plain = re.sub(pattern, heard, plain)
    return plain


def missing_spaces(text: str, dice: random.Random) -> str:
    """About every third space left out, at least one."""
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not spaces:
        return text
    left_out = set(dice.sample(spaces, max(1, round(len(spaces) / SPACES_TO_ONE_MISSING))))
    return "".join(sign for place, sign in enumerate(text) if place not in left_out)


NOISES: Mapping[str, Noise] = {
    "no diacritics": no_diacritics,
    "keyboard typos": keyboard_typos,
    "phonetic": phonetic,
    "missing spaces": missing_spaces,
}


def spoilt(text: str, noise: str, seed: str) -> str:
    """The text with this kind of noise; the seed is most often the utterance's id."""
    # Seeded by text: Python's own hash of a text differs from run to run, the generator's seeding by one does not.
    return NOISES[noise](text, random.Random(f"{noise}/{seed}"))  # noqa: S311 - noise, not a secret


SHORTEST_WITH_A_SLIP = 5
LETTERS_TO_A_SLIP = 10
SPACES_TO_ONE_MISSING = 3

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Mapping[str, str] = {
    key: "".join(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    for row in _ROWS
    for place, key in enumerate(row)
}

_AS_HEARD = (
    (r"y", "i"),
    (r"b(?=[tkps])", "p"),
    (r"d(?=[tkps])", "t"),
    (r"g(?=[tkps])", "k"),
    (r"z(?=[tkps])", "s"),
    (r"(?<=[^aeiou\W\d])ia", "e"),
    (r"uo", "o"),
    (r"(?<=\w{3})i(?=[aou])", ""),
    (r"(\w)\1", r"\1"),
    (r"ie", "e"),
    (r"v", "w"),
)


def _slip(pair: str, dice: random.Random) -> str:
    """The first letter of the pair hit wrongly: a neighbour, left out, doubled, or the two in the wrong order."""
    first, rest = pair[0], pair[1:]
    kind = dice.choice(("neighbour", "left out", "doubled", "swapped"))
    if kind == "neighbour":
        near = _NEIGHBOURS.get(no_diacritics(first, dice).lower(), "")
        return (dice.choice(near) if near else first) + rest
    if kind == "left out":
        return rest
    if kind == "doubled":
        return first + first + rest
    return rest + first
