"""The command `speak`: a sample of content is really rendered and measured; what cannot be heard is named."""

from pathlib import Path

import pytest

from assistant.commands.speak import faults_of, speak_all
from assistant.errors import SettingsError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.speaking import Sound

EVERY = 150


async def test_a_sample_of_content_is_rendered_and_can_be_heard(tmp_path: Path, library: Library) -> None:
    told: list[str] = []

    spoken = await speak_all(Settings(data_dir=tmp_path), library, told.append, EVERY)

    assert spoken.faults == ()
    assert spoken.count > 10
    assert len(list((tmp_path / "speech").rglob("*.mp3"))) == spoken.count
    assert sum(file.stat().st_size for file in (tmp_path / "speech").rglob("*.mp3")) == spoken.size


async def test_every_sentence_that_cannot_be_rendered_is_named(tmp_path: Path, library: Library) -> None:
    settings = Settings(data_dir=tmp_path, speech_voice="nobody")

    spoken = await speak_all(settings, library, print, 1000)

    assert len(spoken.faults) == spoken.count > 0
    assert "There is no voice nobody." in spoken.faults[0]


async def test_a_sound_that_could_not_be_kept_is_a_fault_here(tmp_path: Path, library: Library) -> None:
    (tmp_path / "speech").write_text("a file stands in the way")

    spoken = await speak_all(Settings(data_dir=tmp_path), library, print, 1000)

    assert all("not kept" in fault for fault in spoken.faults)
    assert len(spoken.faults) == spoken.count


async def test_where_sound_is_off_there_is_nothing_to_render(tmp_path: Path, library: Library) -> None:
    with pytest.raises(SettingsError, match="AISKIAI_SPEECH"):
        await speak_all(Settings(data_dir=tmp_path, speech=False), library, print)


@pytest.mark.parametrize(
    ("sound", "fault"),
    [
        (Sound(b"x", 1.5, 0.5, 0.1), None),
        (Sound(b"x", 1.5, 1.0, 0.1), "it is cut off at the loudest"),
        (Sound(b"x", 1.5, 0.5, 0.001), "it is silent"),
        (Sound(b"x", 0.1, 0.5, 0.1), "it takes 0.1 seconds"),
        (Sound(b"x", 30, 0.5, 0.1), "it takes 30 seconds"),
    ],
)
def test_what_cannot_be_heard_well_is_a_fault(sound: Sound, fault: str | None) -> None:
    assert faults_of("Jums padeda darbuotojas.", sound) == ((fault,) if fault else ())
