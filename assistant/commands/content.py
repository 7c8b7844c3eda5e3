"""Checks all content, and says which forms of its texts nobody has classified."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from assistant.library.checks import Examination, Problem

Format = Literal["text", "json", "sarif"]


def problems_in(folder: Path) -> list["Problem"]:
    """Everything that is wrong, errors first."""
    return examination_of(folder).problems


def examination_of(folder: Path) -> "Examination":
    """Everything that is wrong, errors first, and what all texts come to."""
    from assistant.library.checks import Examination, examine  # noqa: PLC0415 - the measures of language take a second to load

    found = examine(folder)
    ordered = sorted(found.problems, key=lambda problem: (not problem.is_error, problem.file, problem.line))
    return Examination(ordered, found.totals)


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


def unclassified_lines(folder: Path) -> Iterator[str]:
    """Every form that the closed lexicon lacks, as a line for it with a sentence behind, under the file it belongs to.

    What the dictionary proposes may be wrong or more than fits; a form that it does not know has question marks.
    """
    from assistant.library.checks.lexicon import capitalised, forms_in, found_in  # noqa: PLC0415 - the measures of language take a second to load
    from assistant.library.checks.reading import read_content  # noqa: PLC0415 - the same
    from assistant.library.checks.shown import shown_texts  # noqa: PLC0415 - the same
    from assistant.library.lexicon import FILES, file_of, sort_key  # noqa: PLC0415 - the same
    from assistant.library.vocabulary import load_vocabulary  # noqa: PLC0415 - the same

    vocabulary = load_vocabulary(folder)
    lines: dict[str, list[tuple[tuple[str, ...], str]]] = {name: [] for name in (*FILES, UNKNOWN)}
    for written, use in forms_in(shown_texts(read_content(folder))).items():
        if found_in(vocabulary.closed, written, use):
            continue
        form, readings = written, vocabulary.dictionary.readings(written)
        if not readings and use.opens:
            form, readings = capitalised(written), vocabulary.dictionary.readings(capitalised(written))
        readings = tuple(dict.fromkeys(readings))
        for reading in readings:
            features = ",".join(sorted(reading.features))
            line = f"{form}\t{reading.lemma}\t{reading.word_class}\t{features}\t{use.sentence}"
            lines[file_of(reading.word_class)].append((sort_key(form, reading.lemma, reading.word_class), line))
        if not readings:
            lines[UNKNOWN].append((sort_key(form, "", ""), f"{form}\t?\t?\t?\t{use.sentence}"))
    for name, found in lines.items():
        if found:
            yield f"# {name}"
            yield from (line for _, line in sorted(found))


UNKNOWN = "?"


def _relative(file: str, folder: Path) -> str:
    """The file as a link from the folder; a fault of the whole folder stands at the folder itself."""
    path = Path(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
