"""The commands that other programs call: JSON lines in, JSON lines out."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from assistant.commands.eligibility import check_lines
from assistant.commands.understand import understand_lines
from assistant.library.learned import load_finder
from assistant.library.loader import load_library


def eligibility_lines(lines: Iterable[str], content: Path, learned: Path, today: date) -> Iterator[str]:
    """A preliminary result for each line."""
    library = load_library(content, learned)

    def municipality_id(name: str) -> str | None:
        found = library.gazetteer.find(name)
        return found[0] if len(found) == 1 else None

    return check_lines(lines, library.rules, municipality_id, today)


def understanding_lines(lines: Iterable[str], content: Path, learned: Path) -> Iterator[str]:
    """A reading of each line."""
    return understand_lines(lines, load_finder(content / "lt", learned))
