"""Says how well each text is understood, for those who write the texts."""

from collections.abc import Sequence

from assistant.bootstrap import assembled
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.comprehension import Comprehension, comprehension

COLUMNS = "{:<34} {:>6} {:>6} {:>11} {:>8}"


async def understood_lines(settings: Settings, library: Library | None = None) -> Sequence[str]:
    """A table, the least understood first; a text that was changed since is counted anew.

    The library is loaded from the settings' folder where none is given.
    """
    async with assembled(settings, library=library) as assistant:
        async with assistant.units() as work:
            counts = await work.tallies.all()
        rows = comprehension(assistant.library, counts)
    head = COLUMNS.format("text", "right", "wrong", "don't know", "right %")
    return [head, *(_line(row) for row in rows)]


def _line(row: Comprehension) -> str:
    text = f"{row.topic} ({row.service})" if row.service else row.topic
    answers = row.right + row.wrong + row.dont_know
    share = f"{row.share:.0%}" if answers else "-"
    return COLUMNS.format(text, row.right, row.wrong, row.dont_know, share)
