"""Hard words: where they stand in sentences, and which of them somebody asks about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding.normalize import words_of


@dataclass(frozen=True)
class FoundTerm:
    """A hard word by its id, the sentence in which it stands, and its first and its last character + 1 there."""

    term: str
    sentence: int
    start: int
    end: int


def in_small_letters(text: str) -> tuple[str, ...]:
    """The words as a hard word is known by them, whatever their capitals and the spaces between them."""
    return tuple(word.casefold() for word in _WORD.findall(text))


class TermFinder:
    """Knows hard words by their forms; `forms` gives the id of each."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        known: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for form, term in forms.items():
            words = in_small_letters(form)
            known[words[0]].append((words, term))
        # The longest first: "atvejo vadybos posėdis" is more than "atvejo vadyba".
        self._by_first_word = {
            first: sorted(forms, key=lambda known: len(known[0]), reverse=True) for first, forms in known.items()
        }
        self._by_plain_words = {" ".join(words_of(form)): term for form, term in forms.items()}
        # What we say is said to everybody.
        self._within = lru_cache(maxsize=4096)(lambda sentence: tuple(self._in_sentence(sentence)))

    def find(self, sentences: Sequence[str]) -> tuple[FoundTerm, ...]:
        """The hard words in these sentences in their order, each once: where it stands first."""
        found: dict[str, FoundTerm] = {}
        for place, sentence in enumerate(sentences):
            for term, start, end in self._within(sentence):
                found.setdefault(term, FoundTerm(term, place, start, end))
        return tuple(found.values())

    def _in_sentence(self, sentence: str) -> Iterator[tuple[str, int, int]]:
        if self._by_first_word.keys().isdisjoint(_WORD.findall(sentence.casefold())):
            # Most sentences have none, and looking where it would stand takes twice as long.
            return
        words = list(_WORD.finditer(sentence))
        small = [word.group().casefold() for word in words]
        at = 0
        while at < len(words):
            known = self._by_first_word.get(small[at], ())
            for form, term in known:
                last = at + len(form) - 1
                if tuple(small[at : last + 1]) == form and _is_one_phrase(sentence, words[at : last + 1]):
                    yield term, words[at].start(), words[last].end()
                    at = last
                    break
            at += 1

    def named(self, text: str) -> str:
        """The hard word that is all of this text, also without the marks on letters or with a slip; empty for none."""
        said = " ".join(words_of(text))
        exact = self._by_plain_words.get(said)
        if exact is not None or len(said) < _SHORTEST_MISSPELT:
            return exact or ""
        near = process.extractOne(
            said, self._by_plain_words.keys(), scorer=OSA.distance, score_cutoff=2 if len(said) >= _LONG else 1
        )
        # A slip in the first letter makes another word more often than it is a slip.
        return self._by_plain_words[near[0]] if near and near[0][0] == said[0] else ""


def asks_what_it_means(text: str) -> str | None:
    """The words of which somebody asks what they mean: "ką reiškia X?"; empty where it is not said of which."""
    return _asked(text, _ASKS_MEANING)


def asks_what_it_is(text: str) -> str | None:
    """The words of which somebody asks what they are: "kas yra X?"."""
    return _asked(text, _ASKS_WHAT) or None


def _asked(text: str, wordings: Sequence[str]) -> str | None:
    said = " ".join(words_of(text))
    for wording in wordings:
        if said == wording:
            return ""
        if said.startswith(f"{wording} "):
            return said.removeprefix(f"{wording} ")
        if said.endswith(f" {wording}"):
            return said.removesuffix(f" {wording}")
    return None


def _is_one_phrase(sentence: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but spaces stands between these words."""
    return all(sentence[one.end() : following.start()].isspace() for one, following in pairwise(words))


_WORD = re.compile(r"[^\W_]+")
_SHORTEST_MISSPELT = 6
_LONG = 12
# Folded, the longest first.
_ASKS_MEANING = (
    "ka reiskia sitie zodziai",
    "ka reiskia sis zodis",
    "ka reiskia tas zodis",
    "ka reiskia zodziai",
    "ka reiskia zodis",
    "ka tai reiskia",
    "ka cia reiskia",
    "ka reiskia",
    "nesuprantu zodzio",
    "nesuprantu zodziu",
    "paaiskinkite zodi",
    "paaiskinkit zodi",
    "paaiskink zodi",
    "kas per zodis",
)
_ASKS_WHAT = (
    "kas tai yra",
    "kas cia yra",
    "kas yra",
    "kas cia per",
    "kas tai",
    "kas toks",
    "kas tokia",
    "kas tokie",
    "kas tokios",
    "kas tas",
    "kas ta",
    "kas tie",
    "kas tos",
)
