"""A document comes into the chat as a file, before the words and the buttons."""

from assistant.conversation.messages import Choice, DocumentNotice, Kind, Message
from bot.door import bot_at
from bot.outgoing import TelegramCarrier
from tests.bot.fakes import some_words
from tests.papers import FakePapers, a_paper
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

ONA = 7
MESSAGE = Message(
    Kind.NOTICE, ("Štai Jūsų prašymas.",), choices=(Choice("1-menu", "Gerai"),), document=DocumentNotice("47128035")
)


async def brought(telegram: TelegramServer, papers: FakePapers) -> list[tuple[str, str, tuple[str, ...]]]:
    """What Ona sees after the message: name of the file, words, buttons."""
    bot = bot_at(telegram.token, telegram.base_url)
    async with TelegramPerson(telegram.base_url, ONA) as ona:
        await ona.says("/start")
        await TelegramCarrier(bot, some_words(), papers).bring(str(ONA), (MESSAGE,))
        shown = await ona.reads()
    await bot.session.close()
    return [(one.file, one.text, one.buttons) for one in shown]


async def test_the_file_comes_first_and_the_buttons_last(telegram: TelegramServer) -> None:
    papers = FakePapers({(str(ONA), "47128035"): a_paper()})
    assert await brought(telegram, papers) == [
        ("prasymas-47128035.pdf", "", ()),
        ("", "Štai Jūsų prašymas.", ("Gerai",)),
    ]


async def test_where_the_document_is_gone_the_words_still_come(telegram: TelegramServer) -> None:
    assert await brought(telegram, FakePapers()) == [("", "Štai Jūsų prašymas.", ("Gerai",))]
