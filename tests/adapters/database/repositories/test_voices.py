"""Voice messages that the messenger has: of content alone, for one bot, and the newest id counts."""

import asyncio

from assistant.adapters.speech.shelf import SoundFolder
from assistant.library.library import Library
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
