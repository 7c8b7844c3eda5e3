"""The benchmarks run, on both databases, and say what they measured."""

from pathlib import Path

import pytest

from assistant.commands.bench.report import Size, report_lines
from assistant.settings import Settings
from tests.conftest import LEARNED
from tests.databases import PostgresServer

SMALL = Size(seconds=1, submissions=20, http_rounds=2, letters=4, turns=300, referrals=60, inbox=300, pages=2)


def _rows(lines: list[str]) -> list[str]:
    return [line.split("|")[1].strip() for line in lines if line.startswith("| ")]


async def _measured(tmp_path: Path, database_url: str = "") -> list[str]:
    settings = Settings(_env_file=None, data_dir=tmp_path / "own", learned_dir=LEARNED)
    return await report_lines(settings, SMALL, database_url)


async def test_the_table_compares_the_product_with_a_bare_route_on_an_empty_and_a_full_database(tmp_path: Path) -> None:
    lines = await _measured(tmp_path)

    rows = _rows(lines)
    assert rows[1].startswith("---")
    assert rows[2:5] == ["a turn, 25 a second: p50", "p95", "p99"]
    assert {"ratio, submissions to bare", "ratio, last call to bare"} <= set(rows)
    assert any(row.startswith("submissions a second over HTTP, from the first page to the number") for row in rows)
    assert any(line.startswith("Letters handed over: p50") for line in lines)
    assert any(line.startswith("Ratio in the middle half of 2 rounds over HTTP: ") for line in lines)
    assert {"an inbox of 300 requests", "the list", "late", "search: phone", "has anything changed?"} <= set(rows)
    assert any("300 turns, 60 referrals" in line for line in lines)

    assert not (tmp_path / "own").exists()


@pytest.mark.postgres
async def test_it_runs_on_postgresql_as_well(tmp_path: Path, postgres: PostgresServer) -> None:
    url = postgres.fresh_url()
    assert "ratio, submissions to bare" in _rows(await _measured(tmp_path, url))
    postgres.drop(url)
