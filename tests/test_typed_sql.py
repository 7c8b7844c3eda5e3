"""Nothing that comes from outside ever becomes SQL: statements are built of columns and bound values."""

import ast
from pathlib import Path

from assistant.settings import ROOT

WRITES_SQL = {"text", "exec_driver_sql", "literal_column", "execute", "executescript", "executemany"}


def calls() -> list[tuple[str, ast.expr]]:
    """Where in the program a string becomes SQL, and what is given there."""
    found: list[tuple[str, ast.expr]] = []
    for path in sorted(chain_of_packages()):
        source = path.read_text(encoding="utf-8")
        if "sqlalchemy" not in source and "sqlite3" not in source:
            continue
        found += [
            (f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0])
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Call) and node.args and _name(node.func) in WRITES_SQL
        ]
    return found


def chain_of_packages() -> list[Path]:
    return [path for package in ("assistant", "api", "bot") for path in (ROOT / package).rglob("*.py")]


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _is_constant(part: ast.expr) -> bool:
    """Whether a name is written as constants are, in capitals: its value stands in the code."""
    return isinstance(part, ast.Name) and part.id.isupper()


def test_a_string_that_becomes_sql_is_filled_with_constants_alone() -> None:
    faults = []
    for place, given in calls():
        if isinstance(given, ast.JoinedStr):
            parts = [part.value for part in given.values if isinstance(part, ast.FormattedValue)]
            faults += [f"{place}: {ast.unparse(part)}" for part in parts if not _is_constant(part)]
        elif isinstance(given, ast.BinOp | ast.Call) and "+" in ast.unparse(given):
            faults.append(f"{place}: {ast.unparse(given)}")
    assert [fault for fault in faults if fault.split(":")[0] not in LOOKED_AT] == []


LOOKED_AT = {
    # PRAGMA names, of a fixed choice two lines above.
    "assistant/adapters/database/session.py",
    # Migrations: table and column names of the schema, run once by the operator's program.
    "assistant/adapters/database/migrations/versions/r0011_list.py",
    "assistant/adapters/database/migrations/versions/r0015_statistics.py",
}


def test_the_walk_finds_something_and_only_adapters_touch_the_database() -> None:
    places = {place.split(":")[0] for place, _ in calls()}

    assert len(calls()) > 20
    assert all(place.startswith("assistant/adapters/") for place in places), places
    assert {place for place in LOOKED_AT if not (ROOT / place).is_file()} == set()
