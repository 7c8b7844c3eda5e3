"""Voice messages in Telegram: understood where there is a model, shown back, and nothing of them is kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiogram import Bot

from assistant.bootstrap import Assistant, assembled
from assistant.conversation.state import Channel
from assistant.errors import NotHeardError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.listening import Listen
from bot.app import door_of
from tests.bot.conftest import ONA
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer


@dataclass
class FakeRecogniser:
    """The sound of tests is its words as bytes; what begins with "?" is understood by nobody."""

    heard: list[str] = field(default_factory=list)

    async def words_of(self, sound: bytes) -> str:
        words = sound.decode()
        self.heard.append(words)
        if words.startswith("?"):
            raise NotHeardError("noise")
        return words

    async def close(self) -> None:
        pass


@asynccontextmanager
async def listening(tmp_path: Path, library: Library, bot: Bot, listen: Listen) -> AsyncIterator[Assistant]:
    settings = Settings(
        _env_file=None, data_dir=tmp_path / "var", public_url="https://aiskiai.example", telegram_messages_per_second=0
    )
    async with assembled(settings, library=library) as assistant:
        object.__setattr__(assistant, "listen", listen)
        stop = asyncio.Event()
        running = asyncio.create_task(door_of(assistant, bot).run(stop))
        yield assistant
        stop.set()
        await running


@pytest.fixture
def recogniser() -> FakeRecogniser:
    return FakeRecogniser()


@pytest.fixture
async def hearing(
    tmp_path: Path, library: Library, telegram: TelegramServer, bot: Bot, recogniser: FakeRecogniser
) -> AsyncIterator[Assistant]:
    """The whole assistant with a bot that listens."""
    del telegram
    async with listening(tmp_path, library, bot, Listen(recogniser)) as assistant:
        yield assistant


async def test_what_was_said_is_shown_and_counts_after_a_yes(hearing: Assistant, ona: TelegramPerson) -> None:
    # Given
    await ona.reads()

    # When
    await ona.says_aloud("noriu siųsti prašymą")
    (shown,) = await ona.reads()
    assert shown.text == "Jūs pasakėte: noriu siųsti prašymą\nAr teisingai?"
    await ona.presses("Taip")
    (answer,) = await ona.reads()

    # Then
    assert "Ar teisingai?" not in answer.text
    conversation = await hearing.converse.conversation_of(Channel.TELEGRAM, str(ONA)) or ""
    assert [line.said for line in await hearing.converse.lines(conversation) if line.said] == ["Taip"]


async def test_danger_is_answered_at_once(hearing: Assistant, ona: TelegramPerson) -> None:
    del hearing
    await ona.reads()
    await ona.says_aloud("noriu nusižudyti")
    (answer,) = await ona.reads()
    assert answer.text.startswith("Skambinkite 112 dabar.")


async def test_an_illness_in_a_voice_message_is_taken_out_of_the_chat(hearing: Assistant, ona: TelegramPerson) -> None:
    del hearing
    await ona.reads()
    said = await ona.says_aloud("sergu šizofrenija")
    (answer,) = await ona.reads()
    assert "Aš ištryniau Jūsų žinutę." in answer.text
    assert said not in [message.id for message in await ona.sees()]


@pytest.mark.parametrize(
    ("words", "seconds", "expected"),
    [
        ("?", 3, "Aš nesupratau, ką Jūs pasakėte."),
        ("…", 3, "Aš nesupratau, ką Jūs pasakėte."),
        ("labas", 61, "Pasakykite trumpiau"),
    ],
)
async def test_what_cannot_be_understood_is_answered_kindly(
    hearing: Assistant, ona: TelegramPerson, words: str, seconds: int, expected: str
) -> None:
    del hearing
    await ona.reads()
    await ona.says_aloud(words, seconds)
    (answer,) = await ona.reads()
    assert expected in answer.text


async def test_a_voice_message_that_cannot_be_fetched_is_answered_kindly(
    hearing: Assistant, ona: TelegramPerson
) -> None:
    del hearing
    await ona.reads()
    # Telegram knows no file with this id.
    await ona.sends("voice")
    (answer,) = await ona.reads()
    assert "Aš nesupratau, ką Jūs pasakėte." in answer.text


async def test_the_voice_of_others_is_not_listened_to(
    hearing: Assistant, recogniser: FakeRecogniser, ona: TelegramPerson
) -> None:
    del hearing
    await ona.reads()
    origin = {"type": "hidden_user", "sender_user_name": "Rasa", "date": 1_800_000_000}
    await ona.says_aloud("labas", forward_origin=origin)
    (answer,) = await ona.reads()
    assert "Aš dar nemoku klausyti balso." in answer.text
    assert recogniser.heard == []


async def test_after_a_no_the_talk_holds_nothing_of_what_was_said(hearing: Assistant, ona: TelegramPerson) -> None:
    await ona.reads()
    await ona.says_aloud("nepaprastas balsas")
    await ona.reads()
    await ona.presses("Ne")
    await ona.reads()
    async with hearing.units() as work:
        found = await work.conversations.find(Channel.TELEGRAM, str(ONA))
    assert found is not None
    assert "nepaprastas" not in repr(found)


async def test_without_a_model_people_are_asked_to_write(
    tmp_path: Path, library: Library, telegram: TelegramServer, bot: Bot, ona: TelegramPerson
) -> None:
    async with listening(tmp_path, library, bot, Listen(None)):
        await ona.reads()
        await ona.says_aloud("labas")
        (answer,) = await ona.reads()
    assert "Aš dar nemoku klausyti balso." in answer.text
    assert telegram.calls("getFile") == []


async def test_when_telegram_is_away_for_a_moment_the_voice_is_fetched_again(
    hearing: Assistant, telegram: TelegramServer, ona: TelegramPerson
) -> None:
    del hearing
    await ona.reads()
    telegram.fails(FaultKind.DROP_BEFORE, method="getFile")
    await ona.says_aloud("labas")
    (answer,) = await ona.reads()
    assert answer.text.startswith("Jūs pasakėte: labas")
