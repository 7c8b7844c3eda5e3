"""Reads from an answer that the person does not know, or is not sure."""

import re

from rapidfuzz.distance import OSA

from assistant.understanding.answer_forms import is_understood, said_words
from assistant.understanding.answer_words import (
    ASKING,
    DONT_KNOW,
    DONT_KNOW_PHRASE,
    FILLERS,
    KIND_NAMED,
    LATER,
    NAMING,
    PARTICLES,
    UNSURE,
    YES,
)
from assistant.understanding.normalize import folded


def is_dont_know(text: str) -> bool:
    """Whether the words say no more than that the person does not know, in any spelling.

    "Nežinau, kaip kreiptis" is a question in disguise and is not meant here.
    """
    if _SHRUGS in text:
        return True
    words = said_words(text)
    said = " ".join(words).removesuffix(" nei taip nei ne")
    phrase = DONT_KNOW_PHRASE.search(said)
    if words[:1] == ("kodel",):
        return False
    if words and words[0] in YES and len(words) > _MOST_BESIDE and not _EITHER.match(said):
        # "Taip, tik nežinau, ar priims" has answered.
        return False
    if phrase:
        return len(said[: phrase.start()].split()) + len(said[phrase.end() :].split()) <= _MOST_BESIDE
    position = next((index for index, word in enumerate(words) if _says_dont_know(word)), None)
    if position is None:
        told = [word for word in words if word not in PARTICLES]
        return (
            bool(told)
            and len(told) <= _MOST_UNSURE
            and not UNSURE.isdisjoint(words)
            and (LATER | ASKING).isdisjoint(words)
            and all(map(_may_be_unsure, told))
            # "Gal ne dabar" and "gal galite paaiškinti" ask for something else.
            and not _DENIES_IN_PART.search(said)
            and not any(map(_ASKS_YOU.fullmatch, told))
        )
    if words[-1] in {"kur", "kam", "kada"}:
        # "Noriu, tik nežinau kur".
        return False
    beside = [word for word in (*words[:position], *words[position + 1 :]) if word not in FILLERS]
    behind = words[position + 1 :]
    if (
        behind[:2] in _WANTS_TO_LEARN
        or _WHAT_YOU_ASK.match(" ".join(behind))
        or any(map(_ASKS_FOR_HELP.fullmatch, words))
    ):
        return False
    if NAMING.fullmatch(" ".join(behind)):
        return True
    if behind[:1] == ("ar",) and len(beside) > _MOST_BESIDE:
        # "Nežinau, ar broliui reikia tokios pagalbos" only says again what was asked.
        return len(behind) <= _MOST_SAID_AGAIN and all(map(is_understood, (*words[:position], *behind[1:])))
    if _KNOWS_NOT_AND_TELLS.match(folded(text)):
        return True
    asks = len(words) > position + 2 and words[position + 1] in ASKING
    return not asks and len(beside) <= _MOST_BESIDE


def _may_be_unsure(word: str) -> bool:
    return word in UNSURE or word == "ar" or is_understood(word) or KIND_NAMED.match(word) is not None


def _says_dont_know(word: str) -> bool:
    if word in DONT_KNOW:
        return True
    return (
        len(word) >= _SHORTEST_MISSPELT
        and not _FORGETS.fullmatch(word)
        and not _ASKS_YOU.fullmatch(word)
        and any(
            OSA.distance(word, known, score_cutoff=1) <= 1 for known in DONT_KNOW if len(known) >= _SHORTEST_MISSPELT
        )
    )


_MOST_BESIDE = 3
"""Words beside "nežinau" that do not yet make it a statement of its own: "nežinau savo dalyvumo lygio"."""

_MOST_UNSURE = 3
"""Words of an answer in which "gal" means that the person is not sure."""

_MOST_SAID_AGAIN = 8
"""Words behind "nežinau" in which the question itself may be said again."""

_SHRUGS = "\N{SHRUG}"

_SHORTEST_MISSPELT = 6

# "Pamirštu viską" tells of every day, "pamiršau" of what was asked.
_FORGETS = re.compile(r"(?:pa|uz)mirst(?:u|a)")
# "Nežinau, visus reikalus tvarko mama"; but not "nežinau, kaip kreiptis".
_KNOWS_NOT_AND_TELLS = re.compile(
    r"^(?:as |nu |na |oi |ai )*(?:to |sito )?nezin(?:au|om|ome)(?: as| tiksliai)?(?:[,.;!]+| nes\b)"
    r" (?!(?:ar|kas|ka|kam|kaip|kur|kada|kiek|kod\w+|kok\w+|kuri\w*|ko|kuo|bet|noriu|noreciau|reikia)\b)"
    r"(?:\w+(?:[ ,.]+|$)){1,8}$"
)
_EITHER = re.compile(r"taip (?:ar|arba) ne\b")
_WHAT_YOU_ASK = re.compile(
    r"apie ka\b|ko (?:jus |tu )?(?:klaus|nor)\w+|ka jus\b|toki\w* zodz\w+|ar (?:jus|pas jus|cia tas)\b|bet nor\w+"
    r"|klausim\w+$|(?:ka|kok\w+) (?:\w+ )*(?:turit|norit|klausiat|kalbat|sakot)e?\b"
)
_WANTS_TO_LEARN = frozenset({("ka", "reiskia"), ("ka", "daryti"), ("ka", "daryt")})
_ASKS_FOR_HELP = re.compile(
    r"gyvent\w*|mirt\w*|(?:pa)?(?:papasakok|dek|aiskink|kartok|sakyk)(?:it|ite)?|gal(?:it|ite)|pa?iskin\w+"
)
_DENIES_IN_PART = re.compile(r"\bne (?!ne\b|gal|\w*au\b)\w")
# What is said to whoever asks: "gal žinote", "jūs nežinot".
_ASKS_YOU = re.compile(r"\w{2,}[aio]te?|\w+etumete?|neaisk(?:us|iai)|nezinai")
