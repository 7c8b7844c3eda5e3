"""What an older program stored in plain text is encrypted at a start: all of it, once, also after being cut short."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete

from assistant.adapters.database import encrypting
from assistant.adapters.database.encrypting import encrypt_existing
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.delivery.outbox import Carrier
from assistant.usecases.ports import Line, StoredUpdate, UnitsOfWork
from tests.adapters.conftest import MASTERS
from tests.adapters.database.examples import FULL_CONVERSATION, FULL_MESSAGE, NOON, entry, referral
from tests.adapters.database.repositories.test_data_keys import PERSONAL, stored_text

NUMBERS = ("11111117", "22222224", "47128035")


@pytest.fixture
async def of_an_older_program(database: Database) -> Database:
    """A database in which everything stands in plain text."""
    async with SqlUnitsOfWork(database)() as unit:
        await unit.conversations.add(FULL_CONVERSATION, "hash")
        said = Line("line-1", NOON, said="Mano vardas slaptas")
        await unit.conversations.say(FULL_CONVERSATION.id, [said, Line("message-1", NOON, message=FULL_MESSAGE)])
        for number in NUMBERS:
            known = referral(number).replied("ona@kretinga.example", "slaptas", NOON)
            await unit.referrals.add(replace(known, letters_to="zydre@example.lt"))
            letter = entry(f"l{number}", carrier=Carrier.PERSON_ANSWER, recipient="zydre@example.lt", subject=number)
            await unit.outbox.add(letter)
        await unit.updates.add([StoredUpdate(1, "chat", '{"text": "slaptas"}')], NOON)
        await unit.commit()
    return database


async def _is_all_there(units: UnitsOfWork) -> None:
    async with units() as unit:
        for number in NUMBERS:
            known = await unit.referrals.load(number, "kretingos-rajono")
            assert (known.request, known.thread[-1].text) == (referral().request, "slaptas")
            assert [one.recipient for one in await unit.outbox.of_subject(number)] == ["zydre@example.lt"]
        assert (await unit.conversations.load(FULL_CONVERSATION.id)).draft == FULL_CONVERSATION.draft
        lines = await unit.conversations.lines(FULL_CONVERSATION.id)
        assert [(line.said, line.message) for line in lines] == [("Mano vardas slaptas", None), ("", FULL_MESSAGE)]
        [waiting] = await unit.updates.claim(NOON, 1)
        assert waiting.payload == '{"text": "slaptas"}'


async def test_it_is_read_as_it_is_until_it_is_encrypted(of_an_older_program: Database, units: UnitsOfWork) -> None:
    assert "slaptas" in await stored_text(of_an_older_program)
    await _is_all_there(units)


async def test_everything_is_encrypted_and_nothing_is_lost(of_an_older_program: Database, units: UnitsOfWork) -> None:
    done = await encrypt_existing(of_an_older_program, MASTERS)

    assert (done.made, done.lost) == (4, 0)
    stored = await stored_text(of_an_older_program)
    assert {word for word in PERSONAL if word in stored} == set()
    await _is_all_there(units)


async def test_the_next_start_finds_nothing_to_do(of_an_older_program: Database) -> None:
    await encrypt_existing(of_an_older_program, MASTERS)
    before = await stored_text(of_an_older_program)

    done = await encrypt_existing(of_an_older_program, MASTERS)

    assert (done.made, done.lost) == (0, 0)
    assert await stored_text(of_an_older_program) == before


async def test_one_that_was_cut_short_is_finished_later(
    of_an_older_program: Database, units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a start that is killed after two of four
    monkeypatch.setattr(encrypting, "TOGETHER", 1)
    whole, called = encrypting._entries, []

    async def killed(*words: object) -> None:
        called.append(words)
        if len(called) == 2:
            raise KeyboardInterrupt
        await whole(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(encrypting, "_entries", killed)
    with pytest.raises(KeyboardInterrupt):
        await encrypt_existing(of_an_older_program, MASTERS)
    monkeypatch.setattr(encrypting, "_entries", whole)

    done = await encrypt_existing(of_an_older_program, MASTERS)

    assert done.made == 2
    stored = await stored_text(of_an_older_program)
    assert {word for word in PERSONAL if word in stored} == set()
    await _is_all_there(units)


async def test_what_is_encrypted_and_has_no_key_is_counted_and_left_alone(of_an_older_program: Database) -> None:
    await encrypt_existing(of_an_older_program, MASTERS)
    async with of_an_older_program.engine.begin() as connection:
        await connection.execute(delete(DataKeyRow).where(DataKeyRow.owner == "47128035"))
    before = await stored_text(of_an_older_program)

    done = await encrypt_existing(of_an_older_program, MASTERS)

    assert (done.made, done.lost) == (0, 1)
    assert await stored_text(of_an_older_program) == before


async def test_what_was_in_plain_text_is_not_left_in_the_files_of_sqlite(of_an_older_program: Database) -> None:
    if not of_an_older_program.is_sqlite:
        return  # PostgreSQL keeps its own files.
    file = of_an_older_program.engine.url.database
    assert file is not None

    await encrypt_existing(of_an_older_program, MASTERS)

    left = b"".join(path.read_bytes() for path in _files(file))
    assert [word for word in (*PERSONAL, "Mano vardas") if word.encode() in left] == []


def _files(file: str) -> list[Path]:
    return sorted(Path(file).parent.glob(f"{Path(file).name}*"))
