"""The words of an answer in one form each, and whether a word belongs to an answer at all."""

import re

from assistant.understanding.answer_words import ABOUT, NO, NO_VERB, POLITE_YES, YES, YES_VERB
from assistant.understanding.normalize import folded
from assistant.understanding.spoken import is_filler


def said_words(text: str) -> tuple[str, ...]:
    """The folded words with "ne turiu" joined to "neturiu" and repeated letters ("taaaip") written once."""
    joined = PARTED_NO.sub(r"ne\1", folded(text))
    for pattern, meant in _SAYINGS:
        joined = pattern.sub(meant, joined)
    return tuple(_TWICE.sub(r"\1", word) for word in _WORD.findall(joined))


def is_understood(word: str) -> bool:
    """Whether the word belongs to an answer; beside any other one, "noriu" or "gerai" may say something else."""
    return (
        is_filler(word)
        or word in POLITE_YES | YES | NO
        or any(pattern.fullmatch(word) for pattern in (YES_VERB, NO_VERB, ABOUT))
    )


PARTED_NO = re.compile(r"\bne (noriu|turiu|reikia|galiu|sutinku|dirbu|zinau|zinom|aisku|prisimenu|atsimenu)\b")
_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_SAYINGS = (
    (
        re.compile(
            r"\bjoki(?:u|ais) bud(?:u|ais)\b|\bnie?ku gyvu\b"
            r"|^(?:nu |na |oi )?kur (?:tau|jau|ten)(?: ten)?(?=$|[.!,]| (?:ne|as|jis|ji|man|jam|dirb|gal)\w*)"
        ),
        "ne",
    ),
    (re.compile(r"^(?:o |nu |na |a )?kaip ?gi(?: kitaip| ne)?(?=[.!]*$)"), "taip"),
    (re.compile(r"^deja(?=[.!]*$)|^as pries(?=[.!]*$)"), "ne"),
    # "Tikraj", "geraj", by ear.
    (re.compile(r"(?<=\w)aj\b"), "ai"),
    (
        re.compile(
            r"\b(?:be|nera) (?:jokiu )?(?:abejon|klausim)\w+|\bbe problemu(?= (?:taip|gal|dirb))"
            r"|\b(?:simtu|100) ?(?:procentu|proc|%)(?= (?:taip|ne|gal))"
        ),
        "tikrai",
    ),
    (re.compile(r"^(?:neabejoj(?:u|am)|vienareiksmiskai|(?:as |esu )+uz)(?=[.!]*$)"), "taip"),
    (re.compile(r"\b(?:nera|jokiu|be) sansu\b"), "ne"),
    (re.compile(r"^(?:tebunie|(?:tegul|lai) b(?:una|unie)) taip(?=[.!]*$)"), "taip"),
    (re.compile(r"\b(?:nesu|nera) dirb(?:es|us\w*)\b"), "niekad nedirbau"),
    (re.compile(r"\bkol kas\b"), "kolkas"),
    (re.compile(r"\bteip\b"), "taip"),
    (re.compile(r"\bko gero\b"), "turbut"),
    (re.compile(r"\bgal but\b"), "galbut"),
    (re.compile(r"\bsu mielu noru\b"), "mielai"),
    (re.compile(r"\bir dar karta\b"), "ir"),
    (re.compile(r"^(?:aciu|dekui) dievui,? (?=\w)"), ""),
    (re.compile(r"^(?:as )?(?:ne|nieko) pries(?=[.!]*$)"), "taip"),
    (re.compile(r"\bsu (?:mano |savo |tokia |sia )*(?:negalia|liga|sveikata)\b"), "su"),
    (re.compile(r"\bdar ir kaip (?=\w)"), "labai "),
    (re.compile(r"\bgaila,? bet\b"), "deja"),
)
