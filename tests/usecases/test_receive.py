"""Telegram's updates are kept before they are acknowledged, and handled once and in order."""

import asyncio
import itertools
from collections import defaultdict
from datetime import timedelta

from sqlalchemy import event

from assistant.bootstrap import Assistant
from assistant.errors import DatabaseAwayError
from assistant.usecases.ports import StoredUpdate, UnitOfWork
from assistant.usecases.receive import ReceiveUpdates
from tests.usecases.fake_clock import FakeClock

LEASE_IS_OVER = timedelta(minutes=1)


def update(number: int, chat: str = "4711") -> StoredUpdate:
    return StoredUpdate(number, chat, f'{{"update_id": {number}}}')


async def test_what_is_stored_is_there_for_another_process(two: tuple[Assistant, Assistant]) -> None:
    here, there = two

    await here.receive.store([update(1)])

    assert await there.receive.claim(10) == (update(1),)


async def test_an_update_that_telegram_sends_again_is_handled_once(assistant: Assistant, clock: FakeClock) -> None:
    await assistant.receive.store([update(1), update(1)])
    [claimed] = await assistant.receive.claim(10)
    await assistant.receive.done(claimed.id)

    await assistant.receive.store([update(1)])
    clock.passes(LEASE_IS_OVER)

    assert await assistant.receive.claim(10) == ()


async def test_within_a_chat_the_order_is_kept_and_chats_do_not_wait_for_each_other(assistant: Assistant) -> None:
    await assistant.receive.store([update(2), update(1), update(3, "other")])

    assert await assistant.receive.claim(10) == (update(1), update(3, "other"))
    assert await assistant.receive.claim(10) == ()
    await assistant.receive.done(1)
    assert await assistant.receive.claim(10) == (update(2),)


async def test_an_update_whose_handler_died_comes_back(assistant: Assistant, clock: FakeClock) -> None:
    await assistant.receive.store([update(1)])
    await assistant.receive.claim(10)

    clock.passes(LEASE_IS_OVER)

    assert await assistant.receive.claim(10) == (update(1),)


async def test_two_processes_never_handle_the_same_update(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    await here.receive.store([update(number, f"chat-{number}") for number in range(12)])

    rounds = await asyncio.gather(*(at.receive.claim(4) for at in (here, there, here, there)))
    left = await here.receive.claim(12)

    claimed = [one.id for taken in (*rounds, left) for one in taken]
    assert sorted(claimed) == list(range(12))


async def test_what_a_handled_update_said_is_forgotten(assistant: Assistant) -> None:
    secret = StoredUpdate(1, "4711", '{"text": "mano paslaptis"}')
    await assistant.receive.store([secret])
    await assistant.receive.claim(1)
    await assistant.receive.done(1)
    await assistant.database.close()

    kept = b"".join(file.read_bytes() for file in assistant.settings.data_dir.glob("aiskiai.db*"))

    assert b"paslaptis" not in kept


async def test_many_that_are_handled_at_a_time_are_marked_in_few_commits(assistant: Assistant) -> None:
    numbers = range(30)
    await assistant.receive.store([update(number, f"chat-{number}") for number in numbers])
    await assistant.receive.claim(30)
    commits: list[object] = []
    event.listen(assistant.database.engine.sync_engine, "commit", commits.append)

    await asyncio.gather(*(assistant.receive.done(number) for number in numbers))

    assert len(commits) < 5
    await assistant.receive.store([update(100 + number, f"chat-{number}") for number in numbers])
    assert len(await assistant.receive.claim(30)) == 30, "each chat goes on with its next"


async def test_what_could_not_be_marked_with_others_is_marked_by_who_comes_next(assistant: Assistant) -> None:
    await assistant.receive.store([update(1, "a"), update(2, "b")])
    await assistant.receive.claim(2)
    tries = itertools.count()

    def units() -> UnitOfWork:
        if next(tries) == 0:
            raise DatabaseAwayError("once")
        return assistant.units()

    receive = ReceiveUpdates(units=units, clock=assistant.clock)
    results = await asyncio.gather(receive.done(1), receive.done(2), return_exceptions=True)

    # Whoever was at work is told so; the other has marked both.
    assert [type(result) for result in results] == [DatabaseAwayError, type(None)]
    await assistant.receive.store([update(3, "a"), update(4, "b")])
    assert [one.id for one in await assistant.receive.claim(4)] == [3, 4]


async def test_two_bots_side_by_side_keep_the_order_within_each_chat(two: tuple[Assistant, Assistant]) -> None:
    # Given five chats with eight updates each, stored by both as they come, the older of two now and then later
    numbers = [nth + (1 if nth % 2 == 0 else -1) if nth % 6 < 2 else nth for nth in range(40)]
    handled: dict[str, list[int]] = defaultdict(list)
    busy: set[str] = set()
    both_at_once: list[str] = []

    async def bot(at: Assistant) -> None:
        while sum(map(len, handled.values())) < len(numbers):
            for taken in await at.receive.claim(3):
                if taken.chat in busy:
                    both_at_once.append(taken.chat)
                busy.add(taken.chat)
                handled[taken.chat].append(taken.id)
                await asyncio.sleep(0)
                busy.discard(taken.chat)
                await at.receive.done(taken.id)

    async def arrive(at: Assistant, some: list[int]) -> None:
        for number in some:
            await at.receive.store([update(number, f"chat-{number % 5}")])

    # When
    await arrive(two[0], numbers[:20])
    await asyncio.gather(bot(two[0]), bot(two[1]), bot(two[0]), bot(two[1]), arrive(two[1], sorted(numbers[20:])))

    # Then each was handled once, one at a time, oldest first
    assert both_at_once == []
    assert sorted(number for chat in handled.values() for number in chat) == list(range(40))
    assert all(chat == sorted(chat) for chat in handled.values())
