"""Files that the messenger has: voice messages of content alone, and pictures; for one bot, the newest id counts."""

import asyncio

from assistant.adapters.speech.shelf import SoundFolder
from assistant.library.library import Library
from assistant.usecases.picture_messages import PictureMessages
from assistant.usecases.ports import UnitsOfWork
from assistant.usecases.speaking import Speak
from assistant.usecases.voice_messages import VoiceMessages
from tests.usecases.test_speaking import FakeVoice

CONTENT = ("Jos yra žmonėms nuo 18 metų.",)
OWN = ("Vardas: Ona.",)


def messages(units: UnitsOfWork, library: Library) -> VoiceMessages:
    return VoiceMessages(Speak(library, FakeVoice(), SoundFolder.__new__(SoundFolder)), units)


async def test_what_was_handed_over_is_known_to_all_processes_but_to_no_other_bot(
    units: UnitsOfWork, other_units: UnitsOfWork, library: Library
) -> None:
    assert await messages(units, library).known(CONTENT, "42") == ""

    await messages(units, library).handed_over(CONTENT, "42", "file-1")

    assert await messages(other_units, library).known(CONTENT, "42") == "file-1"
    assert await messages(other_units, library).known(CONTENT, "43") == ""


async def test_where_two_handed_it_over_at_once_one_id_stays(
    units: UnitsOfWork, other_units: UnitsOfWork, library: Library
) -> None:
    await asyncio.gather(
        messages(units, library).handed_over(CONTENT, "42", "file-1"),
        messages(other_units, library).handed_over(CONTENT, "42", "file-2"),
    )

    assert await messages(units, library).known(CONTENT, "42") in {"file-1", "file-2"}


async def test_an_id_that_was_refused_is_forgotten(units: UnitsOfWork, library: Library) -> None:
    voices = messages(units, library)
    await voices.handed_over(CONTENT, "42", "file-1")

    await voices.refused(CONTENT, "42")

    assert await voices.known(CONTENT, "42") == ""


async def test_nothing_is_kept_of_anybodys_own_words(units: UnitsOfWork, library: Library) -> None:
    voices = messages(units, library)

    await voices.handed_over(OWN, "42", "file-1")
    await voices.handed_over((*CONTENT, *OWN), "42", "file-2")
    await voices.refused(OWN, "42")

    assert await voices.known(OWN, "42") == ""
    assert await voices.known((*CONTENT, *OWN), "42") == ""
    assert await voices.rendered(OWN) == b"Vardas: Ona."


class FakeDrawings:
    """Draws whatever has a name of more than one letter."""

    def fingerprint(self, picture: str) -> str:
        return f"seen-{picture}" if len(picture) > 1 else ""

    async def png(self, picture: str) -> bytes:
        return picture.encode()


async def test_a_picture_that_was_handed_over_is_known_to_all_processes_until_it_is_refused(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    here, there = PictureMessages(FakeDrawings(), units), PictureMessages(FakeDrawings(), other_units)
    assert await here.known("hello", "42") == ""

    await here.handed_over("hello", "42", "file-1")
    assert (await here.known("hello", "42"), await there.known("hello", "42")) == ("file-1", "file-1")
    assert await there.known("hello", "43") == ""

    await there.refused("hello", "42")
    assert await there.known("hello", "42") == ""
    assert await PictureMessages(FakeDrawings(), units).known("hello", "42") == ""


async def test_what_cannot_be_drawn_is_known_to_nobody(units: UnitsOfWork) -> None:
    pictures = PictureMessages(FakeDrawings(), units)
    assert (await pictures.known("x", "42"), await pictures.drawn("x")) == ("", b"")
    assert await pictures.drawn("hello") == b"hello"
