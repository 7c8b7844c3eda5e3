"""Checks all content: what does not load, and what loads but should not be shown."""

from pathlib import Path

from assistant.library.checks import Problem, check_content


def problems_in(folder: Path) -> list[Problem]:
    """Everything that is wrong, errors first."""
    return sorted(check_content(folder), key=lambda problem: (not problem.is_error, problem.file, problem.line))
