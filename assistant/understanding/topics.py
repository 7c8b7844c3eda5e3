"""Which topic, and of which service, a person's words are about.

Found in two parts, topic and service, because people ask the same twelve things about every service, and a follow-up
("o kiek kainuoja?") names only the topic. The answer may be "ask back": a wrong answer told with confidence harms more
than one more question.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.understanding.leanings import IN_TALK, NONE_OF_OURS, evened, leaning_to
from assistant.understanding.nearness import IN_DANGER, learned_dangers, least_nearness, nearness
from assistant.understanding.normalize import words_of
from assistant.understanding.phrase_model import PhraseModel, Stored
from assistant.understanding.safety import Danger
from assistant.understanding.services import ANY_SERVICE, NamedServices, ServiceNames
from assistant.understanding.slips import spoilt
from assistant.understanding.spelling import Speller
from assistant.understanding.spoken import without_hesitation
from assistant.understanding.strange import UsualLetters
from assistant.understanding.trust import AnswerExample, AnswerWords

OUT_OF_SCOPE = "out-of-scope"
"""The topic of words that fit nothing we can speak of."""

WISHES = frozenset({"check-eligibility", "send-request"})
"""General topics that lead to doing something about a service where one is named."""


@dataclass(frozen=True)
class Phrase:
    """An example of how people write. `service` is empty where the words do not tell it."""

    text: str
    topic: str
    service: str = ""


@dataclass(frozen=True)
class TopicGuess:
    """One possible meaning; `service` is empty for topics that are not about a service, or where it is not known.

    The wishes to check and to send a request carry the service that the words name: the check begins with it.

    `confidence` is a probability, 0 to 1.
    """

    topic: str
    service: str
    confidence: float


@dataclass(frozen=True)
class TopicReading:
    """What the words may mean, best first, at least one and at most three.

    Where `is_certain` is false the assistant asks back with these as its buttons. Where nothing fits, the first guess
    is out-of-scope; it is certain where the words are plainly about something else.
    """

    guesses: tuple[TopicGuess, ...]
    is_certain: bool

    @property
    def best(self) -> TopicGuess:
        """The likeliest meaning."""
        return self.guesses[0]


class TopicFinder:
    """Finds topics; it keeps nothing of what it is asked. Made of phrases, or of what an earlier one has learned."""

    def __init__(
        self,
        topics: PhraseModel,
        services: PhraseModel,
        dangers: PhraseModel | None,
        of_service: frozenset[str],
        known: Mapping[str, str],
        times: Mapping[str, int],
        usual: UsualLetters,
        speller: Speller,
        names: ServiceNames,
        dictionary: frozenset[str],
        answers: AnswerWords,
    ) -> None:
        self.dictionary = dictionary
        self.answers = answers
        self._names = names
        self._topics = topics
        self._dangers = dangers
        self._services = services
        self.services = frozenset(services.labels)
        self._of_service = of_service
        self._known = known
        self._usual = usual
        self._speller = speller
        self._times = times
        none_of_ours = leaning_to(topics.labels, {OUT_OF_SCOPE}, NONE_OF_OURS)
        self._evened = evened(topics.labels, times, _DANGERS | {OUT_OF_SCOPE}) + none_of_ours
        self._in_talk = self._evened + leaning_to(topics.labels, of_service, IN_TALK)

    @classmethod
    def learned(
        cls,
        phrases: Iterable[Phrase],
        names: ServiceNames | None = None,
        usual_words: Collection[str] = (),
        dictionary: Collection[str] = (),
        answers: Iterable[AnswerExample] = (),
    ) -> "TopicFinder":
        """Learns from phrases and from how questions are answered, always in the same way.

        `names` are those by which services are named; `usual_words` are Lithuanian words that are no slips of others,
        `dictionary` those that are no names.
        """
        names = names or ServiceNames()
        examples = [(_plain(phrase.text), phrase) for phrase in phrases]
        named = [(names.find(plain).rest, phrase) for plain, phrase in examples]
        about = [(plain, phrase.service) for plain, phrase in examples if phrase.service]
        known = _unambiguous((rest, phrase.topic) for rest, phrase in named)
        return cls(
            PhraseModel.learned(
                [rest for rest, _ in named],
                [phrase.topic for _, phrase in named],
                spoilt([(plain, phrase.topic) for plain, phrase in examples], lambda plain: names.find(plain).rest),
                with_pairs=True,
            ),
            PhraseModel.learned([plain for plain, _ in about], [service for _, service in about]),
            learned_dangers({plain: phrase.topic in _DANGERS for plain, phrase in examples}),
            # A topic is about a service where some example of it is; the wishes only may be.
            frozenset(phrase.topic for _, phrase in examples if phrase.service) - WISHES,
            known,
            Counter(phrase.topic for _, phrase in examples),
            UsualLetters.of(plain for plain, phrase in examples if phrase.topic != OUT_OF_SCOPE),
            # Names of services are words, too, that may be mended.
            Speller.of((plain for plain, _ in examples), {word for usual in usual_words for word in words_of(usual)}),
            names,
            frozenset(dictionary),
            AnswerWords.learned(answers),
        )

    @classmethod
    def recalled(cls, stored: Stored, names: ServiceNames | None = None) -> "TopicFinder":
        """The same finder as the one that gave `stored`. Raises KeyError where a part is missing."""
        return cls(
            PhraseModel(_part(stored, "topics.")),
            PhraseModel(_part(stored, "services.")),
            PhraseModel(_part(stored, "dangers.")) if "dangers.labels" in stored else None,
            frozenset(str(topic) for topic in stored["of_service"]),
            dict(zip(map(str, stored["known.words"]), map(str, stored["known.topics"]), strict=True)),
            dict(zip(map(str, stored["times.topics"]), map(int, stored["times.many"]), strict=True)),
            UsualLetters(map(str, stored["usual"])),
            Speller.recalled(_part(stored, "spelling.")),
            names or ServiceNames(),
            frozenset(str(stored["dictionary"][()]).split("\n")),
            AnswerWords.recalled(_part(stored, "answers.")),
        )

    def stored(self) -> Stored:
        """What was learned, for `recalled`."""
        return {
            **{f"topics.{name}": values for name, values in self._topics.stored().items()},
            **{f"services.{name}": values for name, values in self._services.stored().items()},
            **({f"dangers.{name}": values for name, values in self._dangers.stored().items()} if self._dangers else {}),
            **{f"spelling.{name}": values for name, values in self._speller.stored().items()},
            **{f"answers.{name}": values for name, values in self.answers.stored().items()},
            "of_service": np.array(sorted(self._of_service)),
            "known.words": np.array(list(self._known)),
            "known.topics": np.array(list(self._known.values())),
            "times.topics": np.array(list(self._times)),
            "times.many": np.array(list(self._times.values())),
            "usual": np.array(sorted(self._usual.groups)),
            # Lines, since an array of words takes for each the room of the longest.
            "dictionary": np.array("\n".join(sorted(self.dictionary))),
        }

    def usual_words(self, least: int) -> frozenset[str]:
        """The folded words that stand in as many of the phrases, at least, that tell their topic by themselves."""
        times = Counter(word for words in self._known for word in set(words.split()))
        return frozenset(word for word, count in times.items() if count >= least)

    def only_named(self, text: str) -> str:
        """The service whose name, however it is spelt, is all that somebody says; empty where more is said."""
        plain = _plain(text)
        found = (self._names.find(spelt) for spelt in (plain, self._speller.mended(plain)))
        return next(
            (
                names.services[0]
                for names in found
                if without_hesitation(names.rest) == ANY_SERVICE and len(names.services) == 1
            ),
            "",
        )

    def find(self, text: str, context_service: str = "") -> TopicReading:
        """What the words may mean; `context_service` is the service that the conversation is about, if any."""
        plain = _plain(text)
        if not plain:
            return TopicReading((TopicGuess(OUT_OF_SCOPE, "", 1.0),), is_certain=False)
        names = self._names.find(plain, context_service)
        topic = self._known.get(names.rest) or self._known.get(without_hesitation(names.rest))
        if topic is not None:
            guesses = self._with_services(((topic, 1.0),), plain, names, context_service)
            return TopicReading(guesses, is_certain=len(guesses) == 1)
        if self._usual.are_strange(plain):
            return TopicReading((TopicGuess(OUT_OF_SCOPE, "", 1.0),), is_certain=True)
        spelling = self._speller.mended(plain)
        mended = names if spelling == plain else self._names.find(spelling, context_service)
        leaning = self._in_talk if context_service and not (names.services or mended.services) else self._evened
        judged = self._topics.judge(*dict.fromkeys((names.rest, mended.rest)), leaning=leaning)
        names = mended if mended.services else names
        ranked = judged.ranked
        if ranked[0][0] == OUT_OF_SCOPE or ranked[0][1] < LEAST_BEST or judged.margin < LEAST_MARGIN:
            return self._out_of_scope(ranked, plain, names, context_service)
        is_sure = ranked[0][1] >= SURE_TIMES * ranked[1][1]
        near = ranked[:1] if is_sure else tuple(item for item in ranked[:MOST_GUESSES] if item[1] >= LEAST_SHARE)
        guesses = self._with_services(near, plain, names, context_service)
        return TopicReading(guesses, is_certain=is_sure and len(guesses) == 1)

    def _out_of_scope(
        self, ranked: Sequence[tuple[str, float]], plain: str, names: NamedServices, context: str
    ) -> TopicReading:
        """Nothing fits; where even that is not certain, the nearest topics follow, to be asked about."""
        share = dict(ranked).get(OUT_OF_SCOPE, 0.0)
        is_plain = ranked[0][0] == OUT_OF_SCOPE and share >= SURE
        near = [(topic, its) for topic, its in ranked[:MOST_GUESSES] if topic != OUT_OF_SCOPE and its >= LEAST_SHARE]
        others = () if is_plain else self._with_services(near, plain, names, context)
        return TopicReading((TopicGuess(OUT_OF_SCOPE, "", share), *others)[:MOST_GUESSES], is_certain=is_plain)

    def find_danger(self, text: str, *, is_answer: bool = False) -> Danger | None:
        """The danger that the words come near to by the examples: a sign to ask, too weak to alarm.

        `is_answer` tells that a short answer was asked for, such as an age, which few words more likely are.
        """
        plain = _plain(text)
        if self._dangers is None or not plain:
            return None
        known = self._known.get(plain)
        if known is not None:
            return Danger(known) if known in _DANGERS else None
        if self._nearness(self._dangers, plain) < least_nearness(len(plain.split()), is_answer=is_answer):
            return None
        return next(Danger(topic) for topic, _ in self._topics.judge(plain).ranked if topic in _DANGERS)

    def nearness_of_danger(self, text: str) -> float | None:
        """How near the words come to danger by the examples: above 0 near, far below 0 far; None if none is known."""
        plain = _plain(text)
        return self._nearness(self._dangers, plain) if self._dangers is not None and plain else None

    def _nearness(self, dangers: PhraseModel, plain: str) -> float:
        """Two models are asked: one that knows danger alone, and the one that knows what else the words may be."""
        alone = dict(dangers.judge(plain).ranked)[IN_DANGER]
        among = sum(share for topic, share in self._topics.judge(plain).ranked if topic in _DANGERS)
        return nearness(alone, among)

    def is_of_service(self, topic: str) -> bool:
        """Whether the topic is one that is asked about a service."""
        return topic in self._of_service

    def _with_services(
        self, topics: Sequence[tuple[str, float]], plain: str, names: NamedServices, context: str
    ) -> tuple[TopicGuess, ...]:
        """Each topic with the services it may be about, at most MOST_GUESSES in all, likeliest first."""
        services: tuple[str, ...] = ()
        guesses = []
        for topic, share in topics:
            if topic not in self._of_service:
                named = names.services[0] if topic in WISHES and len(names.services) == 1 else ""
                guesses.append(TopicGuess(topic, named, share))
                continue
            services = services or self._services_of(plain, names, context)
            guesses += [TopicGuess(topic, service, share / len(services)) for service in services]
        return tuple(sorted(guesses, key=lambda guess: -guess.confidence)[:MOST_GUESSES])

    def _services_of(self, plain: str, names: NamedServices, context: str) -> tuple[str, ...]:
        """Words that name a service come first, then the conversation, then what was learned, then all main ones."""
        if names.services:
            return names.services
        if context:
            return (context,)
        judged = self._services.judge(plain)
        best, share = judged.ranked[0]
        return (best,) if share >= SURE_SERVICE and judged.margin >= LEAST_SERVICE_MARGIN else self._names.main


MOST_GUESSES = 3
_DANGERS = frozenset(danger.value for danger in Danger)

# By five-fold trials on the examples and on messages written for development; docs/understanding.md tells how.
SURE = 0.7
SURE_TIMES = 4.0
"""How many times likelier than the second the best guess must be: it tells right from wrong better than their lead.

On development messages two in a hundred are wrong and certain with it, and three with half of it.
"""

LEAST_BEST, LEAST_SHARE, LEAST_MARGIN = 0.1, 0.02, -0.7
SURE_SERVICE, LEAST_SERVICE_MARGIN = 0.6, -0.6


def _plain(text: str) -> str:
    return " ".join(words_of(text))


def _part(stored: Stored, prefix: str) -> Stored:
    return {name.removeprefix(prefix): values for name, values in stored.items() if name.startswith(prefix)}


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Words to topic, without words that are examples of several topics."""
    topics: dict[str, set[str]] = {}
    for words, topic in pairs:
        topics.setdefault(words, set()).add(topic)
    return {words: next(iter(found)) for words, found in topics.items() if len(found) == 1}
