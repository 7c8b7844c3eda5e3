"""Reviews: a mark counts for the words that were reviewed, and for no others."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.checks import Problem, check_content
from assistant.library.library import TopicAnswer
from assistant.library.reviews import ReviewEntry, ReviewKind, Standing, load_reviews, mark_of
from assistant.library.sources import load_sources
from assistant.library.topics import load_topics
from tests.conftest import CONTENT

pytestmark = pytest.mark.usefixtures("quick_checks")

ANSWER = TopicAnswer("cost", "", "Kaina", ("Tai nieko nekainuoja.",), (), "money", ())
OTHER_WORDS = "0123456789ab"


def review(text: str, day: int = 1, kind: ReviewKind = ReviewKind.READERS, service: str | None = None) -> ReviewEntry:
    return ReviewEntry(topic="cost", service=service, kind=kind, by=f"grupė {day}", date=date(2026, 12, day), text=text)


def entry(topic: str, text: str, day: int = 1) -> str:
    return f"- {{topic: {topic}, kind: law, by: teisininkas, date: 2026-12-0{day}, text: '{text}'}}\n"


def with_reviews(folder: Path, *entries: str) -> Path:
    root = Path(shutil.copytree(CONTENT, folder / "content"))
    (root / "reviews.yaml").write_text("".join(entries), encoding="utf-8")
    return root


def told(root: Path) -> list[Problem]:
    return [problem for problem in check_content(root) if problem.file == str(root / "reviews.yaml")]


def fingerprint(topic: str) -> str:
    return load_topics(CONTENT / "lt" / "topics", load_sources(CONTENT / "sources"))[topic, ""].fingerprint


def test_nothing_is_claimed_before_somebody_has_reviewed_a_text() -> None:
    topics = load_topics(CONTENT / "lt" / "topics", load_sources(CONTENT / "sources"))
    reviews = load_reviews(CONTENT / "reviews.yaml", topics)
    assert reviews == ()
    assert {mark_of(answer, kind, reviews).standing for answer in topics.values() for kind in ReviewKind} == {
        Standing.NONE
    }


def test_a_review_of_the_present_words_counts() -> None:
    mark = mark_of(ANSWER, ReviewKind.READERS, [review(ANSWER.fingerprint)])
    assert (mark.standing, mark.by, mark.day) == (Standing.HOLDS, "grupė 1", date(2026, 12, 1))


def test_a_review_of_other_words_counts_no_more() -> None:
    mark = mark_of(ANSWER, ReviewKind.READERS, [review(OTHER_WORDS, 1), review(OTHER_WORDS, 2)])
    assert (mark.standing, mark.by) == (Standing.CHANGED, "grupė 2")


def test_the_newest_review_of_the_present_words_is_told_even_where_a_later_one_saw_others() -> None:
    reviews = [review(ANSWER.fingerprint, 1), review(ANSWER.fingerprint, 2), review(OTHER_WORDS, 3)]
    mark = mark_of(ANSWER, ReviewKind.READERS, reviews)
    assert (mark.standing, mark.by) == (Standing.HOLDS, "grupė 2")


def test_readers_do_not_stand_in_for_the_law_nor_one_service_for_another() -> None:
    reviews = [review(ANSWER.fingerprint), review(ANSWER.fingerprint, kind=ReviewKind.LAW, service="respite")]
    assert mark_of(ANSWER, ReviewKind.LAW, reviews).standing is Standing.NONE


def test_a_review_of_an_unknown_topic_is_an_error_on_its_line(tmp_path: Path) -> None:
    root = with_reviews(tmp_path, entry("privacy", fingerprint("privacy")), entry("privaci", OTHER_WORDS))
    [problem] = told(root)
    assert problem.is_error
    assert problem.line == 2
    assert problem.what == 'There is no topic "privaci" without a service.'


@pytest.mark.parametrize(
    "wrong", ["text: 'abc'", "text: '0123456789ab', kind: friends", "text: '0123456789ab', name: Ona"]
)
def test_what_is_no_review_is_refused(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "reviews.yaml"
    kind = "" if "kind" in wrong else "kind: law, "
    file.write_text(f"- {{topic: cost, {kind}by: teisininkas, date: 2026-12-01, {wrong}}}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"reviews\.yaml:1: "):
        load_reviews(file, {})


def test_a_text_that_changed_since_its_review_is_told_until_the_new_words_are_reviewed(tmp_path: Path) -> None:
    root = with_reviews(tmp_path, entry("privacy", OTHER_WORDS))
    [problem] = told(root)
    assert not problem.is_error
    assert problem.what == 'The text of "privacy" changed since the review of 2026-12-01.'
    assert fingerprint("privacy") in problem.mend

    (root / "reviews.yaml").write_text(
        entry("privacy", OTHER_WORDS) + entry("privacy", fingerprint("privacy"), 2), encoding="utf-8"
    )
    assert told(root) == []
