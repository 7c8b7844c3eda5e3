"""A picture comes as one message with the words under it, is uploaded once, and its buttons work like any."""

from dataclasses import dataclass, field, replace

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageCaption, EditMessageText, SendPhoto
from aiogram.types import BufferedInputFile

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind, Message
from bot.outgoing import MOST_CAPTION_UNITS, TelegramCarrier, rendered
from bot.pace import Pace
from bot.pictures import PictureSender
from tests.bot.conftest import ONA
from tests.bot.fakes import FakeConverser, FakeReceiver, question, running_door, short_pause, some_words
from tests.papers import FakePapers
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.files import PNG
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer
from tests.telegram_server.world import BOT

ASKED = replace(question("Kiek Jums metų?"), picture="age")


@dataclass
class FakePictures:
    """One picture looks like the other; `files` are the ids that Telegram gave."""

    files: dict[str, str] = field(default_factory=dict)
    drawings: list[str] = field(default_factory=list)

    async def known(self, picture: str, bot: str) -> str:
        return self.files.get(f"{bot}:{picture}", "")

    async def drawn(self, picture: str) -> bytes:
        self.drawings.append(picture)
        return PNG if picture != "lost" else b""

    async def handed_over(self, picture: str, bot: str, file: str) -> None:
        self.files[f"{bot}:{picture}"] = file

    async def refused(self, picture: str, bot: str) -> None:
        del self.files[f"{bot}:{picture}"]


@pytest.fixture
def pictures() -> FakePictures:
    return FakePictures()


@pytest.fixture
def carrier(bot: Bot, pictures: FakePictures) -> TelegramCarrier:
    sender = PictureSender(bot, pictures, pause=short_pause)
    return TelegramCarrier(bot, some_words(), FakePapers(), pace=Pace(0), pause=short_pause, pictures=sender)


async def test_the_picture_comes_with_words_and_buttons_in_one_message(
    carrier: TelegramCarrier, ona: TelegramPerson
) -> None:
    await carrier.bring(str(ONA), (ASKED,))
    (shown,) = await ona.reads()
    assert shown.has_picture
    assert shown.text == "Kiek Jums metų?"
    assert shown.buttons[:2] == ("Taip", "Ne")
    assert await ona.opens_file(shown.id) == PNG


async def test_it_is_uploaded_once_and_named_from_then_on(
    carrier: TelegramCarrier, pictures: FakePictures, ona: TelegramPerson
) -> None:
    for _ in range(3):
        await carrier.bring(str(ONA), (ASKED,))
    assert [shown.has_picture for shown in await ona.reads()] == [True, True, True]
    assert pictures.drawings == ["age"]


async def test_an_id_that_telegram_does_not_know_is_forgotten_and_the_picture_uploaded_anew(
    carrier: TelegramCarrier, pictures: FakePictures, bot: Bot, ona: TelegramPerson
) -> None:
    pictures.files[f"{bot.id}:age"] = "of another server"
    await carrier.bring(str(ONA), (ASKED,))
    (shown,) = await ona.reads()
    assert shown.has_picture
    assert pictures.files[f"{bot.id}:age"] != "of another server"


async def test_where_no_picture_can_come_the_words_come_alone(
    carrier: TelegramCarrier, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    await carrier.bring(str(ONA), (replace(ASKED, picture="lost"),))
    telegram.fails(FaultKind.NO_PICTURES, method="sendPhoto")
    await carrier.bring(str(ONA), (ASKED,))
    said = await ona.reads()
    assert [(shown.text, shown.has_picture) for shown in said] == [("Kiek Jums metų?", False)] * 2


def test_words_that_are_too_long_for_a_caption_come_without_a_picture() -> None:
    (fits,) = rendered(Message(Kind.ANSWER, ("🙂" * (MOST_CAPTION_UNITS // 2),), "age"), some_words())
    (too_long,) = rendered(Message(Kind.ANSWER, ("🙂" * (MOST_CAPTION_UNITS // 2 + 1),), "age"), some_words())
    assert (fits.picture, too_long.picture) == ("age", "")


def test_danger_waits_for_no_picture() -> None:
    (part,) = rendered(Message(Kind.DANGER, ("Skambinkite 112 dabar.",), "phone"), some_words())
    assert part.picture == ""


async def test_a_pressed_choice_is_shown_under_the_picture_and_the_buttons_go(
    telegram: TelegramServer, pictures: FakePictures
) -> None:
    converse = FakeConverser(picture="age")
    async with (
        running_door(telegram, converse, FakeReceiver(), pictures=pictures),
        TelegramPerson(telegram.base_url, 7) as person,
    ):
        await person.says("labas")
        (asked,) = await person.reads()
        await person.presses("Taip")
        await person.reads()
        (shown,) = [message for message in await person.sees() if message.id == asked.id]
    assert shown.has_picture
    assert shown.text.endswith("\n\n✓ Taip")
    assert shown.buttons == ()


async def test_the_buttons_of_an_earlier_picture_go_when_the_talk_goes_on(
    carrier: TelegramCarrier, ona: TelegramPerson
) -> None:
    for message in (ASKED, question("Kur gyvenate?")):
        await carrier.bring(str(ONA), (message,))
    before, now = await ona.reads_both()
    assert (before.has_picture, before.buttons) == (True, ())
    assert now.buttons


async def test_the_assistants_own_pictures_come_to_the_chat_and_are_uploaded_once(
    whole: Assistant, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    (greeting,) = await ona.reads()
    await ona.says("/start")
    (again,) = await ona.reads()
    assert greeting.has_picture
    assert again.has_picture
    uploaded, named = [str(call["arguments"]["photo"]) for call in telegram.calls("sendPhoto")]
    assert uploaded.startswith("attach://")
    assert not named.startswith("attach://")
    assert await whole.picture_messages.known("hello", str(BOT["id"])) == named


@pytest.mark.usefixtures("ona")
async def test_the_server_checks_pictures_as_telegram_does(bot: Bot) -> None:
    picture = BufferedInputFile(PNG, "a.png")
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await bot(SendPhoto(chat_id=ONA, photo=picture, caption="a" * 1025))
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot(SendPhoto(chat_id=ONA, photo=BufferedInputFile(b"%PDF", "a.png")))
    sent = await bot(SendPhoto(chat_id=ONA, photo=picture, caption="Sveiki"))
    with pytest.raises(TelegramBadRequest, match="no text in the message to edit"):
        await bot(EditMessageText(chat_id=ONA, message_id=sent.message_id, text="Kitaip"))
    edited = await bot(EditMessageCaption(chat_id=ONA, message_id=sent.message_id, caption="Kitaip"))
    assert getattr(edited, "caption", "") == "Kitaip"
