"""Statements that are made once and then sent to the driver as they are.

To make a statement and its cache key anew costs 100 µs of a processor, to send it through SQLAlchemy's layers 40 more;
a driver itself needs 5 to 30. Whatever a turn or a submission sends is therefore made when the program starts, and
compiled when it is first sent. What is asked seldom is made where it is asked, which is easier to read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, bindparam, insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import Select
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]
"""From a value of Python to the driver's, or back."""


@dataclass(frozen=True)
class Ready:
    """A statement as one driver takes it."""

    text: str
    places: tuple[tuple[str, Any, Convert | None], ...]
    """For each parameter in turn its name, the value that the statement itself brings, and how it is handed over."""

    columns: tuple[Convert | None, ...]
    """For each column of the answer how it is read."""

    is_locking: bool = False
    """Whether it keeps others from the rows that it finds, until the transaction ends."""

    def arguments(self, values: Mapping[str, object]) -> list[Any]:
        """The parameters in the order in which the driver takes them. Raises KeyError where one is missing."""
        return [
            convert(value) if convert else value
            for name, brought, convert in self.places
            for value in (values[name] if brought is None else brought,)
        ]

    def row(self, given: Sequence[Any]) -> tuple[Any, ...]:
        """A row of the answer as Python's values."""
        return tuple([convert(value) if convert else value for convert, value in zip(self.columns, given, strict=True)])


class Prepared:
    """A select, or a change, whose values are all named by `bindparam`. Lists of values ("in") cannot be sent so."""

    def __init__(
        self, statement: Select[*tuple[Any, ...]] | UpdateBase, of_rows: Callable[[int], UpdateBase] | None = None
    ) -> None:
        self._statement = statement
        self._of_rows = of_rows
        self._ready: dict[str, Ready] = {}
        self.table = statement.table.description if isinstance(statement, UpdateBase) else ""
        """What a change changes."""
        self.is_delete = isinstance(statement, Delete)

    def on(self, dialect: Dialect) -> Ready:
        """As this database takes it."""
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = self._compiled(dialect)
        return ready

    def text_of(self, dialect: Dialect, rows: int) -> str:
        """The statement that does it for so many rows at once, with the parameters of one row after the other.

        Raises ValueError where it is no insert and there is more than one row.
        """
        if rows == 1:
            return self.on(dialect).text
        if self._of_rows is None:
            message = "only an insert is made for several rows at once"
            raise ValueError(message)
        return str(self._of_rows(rows).compile(dialect=dialect))

    def _compiled(self, dialect: Dialect) -> Ready:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - selects and changes have no other compiler  # nosec B101
        columns = self._statement.selected_columns if isinstance(self._statement, Select) else ()
        return Ready(
            compiled.string,
            tuple(
                (
                    name,
                    compiled.binds[name].value,
                    _kind(compiled.binds[name].type, dialect).bind_processor(dialect),
                )
                for name in compiled.positiontup or ()
            ),
            tuple(_kind(column.type, dialect).result_processor(dialect, None) for column in columns),
            is_locking=" FOR UPDATE" in compiled.string,
        )


def prepared_insert(row: type[Any], *names: str) -> Prepared:
    """Insert a row of a table, with values for these columns."""

    def of_rows(count: int) -> Insert:
        # Inline: nobody wants to know which number a counting column took.
        return (
            insert(row).values([{name: bindparam(f"{name}{nth}") for name in names} for nth in range(count)]).inline()
        )

    return Prepared(insert(row).values({name: bindparam(name) for name in names}).inline(), of_rows)


def _kind(type_: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return type_.dialect_impl(dialect)
