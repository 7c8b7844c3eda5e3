"""What people write is encrypted, each referral and conversation under a key of its own that can be destroyed."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.sealed_text import SealBrokenError
from assistant.conversation.state import Channel, Draft
from assistant.delivery.outbox import Carrier
from assistant.referrals.request import Request
from assistant.usecases.finding import Question
from assistant.usecases.ports import Line, StoredUpdate, UnitsOfWork
from tests.adapters.conftest import MASTERS, hashed
from tests.adapters.database.examples import FULL_CONVERSATION, FULL_MESSAGE, NOON, entry, referral

PERSONAL = ("Žydrė", "Šąlančiūnaitė", "Ąžuolas", "Žąsinas", "61234567", "zydre@example.lt", "slaptas", "900100")
TABLES = ("conversations", "conversation_lines", "referrals", "referral_entries", "outbox", "telegram_updates")


async def stored_text(database: Database) -> str:
    """Everything in these tables, as text."""
    rows = []
    async with database.engine.connect() as connection:
        for table in TABLES:
            rows += [str(row) for row in (await connection.execute(text(f"SELECT * FROM {table}"))).all()]  # noqa: S608 - our own names
    return "\n".join(rows)


async def _fill(units: UnitsOfWork, number: str = "47128035") -> None:
    async with units() as unit:
        await unit.conversations.add(FULL_CONVERSATION, "hash")
        said = Line("line-1", NOON, said="Mano vardas slaptas")
        await unit.conversations.say(FULL_CONVERSATION.id, [said, Line("message-1", NOON, message=FULL_MESSAGE)])
        known = referral(number).replied("ona@kretinga.example", "slaptas atsakymas", NOON)
        await unit.referrals.add(replace(known, letters_to="zydre@example.lt"))
        letter = entry("letter", carrier=Carrier.PERSON_ANSWER, recipient="zydre@example.lt", subject=number)
        await unit.outbox.add(letter)
        await unit.outbox.add(entry("chat", carrier=Carrier.TELEGRAM, recipient="900100", subject=number))
        await unit.updates.add([StoredUpdate(1, "chat", '{"text": "slaptas"}')], NOON)
        await unit.commit()


async def test_nothing_that_a_person_wrote_can_be_read_in_the_tables(units: UnitsOfWork, database: Database) -> None:
    await _fill(units)

    stored = await stored_text(database)

    assert {word for word in PERSONAL if word in stored} == set()
    # What is asked of the tables stands there as it is.
    assert "kretingos-rajono" in stored
    assert "case-management" in stored


async def test_whoever_makes_a_key_second_uses_the_first_one(units: UnitsOfWork, database: Database) -> None:
    await _fill(units)

    transaction = await Transaction.begin(database)
    await SqlDataKeys(transaction, MASTERS).make("47128035")
    await transaction.commit()
    await transaction.close()

    async with units() as unit:
        known = await unit.referrals.by_number("47128035")
    assert known is not None
    assert known.thread[-1].text == "slaptas atsakymas"


async def test_it_is_all_there_for_another_process(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _fill(units)

    async with other_units() as unit:
        known = await unit.referrals.by_number("47128035")
        conversation = await unit.conversations.load(FULL_CONVERSATION.id)
        lines = await unit.conversations.lines(FULL_CONVERSATION.id)
        recipients = [one.recipient for one in await unit.outbox.of_subject("47128035")]
        [update] = await unit.updates.claim(NOON, 1)

    assert known is not None
    assert known.request == referral().request
    assert (known.letters_to, known.thread[-1].text) == ("zydre@example.lt", "slaptas atsakymas")
    assert conversation.draft == FULL_CONVERSATION.draft
    assert [line.said for line in lines] == ["Mano vardas slaptas", ""]
    assert lines[1].message == FULL_MESSAGE
    assert sorted(recipients) == ["900100", "zydre@example.lt"]
    assert update.payload == '{"text": "slaptas"}'


async def test_every_owner_has_one_key_and_no_two_are_alike(units: UnitsOfWork, database: Database) -> None:
    await _fill(units)
    async with units() as unit:
        known = await unit.referrals.by_number("47128035")
        assert known is not None
        await unit.referrals.store(known.noted("ona@kretinga.example", "slaptas", (), NOON))
        await unit.commit()

    async with database.engine.connect() as connection:
        keys = (await connection.execute(select(DataKeyRow.owner, DataKeyRow.wrapped))).all()

    assert sorted(owner for owner, _ in keys) == ["47128035", FULL_CONVERSATION.id]
    assert len({wrapped for _, wrapped in keys}) == 2


async def test_a_destroyed_key_leaves_a_referral_without_words_and_others_as_they_were(units: UnitsOfWork) -> None:
    await _fill(units)
    async with units() as unit:
        await unit.referrals.add(referral("11111117"))
        await unit.keys.destroy("47128035")
        await unit.commit()

    async with units() as unit:
        erased = await unit.referrals.load("47128035", "kretingos-rajono")
        other = await unit.referrals.load("11111117", "kretingos-rajono")
        rows = await unit.finding.rows(_list(), 10, 0)
        letters = await unit.outbox.of_subject("47128035")

    assert erased.request == Request("kretingos-rajono", "case-management", for_other=True, name="")
    assert [one.text for one in erased.thread] == ["", ""]
    assert erased.letters_to == ""
    assert {one.recipient for one in letters} == {""}
    assert other.request == referral().request
    assert {row.number: row.name for row in rows} == {"47128035": "", "11111117": "Ąžuolas Žąsinas"}


async def test_what_was_destroyed_in_the_same_transaction_cannot_be_read_in_it_any_more(units: UnitsOfWork) -> None:
    await _fill(units)
    async with units() as unit:
        await unit.referrals.load("47128035", "kretingos-rajono")
        await unit.keys.destroy("47128035")
        assert (await unit.referrals.load("47128035", "kretingos-rajono")).request.name == ""


async def test_a_conversation_without_its_key_begins_anew_under_a_new_one(units: UnitsOfWork) -> None:
    await _fill(units)
    async with units() as unit:
        before = await unit.conversations.load(FULL_CONVERSATION.id)
        for _ in range(before.drafts):
            before = await unit.conversations.store(before)
        await unit.keys.destroy(FULL_CONVERSATION.id)
        await unit.commit()

    async with units() as unit:
        left = await unit.conversations.load(FULL_CONVERSATION.id)
        assert await unit.conversations.lines(FULL_CONVERSATION.id) == ()
        assert await unit.conversations.messages(["message-1"]) == ()
        assert (left.flow, left.channel, left.draft) == (0, Channel.TELEGRAM, Draft())
        # No draft of before is taken for one of after.
        assert left.drafts >= before.drafts
        await unit.conversations.store(replace(left, draft=FULL_CONVERSATION.draft))
        await unit.conversations.say(left.id, [Line("line-2", NOON, said="Labas")])
        await unit.commit()

    async with units() as unit:
        assert (await unit.conversations.load(left.id)).draft == FULL_CONVERSATION.draft
        # Under the new key nothing of the old one opens.
        assert [line.said for line in await unit.conversations.lines(left.id)] == ["Labas"]


async def test_an_owner_without_a_key_is_noted_as_destroyed_too(units: UnitsOfWork, database: Database) -> None:
    async with units() as unit:
        await unit.keys.destroy("11111117")
        await unit.commit()

    async with database.engine.connect() as connection:
        [(wrapped, at)] = (await connection.execute(select(DataKeyRow.wrapped, DataKeyRow.destroyed_at))).all()
    assert wrapped is None
    assert at is not None


async def test_a_key_whose_destruction_is_not_committed_stays(units: UnitsOfWork) -> None:
    await _fill(units)
    async with units() as unit:
        await unit.keys.destroy("47128035")

    async with units() as unit:
        assert (await unit.referrals.load("47128035", "kretingos-rajono")).request.name == "Ąžuolas Žąsinas"


async def test_a_chat_is_found_by_a_hash_and_its_id_is_encrypted(database: Database) -> None:
    units = SqlUnitsOfWork(database, masters=MASTERS, hashed=hashed)
    async with units() as unit:
        await unit.conversations.add(FULL_CONVERSATION, "hash", "900100")
        await unit.updates.add([StoredUpdate(1, "900100", '{"text": "slaptas"}')], NOON)
        await unit.commit()

    assert "900100" not in await stored_text(database)
    async with units() as unit:
        assert await unit.conversations.find(Channel.TELEGRAM, "900100") is not None
        assert await unit.conversations.find(Channel.TELEGRAM, "900101") is None
        assert await unit.conversations.external_id(FULL_CONVERSATION.id) == "900100"
        assert await unit.updates.claim(NOON, 1) == (StoredUpdate(1, "900100", '{"text": "slaptas"}'),)


async def test_a_chat_whose_key_was_destroyed_is_found_and_reached_again_once_it_writes(database: Database) -> None:
    units = SqlUnitsOfWork(database, masters=MASTERS, hashed=hashed)
    async with units() as unit:
        await unit.conversations.add(FULL_CONVERSATION, "hash", "900100")
        await unit.keys.destroy(FULL_CONVERSATION.id)
        await unit.commit()
    async with units() as unit:
        assert await unit.conversations.external_id(FULL_CONVERSATION.id) == ""

    async with units() as unit:
        found = await unit.conversations.find(Channel.TELEGRAM, "900100")
        assert found is not None
        await unit.conversations.store(found)
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.external_id(FULL_CONVERSATION.id) == "900100"


async def test_a_handled_update_says_neither_what_nor_whose_it_was(database: Database) -> None:
    units = SqlUnitsOfWork(database, masters=MASTERS)
    async with units() as unit:
        await unit.updates.add([StoredUpdate(1, "900100", '{"text": "slaptas"}')], NOON)
        await unit.updates.done([1], NOON)
        await unit.commit()
    assert "900100" not in await stored_text(database)


async def test_a_text_that_was_moved_to_another_row_is_noticed(units: UnitsOfWork, database: Database) -> None:
    await _fill(units)
    async with units() as unit:
        known = await unit.referrals.load("47128035", "kretingos-rajono")
        await unit.referrals.store(known.noted("ona@kretinga.example", "kitas", (), NOON))
        await unit.commit()
    async with database.engine.begin() as connection:
        await connection.execute(
            text(
                "UPDATE referral_entries SET text = (SELECT text FROM referral_entries WHERE position = 2)"
                " WHERE position = 1"
            )
        )

    async with units() as unit:
        with pytest.raises(SealBrokenError, match=r"referral_entries\.text/47128035/1"):
            await unit.referrals.load("47128035", "kretingos-rajono")


def _list() -> Question:
    return Question(municipality="kretingos-rajono", asker="ona@kretinga.example", today=NOON.date())
