"""A question of staff in Telegram: its buttons stay under it until it is over."""

from aiogram import Bot

from assistant.conversation.messages import Choice, Kind, Message
from bot.incoming import Press
from bot.outgoing import TelegramCarrier
from tests.bot.conftest import ONA
from tests.bot.fakes import question, some_words
from tests.papers import FakePapers
from tests.telegram_server.person import Shown, TelegramPerson

ASK = Message(Kind.ASKED, ("Ar galite ateiti?",), choices=(Choice("ask:47128035:1:0", "Galiu"),))


async def stands(ona: TelegramPerson, message: int) -> Shown:
    return next(shown for shown in await ona.sees() if shown.id == message)


async def test_the_buttons_stay_while_the_talk_goes_on_and_go_without_a_word_when_it_is_over(
    bot: Bot, ona: TelegramPerson
) -> None:
    # Given a question that came above the present one
    carrier = TelegramCarrier(bot, some_words(), FakePapers())
    await carrier.bring(str(ONA), (ASK, question("Ką norite daryti?")))
    asked, present = await ona.reads()

    # When the talk goes on
    await carrier.bring(str(ONA), (question("Kur gyvenate?"),))
    assert (await stands(ona, asked.id)).buttons == ("Galiu",)
    assert (await stands(ona, present.id)).buttons == ()

    # Then a press that ends nothing leaves the buttons
    press = Press(asked.id, asked.text, "Galiu", is_lasting=True)
    await carrier.show_answer(str(ONA), press)
    assert (await stands(ona, asked.id)).buttons == ("Galiu",)
    # And one that is no more than too late is not shown as the answer
    await carrier.show_answer(str(ONA), press, is_over=True)
    shown = await stands(ona, asked.id)
    assert (shown.text, shown.buttons) == ("Ar galite ateiti?", ())
