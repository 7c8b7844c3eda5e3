"""Checks all content and tells the outcome, to people or to programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from assistant.library.checks import Examination

Format = Literal["text", "json", "sarif"]


def examination_of(folder: Path) -> "Examination":
    """Everything that is wrong, errors first, and what all texts come to."""
    from assistant.library.checks import examine  # noqa: PLC0415 - the measures of language take a second to load

    found = examine(folder)
    ordered = sorted(found.problems, key=lambda problem: (not problem.is_error, problem.file, problem.line))
    return replace(found, problems=ordered)


def content_report(found: "Examination", folder: Path, fmt: Format) -> Iterator[str]:
    """The lines of the report: one a problem, or one of JSON or SARIF for all."""
    if fmt == "json":
        yield json.dumps(
            {
                "totals": asdict(found.totals)
                | {"warnings_in_100_words": round(found.totals.warnings_in_100_words, 2)},
                "problems": [asdict(problem) for problem in found.problems],
            },
            ensure_ascii=False,
        )
    elif fmt == "sarif":
        from assistant.commands.sarif import Result, sarif  # noqa: PLC0415 - kept beside its only use

        yield sarif(
            Result(
                problem.rule,
                problem.severity,
                f"{problem.what} {problem.mend}".rstrip(),
                _relative(problem.file, folder),
                problem.line,
            )
            for problem in found.problems
        )
    else:
        for problem in found.problems:
            yield f"{problem.file}:{problem.line}: {problem.severity}: {problem.what} {problem.mend}".rstrip()


def totals_lines(found: "Examination") -> Iterator[str]:
    """What all texts come to, for people."""
    totals = found.totals
    yield f"Checked {found.checked} of {found.strings} strings that people read ({found.percent} %)."
    yield f"Checked {found.for_staff} strings for staff."
    yield f"{totals.texts} texts, {totals.words} words."
    yield (
        f"Easy language: {totals.errors} errors, {totals.warnings} warnings,"
        f" {totals.warnings_in_100_words:.2f} warnings in 100 words."
    )
    means = ", ".join(f"{mean:.1f} at level {level}" for level, mean in totals.words_per_sentence.items())
    yield f"Words in a sentence on average: {means}."
    if totals.heaviest is not None:
        yield f'The heaviest topic is "{totals.heaviest.name}": LIX10 is {totals.heaviest.lix10:.1f}.'
    errors = sum(problem.is_error for problem in found.problems)
    yield f"{errors} errors, {len(found.problems) - errors} warnings."


def _relative(file: str, folder: Path) -> str:
    """The file as a link from the folder; a fault of the whole folder stands at the folder itself."""
    path = Path(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
