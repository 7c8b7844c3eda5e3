"""What a form of a word can be: its dictionary word, its class, and the features that make it hard to read.

Lithuanian endings deceive (*tekstus* ends like a gerund, *nustato* like a passive), so rules ask for readings and never
trust an ending alone. Two sources give readings: the closed lexicon of the product's own texts, in which people have
classified every form, and the spelling dictionary, whose paradigms say how a form may have been made.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class WordClass(StrEnum):
    """The part of speech."""

    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    VERB = "verb"
    PRONOUN = "pronoun"
    NUMERAL = "numeral"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PARTICLE = "particle"
    INTERJECTION = "interjection"


class Feature(StrEnum):
    """A feature that a rule asks for. Forms of verbs that are none of these features are infinitives."""

    FINITE = "finite"
    IMPERATIVE = "imperative"
    SECOND_SINGULAR = "second-singular"
    FREQUENTATIVE = "frequentative"
    SUBJUNCTIVE = "subjunctive"
    HALF_PARTICIPLE = "half-participle"
    GERUND = "gerund"
    ACTIVE_PARTICIPLE = "active-participle"
    PASSIVE_PARTICIPLE = "passive-participle"
    REFLEXIVE = "reflexive"
    NEGATED = "negated"
    NOMINALISATION = "nominalisation"
    GENITIVE = "genitive"
    PRONOMINAL = "pronominal"
    DIMINUTIVE = "diminutive"
    FOREIGN = "foreign"
    HARD = "hard"


@dataclass(frozen=True)
class Reading:
    """One thing that a form can be. `lemma` is in small letters unless it is a name."""

    lemma: str
    word_class: WordClass
    features: frozenset[Feature] = frozenset()


class Forms(Protocol):
    """Knows forms of words."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Everything that the form can be, the likeliest first; empty for a form that is not known."""
        ...


class NoForms:
    """Knows no form; rules then say only what signs and lists of words tell."""

    def readings(self, form: str) -> tuple[Reading, ...]:  # noqa: ARG002 - the protocol's argument
        """Always empty."""
        return ()


def may_be(readings: tuple[Reading, ...], *features: Feature) -> bool:
    """Whether some reading has one of these features."""
    return any(not reading.features.isdisjoint(features) for reading in readings)
