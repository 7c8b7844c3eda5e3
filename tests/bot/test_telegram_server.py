"""The test server behaves as the Bot API page says, shown with the real aiogram client over HTTP."""

import asyncio

import httpx
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)

from bot.door import bot_at
from tests.bot.fakes import updates
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

ONA = 7


def buttons(*labels: str, data: str = "1-x") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=it, callback_data=data)] for it in labels])


async def test_the_bot_is_who_its_token_says(bot: Bot, telegram: TelegramServer) -> None:
    assert (await bot.get_me()).is_bot

    stranger = bot_at("43:WRONG", telegram.base_url)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    await stranger.session.close()


async def test_unknown_methods_and_arguments_are_refused_in_telegrams_form(telegram: TelegramServer) -> None:
    base = f"{telegram.base_url}/bot{telegram.token}"
    async with httpx.AsyncClient(trust_env=False) as http:
        nothing = await http.get(f"{base}/sendNothing")
        strange = await http.post(f"{base}/SENDMESSAGE", json={"chat_id": ONA, "text": "a", "colour": "red"})
        missing = await http.get(f"{base}/sendMessage", params={"chat_id": ONA})

    assert (nothing.status_code, nothing.json()["error_code"]) == (404, 404)
    assert (strange.status_code, missing.status_code) == (400, 400)
    assert "colour" in strange.json()["description"]
    assert "text" in missing.json()["description"]


async def test_what_a_person_writes_comes_as_an_update_and_what_the_bot_sends_is_read(
    bot: Bot, ona: TelegramPerson
) -> None:
    (started,) = await updates(bot)
    sent = await bot.send_message(ONA, "Sveiki!\nKas Jūs?", reply_markup=buttons("Žmogus"))

    (read,) = await ona.reads()

    assert started.message is not None
    assert started.message.text == "/start"
    assert started.message.entities is not None
    assert (read.id, read.text, read.buttons) == (sent.message_id, "Sveiki!\nKas Jūs?", ("Žmogus",))
    assert [shown.text for shown in await ona.sees()] == ["/start", "Sveiki!\nKas Jūs?"]


async def test_reading_waits_for_the_answer_and_gives_each_message_once(bot: Bot, ona: TelegramPerson) -> None:
    reading = asyncio.create_task(ona.reads())
    await bot.send_message(ONA, "pirma")
    await bot.send_message(ONA, "antra", reply_markup=buttons("Gerai"))

    assert [shown.text for shown in await reading] == ["pirma", "antra"]
    assert await ona.reads_if_any(within=0.1) == []


@pytest.mark.parametrize(
    ("text", "html", "is_taken"),
    [
        ("a" * 4096, False, True),
        ("a" * 4097, False, False),
        ("🙂" * 2048, False, True),
        ("🙂" * 2049, False, False),
        (" \n ", False, False),
        (f"<b>{'a' * 4096}</b>", True, True),
        ("<b>storai", True, False),
        ("<b><i>kryžmai</b></i>", True, False),
        ("<div>ne</div>", True, False),
        ("<b></b>", True, False),
        ("1 &lt; 2", True, True),
        ("1 < 2", False, True),
    ],
)
async def test_text_has_telegrams_limits(
    bot: Bot, ona: TelegramPerson, text: str, *, html: bool, is_taken: bool
) -> None:
    sending = bot.send_message(ONA, text, parse_mode="HTML" if html else None)
    if is_taken:
        await sending
        assert len(await ona.sees()) == 2
    else:
        with pytest.raises(TelegramBadRequest):
            await sending
        assert len(await ona.sees()) == 1


@pytest.mark.parametrize(
    "markup",
    [
        buttons("Taip", data="a" * 65),
        buttons("Taip", data="ž" * 33),
        buttons(" "),
        InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="niekas")]]),
        InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="du", callback_data="a", url="https://a.lt")]]
        ),
        InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="a", callback_data="a")] * 9]),
        buttons(*["a"] * 101),
    ],
)
@pytest.mark.usefixtures("ona")
async def test_buttons_have_telegrams_limits(bot: Bot, markup: InlineKeyboardMarkup) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(ONA, "Ar norite?", reply_markup=markup)
    await bot.send_message(ONA, "Ar norite?", reply_markup=buttons("Taip", data="ž" * 32))


async def test_the_bot_may_not_write_first_nor_while_it_is_blocked(bot: Bot, ona: TelegramPerson) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(8, "Sveiki!")
    await ona.blocks()
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(ONA, "Sveiki!")
    await ona.unblocks()
    await bot.send_message(ONA, "Sveiki!")

    kinds = [update.event_type for update in await updates(bot)]
    assert kinds == ["message", "my_chat_member", "my_chat_member"]


async def test_only_buttons_that_stand_there_can_be_pressed(bot: Bot, ona: TelegramPerson) -> None:
    old = await bot.send_message(ONA, "pirmas", reply_markup=buttons("Senas", data="1-old"))
    await bot.send_message(ONA, "antras", reply_markup=buttons("Naujas", data="2-new"))

    with pytest.raises(AssertionError, match="Senas"):
        await ona.presses("Senas")
    await ona.presses("Naujas")
    await ona.presses_old("Senas", old.message_id)

    new_press, old_press = [it.callback_query for it in await updates(bot) if it.callback_query is not None]
    assert (new_press.data, old_press.data) == ("2-new", "1-old")
    assert old_press.message is not None
    assert old_press.message.message_id == old.message_id


async def test_a_press_is_acknowledged_by_its_id_only(bot: Bot, ona: TelegramPerson) -> None:
    await bot.send_message(ONA, "Ar norite?", reply_markup=buttons("Taip"))
    await ona.presses("Taip")
    query = (await updates(bot))[-1].callback_query

    assert query is not None
    assert await bot.answer_callback_query(query.id)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query("1")
    with pytest.raises(TelegramBadRequest, match="TOO_LONG"):
        await bot.answer_callback_query(query.id, text="a" * 201)


async def test_an_edit_drops_the_buttons_and_an_edit_to_the_same_is_refused(bot: Bot, ona: TelegramPerson) -> None:
    sent = await bot.send_message(ONA, "Ar norite?", reply_markup=buttons("Taip"))

    await bot.edit_message_text("Ar norite?\n✓ Taip", chat_id=ONA, message_id=sent.message_id)

    assert [(it.text, it.buttons) for it in (await ona.sees())[1:]] == [("Ar norite?\n✓ Taip", ())]
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_text("Ar norite?\n✓ Taip", chat_id=ONA, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_reply_markup(chat_id=ONA, message_id=sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("a", chat_id=ONA, message_id=9)


async def test_the_bot_edits_its_own_messages_only_and_deletes_others_in_private_chats_alone(
    bot: Bot, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    own = await ona.says("mano žodžiai")
    sent = await bot.send_message(ONA, "boto žodžiai")

    with pytest.raises(TelegramBadRequest, match="can't be edited"):
        await bot.edit_message_text("a", chat_id=ONA, message_id=own)
    telegram.is_group(ONA)
    with pytest.raises(TelegramBadRequest, match="can't be deleted"):
        await bot.delete_message(ONA, own)
    telegram.is_group(ONA, "private")
    await bot.delete_message(ONA, own)
    await bot.delete_message(ONA, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(ONA, sent.message_id)


@pytest.mark.usefixtures("ona")
async def test_a_reply_to_a_message_that_is_not_there_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="replied not found"):
        await bot.send_message(ONA, "a", reply_parameters=ReplyParameters(message_id=9))


async def test_commands_are_checked_and_kept(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="meniu", description="Pagrindinis meniu")])

    assert [command.command for command in await bot.get_my_commands()] == ["meniu"]
    for wrong in (BotCommand(command="Žmogus", description="a"), BotCommand(command="a", description="a" * 257)):
        with pytest.raises(TelegramBadRequest):
            await bot.set_my_commands([wrong])


@pytest.mark.usefixtures("ona")
async def test_a_method_that_the_server_cannot_answer_says_so(bot: Bot) -> None:
    with pytest.raises(TelegramServerError, match="no answer for sendSticker"):
        await bot.send_sticker(ONA, BufferedInputFile(b"RIFF", "a.webp"))


async def test_every_call_is_recorded_with_its_arguments_and_its_outcome(bot: Bot, telegram: TelegramServer) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(ONA, "Sveiki!")

    (call,) = telegram.calls("sendMessage")

    assert (call["arguments"], call["ok"]) == ({"chat_id": ONA, "text": "Sveiki!"}, False)
    assert call["description"] == "Bad Request: chat not found"
