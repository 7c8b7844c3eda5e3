"""Buttons are short: they must fit on a phone and be read at a glance."""

from collections.abc import Iterable, Iterator

from assistant.easy_language.findings import Scope, Severity
from assistant.library.checks.problem import Problem
from assistant.library.checks.shown import Shown

MOST_LETTERS = 24
MOST_WORDS = 3


def check_labels(texts: Iterable[Shown]) -> Iterator[Problem]:
    """Buttons that are too long."""
    for shown in texts:
        if shown.scope is not Scope.BUTTON:
            continue
        label = shown.sentences[0]
        if len(label) > MOST_LETTERS:
            what = f"The button „{label}“ has {len(label)} letters, signs and spaces."
            yield Problem(shown.file, shown.lines[0], what, f"Write {MOST_LETTERS} at most.")
        elif (words := sum(not word.isdigit() for word in label.split())) > MOST_WORDS:
            what = f"The button „{label}“ has {words} words."
            yield Problem(shown.file, shown.lines[0], what, f"Write {MOST_WORDS} at most.", Severity.WARNING)
