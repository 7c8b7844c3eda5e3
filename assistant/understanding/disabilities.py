"""Reads which kind of disability somebody names."""

import re

from rapidfuzz.distance import OSA

from assistant.eligibility.facts import Disability
from assistant.understanding.normalize import words_of


def read_disability(text: str) -> Disability | None:
    """The kind that the words name, None where they name none, or name and deny at once.

    The name of an illness is private and says nothing certain about the kind, so it is not read.
    """
    words = words_of(text)
    kinds = {kind for word in words for kind in (_kind_of(word),) if kind is not None}
    said = " ".join(words)
    if _DENIAL.search(said):
        return None if kinds or _BOTH.search(said) else Disability.NONE
    if _BOTH.search(said) or {Disability.INTELLECTUAL, Disability.PSYCHOSOCIAL} <= kinds:
        return Disability.BOTH
    for kind in (Disability.INTELLECTUAL, Disability.PSYCHOSOCIAL, Disability.PHYSICAL_ONLY):
        # A physical disability beside another leaves the other decisive.
        if kind in kinds:
            return kind
    return None


def _kind_of(word: str) -> Disability | None:
    for pattern, kind in _WORDS:
        if pattern.fullmatch(word):
            return kind
    for name, kind in _NAMES:
        most = 2 if len(name) >= LONG_NAME else 1
        if word[:1] == name[:1] and OSA.distance(word, name, score_cutoff=most) <= most:
            return kind
    return None


LONG_NAME = 10
"""From this many letters on two mistakes are forgiven."""

_WORDS = (
    (re.compile(r"int[ei]l[ei]?kt\w*|prot(?:o|ine|ines|inis|inio|ini|inei|iniu|ai|as|a)"), Disability.INTELLECTUAL),
    (
        re.compile(r"psichosoc\w*|psicho social\w*|psichik\w+|psichin\w+|psichi(?:ne|nes)|psichologin\w+"),
        Disability.PSYCHOSOCIAL,
    ),
    (
        re.compile(
            r"fizin\w+|judejim\w+|judejm\w+|judesi\w+|reg(?:os|ejim\w*)|klaus(?:os|a|y)|kurc\w+|kurt(?:umas|umo)"
            r"|akl(?:as|a|umas|umo)|nereg\w+|silpnareg\w+|neprigird\w+|kalbos|stuburo|koj(?:u|os)|rank(?:u|os)"
        ),
        Disability.PHYSICAL_ONLY,
    ),
)

_NAMES = (
    ("intelekto", Disability.INTELLECTUAL),
    ("intelektine", Disability.INTELLECTUAL),
    ("psichikos", Disability.PSYCHOSOCIAL),
    ("psichine", Disability.PSYCHOSOCIAL),
    ("psichosocialine", Disability.PSYCHOSOCIAL),
    ("fizine", Disability.PHYSICAL_ONLY),
    ("judejimo", Disability.PHYSICAL_ONLY),
)

_DENIAL = re.compile(r"\b(?:neturiu|neturi|neturim|neturime|nera|jokios|jokia|be negalios|nenustatyta|nenustate)\b")
_BOTH = re.compile(r"\b(?:abi|abu|abiej\w+|abiem|ir ta ir ta|ir viena ir kita|ir tokia ir tokia|viena ir kita)\b")
