"""The words and data that editors own, loaded once and frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from assistant.eligibility.rules import Rule, Source
from assistant.library.ready_replies import ReadyText
from assistant.library.receipt_words import ReceiptWord
from assistant.referrals.office import Office
from assistant.referrals.routing import Municipality, Route
from assistant.understanding.places import Gazetteer
from assistant.understanding.receipts import ReceiptReader
from assistant.understanding.scrub import Scrubber
from assistant.understanding.terms import TermFinder
from assistant.understanding.topics import TopicFinder


@dataclass(frozen=True)
class Words:
    """A message: sentences with fields in braces, and the picture that goes with it (empty for none).

    `for_other` holds the sentences where somebody asks on behalf of another person; empty where they are the same.
    """

    sentences: tuple[str, ...]
    picture: str = ""
    for_other: tuple[str, ...] = ()

    def said(self, *, to_helper: bool = False, **fields: str) -> tuple[str, ...]:
        """The sentences with their fields filled in."""
        chosen = self.for_other if to_helper and self.for_other else self.sentences
        return tuple(sentence.format(**fields) for sentence in chosen)


@dataclass(frozen=True)
class Answer:
    """One choice of a question: id, label and picture; `also` are other words by which people choose it."""

    id: str
    label: str
    picture: str = ""
    label_for_other: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question: its words, its choices, why it is asked, and what is said to somebody who does not know."""

    id: str
    words: Words
    choices: tuple[Answer, ...] = ()
    why: Words = Words(())
    dont_know: Words = Words(())


@dataclass(frozen=True)
class Comprehension:
    """A question by which somebody sees whether they understood a text; `right` is the id of the right choice.

    Without `choices` it is a question of yes or no, whose choices are those of the question "yes-no".
    """

    question: str
    choices: tuple[Answer, ...]
    right: str


@dataclass(frozen=True)
class TopicAnswer:
    """What is said about one topic (of one service, where the topic has services).

    `sentences` are level 2, `simple` level 1 (empty where not written yet), `for_other` level 2 for somebody who helps
    another person (empty where the sentences fit them too). `foreign` is the answer in other languages, by language.
    `related` are the answers to go on with, as `linked` reads them.
    """

    topic: str
    service: str
    title: str
    sentences: tuple[str, ...]
    simple: tuple[str, ...]
    picture: str
    sources: tuple[Source, ...]
    related: tuple[str, ...] = ()
    for_other: tuple[str, ...] = ()
    foreign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comprehension: Comprehension | None = None

    @property
    def fingerprint(self) -> str:
        """Changes with the words that are read."""
        return fingerprint_of(self.sentences, self.simple, self.for_other)


def fingerprint_of(sentences: Iterable[str], simple: Iterable[str], for_other: Iterable[str]) -> str:
    """Twelve signs that change with any of these words."""
    words = "\n".join((*sentences, "", *simple, "", *for_other))
    return sha256(words.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class ServiceName:
    """The service's Lithuanian name in the cases that sentences need, and its picture.

    `called` are other names by which people ask for it; a main one is offered where words fit every service alike.
    """

    id: str
    label: str
    genitive: str
    accusative: str
    picture: str
    called: tuple[str, ...] = ()
    is_main: bool = False


@dataclass(frozen=True)
class Term:
    """A hard word with all its forms, of which `term` is the first, and the sentences that explain it.

    A common word is explained to somebody who asks, but not marked in texts. `picture` is empty where there is none.
    """

    id: str
    term: str
    forms: tuple[str, ...]
    sentences: tuple[str, ...]
    picture: str = ""
    sources: tuple[Source, ...] = ()
    is_common: bool = False


def linked(related: str, service: str) -> tuple[str, str]:
    """Topic and service of an answer to go on with: "pay" of this service, "what-is|social-workshops" of that one."""
    topic, _, other = related.partition("|")
    return topic, other or service


@dataclass(frozen=True)
class Library:
    """Everything that the engine may say or know.

    `routes` are the municipalities that receive requests now; `paused` are those whose department has switched sending
    off for a while. `offices` is what departments have set themselves, as far as they did. `notice_version` is the mark
    of the privacy notice, which changes with its words.
    """

    messages: Mapping[str, Words]
    questions: Mapping[str, Question]
    topics: Mapping[tuple[str, str], TopicAnswer]
    services: Mapping[str, ServiceName]
    rules: Mapping[str, Rule]
    municipalities: Mapping[str, Municipality]
    routes: Mapping[str, Route]
    gazetteer: Gazetteer
    finder: TopicFinder
    pictures: frozenset[str] = field(default=frozenset())
    receipt_words: tuple[ReceiptWord, ...] = ()
    receipt_reader: ReceiptReader = field(default_factory=lambda: ReceiptReader(()))
    scrubber: Scrubber = field(default_factory=Scrubber)
    terms: Mapping[str, Term] = field(default_factory=dict)
    term_finder: TermFinder = field(default_factory=lambda: TermFinder({}))
    ready_replies: Mapping[str, ReadyText] = field(default_factory=dict)
    first_names: frozenset[str] = frozenset()
    paused: Mapping[str, Route] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    notice_version: str = ""

    def route_of(self, municipality: str) -> Route | None:
        """The route of a municipality for what it has already, also while it receives nothing new."""
        return self.routes.get(municipality) or self.paused.get(municipality)

    def topic(self, topic: str, service: str = "") -> TopicAnswer | None:
        """The answer for this service, else the general one, else None."""
        return self.topics.get((topic, service)) or self.topics.get((topic, ""))

    def title(self, topic: str) -> str:
        """The topic's short title, as of the first service that has one; empty where nothing is written about it."""
        return next((answer.title for (known, _), answer in self.topics.items() if known == topic), "")
