"""Finds rows by a keyed hash, also those that were stored under an earlier key."""

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from assistant.usecases.keyed import by_each_key


def is_known_as(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], hashed: str
) -> ColumnElement[bool]:
    """Whether this stands in the column: by the newest key, or by an earlier one."""
    known = by_each_key(hashed)
    return column == known[0] if len(known) == 1 else column.in_(known)
