"""Prints how well topics are understood, beside simpler methods: `python -m tests.evaluation`, part of `make bench`."""

import statistics
import sys
import time
from pathlib import Path

from assistant.library.learned import load_finder
from assistant.library.phrases import load_phrases
from tests.conftest import CONTENT, LEARNED
from tests.evaluation.measures import Method, TopicScores, heard_clean, heard_noisy, topic_scores
from tests.evaluation.methods import fuzzy, ours, tfidf_linear
from tests.evaluation.sets import Utterance, changed_since_frozen, utterances

PHRASES = CONTENT / "lt" / "phrases"


def report_lines(phrases: Path = PHRASES) -> list[str]:
    """A table in Markdown: every method on clean and on noisy text, then how long ours takes."""
    asked = [*utterances("part_a"), *utterances("part_b")]
    examples = load_phrases(phrases)
    method = ours(load_finder(phrases, LEARNED))
    methods = {
        "aiskiai": method,
        "TF-IDF of words, linear model": tfidf_linear(examples),
        "fuzzy matching": fuzzy(examples),
    }
    lines = [
        f"{len(examples)} examples, {len(asked)} utterances that are not among them.",
        "",
        "| method | text | right at once | right or asked back | wrong and certain |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, one in methods.items():
        lines.append(_row(name, "clean", topic_scores(heard_clean(one, asked))))
        lines.append(_row(name, "noisy", topic_scores(heard_noisy(one, asked))))
    return [*lines, "", f"One message of ours: {_times(method, asked)}."]


def _row(name: str, text: str, scores: TopicScores) -> str:
    shares = (scores.at_once, scores.at_once_or_asked, scores.wrong_and_certain)
    return f"| {name} | {text} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def _times(method: Method, asked: list[Utterance]) -> str:
    seconds = []
    for one in asked:
        began = time.perf_counter()
        method(one.text, one.context)
        seconds.append(time.perf_counter() - began)
    return (
        f"p50 {statistics.median(seconds) * 1000:.1f} ms, p95 {statistics.quantiles(seconds, n=20)[-1] * 1000:.1f} ms"
    )


if __name__ == "__main__":
    changed = changed_since_frozen()
    if changed:
        sys.exit(f"Not as they were frozen: {', '.join(changed)}. Put the evaluation sets back as they were.")
    sys.stdout.write("\n".join(report_lines()) + "\n")
