"""The command `speak`: renders every sentence of content ahead, and measures whether each can really be heard."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.adapters.speech.shelf import SoundFolder
from assistant.bootstrap_means import speaker
from assistant.errors import NoSoundError, SettingsError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.speaking import Sound

LOUDEST = 0.999
"""From here on the sound is cut off."""
QUIETEST = 0.01
SHORTEST_A_LETTER, LONGEST_A_LETTER = 0.03, 0.35
"""Seconds that a letter may take."""
SILENCE = 1.5
"""Seconds that a short word may take besides: a voice begins and ends slowly, and a sign may be a long word."""
TELL_EVERY = 100

Say = Callable[[str], object]


@dataclass(frozen=True)
class Spoken:
    """What was rendered: sentences, seconds, bytes; and what is wrong, one line each."""

    count: int
    seconds: float
    size: int
    faults: tuple[str, ...]


async def speak_all(settings: Settings, library: Library, say: Say, every: int = 1) -> Spoken:
    """Render all sentences of content, or only each `every`th. Raises SettingsError where sound is switched off."""
    speak = speaker(settings, library)
    if not speak.is_on:
        raise SettingsError("Sound is switched off. Set AISKIAI_SPEECH=true.")
    sentences = speak.sentences()[::every]
    faults: list[str] = []
    seconds, size = 0.0, 0
    try:
        for number, sentence in enumerate(sentences, 1):
            try:
                sound = await speak.render(sentence)
            except NoSoundError as error:
                faults.append(f"{sentence}: {error}")
                continue
            seconds += sound.seconds
            size += len(sound.content)
            faults += [f"{sentence}: {fault}" for fault in faults_of(sentence, sound)]
            if await SoundFolder(settings.sounds).get(speak.name_of(sentence)) is None:
                faults.append(f"{sentence}: it was not kept. Look at AISKIAI_SPEECH_DIR")
            if number % TELL_EVERY == 0:
                say(f"{number} of {len(sentences)} sentences")
    finally:
        await speak.close()
    return Spoken(len(sentences), seconds, size, tuple(faults))


def faults_of(sentence: str, sound: Sound) -> tuple[str, ...]:
    """What is wrong with the sound of a sentence."""
    letters = sum(sign.isalnum() for sign in sentence)
    shortest, longest = SHORTEST_A_LETTER * letters, LONGEST_A_LETTER * letters + SILENCE
    faults = {
        "it is cut off at the loudest": sound.peak >= LOUDEST,
        "it is silent": sound.loudness < QUIETEST,
        f"it takes {sound.seconds} seconds": not shortest <= sound.seconds <= longest,
    }
    return tuple(fault for fault, is_so in faults.items() if is_so)
