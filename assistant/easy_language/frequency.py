"""How common a Lithuanian word is.

Measured in Zipf's scale: 3 is once in a million words, 6 once in a thousand. The list holds about 64 000 forms and
nothing rarer than 3; so a word that is not in it is rare, or a rare form of a word of which other forms are in it.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log10
from unicodedata import combining, normalize

from simplemma import is_known, lemmatize
from wordfreq import get_frequency_dict

_CACHED = 50_000
_LANGUAGE = "lt"
_TO_ZIPF = 9
_NEGATION = "ne"
_SHORTEST = 3
_OF_ACCUSATIVES = ("ą", "ę", "į", "ų")


@lru_cache(_CACHED)
def zipf_of(word: str, lemmas: tuple[str, ...] = ()) -> float:
    """How common the word is as it stands, or its dictionary words as they stand; 0 where none is on the list."""
    return _zipf(max(_forms().get(one, 0.0) for one in _candidates(word, lemmas)))


@lru_cache(_CACHED)
def zipf_of_kin(word: str, lemmas: tuple[str, ...] = ()) -> float:
    """How common all forms of its dictionary words are together."""
    return _zipf(max(_lemmas().get(one, 0.0) for one in _candidates(word, lemmas)))


def common_forms() -> frozenset[str]:
    """All forms on the list: none is rarer than once in a million words."""
    return frozenset(_forms())


def dictionary_words() -> frozenset[str]:
    """The forms on the list that belong to an ordinary word rather than to a name, which has a capital letter.

    Accusatives are left out. Dictionary words are there without their diacritics, too: "kėdė", "kėdės", "kede".
    """
    forms = {form: lemmatize(form, _LANGUAGE) for form in _forms() if form.isalpha() and is_known(form, _LANGUAGE)}
    small = {form: lemma for form, lemma in forms.items() if lemma.islower() and len(form) >= _SHORTEST}
    return frozenset(form for form in small if not form.endswith(_OF_ACCUSATIVES)) | {*map(_plain, small.values())}


def _plain(word: str) -> str:
    return "".join(sign for sign in normalize("NFKD", word) if not combining(sign))


def _candidates(word: str, lemmas: tuple[str, ...]) -> set[str]:
    small = word.lower()
    found = {small, lemmatize(small, _LANGUAGE).lower(), *lemmas}
    return found | {one.removeprefix(_NEGATION) for one in found if len(one) > len(_NEGATION) + _SHORTEST}


def _zipf(frequency: float) -> float:
    return log10(frequency) + _TO_ZIPF if frequency else 0.0


@cache
def _forms() -> Mapping[str, float]:
    return get_frequency_dict(_LANGUAGE)


@cache
def _lemmas() -> Mapping[str, float]:
    lemmas: dict[str, float] = {}
    for form, frequency in _forms().items():
        for lemma in {form, lemmatize(form, _LANGUAGE).lower()}:
            lemmas[lemma] = lemmas.get(lemma, 0.0) + frequency
    return lemmas
