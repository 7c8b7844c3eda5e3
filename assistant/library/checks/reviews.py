"""A review is worth something only for the words that were reviewed."""

from collections.abc import Iterator, Mapping

from assistant.easy_language.findings import Severity
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.library import fingerprint_of
from assistant.library.reviews import ReviewEntry, service_of


def check_reviews(content: Content) -> Iterator[Problem]:
    """Reviews of words that were changed since, where no newer review of the same kind has seen the present words."""
    present = _fingerprints(content)
    for read in content.reviews:
        reviewed = {_subject(one) for one in read.content.root if one.text == present.get((one.topic, service_of(one)))}
        for position, review in enumerate(read.content.root):
            words = present.get((review.topic, service_of(review)))
            if words is not None and words != review.text and _subject(review) not in reviewed:
                yield Problem(
                    read.file,
                    read.line(position, "text"),
                    f'The text of "{review.topic}" changed since the review of {review.date}.',
                    f"Have the new words reviewed, then write {words}; or take the review out.",
                    Severity.WARNING,
                )


def _subject(review: ReviewEntry) -> tuple[str, str, str]:
    return review.topic, service_of(review), review.kind


def _fingerprints(content: Content) -> Mapping[tuple[str, str], str]:
    return {
        (topic, read.content.service or ""): fingerprint_of(entry.sentences, entry.simple, entry.for_other)
        for read in content.topics
        for topic, entry in read.content.topics.items()
    }
