"""Loads the words of receipts: each has a drawing of its own, and none can be taken for another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel
from rapidfuzz.distance import OSA

from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.understanding.declension import ENDINGS
from assistant.understanding.normalize import folded

FOLDER = "receipt"
"""The folder of the drawings, inside content/pictures."""

LEAST_WORDS = 256
LEAST_SLIPS = 3
"""Letters, at least, by which two words differ when they are written without marks."""

LEAST_SLIPS_OF_STEMS = 2
"""The same for what is left without endings, so that no word is another one declined."""


@dataclass(frozen=True)
class ReceiptWord:
    """A word with its drawing; `emoji` is the sign that shows the same in a chat, empty where there is none."""

    word: str
    picture: str
    emoji: str


class ReceiptWordEntry(BaseModel):
    """One word and the OpenMoji code of its drawing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str = Field(pattern=r"^[a-ząčęėįšųūž]{3,14}$")
    openmoji: str = Field(pattern=r"^[0-9A-F]{4,6}(-[0-9A-F]{4,6})*$")


class ReceiptWordsFile(RootModel[list[ReceiptWordEntry]]):
    """content/lt/receipt_words.yaml."""


def load_receipt_words(path: Path, pictures: Path) -> tuple[ReceiptWord, ...]:
    """The words in their fixed order. Raises ContentError, one line for each fault."""
    listed, lines = read_yaml_with_lines(path, ReceiptWordsFile)
    words = tuple(
        ReceiptWord(entry.word, f"{FOLDER}/{folded(entry.word)}", _emoji(entry.openmoji)) for entry in listed.root
    )
    faults = [*_missing(path, lines, words, pictures), *_doubled(path, lines, listed), *_alike(path, lines, words)]
    if len(words) < LEAST_WORDS:
        faults.append(f"{path}:1: there are {len(words)} words. Have {LEAST_WORDS} at least, so that none can guess.")
    if faults:
        raise ContentError("\n".join(faults))
    return words


def _missing(path: Path, lines: Lines, words: tuple[ReceiptWord, ...], pictures: Path) -> Iterator[str]:
    for place, word in enumerate(words):
        file = pictures / f"{word.picture}.svg"
        if not file.is_file():
            yield f"{path}:{lines.at([place])}: {file} is missing. Put the drawing there."


def _doubled(path: Path, lines: Lines, listed: ReceiptWordsFile) -> Iterator[str]:
    seen: dict[str, str] = {}
    for place, entry in enumerate(listed.root):
        first = seen.setdefault(entry.openmoji, entry.word)
        if first != entry.word:
            yield f'{path}:{lines.at([place])}: "{entry.word}" and "{first}" share a drawing. Give each one of its own.'


def _alike(path: Path, lines: Lines, words: tuple[ReceiptWord, ...]) -> Iterator[str]:
    plain = [(place, word.word, folded(word.word), _stem(folded(word.word))) for place, word in enumerate(words)]
    for (_, one, folded_one, stem_one), (place, other, folded_other, stem_other) in combinations(plain, 2):
        is_alike = OSA.distance(folded_one, folded_other, score_cutoff=LEAST_SLIPS - 1) < LEAST_SLIPS
        if is_alike or OSA.distance(stem_one, stem_other, score_cutoff=1) < LEAST_SLIPS_OF_STEMS:
            yield f'{path}:{lines.at([place])}: "{other}" is too much like "{one}". Choose another word.'


def _stem(plain: str) -> str:
    ending = max((ending for ending in ENDINGS if plain.endswith(ending)), key=len, default="")
    return plain.removesuffix(ending)


def _emoji(code: str) -> str:
    """The sign itself; OpenMoji's own drawings stand in the range for private use and are shown nowhere else."""
    signs = [int(part, 16) for part in code.split("-")]
    if any(0xE000 <= sign <= 0xF8FF for sign in signs):  # noqa: PLR2004 - the private use area of Unicode
        return ""
    return "".join(map(chr, signs))
