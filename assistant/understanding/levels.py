"""Reads the participation level (dalyvumo lygis), in per cent."""

import re

from assistant.eligibility.facts import Interval
from assistant.understanding.normalize import folded
from assistant.understanding.quantities import is_about_quantity, plain_quantity, read_quantity
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, clauses_of, is_filler

HIGHEST = 100


def read_level(text: str) -> Interval | None:
    """The level, from 0 to 100 per cent, None where the words do not say it.

    Also in the words used until 2023-12-31, when it was the level of the ability to work: "nedarbingas" is 0 to 25,
    "iš dalies darbingas" 30 to 55.
    """
    undated = _UNTIL.sub(" ", _DATE.sub(" ", GREETING.sub(" ", folded(text))))
    plain = plain_quantity(undated)
    if _NOT_A_LEVEL.search(plain) or _ANOTHER_TIME.search(plain) or declines(plain):
        return None
    marked = _WITH_PER_CENT.findall(plain)
    if len(marked) == 1 and not _SPAN.search(plain):
        # "2024 metais nustatė 40 procentų": the number with per cent is the level, any other is not.
        plain = _OTHER_NUMBERS.sub(" ", plain)
    elif _NUMBER_WORD.search(plain) and not _counts_per_cent(undated):
        return None
    level = read_quantity(plain, 0, HIGHEST)
    if level is not None or any(sign.isdigit() for sign in plain):
        return level
    for pattern, meaning in _OLD_WORDS:
        if pattern.search(plain):
            return meaning
    return None


def _counts_per_cent(text: str) -> bool:
    """Whether the number stands where a level stands: with no words beside it that may make it something else."""
    before: list[str] = []
    for clause in map(plain_quantity, clauses_of(text)):
        before += clause.split()
        if any(sign.isdigit() for sign in clause):
            break
    return all(map(_goes_with_level, before)) and not _LIKE_AN_AGE.fullmatch(" ".join(before))


def _goes_with_level(word: str) -> bool:
    if word.isdigit() and int(word) in _GROUPS:
        return False
    return is_filler(word) or is_about_quantity(word) or _OF_LEVELS.fullmatch(word) is not None


_GROUPS = range(1, 5)
"""Numbers of groups and degrees that are no level."""

_DATE = re.compile(r"\b(?:19|20)\d{2}[-. ]\d{1,2}[-. ]\d{1,2}\b")
_UNTIL = re.compile(r"\b(?:iki|nuo)(?: (?:19|20)\d{2}(?! ?(?:%|proc))(?: ?m(?:et\w*)?\b\.?)?)?(?= *$| *[,.;]|(?<=\d) | ?m\b)")
_NUMBER_WORD = re.compile(r"\d")
_LIKE_AN_AGE = re.compile(r"(?:man|jam|jai)(?: (?:yra|jau|dabar|tik))* \d+")
_ANOTHER_TIME = re.compile(r"\b(?:pernai|uzpernai|buvo|buvau|kai|kitais|kitamet|pries|seniau|anksciau|bus|norec\w+|turet\w+)\b")
_OF_LEVELS = re.compile(
    r"l[iy]g[iy](?:s|o|u|is|mis)?|dal[iy]vum\w*|dal[iy]vavim\w*|darbing\w*|procent\w*|proc|prc|pr|nustat\w+|turi(?:u)?"
    r"|dav(?:e|ete)|gav(?:o|au|ome)|paras\w+|ras(?:o|au|ytas|yta)|skaic\w+|dokument(?:e|as|o)|pazymej?im(?:e|as)|pazym(?:oj|oje|a)"
    r"|stov(?:i)?|maz(?:as|iau)|galiu|matau|rad(?:au|om)|rodo|likus\w*|popier\w+|neterminuot\w*|toks|tokia"
    r"|kad|toki|sitas|mum?s|isvad(?:oj|oje)|pus(?:e|es|iau)|zemesn\w+|su|savo|nuliui?|neigalum\w*|negali(?:a|os)|numer\w+|reiskia"
)
_PER_CENT = r" ?(?:%|proc\w*)"
_WITH_PER_CENT = re.compile(rf"\d+{_PER_CENT}")
_OTHER_NUMBERS = re.compile(rf"\b\d+\b(?!{_PER_CENT})")
# An age, a group of the time before levels, a fraction, or a half that is only named to compare with.
_NOT_A_LEVEL = re.compile(
    r"\d ?m(?:et\w*)?\b(?!.*(?:%|proc))|\bgrup\w+|\bnetek\w+|\bketvirtadal\w+|\btrecdal\w+"
    r"|\b(?:ne|per|daugiau|maziau|virs|beveik|apie|gal|antra) (?:\w+ )?pus(?:e|es|iau)\b"
)
_SPAN = re.compile(r"\d ?(?:-|iki|ir) ?\d")

_OLD_WORDS = (
    (re.compile(r"\bis dalies (?:ne)?darbing\w+"), Interval(30, 55)),
    (re.compile(r"\bnedarbing\w+"), Interval(0, 25)),
    (re.compile(r"\bpus(?:e|es|iau)\b"), Interval(50, 50)),
)
