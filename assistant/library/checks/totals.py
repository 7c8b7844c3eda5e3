"""What all texts come to: how many, how long their sentences, how heavy their topics; and the limits of that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.easy_language.findings import Scope
from assistant.easy_language.levels import LIMITS
from assistant.easy_language.readability import Readability, measure
from assistant.easy_language.sentences import Sentence, split_sentences
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.checks.shown import Shown

HEAVIEST = 18.0
"""LIX10 that a topic may have; published easy Lithuanian news have 21, ordinary ones 34."""
MOST_WARNINGS = 1.0
"""Warnings of easy language in 100 words."""
LEVELS = (2, 1)


@dataclass(frozen=True)
class Topic:
    """A topic's place and how heavy it is."""

    name: str
    file: str
    line: int
    lix10: float


@dataclass(frozen=True)
class Totals:
    """All texts together. `words_per_sentence` is by level, without buttons; `warnings` are those of easy language."""

    texts: int
    words: int
    errors: int
    warnings: int
    words_per_sentence: dict[int, float]
    heaviest: Topic | None

    @property
    def warnings_in_100_words(self) -> float:
        """How often a text should be looked at again."""
        return 100 * self.warnings / self.words if self.words else 0.0


def totals_of(content: Content, texts: Sequence[Shown], problems: Iterable[Problem]) -> Totals:
    """The totals of these texts and of what was found in them."""
    found = [problem for problem in problems if problem.rule]
    return Totals(
        texts=len(texts),
        words=sum(_measured(shown.sentences).words for shown in texts),
        errors=sum(problem.is_error for problem in found),
        warnings=sum(not problem.is_error for problem in found),
        words_per_sentence={level: _mean(texts, level) for level in LEVELS},
        heaviest=max(topics_in(content), key=lambda topic: topic.lix10, default=None),
    )


def check_totals(content: Content, totals: Totals) -> Iterator[Problem]:
    """Means that are too long, topics that are too heavy, too many warnings."""
    root = str(content.root)
    for level, mean in totals.words_per_sentence.items():
        most = LIMITS[level].mean
        if mean > most:
            what = f"Sentences at level {level} have {mean:.1f} words on average."
            yield Problem(root, 1, what, f"Write {most:.0f} at most.")
    for topic in topics_in(content):
        if topic.lix10 > HEAVIEST:
            what = f'The topic "{topic.name}" is heavy: LIX10 is {topic.lix10:.1f}.'
            yield Problem(topic.file, topic.line, what, f"Write shorter sentences and words, {HEAVIEST:.0f} at most.")
    if totals.warnings_in_100_words > MOST_WARNINGS:
        what = f"There are {totals.warnings_in_100_words:.1f} warnings of easy language in 100 words."
        yield Problem(root, 1, what, f"Mend some, so that there is {MOST_WARNINGS:.0f} at most.")


def topics_in(content: Content) -> Iterator[Topic]:
    """Every topic with its weight; one without words weighs nothing."""
    for read in content.topics:
        for name, entry in read.content.topics.items():
            lix10 = _measured(entry.sentences).lix10
            yield Topic(name, read.file, read.line("topics", name), lix10)


def _mean(texts: Iterable[Shown], level: int) -> float:
    sentences = [
        sentence
        for shown in texts
        if shown.level == level and shown.scope is not Scope.BUTTON
        for sentence in _sentences(shown.sentences)
    ]
    return measure(sentences).words_per_sentence


def _measured(sentences: Sequence[str]) -> Readability:
    return measure(_sentences(sentences))


def _sentences(lines: Sequence[str]) -> tuple[Sentence, ...]:
    return split_sentences("\n".join(" ".join(line.split()) for line in lines))
