"""The voice in its own process: it speaks, it dies, it comes back; and the folder where sounds are kept."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.adapters.speech.shelf import SoundFolder
from assistant.adapters.speech.voice import MOST_WAITING, ProcessVoice
from assistant.errors import NoSoundError
from assistant.usecases.speaking import Form

SENTENCE = "Socialinės dirbtuvės yra žmonėms nuo aštuoniolikos metų."


@pytest.fixture
async def voice() -> AsyncIterator[ProcessVoice]:
    made = ProcessVoice("lt", 140)
    yield made
    await made.close()


async def test_it_speaks_so_that_it_can_be_heard(voice: ProcessVoice) -> None:
    sound = await voice.say((SENTENCE,), Form.MP3)

    assert 2 < sound.seconds < 8
    assert 0.1 < sound.peak < 0.999
    assert sound.loudness > 0.01
    # A frame of MPEG audio, and no tag before it.
    assert sound.content[0] == 0xFF
    assert sound.content[1] & 0xE0 == 0xE0


async def test_several_sentences_are_one_sound_with_a_pause(voice: ProcessVoice) -> None:
    one = await voice.say((SENTENCE,), Form.OPUS)
    two = await voice.say((SENTENCE, SENTENCE), Form.OPUS)

    assert one.content.startswith(b"OggS")
    assert b"OpusHead" in one.content[:100]
    assert two.seconds > 2 * one.seconds


async def test_several_at_a_time_get_each_their_own(voice: ProcessVoice) -> None:
    short, long = await asyncio.gather(voice.say(("Taip.",), Form.MP3), voice.say((SENTENCE,), Form.MP3))

    assert short.seconds < long.seconds


async def test_when_the_process_dies_the_next_sound_starts_another(voice: ProcessVoice) -> None:
    await voice.say(("Taip.",), Form.MP3)
    assert voice._process._process is not None
    voice._process._process.kill()
    await voice._process._process.wait()

    assert (await voice.say(("Taip.",), Form.MP3)).content


@pytest.mark.parametrize("name", ["nobody", "mb-nobody"])
async def test_a_voice_that_is_not_there_is_no_sound(name: str) -> None:
    voice = ProcessVoice(name, 140)
    try:
        with pytest.raises(NoSoundError, match=f"voice {name}"):
            await voice.say(("Taip.",), Form.MP3)
    finally:
        await voice.close()


@pytest.mark.parametrize(
    "program", ["pass", "print('hello')", "import sys; sys.stdin.readline(); print('{\"size\": 99}')"]
)
async def test_a_process_that_does_not_speak_is_no_sound(program: str) -> None:
    voice = ProcessVoice("lt", 140, ("-c", program))

    with pytest.raises(NoSoundError, match="does not answer"):
        await voice.say(("Taip.",), Form.MP3)
    await voice.close()


async def test_where_too_many_wait_the_next_is_told_so() -> None:
    voice = ProcessVoice("lt", 140, ("-c", "import sys; sys.stdin.read()"))
    waiting = [asyncio.create_task(voice.say(("Taip.",), Form.MP3)) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)

    with pytest.raises(NoSoundError, match="Too many"):
        await voice.say(("Taip.",), Form.MP3)

    for one in waiting:
        one.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await voice.close()


async def test_what_is_put_on_the_shelf_is_found_again(tmp_path: Path) -> None:
    await SoundFolder(tmp_path / "speech").put("ab12", b"sound")

    assert await SoundFolder(tmp_path / "speech").get("ab12") == b"sound"
    assert await SoundFolder(tmp_path / "speech").get("ab13") is None


async def test_two_at_a_time_leave_one_whole_sound(tmp_path: Path) -> None:
    shelves = [SoundFolder(tmp_path) for _ in range(8)]

    await asyncio.gather(*(shelf.put("ab12", b"sound" * 10_000) for shelf in shelves))

    assert await shelves[0].get("ab12") == b"sound" * 10_000
    assert [file.name for file in (tmp_path / "ab").iterdir()] == ["ab12.mp3"]


async def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file stands in the way")
    shelf = SoundFolder(tmp_path / "speech")

    await shelf.put("ab12", b"sound")

    assert await shelf.get("ab12") is None


async def test_half_a_sound_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def until_it_is_full(file: Path, sound: bytes) -> int:
        # Others look for this name while it is being written.
        assert file.name != "ab12.mp3"
        with file.open("wb") as opened:
            opened.write(sound[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", until_it_is_full)

    await SoundFolder(tmp_path).put("ab12", b"sound")

    assert await SoundFolder(tmp_path).get("ab12") is None
    assert list((tmp_path / "ab").iterdir()) == []
