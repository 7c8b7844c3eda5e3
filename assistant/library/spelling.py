"""How words are written: by known forms, by lists of names and words, and by a dictionary for what is near."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import product
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Protocol

from pydantic import RootModel, StringConstraints

from assistant.easy_language.forms import Forms
from assistant.easy_language.frequency import zipf_of
from assistant.easy_language.sentences import split_words
from assistant.library.content_files import read_yaml
from assistant.referrals.routing import Municipality

WORDS = "words.yaml"
DICTIONARY = Path("dictionary") / "lt_LT"

_SIGNS = {"a": "ą", "c": "č", "e": "ęė", "i": "į", "s": "š", "u": "ųū", "z": "ž"} | {"C": "Č", "S": "Š", "Z": "Ž"}
_MOST_VARIANTS = 3000

_Word = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]+(?:-[^\W\d_]+)*$")]


class WordsFile(RootModel[dict[_Word, tuple[_Word, ...]]]):
    """Words that the dictionary does not know, each with all its forms."""


class Hunspell(Protocol):
    """The part of chunspell that is asked."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that are near, the likeliest first."""
        ...


class KnownWords:
    """Spelling (see easy_language/spelling.py) by the words that are known; suggestions need a library."""

    def __init__(self, forms: Forms, words: frozenset[str] = frozenset(), dictionary: Path | None = None) -> None:
        self._forms, self._words, self._dictionary = forms, words, dictionary

    def knows(self, word: str) -> bool:
        """Whether the word, or each part of one with a hyphen, is a known form or listed."""
        return all(part.lower() in self._words or bool(self._forms.readings(part)) for part in word.split("-"))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Known words that only lack their signs, then what the dictionary's library finds near, where it is there."""
        hunspell = _hunspell(self._dictionary) if self._dictionary else None
        near = hunspell.suggest(word) if hunspell else ()
        return tuple(dict.fromkeys((*self._with_signs(word), *near)))

    def _with_signs(self, word: str) -> list[str]:
        """Known words that are this one with some of its plain letters made Lithuanian, the commonest first."""
        variants = [letter + _SIGNS.get(letter, "") for letter in word]
        if prod(map(len, variants)) > _MOST_VARIANTS:
            return []
        known = [one for one in map("".join, product(*variants)) if one != word and self.knows(one)]
        return sorted(known, key=lambda one: -zipf_of(one))


def load_words(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The words of words.yaml with their forms; none without such a file. Raises ContentError like `read_yaml`."""
    if not path.exists():
        return MappingProxyType({})
    return MappingProxyType(dict(read_yaml(path, WordsFile).root))


def names_in(municipalities: Mapping[str, Municipality]) -> Iterator[str]:
    """The words, in small letters, of all names of municipalities and places."""
    for municipality in municipalities.values():
        names = (municipality.name, municipality.genitive, municipality.accusative, municipality.locative)
        for name in (*names, *municipality.towns, *municipality.other_places):
            yield from (word.text.lower() for word in split_words(name))


@cache
def _hunspell(dictionary: Path) -> Hunspell | None:
    """The library with this dictionary; it is a help and no need, so that it may be missing."""
    try:
        library = import_module("hunspell")
    except ImportError:
        return None
    if not dictionary.with_suffix(".dic").exists():
        return None
    hunspell: Hunspell = library.Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.parent))
    return hunspell
