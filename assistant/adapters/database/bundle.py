"""Prepared changes that wait, and how PostgreSQL carries out several of them in one statement.

Each statement goes to PostgreSQL and back, which costs more than most of them do there. What a turn stores is therefore
put down and sent together: every change is a part of one `WITH`, and how many rows each has touched comes back. All
parts see the tables as they were before, so a table stands in a bundle only once, or first in deletes alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Dialect

from assistant.adapters.database.prepared import Prepared

MOST_ROWS = 5
"""A change of more rows goes alone: each number of rows makes another statement, and a connection keeps a hundred."""

_PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True)
class Waiting:
    """A change that is carried out before anything else is asked, at the commit at the latest."""

    prepared: Prepared
    rows: Sequence[Mapping[str, object]]
    clash: Exception | None
    """Raised where such a row exists already."""

    untouched: Exception | None
    """Raised where the change touched no row."""

    @property
    def is_long(self) -> bool:
        """Whether it goes alone."""
        return len(self.rows) > MOST_ROWS


def bundled(waiting: Sequence[Waiting]) -> Iterator[list[Waiting]]:
    """The changes in their order, parted into bundles; a long one is a bundle of its own behind that of its neighbours.

    What comes later may point at what came before, never the other way round, so that is the right order.
    """
    bundle: list[Waiting] = []
    behind: list[Waiting] = []
    # For each table of the bundle, whether it was only deleted from.
    tables: dict[str, bool] = {}
    for change in waiting:
        if not tables.get(change.prepared.table, True):
            yield from _parts(bundle, behind)
            bundle, behind, tables = [], [], {}
        (behind if change.is_long else bundle).append(change)
        tables[change.prepared.table] = change.prepared.is_delete and not change.is_long
    yield from _parts(bundle, behind)


def _parts(bundle: list[Waiting], behind: Sequence[Waiting]) -> Iterator[list[Waiting]]:
    if bundle:
        yield bundle
    for change in behind:
        yield [change]


def may_be_alone(bundle: Sequence[Waiting]) -> bool:
    """Whether one statement can carry them all out and fail where one of them touched no row that must touch one."""
    return not bundle[0].is_long and sum(change.untouched is not None for change in bundle) <= 1


class Bundles:
    """Statements that were put together, by what they are made of; made once, like every prepared one."""

    def __init__(self) -> None:
        self._texts: dict[tuple[tuple[Prepared, int, bool], ...], str] = {}

    def text_of(self, bundle: Sequence[Waiting], dialect: Dialect, *, is_alone: bool = False) -> str:
        """One statement that carries them all out and gives a row of how many rows each has touched.

        One that goes alone, without a transaction around it, divides by zero where a change touched no row that must
        touch one. That comes last, so that a row that exists already is told first, as it is within a transaction.
        """
        key = tuple((change.prepared, len(change.rows), is_alone and change.untouched is not None) for change in bundle)
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = _put_together(key, dialect)
        return text

    @staticmethod
    def arguments_of(bundle: Sequence[Waiting], dialect: Dialect) -> list[object]:
        """Its parameters in their order."""
        return [
            argument
            for change in bundle
            for row in change.rows
            for argument in change.prepared.on(dialect).arguments(row)
        ]


def _put_together(changes: Sequence[tuple[Prepared, int, bool]], dialect: Dialect) -> str:
    parts: list[str] = []
    shift = 0
    for nth, (prepared, rows, _) in enumerate(changes):
        parts.append(f"c{nth} AS ({_moved(prepared.text_of(dialect, rows), shift)} RETURNING 1)")
        shift += len(prepared.on(dialect).places) * rows
    counts = [f"(SELECT count(*) FROM c{nth})" for nth in range(len(parts))]  # noqa: S608 - our own names  # nosec B608
    guards = [f"1 / {count}" for count, (*_, is_guarded) in zip(counts, changes, strict=True) if is_guarded]
    return f"WITH {', '.join(parts)} SELECT {', '.join(counts + guards)}"


def _moved(text: str, shift: int) -> str:
    """The statement with its parameters counted from further on."""
    return _PLACE.sub(lambda place: f"${int(place.group(1)) + shift}", text)
