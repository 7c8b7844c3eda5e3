"""Conversations in a real database."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from assistant.adapters.database.records import UnreadableRecordError
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import ConversationRow
from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Channel, Conversation, Place
from assistant.errors import ConversationChangedError, ConversationNotFoundError
from assistant.usecases.ports import KEPT_LINES, Line, UnitsOfWork
from tests.adapters.database.examples import FULL_CONVERSATION, FULL_MESSAGE, NOON, conversation


async def _given(units: UnitsOfWork, stored: Conversation, external_id: str = "") -> None:
    async with units() as unit:
        await unit.conversations.add(stored, "hash-of-token", external_id)
        await unit.commit()


async def test_a_conversation_comes_back_exactly_as_it_was_stored(units: UnitsOfWork) -> None:
    await _given(units, FULL_CONVERSATION)

    async with units() as unit:
        loaded = await unit.conversations.load(FULL_CONVERSATION.id)

    assert loaded == FULL_CONVERSATION


async def test_the_hash_of_the_token_and_the_chat_are_kept(units: UnitsOfWork) -> None:
    await _given(units, FULL_CONVERSATION, external_id="4711")

    async with units() as unit:
        assert await unit.conversations.token_hash(FULL_CONVERSATION.id) == "hash-of-token"
        assert await unit.conversations.external_id(FULL_CONVERSATION.id) == "4711"
        assert await unit.conversations.find(Channel.TELEGRAM, "4711") == FULL_CONVERSATION


async def test_a_chat_is_found_only_in_its_own_channel(units: UnitsOfWork) -> None:
    await _given(units, FULL_CONVERSATION, external_id="4711")

    async with units() as unit:
        assert await unit.conversations.find(Channel.TERMINAL, "4711") is None
        assert await unit.conversations.find(Channel.TELEGRAM, "4712") is None


async def test_conversations_without_a_chat_do_not_disturb_each_other(units: UnitsOfWork) -> None:
    await _given(units, conversation("one"))
    await _given(units, conversation("two"))

    async with units() as unit:
        assert await unit.conversations.external_id("two") == ""
        assert await unit.conversations.find(Channel.WEB, "") is None


async def test_an_unknown_conversation_is_not_found(units: UnitsOfWork) -> None:
    async with units() as unit:
        with pytest.raises(ConversationNotFoundError):
            await unit.conversations.load("nobody")
        with pytest.raises(ConversationNotFoundError):
            await unit.conversations.token_hash("nobody")
        with pytest.raises(ConversationNotFoundError):
            await unit.conversations.external_id("nobody")


async def test_a_second_conversation_of_the_same_chat_is_refused(units: UnitsOfWork) -> None:
    await _given(units, conversation("one", Channel.TELEGRAM), external_id="4711")

    with pytest.raises(ConversationChangedError):
        await _given(units, conversation("two", Channel.TELEGRAM), external_id="4711")


async def test_storing_gives_the_next_version(units: UnitsOfWork) -> None:
    await _given(units, conversation())

    async with units() as unit:
        loaded = await unit.conversations.load("conversation-1")
        stored = await unit.conversations.store(loaded.at(Place("menu")))
        stored = await unit.conversations.store(stored.at(Place("ask", "age")))
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.load("conversation-1") == stored
    assert stored.version == 2


async def test_a_version_can_be_stored_only_once(units: UnitsOfWork) -> None:
    # Given two that read the same version
    await _given(units, conversation())
    async with units() as unit:
        first = second = await unit.conversations.load("conversation-1")

    # When the first stores
    async with units() as unit:
        await unit.conversations.store(first.at(Place("menu")))
        await unit.commit()

    # Then the second cannot
    async with units() as unit:
        await unit.conversations.store(second.at(Place("other")))
        with pytest.raises(ConversationChangedError):
            await unit.commit()
    async with units() as unit:
        assert (await unit.conversations.load("conversation-1")).place == Place("menu")


async def test_of_many_taps_at_once_exactly_one_wins(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, conversation())
    async with units() as unit:
        loaded = await unit.conversations.load("conversation-1")

    async def tap(where: UnitsOfWork, number: int) -> bool:
        try:
            async with where() as unit:
                await unit.conversations.store(replace(loaded, turn=number))
                await unit.commit()
        except ConversationChangedError:
            return False
        return True

    won = await asyncio.gather(*(tap(where, turn) for turn in range(1, 6) for where in (units, other_units)))

    assert sum(won) == 1


async def test_what_was_said_comes_back_in_order(units: UnitsOfWork) -> None:
    await _given(units, conversation())
    said = Line("line-1", NOON, said="Labas, aš – Žydrė „ąčęėįšųūž“ 😀")
    answered = Line("message-1", NOON + timedelta(seconds=1), message=FULL_MESSAGE)

    async with units() as unit:
        await unit.conversations.say("conversation-1", [said, answered])
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.lines("conversation-1") == (said, answered)


async def test_only_the_newest_lines_are_kept(units: UnitsOfWork) -> None:
    await _given(units, conversation("one"))
    await _given(units, conversation("two"))
    async with units() as unit:
        await unit.conversations.say("two", [Line("other", NOON, said="Kita")])
        for number in range(KEPT_LINES + 5):
            await unit.conversations.say("one", [Line(f"line-{number}", NOON, said=str(number))])
        await unit.commit()

    async with units() as unit:
        lines = await unit.conversations.lines("one")
        assert [line.said for line in lines] == [str(number) for number in range(5, KEPT_LINES + 5)]
        assert len(await unit.conversations.lines("two")) == 1


async def test_what_is_erased_is_gone_for_that_conversation_alone(units: UnitsOfWork) -> None:
    await _given(units, conversation("one"))
    await _given(units, conversation("two"))
    async with units() as unit:
        await unit.conversations.say("one", [Line("m1", NOON, message=FULL_MESSAGE)])
        await unit.conversations.say("two", [Line("other", NOON, said="Kita")])
        await unit.conversations.forget("one")
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.lines("one") == ()
        assert await unit.conversations.messages(["m1"]) == ()
        assert len(await unit.conversations.lines("two")) == 1


async def test_messages_are_given_in_the_order_asked_without_those_that_are_gone(units: UnitsOfWork) -> None:
    await _given(units, conversation())
    first = Message(Kind.NOTICE, ("Pirma.",), id="m1")
    second = Message(Kind.NOTICE, ("Antra.",), id="m2")
    async with units() as unit:
        await unit.conversations.say(
            "conversation-1",
            [Line("m1", NOON, message=first), Line("said", NOON, said="Taip"), Line("m2", NOON, message=second)],
        )
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.messages(["m2", "gone", "said", "m1"]) == (second, first)
        assert await unit.conversations.messages([]) == ()


async def test_an_event_is_remembered_with_its_answer(units: UnitsOfWork) -> None:
    await _given(units, conversation("one"))
    await _given(units, conversation("two"))
    async with units() as unit:
        assert await unit.conversations.heard("one", "tap-1") is None
        await unit.conversations.remember("one", "tap-1", ["m1", "m2"], NOON)
        await unit.conversations.remember("one", "tap-2", [], NOON)
        await unit.commit()

    async with units() as unit:
        assert await unit.conversations.heard("one", "tap-1") == ("m1", "m2")
        assert await unit.conversations.heard("one", "tap-2") == ()
        assert await unit.conversations.heard("two", "tap-1") is None


async def test_an_event_remembered_twice_breaks_the_transaction(units: UnitsOfWork) -> None:
    await _given(units, conversation())
    async with units() as unit:
        await unit.conversations.remember("conversation-1", "tap-1", ["m1"], NOON)
        await unit.commit()

    # When somebody remembers it again and passes over the error
    async with units() as unit:
        await unit.conversations.say("conversation-1", [Line("line", NOON, said="Siųsti")])
        await unit.conversations.remember("conversation-1", "tap-1", ["m2"], NOON)
        with pytest.raises(ConversationChangedError):
            await unit.commit()
        with pytest.raises(RuntimeError):
            await unit.commit()

    # Then nothing of that transaction is there
    async with units() as unit:
        assert await unit.conversations.heard("conversation-1", "tap-1") == ("m1",)
        assert await unit.conversations.lines("conversation-1") == ()


async def test_a_conversation_of_an_older_shape_starts_again_with_what_was_told(
    units: UnitsOfWork, database: Database
) -> None:
    # Given a conversation stored by an older program: other places, another way to write the age
    await _given(units, conversation())
    older = (
        '{"id": "x", "channel": "web", "flow": 1, "turn": 9, "place": "menu", "is_helper": true, "drafts": 3,'
        ' "service": "legal-help", "facts": {"age": 30, "complex_needs": true}, "declined": ["work-no-more"],'
        ' "draft": {"name": "Ona", "phone": 8612}, "something": "else", "is_simple": "yes"}'
    )
    async with database.engine.begin() as connection:
        await connection.execute(update(ConversationRow).values(state=older, version=4))

    # When
    async with units() as unit:
        loaded = await unit.conversations.load("conversation-1")
        stored = await unit.conversations.store(loaded)
        await unit.commit()

    # Then
    assert loaded.id == "conversation-1"
    assert loaded.flow == 0
    assert (loaded.version, stored.version) == (4, 5)
    assert loaded.place == Place("greeting")
    assert (loaded.turn, loaded.is_helper, loaded.drafts, loaded.service) == (9, True, 3, "legal-help")
    assert (loaded.facts.age, loaded.facts.complex_needs) == (None, True)
    assert (loaded.draft.name, loaded.draft.phone) == ("Ona", None)
    assert loaded.declined == frozenset()


async def test_a_conversation_from_before_a_field_was_added_keeps_its_place(
    units: UnitsOfWork, database: Database
) -> None:
    await _given(units, conversation())
    async with database.engine.begin() as connection:
        state = '{"id": "conversation-1", "channel": "web", "flow": 1, "place": {"step": "menu"}, "turn": 3}'
        await connection.execute(update(ConversationRow).values(state=state))

    async with units() as unit:
        loaded = await unit.conversations.load("conversation-1")

    assert loaded == replace(conversation(), place=Place("menu"), turn=3, flow=1)


async def test_a_damaged_conversation_is_named_without_what_was_said(units: UnitsOfWork, database: Database) -> None:
    await _given(units, conversation())
    async with database.engine.begin() as connection:
        await connection.execute(text('UPDATE conversations SET state = \'{"name": "Ona\''))

    async with units() as unit:
        with pytest.raises(UnreadableRecordError) as raised:
            await unit.conversations.load("conversation-1")

    assert "Ona" not in str(raised.value)
