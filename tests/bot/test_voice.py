"""Klausyti: a message comes as a voice message, handed over once; what is anybody's own is handed over every time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from aiogram import Bot
from aiogram.methods import SendVoice
from aiogram.types import BufferedInputFile

from assistant.conversation.events import TextReceived
from assistant.conversation.messages import Choice, Kind, Message, Role
from assistant.errors import NoSoundError
from bot.outgoing import TelegramCarrier, rendered
from bot.pace import Pace
from bot.voice import VoiceReader, asks_to_listen, with_listen
from tests.bot.fakes import FakeConverser, FakeReceiver, question, running_door, short_pause, some_words
from tests.papers import FakePapers
from tests.telegram_server.person import VOICE, TelegramPerson
from tests.telegram_server.process import TelegramServer

OGG = b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 64


@dataclass
class FakeVoices:
    """Everything but a line with a name is content; `sound` is what is heard, None where there is none."""

    is_on: bool = True
    sound: bytes | None = OGG
    files: dict[tuple[str, ...], str] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)

    async def known(self, sentences: Sequence[str], bot: str) -> str:
        return self.files.get((bot, *sentences), "")

    async def rendered(self, sentences: Sequence[str]) -> bytes:
        self.asked.append(tuple(sentences))
        if self.sound is None:
            raise NoSoundError("none")
        return self.sound

    async def handed_over(self, sentences: Sequence[str], bot: str, file: str) -> None:
        if not any("Ona" in sentence for sentence in sentences):
            self.files[bot, *sentences] = file

    async def refused(self, sentences: Sequence[str], bot: str) -> None:
        self.files.pop((bot, *sentences), None)


@pytest.fixture
def voices() -> FakeVoices:
    return FakeVoices()


@pytest.fixture
def carrier(bot: Bot, voices: FakeVoices) -> TelegramCarrier:
    reader = VoiceReader(bot, voices, some_words(), pause=short_pause)
    return TelegramCarrier(bot, some_words(), FakePapers(), pace=Pace(0), pause=short_pause, voice=reader)


async def test_every_message_with_buttons_can_be_heard(carrier: TelegramCarrier, ona: TelegramPerson) -> None:
    await carrier.bring("7", (question("Ar tinka?"), Message(Kind.NOTICE, ("Ačiū.",))))

    first, second = await ona.reads()
    assert first.buttons[-1] == "🔊 Klausyti"
    assert second.buttons == ()


async def test_where_sound_is_off_there_is_no_button(
    carrier: TelegramCarrier, voices: FakeVoices, ona: TelegramPerson
) -> None:
    voices.is_on = False
    await carrier.bring("7", (question("Ar tinka?"),))

    [shown] = await ona.reads()
    assert "🔊 Klausyti" not in shown.buttons


def test_the_button_stands_beside_the_last_helper_or_alone() -> None:
    with_helpers = question("Ar tinka?")
    (part,) = rendered(with_helpers, some_words(), can_listen=True)
    assert part.buttons is not None
    assert [button.text for button in part.buttons.inline_keyboard[-1]] == ["Meniu", "🔊 Klausyti"]

    alone = Message(Kind.ASKED, ("Ar tinka?",), choices=(Choice("1-yes", "Taip", Role.CONTENT),))
    (part,) = rendered(alone, some_words(), can_listen=True)
    assert part.buttons is not None
    assert [[button.text for button in row] for row in part.buttons.inline_keyboard] == [["Taip"], ["🔊 Klausyti"]]
    assert with_listen(None, (), "🔊 Klausyti") is None


async def test_a_message_is_heard_without_the_number_of_the_question(
    carrier: TelegramCarrier, voices: FakeVoices, ona: TelegramPerson
) -> None:
    await carrier.read_aloud("7", "2 klausimas iš 6\nKiek Jums metų?")

    [shown] = await ona.reads()
    assert shown.file == VOICE
    assert await ona.opens_file(shown.id) == OGG
    assert voices.asked == [("Kiek Jums metų?",)]


async def test_the_same_words_are_handed_over_once(
    carrier: TelegramCarrier, voices: FakeVoices, ona: TelegramPerson
) -> None:
    for _ in range(3):
        await carrier.read_aloud("7", "Ar tinka?")
        [shown] = await ona.reads()
        assert shown.file == VOICE
    assert len(voices.asked) == 1


async def test_a_persons_own_words_are_handed_over_every_time(
    carrier: TelegramCarrier, voices: FakeVoices, ona: TelegramPerson
) -> None:
    for _ in range(2):
        await carrier.read_aloud("7", "Vardas: Ona.")
        await ona.reads()
    assert len(voices.asked) == 2
    assert voices.files == {}


async def test_an_id_that_telegram_does_not_know_is_made_anew(
    carrier: TelegramCarrier, voices: FakeVoices, bot: Bot, ona: TelegramPerson
) -> None:
    voices.files[str(bot.id), "Ar tinka?"] = "of another bot"

    await carrier.read_aloud("7", "Ar tinka?")

    [shown] = await ona.reads()
    assert shown.file == VOICE
    assert voices.files[str(bot.id), "Ar tinka?"] != "of another bot"


@pytest.mark.parametrize("text", ["Ar tinka?", ""])
async def test_where_there_is_no_sound_it_is_said_kindly(
    carrier: TelegramCarrier, voices: FakeVoices, ona: TelegramPerson, text: str
) -> None:
    voices.sound = None

    await carrier.read_aloud("7", text)

    assert [shown.text for shown in await ona.reads()] == ["Garso dabar nėra."]


async def test_pressing_and_writing_klausyti_both_bring_the_voice(
    telegram: TelegramServer, ona: TelegramPerson, voices: FakeVoices
) -> None:
    converse = FakeConverser()
    async with running_door(telegram, converse, FakeReceiver(), voices=voices):
        await ona.reads()
        await ona.presses("🔊 Klausyti")
        assert [shown.file for shown in await ona.reads()] == [VOICE]
        heard = len(converse.effects)

        await ona.says("klausyti")
        shown = await ona.reads()
        # The voice comes a moment after the words.
        words, voice = shown if len(shown) > 1 else (*shown, *await ona.reads())

    assert "Jūs parašėte: klausyti" in words.text
    assert voice.file == VOICE
    # The press is the door's own; the words are the assistant's to answer.
    assert heard == 1
    assert len(converse.effects) == 2


def test_only_the_bare_word_asks_to_listen() -> None:
    assert asks_to_listen(TextReceived("Klausyti"))
    assert not asks_to_listen(TextReceived("noriu klausyti muzikos"))


async def test_the_test_server_tells_a_voice_from_another_file(bot: Bot, ona: TelegramPerson) -> None:
    await bot(SendVoice(chat_id=7, voice=BufferedInputFile(b"RIFF", "garsas.wav")))

    [shown] = await ona.reads()
    assert shown.file == "garsas.wav"
