"""Cuts a text into sentences and words, as a Lithuanian reader would.

A full stop ends no sentence after an abbreviation, an initial or a number; a line break ends one unless the next line
goes on in small letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# Patterns of abbreviations that a full stop follows.
ABBREVIATIONS = (
    "pvz",
    r"t\.\s?y",
    r"t\.\s?t",
    "pan",
    "kt",
    "proc",
    "tūkst",
    "mln",
    "mlrd",
    "val",
    "min",
    "m",
    "d",
    "mėn",
    "sav",
    "r",
    "g",
    "a",
    "pr",
    "nr",
    "tel",
    "mob",
    r"el\.\s?p",
    "el",
    "žr",
    "str",
    "įst",
    "angl",
    "vnt",
    "gim",
    "gyv",
    "dr",
    "doc",
    "prof",
)
_ENDS = re.compile(r"[.!?…]+[”“\"»)]*(?=\s+[„\"«(]?[A-ZĄČĘĖĮŠŲŪŽ0-9–-]|\s*$)")
_ENDS_WITH_ABBREVIATION = re.compile(
    rf"(?:^|[\s(„])(?:{'|'.join(ABBREVIATIONS)}|[A-ZĄČĘĖĮŠŲŪŽ])\.$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s+")
# Groups of digits with spaces between them are one number: a phone, a big number.
_WORD = re.compile(r"\+?\d+(?:[ .,:]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True)
class Word:
    """A word or a number; `start` and `end` are offsets in the text that it was found in."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return not self.text[-1].isalpha()


@dataclass(frozen=True)
class Sentence:
    """A sentence; `start` and `end` are offsets in the line on which it begins (`line` counts from 1).

    Where it goes on over more lines, `end` is the end of the first, and `text` holds all of it.
    """

    text: str
    line: int
    start: int
    end: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and numbers; a phone number is one."""
        return split_words(self.text)


def split_words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text; a phone number is one."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text))


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; pieces without any word are left out."""
    sentences: list[Sentence] = []
    for piece, goes_on in _pieces(text):
        if goes_on and sentences:
            last = sentences[-1]
            sentences[-1] = Sentence(f"{last.text} {piece.text}", last.line, last.start, last.end)
        elif piece.words:
            sentences.append(piece)
    return tuple(sentences)


def _pieces(text: str) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of each line, each with whether it goes on the sentence before."""
    open_end = False
    for number, line in enumerate(text.splitlines(), start=1):
        bullet = _BULLET.match(line)
        begin = bullet.end() if bullet else len(line) - len(line.lstrip())
        body = line[begin:].rstrip()
        if not body:
            open_end = False
            continue
        cuts = [0, *_cuts(body), len(body)]
        for position, (start, end) in enumerate(pairwise(cuts)):
            piece = body[start:end]
            if not piece.strip():
                continue
            lead = len(piece) - len(piece.lstrip())
            sentence = Sentence(piece.strip(), number, begin + start + lead, begin + start + len(piece.rstrip()))
            goes_on = position == 0 and open_end and not bullet and body[0].islower()
            yield sentence, goes_on
        open_end = not body.endswith((".", "!", "?", ":", "…"))


def _cuts(line: str) -> Iterator[int]:
    """Where one sentence of a line ends and another begins."""
    for match in _ENDS.finditer(line):
        # No abbreviation is longer, and looking back over the whole line each time would be slow.
        before = line[max(0, match.end() - 12) : match.end()]
        if match.end() < len(line) and not _ENDS_WITH_ABBREVIATION.search(before):
            yield match.end()
