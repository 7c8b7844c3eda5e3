"""Whether every word beside a value is one that people use in such an answer; else the person is asked first.

The readers know what makes a number an age. What people write beside it no pattern can foresee: "mamai 72" tells the
age of somebody else, "nežinau slaptažodžio" does not answer what was asked. So a value counts at once only where each
word of the message stands in examples of the same meaning often enough. Anything else was perhaps understood, and is
said back: "Ar gerai supratau?"
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from assistant.understanding.normalize import as_it_sounds, words_of
from assistant.understanding.phrase_model import Stored
from assistant.understanding.quantities import plain_quantity
from assistant.understanding.spoken import RELATIVES, is_filler

VALUE = "value"
"""What a number, a name or a time means here: that it may be taken."""

NOTHING = ""
"""What is meant where nothing may be taken."""

DONT_KNOW = "dont-know"


@dataclass(frozen=True)
class AnswerExample:
    """How somebody answers.

    `kind` is what was asked for, such as "yes-no", "age" or "name". `meant` is the yes, no or kind of
    disability that may be taken, VALUE where it is a number, NOTHING where nothing may be. `question` is the fact that
    was asked, empty where any may have been.
    """

    kind: str
    text: str
    meant: str
    question: str = ""


class AnswerWords:
    """How often each beginning of a word stands in answers of each meaning; made of examples, it never changes."""

    def __init__(self, times: Mapping[tuple[str, str], Mapping[str, int]]) -> None:
        """`times` by kind (with its question, if any) and beginning of a word, then by what was meant."""
        self._times = times
        self._kinds = frozenset(kind for kind, _ in times)

    @classmethod
    def learned(cls, examples: Iterable[AnswerExample]) -> "AnswerWords":
        """Counts the words of examples."""
        times: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for example in examples:
            for word in set(_beginnings(example.kind, example.text)):
                times[_named(example.kind, example.question), word][example.meant] += 1
        return cls(times)

    @classmethod
    def recalled(cls, stored: Stored) -> "AnswerWords":
        """The same as the one that gave `stored`."""
        times: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        lines = str(stored["lines"][()]).split("\n")
        for line, many in zip(lines, stored["many"], strict=False):
            kind, word, meant = line.split("\t")
            times[kind, word][meant] = int(many)
        return cls(times)

    def stored(self) -> Stored:
        """What was counted, for `recalled`."""
        counted = [(*key, meant, many) for key, means in self._times.items() for meant, many in means.items()]
        return {
            "lines": np.array("\n".join(f"{kind}\t{word}\t{meant}" for kind, word, meant, _ in counted)),
            "many": np.array([many for *_, many in counted], dtype=np.int32),
        }

    def is_plain(
        self,
        text: str,
        kind: str,
        meant: str,
        *,
        question: str = "",
        of_helper: bool = False,
        beside: Collection[str] = (),
    ) -> bool:
        """Whether the words are so plainly an answer of this kind and meaning that it may count at once.

        `beside` are words that need not be known, such as a name.

        A relative who is named in an answer about a number or a kind of disability makes it doubtful whose it is,
        unless a helper is asked. Where nothing was learned of the kind, there is nothing to doubt.
        """
        if meant == DONT_KNOW:
            # Not knowing is said in the same words whatever was asked.
            kind, question = "yes-no", ""
        elif kind != "yes-no" and not of_helper and any(map(_RELATIVE.fullmatch, words_of(text))):
            return False
        if kind not in self._kinds:
            return True
        kinds = tuple(dict.fromkeys((kind, _named(kind, question))))
        return all(self._share(kinds, word, meant) >= TRUSTED for word in _beginnings(kind, text, beside))

    def _share(self, kinds: tuple[str, ...], word: str, meant: str) -> float:
        found: Counter[str] = Counter()
        for kind in kinds:
            found.update(self._times.get((kind, word), {}))
        # One more than there are, so that a word that was seen once is not known for certain.
        return found[meant] / (found.total() + 1)


def _named(kind: str, question: str) -> str:
    return f"{kind} {question}" if question else kind


def _beginnings(kind: str, text: str, beside: Collection[str] = ()) -> tuple[str, ...]:
    """The beginnings of the words that say something, as they sound; a number is known by how many digits it has."""
    words = words_of(plain_quantity(text)) if kind in _NUMBERS else words_of(text)
    told = (word for word in words if word not in beside and (not is_filler(word) or _RELATIVE.fullmatch(word)))
    return tuple(as_it_sounds(_DIGIT.sub("0", word))[:BEGINNING] for word in told)


TRUSTED = 0.12
"""The least share of a word's examples with the same meaning; by trials on examples that were held apart."""

BEGINNING = 5
"""So many letters of a word count: behind them stand the endings."""

_NUMBERS = frozenset({"age", "level", "phone"})
_RELATIVE = re.compile(RELATIVES)
_DIGIT = re.compile(r"\d")
