"""Reads the kind of a disability out of the name of an illness, where the name makes the kind certain.

Who is asked for the kind of their disability often knows nothing of kinds, but what the doctor calls it. Autism,
epilepsy or dementia tell of no kind by their names.
"""

import re

from assistant.eligibility.facts import Disability
from assistant.understanding.normalize import words_of
from assistant.understanding.spoken import is_filler

_ILLNESSES = (
    (re.compile(r"\bdaun(?:o|as|ui|a)(?: (?:sindrom|lig)\w+)?\b"), Disability.INTELLECTUAL),
    (
        re.compile(
            r"\b(?:s[hc]?h?izo(?:fren|afekt)\w*|bipolin\w+(?: (?:sutrik|lig)\w+)?|psichoz\w+|depres(?:ij|ia|ya)\w*"
            r"|(?:nuotaik|emocij|elges|asmenyb|nerim|panik|obsesin)\w+ (?:(?:ir|bei) (?:emocij|elges)\w+ )?sutrik\w+)\b"
        ),
        Disability.PSYCHOSOCIAL,
    ),
)

# Any other word may make it somebody else's, another time's, or none at all.
_BESIDE = re.compile(
    r"turi\w{0,2}|serg(?:u|a|am)|gydaus(?:i|si)|gydosi|lig(?:a|os|ai|u)|negal(?:ia|ios|iai)"
    r"|diagnoz(?:e|uota|uotas|avo)|nustat(?:e|yta|ytas)|pripazin(?:o|ta)|gydytoj(?:as|a|ai)|psichiatr(?:as|e)"
    r"|nuo|vaikystes|gimimo|seniai|letin\w+|sunk(?:i|us|ia)|lengv(?:a|as)|vidutin\w+|paranoid\w+|del|su|ir"
)


def kind_of_illness(said: str) -> Disability | None:
    """The kind, where nothing but illnesses of one kind is named; `said` is folded."""
    kinds, rest = _parted(said)
    if len(kinds) != 1 or not all(is_filler(word) or _BESIDE.fullmatch(word) for word in words_of(rest)):
        return None
    return kinds.pop()


def kinds_named(said: str) -> set[Disability]:
    """The kinds of all illnesses that are named, whatever stands beside them; `said` is folded."""
    kinds, _ = _parted(said)
    return kinds


def _parted(said: str) -> tuple[set[Disability], str]:
    """The kinds of the illnesses, and the words that name none."""
    rest, kinds = said, set()
    for pattern, kind in _ILLNESSES:
        rest, count = pattern.subn(" ", rest)
        if count:
            kinds.add(kind)
    return kinds, rest
