"""Reads the participation level (dalyvumo lygis), in per cent."""

import re

from assistant.eligibility.facts import Interval
from assistant.understanding.quantities import (
    corrected,
    is_about_quantity,
    is_asked_back,
    plain_quantity,
    read_quantity,
)
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, clauses_of, is_filler

HIGHEST = 100


def read_level(text: str) -> Interval | None:
    """The level, from 0 to 100 per cent, None where the words do not say it, or may count something else.

    Also in the words used until 2023-12-31, when it was the level of the ability to work: "nedarbingas" is 0 to 25,
    "iš dalies darbingas" 30 to 55.
    """
    undated = _SINCE_WHEN.sub(" ", _DATE.sub(" ", GREETING.sub(" ", corrected(text))))
    undated = _CHANGED_TO.sub(" ", undated)
    plain = plain_quantity(undated)
    if (
        _NOT_A_LEVEL.search(plain)
        or is_asked_back(text)
        or _SHARE.search(undated)
        or _ANOTHER_TIME.search(plain)
        or _OF_SENSES.search(plain)
        or _TWO_TOGETHER.search(plain)
        or declines(plain)
    ):
        return None
    marked = _WITH_PER_CENT.findall(plain)
    if len(marked) == 1 and not _SPAN.search(plain):
        # "Man 34 metai, nustatė 40 procentų": the number with per cent is the level, any other is not.
        plain = _OTHER_NUMBERS.sub(" ", plain)
    elif _DIGIT.search(plain) and not _counts_per_cent(undated):
        return None
    level = read_quantity(plain, 0, HIGHEST)
    if level is not None or _DIGIT.search(plain):
        return level
    for pattern, meaning in _OLD_WORDS:
        if pattern.search(plain):
            return meaning if not _HALF.search(plain) or all(map(_goes_with_level, plain.split())) else None
    return None


def _counts_per_cent(text: str) -> bool:
    """Whether the number stands where a level stands: with no words beside it that may make it something else."""
    before: list[str] = []
    for clause in map(plain_quantity, clauses_of(text)):
        before += clause.split()
        if _DIGIT.search(clause):
            break
    return all(map(_goes_with_level, before)) and not _LIKE_AN_AGE.fullmatch(" ".join(before))


def _goes_with_level(word: str) -> bool:
    if word.isdigit() and int(word) in _GROUPS:
        return False
    return is_filler(word) or is_about_quantity(word) or _OF_LEVELS.fullmatch(word) is not None


_GROUPS = range(1, 5)
"""Numbers of groups and degrees that are no level."""

# The day since or until which a level holds.
_DATE = re.compile(r"\b(?:(?:iki|nuo) )?(?:19|20)\d{2}(?:[-. ]\d{1,2}[-. ]\d{1,2}\b|\b(?: ?m(?:et\w*)?\b\.?)?)")
# "Prieš 2 metus nustatė 40 proc." says since when, and "sumažino iki 40" what it is now.
_SINCE_WHEN = re.compile(
    r"\bpries (?:\w+ )?(?:met\w+|men\w+|savait\w+) (?=(?:man |jam |jai )?(?:nustat|dav|gav)\w+)"
    r"|(?<=\d )(?:proc\w*\.? |% ?)?pries (?:\w+ )?(?:met\w+|men\w+)$"
)
_CHANGED_TO = re.compile(
    r"(?:\bbuvo [\w ]{1,40}?(?:proc\w*|%)?[, ]+)?(?:o |bet )?"
    r"\b(?:sumaz|pakel|padid|pakeit|nuleid)\w+ (?:nuo [^,]{1,40} )?iki\b"
)
# How much somebody sees or hears is no level, and of "30, 40 proc." nobody knows which is meant.
_OF_SENSES = re.compile(
    r"^(?!.*\b(?:dal[iy]v|l[iy]g[iy]|darbing|nustat)).*\b(?:girdz\w+|girdim\w+|klausa|rega|regejimas)\b"
    r"|\bmat(?:au|o) (?:tik )?(?:\d+ ?(?:proc|%)|pus)"
    r"|(?:\d ?(?:proc\w*|%)|\bpus\w+) (?:tik )?mat(?:au|o)\b"
)
_TWO_TOGETHER = re.compile(r"\d \d+ ?(?:proc|%)|\d su (?:pus|kap|trup)\w+")
_HALF = re.compile(r"\bpus(?:e|es|iau)\b")
_DIGIT = re.compile(r"\d")
_LIKE_AN_AGE = re.compile(r"(?:man|jam|jai)(?: (?:yra|jau|dabar|tik))* \d+")
_ANOTHER_TIME = re.compile(
    r"\b(?:pernai|uzpernai|buvo|buvau|kai|kitais|kitamet|pries|seniau|anksciau|bus|norec\w+|turet\w+)\b"
)
_OF_LEVELS = re.compile(
    r"l[iy]g[iy](?:s|o|u|is|mis)?|dal[iy]v(?:um|avim)\w*|darbing\w*|proc\w*|prc|nustat\w+|neigalum\w*|negali(?:a|os)"
    r"|turi(?:u)?|dav(?:e|ete)|gav(?:o|au|ome)|paras\w+|ras(?:o|au|ytas|yta)|rad(?:au|om)|matau|rodo|stovi|reiskia"
    r"|skaic\w+|numer\w+|dokument(?:e|as|o)|pazymej?im(?:e|as)|pazym(?:oj|oje|a)|popier\w+|isvad(?:oj|oje)"
    r"|maz(?:as|iau)|zemesn\w+|pus(?:e|es|iau)|lik(?:us\w*|o|es)|palik\w+|neterminuot\w*|toks|tokia|toki|tiek|sitas|kad|su|savo"
)
_PER_CENT = r" ?(?:%|p(?:ro|or)c\w*)"
_WITH_PER_CENT = re.compile(rf"\d+{_PER_CENT}")
_OTHER_NUMBERS = re.compile(rf"\b\d+\b(?!{_PER_CENT})")
# An age, a group of the time before levels, a fraction, what was lost, money, or a half that is named to compare with.
_NOT_A_LEVEL = re.compile(
    r"\d (?:dar )?(?:nera|neturi\w*)\b|\bpus\w+ proc|\d ?m(?:et\w*)?\b(?!.*(?:%|proc))"
    r"|^(?!.*\d ?(?:%|proc)).*\bgrup\w+|\bketvirtadal\w+|\btrecdal\w+"
    r"|\b(?:netek|pensij|nuolaid|kompensac|lengvat|skol|mok(?:a|u|am|es)|palukan|nedarbingum)\w*"
    r"|\b(?:ne|per|daugiau|maziau|virs|beveik|apie|gal|antra) (?:\w+ )?pus(?:e|es|iau)\b"
)
_SHARE = re.compile(r"\d ?/ ?\d")
_SPAN = re.compile(r"\d ?(?:-|iki|ir) ?\d")

_OLD_WORDS = (
    (re.compile(r"\bis dalies (?:ne)?darbing\w+"), Interval(30, 55)),
    (re.compile(r"\bnedarbing\w+"), Interval(0, 25)),
    (re.compile(r"\bpus(?:e|es|iau)\b"), Interval(50, 50)),
)
