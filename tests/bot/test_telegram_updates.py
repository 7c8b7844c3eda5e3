"""The test server's long poll, the inputs of a person and the faults on request, with the real aiogram client."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import GetUpdates

from tests.bot.fakes import eventually, updates
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.inputs import INPUTS
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

ONA = 7


async def test_updates_come_again_until_they_are_confirmed(bot: Bot, ona: TelegramPerson) -> None:
    await ona.says("antra")
    first, second = await updates(bot)

    again = await updates(bot)
    rest = await updates(bot, offset=first.update_id + 1)
    none = await updates(bot, offset=second.update_id + 1)

    assert [update.update_id for update in again] == [first.update_id, second.update_id]
    assert [update.update_id for update in rest] == [second.update_id]
    assert none == []


async def test_a_long_poll_waits_for_the_next_update(bot: Bot, ona: TelegramPerson) -> None:
    (started,) = await updates(bot)
    waiting = asyncio.create_task(updates(bot, offset=started.update_id + 1, wait=20))
    await ona.says("čia aš")

    (update,) = await waiting

    assert update.message is not None
    assert update.message.text == "čia aš"


async def test_a_second_poller_ends_the_first_one(bot: Bot, telegram: TelegramServer, ona: TelegramPerson) -> None:
    (started,) = await updates(bot)
    offset = started.update_id + 1
    first = asyncio.create_task(updates(bot, offset=offset, wait=20))
    await eventually(lambda: len(telegram.calls("getUpdates")) == 2)
    second = asyncio.create_task(updates(bot, offset=offset, wait=20))

    with pytest.raises(TelegramConflictError):
        await first
    await ona.says("kam?")

    assert len(await second) == 1


@pytest.mark.usefixtures("ona")
async def test_updates_are_not_fetched_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("https://pavyzdys.lt/kelias")
    with pytest.raises(TelegramConflictError):
        await updates(bot)
    assert (await bot.get_webhook_info()).pending_update_count == 1

    await bot.delete_webhook()

    assert len(await updates(bot)) == 1


async def test_only_the_kinds_that_were_asked_for_are_kept(bot: Bot, ona: TelegramPerson) -> None:
    await bot(GetUpdates(allowed_updates=["callback_query"]))
    await ona.says("to negirdi")

    assert [update.message.text for update in await updates(bot) if update.message] == ["/start"]


@pytest.mark.parametrize("kind", sorted(INPUTS))
async def test_everything_a_person_can_send_is_readable(bot: Bot, ona: TelegramPerson, kind: str) -> None:
    await ona.sends(kind)

    update = (await updates(bot))[-1]

    assert update.message is not None
    assert update.message.text is None


async def test_contacts_and_edits_come_as_telegram_sends_them(bot: Bot, ona: TelegramPerson) -> None:
    words = await ona.says("su klaida")
    await ona.edits(words, "be klaidos")
    await ona.shares_contact("37061234567")

    _, _, edited, shared = await updates(bot)

    assert edited.edited_message is not None
    assert edited.edited_message.text == "be klaidos"
    assert shared.message is not None
    assert shared.message.contact is not None
    assert shared.message.contact.user_id == ONA


@pytest.mark.usefixtures("ona")
async def test_faults_come_as_often_as_asked(bot: Bot, telegram: TelegramServer) -> None:
    telegram.fails(FaultKind.TOO_MANY, method="sendMessage", retry_after=9)
    with pytest.raises(TelegramRetryAfter) as slow:
        await bot.send_message(ONA, "a")
    assert slow.value.retry_after == 9
    telegram.fails(FaultKind.SERVER_ERROR, times=2)
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await bot.send_message(ONA, "a")
    telegram.fails(FaultKind.BROKEN_JSON)
    with pytest.raises(ClientDecodeError):
        await bot.send_message(ONA, "a")
    await bot.send_message(ONA, "a")


@pytest.mark.parametrize(("kind", "is_stored"), [(FaultKind.DROP_BEFORE, False), (FaultKind.DROP_AFTER, True)])
async def test_a_connection_breaks_before_or_after_the_message_is_stored(
    bot: Bot, telegram: TelegramServer, ona: TelegramPerson, kind: FaultKind, *, is_stored: bool
) -> None:
    telegram.fails(kind, method="sendMessage", chat_id=ONA)

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ONA, "ar nuėjo?")

    assert ("ar nuėjo?" in [shown.text for shown in await ona.sees()]) is is_stored
