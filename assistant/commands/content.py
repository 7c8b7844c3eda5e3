"""Checks all content: what does not load, and what loads but should not be shown."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.library.checks import Problem


def problems_in(folder: Path) -> list["Problem"]:
    """Everything that is wrong, errors first."""
    from assistant.library.checks import check_content  # noqa: PLC0415 - the measures of language take a second to load

    return sorted(check_content(folder), key=lambda problem: (not problem.is_error, problem.file, problem.line))
