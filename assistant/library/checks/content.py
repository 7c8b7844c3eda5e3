"""Runs every check over a content folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.easy_language.report import check
from assistant.errors import ContentError
from assistant.library.answers import load_answer_files
from assistant.library.checks.claims import check_claims
from assistant.library.checks.coverage import check_coverage, shown_strings, unchecked
from assistant.library.checks.fields import check_fields
from assistant.library.checks.glossary import check_glossary
from assistant.library.checks.labels import check_labels
from assistant.library.checks.language import check_language
from assistant.library.checks.lexicon import check_lexicon
from assistant.library.checks.names import shown_names, staff_words
from assistant.library.checks.pictures import check_pictures
from assistant.library.checks.problem import Problem, problems_of
from assistant.library.checks.reading import read_content
from assistant.library.checks.reviews import check_reviews
from assistant.library.checks.services import check_services
from assistant.library.checks.shown import shown_texts
from assistant.library.checks.sources import check_sources
from assistant.library.checks.topics import check_topics
from assistant.library.checks.totals import Totals, check_totals, totals_of
from assistant.library.easier import load_wordings
from assistant.library.first_names import load_first_names
from assistant.library.municipalities import load_municipalities
from assistant.library.phrases import load_phrases
from assistant.library.ready_replies import load_ready_replies
from assistant.library.receipt_words import load_receipt_words
from assistant.library.reviews import load_reviews
from assistant.library.routes import load_routes
from assistant.library.rules import load_rules
from assistant.library.sources import load_sources
from assistant.library.teaching import load_expectations
from assistant.library.terms import load_terms
from assistant.library.topics import load_services, load_topics
from assistant.library.vocabulary import Vocabulary, load_vocabulary
from assistant.library.words import MESSAGE_FILES, load_messages, load_questions

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Examination:
    """Everything that is wrong, in the order of files and lines, what all texts come to, and how much was seen.

    `strings` are all strings of content that somebody may read, `checked` those of them that a check sees; `for_staff`
    are the words of the catalog, which are all checked.
    """

    problems: list[Problem]
    totals: Totals
    strings: int
    checked: int
    for_staff: int

    @property
    def percent(self) -> int:
        """How many strings of a hundred are checked; 100 only where it is every one."""
        return 100 * self.checked // self.strings if self.strings else 0


def check_content(root: Path) -> list[Problem]:
    """Everything that is wrong under this folder and in the words for staff; empty where all is well."""
    return examine(root).problems


def examine(root: Path) -> Examination:
    """The same, with the totals and how much was checked."""
    content = read_content(root)
    vocabulary, no_vocabulary = _vocabulary(root)
    texts = list(shown_texts(content))
    names = list(shown_names(content))
    for_staff = list(staff_words())
    problems = [
        *content.problems,
        *_unloadable(root),
        *check_services(content),
        *check_topics(content),
        *check_pictures(content),
        *check_sources(content),
        *check_claims(content),
        *check_glossary(content),
        *check_reviews(content),
        *check_fields(content),
        *check_labels(texts),
        *check_language(
            content,
            [*texts, *names, *for_staff],
            vocabulary.check if vocabulary else check,
        ),
        *check_coverage(content, [*texts, *names]),
        *no_vocabulary,
    ]
    totals = totals_of(content, texts, problems)
    problems += check_totals(content, totals)
    if vocabulary:
        problems += check_lexicon(texts, vocabulary.closed)
    strings = list(shown_strings(content))
    return Examination(
        # What cannot be read is found by more than one check; once is enough.
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line, problem.what)),
        totals,
        strings=len(strings),
        checked=len(strings) - len(unchecked(strings, [*texts, *names])),
        for_staff=len(for_staff),
    )


def _vocabulary(root: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """What is known of words, or why it cannot be."""
    try:
        return load_vocabulary(root), []
    except ContentError as error:
        return None, problems_of(error)


def _unloadable(root: Path) -> list[Problem]:
    """What the product itself would refuse to start with."""
    words = root / "lt"
    loaders: tuple[Callable[[], object], ...] = (
        lambda: load_reviews(root / "reviews.yaml", load_topics(words / "topics", load_sources(root / "sources"))),
        lambda: load_terms(words / "glossary.yaml", load_sources(root / "sources")),
        lambda: load_services(words / "services.yaml"),
        lambda: load_expectations(words / "regression" / "understanding.yaml"),
        lambda: load_first_names(root / "first_names.yaml"),
        lambda: load_messages(words / name for name in MESSAGE_FILES),
        lambda: load_questions(words / "questions.yaml"),
        lambda: load_phrases(words / "phrases", load_services(words / "services.yaml")),
        lambda: load_answer_files(words / "answers"),
        lambda: load_rules(root / "rules"),
        lambda: load_wordings(words / "easier.yaml"),
        lambda: load_ready_replies(words / "ready_replies.yaml"),
        lambda: load_receipt_words(words / "receipt_words.yaml", root / "pictures"),
        lambda: load_routes(root / "routes.yaml", load_municipalities(root / "municipalities.yaml")),
    )
    problems: list[Problem] = []
    for load in loaders:
        try:
            load()
        except ContentError as error:
            problems += problems_of(error)
    return problems
