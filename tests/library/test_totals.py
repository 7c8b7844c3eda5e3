"""What all texts come to is counted and has limits."""

from pathlib import Path

from assistant.easy_language.findings import Scope, Severity
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.checks.shown import Shown
from assistant.library.checks.totals import Topic, Totals, check_totals, totals_of


def shown(*sentences: str, level: int = 2, scope: Scope = Scope.MESSAGE) -> Shown:
    return Shown("a.yaml", tuple(range(1, 1 + len(sentences))), sentences, level, scope)


def test_words_and_means_are_counted_over_all_texts() -> None:
    texts = [
        shown("Jis dirba.", "Ji mokosi mieste čia."),
        shown("Jis dirba.", level=1),
        shown("Taip", scope=Scope.BUTTON),
    ]
    problems = [
        Problem("a.yaml", 1, "", "", rule="S01"),
        Problem("a.yaml", 1, "", "", Severity.WARNING, "S06"),
        Problem("a.yaml", 1, "No picture.", ""),
    ]

    totals = totals_of(Content(Path()), texts, problems)

    assert (totals.texts, totals.words) == (3, 9)
    assert (totals.errors, totals.warnings) == (1, 1)
    assert totals.words_per_sentence == {2: 3.0, 1: 2.0}
    assert round(totals.warnings_in_100_words, 1) == 11.1


def test_no_texts_come_to_nothing() -> None:
    totals = totals_of(Content(Path()), [], [])
    assert (totals.words, totals.warnings_in_100_words, totals.heaviest) == (0, 0.0, None)


def test_means_and_warnings_beyond_their_limits_are_errors() -> None:
    totals = Totals(1, 100, 0, 2, {2: 7.1, 1: 5.0}, Topic("a", "a.yaml", 1, 9.0))

    found = [problem.what for problem in check_totals(Content(Path()), totals)]

    assert found == [
        "Sentences at level 2 have 7.1 words on average.",
        "There are 2.0 warnings of easy language in 100 words.",
    ]
