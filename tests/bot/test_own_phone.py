"""The own number by one button below the chat, while it is asked and no longer."""

from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind, Message, OwnPhone
from assistant.conversation.state import Channel
from bot.outgoing import TelegramCarrier
from bot.pace import Pace
from tests.bot.conftest import ONA
from tests.bot.fakes import question, short_pause, some_words
from tests.papers import FakePapers
from tests.telegram_server.admin import OWN_PHONE
from tests.telegram_server.person import TelegramPerson
from tests.usecases.person import Person

ASKED = replace(question("Koks Jūsų telefono numeris?"), own_phone=OwnPhone.ASKED)
NEXT = replace(question("Kada Jums gerai kalbėti?"), own_phone=OwnPhone.OVER)
DANGER = Message(Kind.DANGER, ("Skambinkite 112 dabar.",), own_phone=OwnPhone.OVER)
BUTTON = "Duoti mano numerį"


@pytest.fixture
def carrier(bot: Bot) -> TelegramCarrier:
    return TelegramCarrier(bot, some_words(), FakePapers(), pace=Pace(0), pause=short_pause)


async def test_the_button_comes_before_the_question_which_keeps_its_own_buttons(
    carrier: TelegramCarrier, ona: TelegramPerson
) -> None:
    await carrier.bring(str(ONA), (ASKED,))
    hint, asked = await ona.reads()
    assert hint.text == "Spauskite mygtuką apačioje."
    assert asked.buttons[:2] == ("Taip", "Ne")
    assert await ona.sees_below() == [BUTTON]


async def test_where_the_question_is_asked_again_the_button_stands_already(
    carrier: TelegramCarrier, ona: TelegramPerson
) -> None:
    for _ in range(2):
        await carrier.bring(str(ONA), (ASKED,))
    said = [shown.text for shown in await ona.reads()]
    assert said == ["Spauskite mygtuką apačioje.", *ASKED.sentences, *ASKED.sentences]


async def test_the_button_goes_with_the_next_question_even_if_another_process_brought_it(
    carrier: TelegramCarrier, bot: Bot, ona: TelegramPerson
) -> None:
    await carrier.bring(str(ONA), (ASKED,))
    await TelegramCarrier(bot, some_words(), FakePapers(), pace=Pace(0)).bring(str(ONA), (NEXT,))
    assert [shown.text for shown in await ona.reads()][-2:] == ["Gerai.", "Kada Jums gerai kalbėti?"]
    assert await ona.sees_below() == []


async def test_nothing_stands_above_112_and_the_button_goes_later(
    carrier: TelegramCarrier, ona: TelegramPerson
) -> None:
    for message in (ASKED, DANGER, question("Ką norite daryti?")):
        await carrier.bring(str(ONA), (message,))
    said = [shown.text for shown in await ona.reads()]
    assert said[2:] == ["Skambinkite 112 dabar.", "Gerai.", "Ką norite daryti?"]
    assert await ona.sees_below() == []


async def at_phone(whole: Assistant, ona: TelegramPerson) -> str:
    """In the chat, where the number is asked; gives the label of the button below."""
    await ona.reads()
    person = Person(whole, Channel.TELEGRAM, str(ONA))
    await person.opens()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        await person.presses(label)
    for words in ("Kretinga", "Ona Onaitė"):
        await person.says(words)
    await ona.says("paskambinti man")
    _, asked = await ona.reads()
    assert "Koks Jūsų telefono numeris?" in asked.text
    assert {"Geriau rašykite čia", "Atgal", "Meniu"} <= set(asked.buttons)
    (button,) = await ona.sees_below()
    return button


async def phone_of(whole: Assistant) -> str | None:
    async with whole.units() as work:
        found = await work.conversations.find(Channel.TELEGRAM, str(ONA))
    assert found is not None
    return found.draft.phone


async def test_one_press_gives_the_number_and_only_the_own_one(whole: Assistant, ona: TelegramPerson) -> None:
    # Given
    button = await at_phone(whole, ona)

    # When somebody else's number comes
    await ona.sends("contact")
    (refused,) = await ona.reads()

    # Then it is taken back, and the question stands
    assert "Kito žmogaus telefono man nereikia." in refused.text
    assert "Koks Jūsų telefono numeris?" in refused.text
    assert await phone_of(whole) is None
    assert await ona.sees_below() == [button]

    # When
    await ona.presses_below(button)
    over, following = await ona.reads()

    # Then
    assert over.text == "Gerai."
    assert "Kada Jums gerai kalbėti?" in following.text
    assert await phone_of(whole) == f"+{OWN_PHONE}"
    assert await ona.sees_below() == []


@pytest.mark.parametrize("words", ["0 612 34567", "neturiu telefono", "atgal"])
async def test_who_does_not_want_to_press_writes(whole: Assistant, ona: TelegramPerson, words: str) -> None:
    await at_phone(whole, ona)
    await ona.says(words)
    await ona.reads()
    assert await ona.sees_below() == []


async def test_a_number_that_comes_too_late_changes_nothing_and_takes_the_button_away(
    whole: Assistant, ona: TelegramPerson
) -> None:
    await ona.reads()
    await ona.shares_contact(OWN_PHONE)
    over, answer = await ona.reads()
    assert over.text == "Gerai."
    assert "Dabar Jūsų telefono nereikia." in answer.text
    assert await phone_of(whole) is None


@pytest.mark.usefixtures("ona")
async def test_the_server_edits_no_message_that_brought_a_keyboard_below(bot: Bot) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Duoti", request_contact=True)]])
    sent = await bot(SendMessage(chat_id=ONA, text="Spauskite.", reply_markup=keyboard))
    with pytest.raises(Exception, match="message can't be edited"):
        await bot(EditMessageText(chat_id=ONA, message_id=sent.message_id, text="Nespauskite."))


@pytest.mark.usefixtures("ona")
async def test_the_server_refuses_a_keyboard_below_as_telegram_does(bot: Bot) -> None:
    for keyboard in (
        ReplyKeyboardMarkup(keyboard=[]),
        ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text=" ")]]),
        ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Taip")]], input_field_placeholder="a" * 65),
    ):
        with pytest.raises(Exception, match="Bad Request"):
            await bot(SendMessage(chat_id=ONA, text="Spauskite.", reply_markup=keyboard))
