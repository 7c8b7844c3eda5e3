"""Telegram's updates are kept before they are acknowledged, and handled once and in order."""

import asyncio
from datetime import timedelta

from assistant.bootstrap import Assistant
from assistant.usecases.ports import StoredUpdate
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
