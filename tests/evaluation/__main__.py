"""Prints how well people are understood, beside simpler methods: `python -m tests.evaluation`, part of `make bench`."""

import sys
from collections.abc import Iterator

from assistant.library.loader import load_library
from assistant.library.phrases import load_phrases
from tests.conftest import CONTENT, LEARNED
from tests.evaluation.report import everything_else_table, methods_table
from tests.evaluation.sets import changed_since_frozen, utterances


def report_lines() -> Iterator[str]:
    """Two tables in Markdown: topics by every method, and everything else by ours."""
    asked = [*utterances("part_a"), *utterances("part_b")]
    examples = load_phrases(CONTENT / "lt" / "phrases")
    library = load_library(CONTENT, LEARNED)
    yield f"{len(examples)} examples, {len(asked)} utterances that are not among them."
    yield ""
    yield from everything_else_table(library, asked)
    yield ""
    yield from methods_table(library, examples, asked)


if __name__ == "__main__":
    changed = changed_since_frozen()
    if changed:
        sys.exit(f"Not as they were frozen: {', '.join(changed)}. Put the evaluation sets back as they were.")
    for line in report_lines():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
