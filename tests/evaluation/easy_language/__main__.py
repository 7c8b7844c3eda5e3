"""Prints precision and recall of the rules and the checker's speed: `-m tests.evaluation.easy_language [half …]`."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from time import perf_counter

from assistant.easy_language.report import check
from assistant.library.checks.reading import read_content
from assistant.library.checks.shown import shown_texts
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
        free = _speed([text.text for text in spoken], vocabulary.check)
        own = _speed(_own_texts(), partial(check, forms=vocabulary.closed))
        yield f"Free text, these sentences one by one: {free:,.0f} words a second."
        yield f"Closed lexicon, our own messages one by one: {own:,.0f} words a second."


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


def _own_texts() -> list[str]:
    """The messages of the product, for which the closed lexicon is."""
    return ["\n".join(shown.sentences) for shown in shown_texts(read_content(CONTENT)) if len(shown.sentences) > 1]


def _speed(texts: Sequence[str], judge: Check) -> float:
    """Words a second; everything that is loaded once has been."""
    words = 0
    start = perf_counter()
    for text in texts:
        words += len(text.split())
        judge(text)
    return words / (perf_counter() - start)


def main(words: Sequence[str]) -> None:
    """All halves that are there, or those that are named."""
    named = [Half(word) for word in words if word != MISTAKES]
    halves = named or [half for half in Half if half.file.exists()]
    for line in report_lines(halves, mistakes=MISTAKES in words):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
