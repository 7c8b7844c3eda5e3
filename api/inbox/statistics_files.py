"""Statistics as files for the yearly report: a table for any office program, and a workbook with a sheet a table.

What is hidden on the page is hidden here too, since both are made of the same tables.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from odfdo import Document
from odfdo import Row as SheetRow
from odfdo import Table as Sheet

from api.inbox.host import Names
from api.inbox.statistics_labels import StatisticsLabels
from assistant.usecases.statistics import Statistics, Table

Row = tuple[str | int, ...]

LONGEST_SHEET_NAME = 31
"""Characters; some office programs open no more."""

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so would be worked out by an office program, whatever it does."""

PASSED_OVER = "".join(map(chr, range(9))) + " \u00a0\u200b\u2060\ufeff"
"""What an office program may pass over before it looks how a cell begins."""


def as_csv(statistics: Statistics, heading: Sequence[Row], labels: StatisticsLabels, names: Names) -> bytes:
    """One table after another, as Lithuanian office programs open it: semicolons, and a mark that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(_safe(row) for row in heading)
    for table in statistics.tables:
        writer.writerow(())
        writer.writerows(_safe(row) for row in rows_of(table, labels, names))
    return out.getvalue().encode("utf-8-sig")


def as_ods(statistics: Statistics, heading: Sequence[Row], labels: StatisticsLabels, names: Names) -> bytes:
    """A workbook: a sheet about the period, then one for each table."""
    book = Document("spreadsheet")
    book.body.clear()
    book.set_language("lt-LT")
    book.body.append(_sheet(labels.gettext("About"), heading))
    for table in statistics.tables:
        book.body.append(_sheet(labels.title(table.id)[:LONGEST_SHEET_NAME], rows_of(table, labels, names)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(table: Table, labels: StatisticsLabels, names: Names) -> list[Row]:
    """A table with its title, its head, its lines and the whole, where there is one."""
    lines: list[Row] = [
        (
            labels.line(table.id, line, names),
            line.count if line.count is not None else labels.count(line, table),
            labels.share(line, table),
        )
        for line in table.lines
    ]
    whole: list[Row] = []
    if table.is_whole:
        whole = [(labels.gettext("Total"), table.total if table.total is not None else labels.total(table), "")]
    head: Row = (labels.gettext("What is counted"), labels.gettext("Number"), labels.gettext("Share"))
    return [(labels.title(table.id),), head, *lines, *whole]


def _sheet(name: str, rows: Sequence[Row]) -> Sheet:
    sheet = Sheet(name)
    for row in rows:
        line = SheetRow()
        line.set_values(list(row))
        sheet.append_row(line)
    return sheet


def _safe(row: Row) -> Row:
    return tuple(f"'{cell}" if isinstance(cell, str) and _is_formula(cell) else cell for cell in row)


def _is_formula(cell: str) -> bool:
    return cell.lstrip(PASSED_OVER).startswith(STARTS_FORMULA)


@dataclass(frozen=True)
class FileKind:
    """A kind of file: how its name ends, what browsers call it, and who writes it."""

    ending: str
    media_type: str
    write: Callable[[Statistics, Sequence[Row], StatisticsLabels, Names], bytes]


CSV = FileKind("csv", "text/csv; charset=utf-8", as_csv)
ODS = FileKind("ods", "application/vnd.oasis.opendocument.spreadsheet", as_ods)
