"""What is asked every second, or in every turn, never reads a whole table on SQLite, which chooses by fixed rules."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.secrets import SystemSecrets
from assistant.delivery.outbox import Carrier
from assistant.usecases.finding import Filters, ForWhom, Promise, Question, View
from assistant.usecases.ports import Line, StoredUpdate
from assistant.usecases.search_words import SearchKeys
from tests.adapters.database.examples import NOON, conversation, entry, referral


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    await migrate(f"sqlite:///{tmp_path}/aiskiai.db")
    opened = open_database(f"sqlite:///{tmp_path}/aiskiai.db")
    yield opened
    await opened.close()


async def test_no_table_is_read_from_end_to_end(database: Database) -> None:
    # Given everything that a turn, a submission, a worker and a bot ask
    asked: list[tuple[str, Any]] = []

    @event.listens_for(database.engine.sync_engine, "checkout")
    def listen(connection: Any, *_told: Any) -> None:
        # By the file itself, since not everything that is sent goes through SQLAlchemy.
        connection.driver_connection._conn.set_trace_callback(note)

    def note(statement: str) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            asked.append((statement, ()))

    async with SqlUnitsOfWork(database)() as unit:
        await unit.conversations.add(conversation(), "hash", "4711")
        await unit.conversations.store(await unit.conversations.load("conversation-1"))
        await unit.conversations.say("conversation-1", [Line("line-1", NOON, said="labas")])
        await unit.conversations.lines("conversation-1")
        await unit.conversations.heard("conversation-1", "key-1")
        await unit.referrals.add(referral())
        await unit.referrals.by_draft("conversation-1/47128035")
        await unit.referrals.of_conversation("conversation-1")
        await unit.outbox.add(entry("letter-1"))
        await unit.outbox.claim(list(Carrier), NOON, 8)
        await unit.updates.add([StoredUpdate(1, "4711", "{}")], NOON)
        await unit.updates.claim(NOON, 8)
        await unit.updates.done([1], NOON)
        await unit.commit()
    event.remove(database.engine.sync_engine, "checkout", listen)
    asked = list({statement: (statement, ()) for statement, _ in asked}.values())

    # Then each is answered by an index; the few unhandled updates have one of their own, which may be read through, and
    # there is at most one office for each municipality
    plans = await _plans(database, asked)
    assert len(plans) > len(asked) > 15
    small = re.compile("SCAN offices|SCAN .*ix_telegram_updates_unhandled")
    scans = [plan for plan in plans if plan.startswith("SCAN") and not small.match(plan)]
    assert scans == []
    assert any("ix_telegram_updates_unhandled" in plan for plan in plans)


VIEWS = [Question("kretingos-rajono", "ona@kretinga.example", date(2026, 11, 25), view) for view in View]
NARROWED = replace(VIEWS[0], filters=Filters("talk", ForWhom.SELF, "likely", Promise.WEEK, "ona@kretinga.example"))
SEARCHES = [replace(VIEWS[-1], words=words) for words in ("47 12", "47128035", "ona", "ona onaite", "zydre 4567")]


async def test_the_list_is_sorted_narrowed_and_counted_in_its_index_and_a_search_begins_with_its_keys(
    database: Database,
) -> None:
    # Given everything that the list asks
    asked: list[tuple[str, Any]] = []

    @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
    def note(*told: Any) -> None:
        _connection, _cursor, statement, parameters, _context, _many = told
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    keys = SearchKeys(SystemSecrets("a key").hashed)
    async with SqlUnitsOfWork(database, search_keys=keys)() as unit:
        for question in (*VIEWS, NARROWED):
            await unit.finding.rows(question, 50, 100)
            # Nothing is there, so how many there are is asked apart.
            await unit.finding.found(question, 50, 100)
        await unit.finding.counts("kretingos-rajono", "ona@kretinga.example", date(2026, 11, 25))
        await unit.finding.mark("kretingos-rajono")
        of_the_list = len(asked)
        for question in SEARCHES:
            await unit.finding.found(question, 50, 100)
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)

    # Then the page is found in the one wide index, in its order, without looking at a request that is not on it
    plans = await _plans(database, asked[:of_the_list])
    walks = [plan for plan in plans if "referrals" in plan and "referral_entries" not in plan]
    assert {"COVERING" in plan or "INTEGER PRIMARY KEY" in plan or "(number=?)" in plan for plan in walks} == {True}
    assert any("ix_referrals_list" in plan for plan in walks)
    assert any("ix_referrals_changes" in plan for plan in walks)
    scans = [plan for plan in plans if plan.startswith("SCAN") and plan not in {"SCAN page", "SCAN anon_1"}]
    assert scans == []

    # And a search reads the requests that have its keys
    found = await _plans(database, asked[of_the_list:])
    assert any("referral_search" in plan and "(key=?" in plan for plan in found)
    assert not any("ix_referrals_list" in plan for plan in found)


async def _plans(database: Database, asked: list[tuple[str, Any]]) -> list[str]:
    plans: list[str] = []
    async with database.engine.connect() as connection:
        for statement, parameters in asked:
            found = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans += [str(row["detail"]) for row in found.mappings()]
    return plans
