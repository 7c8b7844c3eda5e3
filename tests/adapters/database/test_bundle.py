"""Changes that wait and go to the database together."""

from datetime import datetime
from typing import Any

import asyncpg
import pytest
from sqlalchemy import bindparam, delete, update
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

from assistant.adapters.database.bundle import MOST_ROWS, Waiting, bundled
from assistant.adapters.database.prepared import Prepared, prepared_insert
from assistant.adapters.database.tables import ConversationRow, HeardEventRow, LineRow
from assistant.conversation.state import Place
from assistant.errors import ConversationChangedError, OutboxEntryExistsError
from assistant.usecases.ports import Line, UnitOfWork, UnitsOfWork
from tests.adapters.database.examples import FULL_MESSAGE, NOON, conversation, entry, referral

MOVED = Prepared(update(ConversationRow).where(ConversationRow.id == bindparam("which")).values(version=2))
DROPPED = Prepared(delete(LineRow).where(LineRow.conversation == bindparam("which")))
SAID = prepared_insert(LineRow, "id", "conversation", "at", "said", "message")
HEARD = prepared_insert(HeardEventRow, "conversation", "key", "messages", "at")


def _waiting(prepared: Prepared, rows: int = 1) -> Waiting:
    return Waiting(prepared, [{}] * rows, None, None)


def test_changes_of_different_tables_go_together_and_what_is_deleted_first_with_them() -> None:
    changes = [_waiting(MOVED), _waiting(DROPPED), _waiting(SAID, 2), _waiting(HEARD)]

    assert list(bundled(changes)) == [changes]


def test_a_table_that_was_changed_is_changed_again_only_in_the_next_bundle() -> None:
    moved, said, again = _waiting(MOVED), _waiting(SAID), _waiting(MOVED)

    assert list(bundled([moved, said, again])) == [[moved, said], [again]]


def test_a_deletion_sees_what_was_added_before_it() -> None:
    said, dropped = _waiting(SAID), _waiting(DROPPED)

    assert list(bundled([said, dropped])) == [[said], [dropped]]


def test_many_rows_go_alone_behind_what_they_may_point_at() -> None:
    many, moved = _waiting(SAID, MOST_ROWS + 1), _waiting(MOVED)

    assert list(bundled([many, moved])) == [[moved], [many]]


def test_only_an_insert_is_made_for_several_rows() -> None:
    with pytest.raises(ValueError, match="only an insert"):
        MOVED.text_of(PGDialect_asyncpg(), 2)  # type: ignore[no-untyped-call]


async def _given(units: UnitsOfWork) -> None:
    async with units() as unit:
        await unit.conversations.add(conversation(), "hash")
        await unit.commit()


async def _turn(unit: UnitOfWork, key: str, at: datetime = NOON) -> None:
    known = await unit.conversations.load("conversation-1", key=key)
    assert await unit.conversations.heard("conversation-1", key) is None
    await unit.conversations.store(known.at(Place("menu")), at)
    lines = [Line(f"{key}-{nth}", at, said=str(nth)) for nth in range(3)]
    await unit.conversations.say("conversation-1", [*lines, Line(f"{key}-m", at, message=FULL_MESSAGE)])
    await unit.conversations.remember("conversation-1", key, [f"{key}-m"], at)


async def test_all_that_waited_is_there_after_the_commit_and_in_its_order(units: UnitsOfWork) -> None:
    await _given(units)

    for key in ("tap-1", "tap-2"):
        async with units() as unit:
            await _turn(unit, key)
            await unit.commit()

    async with units() as unit:
        known = await unit.conversations.load("conversation-1", key="tap-2")
        assert (known.version, known.place) == (2, Place("menu"))
        assert await unit.conversations.heard("conversation-1", "tap-2") == ("tap-2-m",)
        lines = await unit.conversations.lines("conversation-1")
    assert [line.id for line in lines] == [f"tap-{tap}-{nth}" for tap in (1, 2) for nth in (0, 1, 2, "m")]


async def test_what_waits_is_seen_by_the_next_question_and_gone_without_a_commit(units: UnitsOfWork) -> None:
    await _given(units)

    async with units() as unit:
        await _turn(unit, "tap-1")
        assert await unit.conversations.heard("conversation-1", "tap-1") == ("tap-1-m",)
        assert len(await unit.conversations.lines("conversation-1")) == 4

    async with units() as unit:
        assert await unit.conversations.lines("conversation-1") == ()


async def test_of_several_changes_the_one_that_clashes_is_named(units: UnitsOfWork) -> None:
    await _given(units)
    async with units() as unit:
        await unit.referrals.add(referral())
        await unit.outbox.add(entry("letter-1"))
        await unit.commit()

    # When a turn that is new puts a letter in line that is there already
    async with units() as unit:
        await _turn(unit, "tap-1")
        await unit.outbox.add(entry("letter-1"), is_example=False)
        with pytest.raises(OutboxEntryExistsError):
            await unit.commit()
        with pytest.raises(RuntimeError):
            await unit.commit()

    async with units() as unit:
        assert await unit.conversations.lines("conversation-1") == ()


async def test_a_turn_that_somebody_overtook_stores_nothing(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units)
    async with units() as unit:
        overtaken = await unit.conversations.load("conversation-1")
    async with other_units() as unit:
        await _turn(unit, "tap-1")
        await unit.commit()

    async with units() as unit:
        await unit.conversations.store(overtaken.at(Place("other")), NOON)
        await unit.conversations.say("conversation-1", [Line("late", NOON, said="Vėlu")])
        with pytest.raises(ConversationChangedError):
            await unit.commit()

    async with units() as unit:
        assert "late" not in {line.id for line in await unit.conversations.lines("conversation-1")}


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_turn_that_is_overtaken_while_it_thinks_stores_nothing(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units)

    async with units() as unit:
        await _turn(unit, "late")
        async with other_units() as other:
            await _turn(other, "early")
            await other.commit()
        with pytest.raises(ConversationChangedError):
            await unit.commit()

    async with units() as unit:
        assert await unit.conversations.heard("conversation-1", "late") is None
        assert [line.id for line in await unit.conversations.lines("conversation-1")] == [
            *("early-0", "early-1", "early-2", "early-m")
        ]


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_turn_asks_postgresql_once_and_tells_it_once(
    units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a connection that has said everything before
    await _given(units)
    sent: list[str] = []

    def noting(name: str) -> None:
        send = getattr(asyncpg.Connection, name)

        async def noted(self: Any, query: str, *arguments: Any, **more: Any) -> Any:
            sent.append(query.partition(" ")[0])
            return await send(self, query, *arguments, **more)

        monkeypatch.setattr(asyncpg.Connection, name, noted)

    for name in ("execute", "executemany", "fetch", "fetchrow"):
        noting(name)

    async with units() as unit:
        await _turn(unit, "tap-1")
        await unit.offices.changes()
        await unit.commit()

    # Then what SQLAlchemy sends to see whether it is alive comes first, and all the rest is these two
    assert sent == ["BEGIN;", ";", "ROLLBACK;", "SELECT", "WITH"]
