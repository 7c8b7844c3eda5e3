"""Prints precision and recall of the rules and the checker's speed: `-m tests.evaluation.easy_language [half …]`."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from time import perf_counter

from assistant.easy_language.report import check
from assistant.library.vocabulary import load_vocabulary
from tests.conftest import CONTENT
from tests.evaluation.easy_language.labels import Half, Labelled, labelled
from tests.evaluation.easy_language.scores import Check, Score, scores, together

MISTAKES = "--mistakes"
"""Also prints what was missed and what was wrong; never for the half that judges."""


def report_lines(halves: Sequence[Half], *, mistakes: bool = False) -> Iterator[str]:
    """A table in Markdown for each half, then the speed."""
    vocabulary = load_vocabulary(CONTENT)
    spoken: list[Labelled] = []
    for half in halves:
        texts = labelled(half)
        spoken += texts
        yield from _table(half, texts, vocabulary.check, mistakes=mistakes and half is Half.DEVELOPMENT)
        yield ""
    if spoken:
        yield f"Free text: {_speed(spoken, vocabulary.check):,.0f} words a second."
        yield f"Closed lexicon: {_speed(spoken, partial(check, forms=vocabulary.closed)):,.0f} words a second."


def _table(half: Half, texts: Sequence[Labelled], judge: Check, *, mistakes: bool) -> Iterator[str]:
    found = scores(texts, judge)
    yield f"{half.value}: {len(texts)} texts"
    yield ""
    yield "| rule | faults | precision | recall |"
    yield "| --- | --- | --- | --- |"
    for score in (*found, together(found)):
        faults = score.right + len(score.missed)
        yield f"| {score.rule} | {faults} | {score.precision:.3f} | {score.recall:.3f} |"
    if mistakes:
        yield ""
        yield from (line for score in found for line in _mistakes(score))


def _mistakes(score: Score) -> Iterator[str]:
    yield from (f"{score.rule} missed: {text!r}" for text in score.missed)
    yield from (f"{score.rule} wrong: {text!r}" for text in score.wrong)


def _speed(texts: Sequence[Labelled], judge: Check) -> float:
    """Words a second; everything that is loaded once has been."""
    words = 0
    start = perf_counter()
    for text in texts:
        words += len(text.text.split())
        judge(text.text)
    return words / (perf_counter() - start)


def main(words: Sequence[str]) -> None:
    """All halves that are there, or those that are named."""
    named = [Half(word) for word in words if word != MISTAKES]
    halves = named or [half for half in Half if half.file.exists()]
    for line in report_lines(halves, mistakes=MISTAKES in words):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
