"""Says what the assistant said: content is rendered once and kept, a person's own words are said and forgotten."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from assistant.errors import NoSoundError
from assistant.library.library import Library
from assistant.library.said import said_sentences
from assistant.speech.normaliser import spoken

VERSION = "1"
"""Changes whenever a kept sound would be rendered differently: another format, another way to read numbers aloud."""

MOST_SENTENCES = 60
"""Of one message; what is longer is not said."""


class Form(StrEnum):
    """For whom a sound is: browsers play MP3, Telegram plays Opus."""

    MP3 = "mp3"
    OPUS = "ogg"


@dataclass(frozen=True)
class Sound:
    """A rendered sound; `peak` and `loudness` (root mean square) are shares of full scale, 0 to 1."""

    content: bytes
    seconds: float
    peak: float
    loudness: float


class Voice(Protocol):
    """Somebody who speaks."""

    @property
    def name(self) -> str:
        """Changes with everything that can be heard: voice and speed."""

    async def say(self, texts: Sequence[str], form: Form) -> Sound:
        """One sound of these sentences, which have neither digits nor signs. Raises NoSoundError."""

    async def close(self) -> None:
        """Nothing will be said any more."""


class SoundShelf(Protocol):
    """Where sounds are kept. It never fails: what cannot be kept is rendered again."""

    async def get(self, name: str) -> bytes | None:
        """The sound of this name."""

    async def put(self, name: str, sound: bytes) -> None:
        """Keep it, whole or not at all."""


class Speak:
    """`voice` is None where the operator has switched sound off."""

    def __init__(self, library: Library, voice: Voice | None, shelf: SoundShelf) -> None:
        self._library = library
        self._voice = voice
        self._shelf = shelf
        self._names: dict[str, str] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything can be heard at all."""
        return self._voice is not None

    @cached_property
    def _contents(self) -> frozenset[str]:
        return frozenset(said_sentences(self._library))

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {name: sentence for sentence in self._contents if (name := self.name_of(sentence))}

    def name_of(self, sentence: str) -> str:
        """Under which name the sound of a sentence is kept; empty where it is none of content, or sound is off."""
        if self._voice is None or sentence not in self._contents:
            return ""
        if sentence not in self._names:
            words = spoken(sentence)
            self._names[sentence] = self._name(words) if words else ""
        return self._names[sentence]

    def shared_name(self, sentences: Sequence[str]) -> str:
        """A name for all these together; empty where one of them is none of content, or nothing is said."""
        names = [self.name_of(sentence) for sentence in sentences]
        return self._name("\n".join(names)) if names and all(names) else ""

    def sentences(self) -> tuple[str, ...]:
        """All sentences of content that have a sound of their own, in the order of content."""
        return tuple(dict.fromkeys(one for one in said_sentences(self._library) if self.name_of(one)))

    async def kept(self, name: str) -> bytes:
        """The MP3 of this name, rendered now where nobody has heard it yet. Raises NoSoundError.

        Only names of sentences of content are known, so that nobody can have just anything said.
        """
        # The first time it goes through all of content.
        by_name = await asyncio.to_thread(lambda: self._by_name)
        if name not in by_name:
            raise NoSoundError("No sentence has this sound.", is_known=False)
        known = await self._shelf.get(name)
        return known if known is not None else (await self.render(by_name[name])).content

    async def render(self, sentence: str) -> Sound:
        """The MP3 of a sentence of content, made anew and kept. Raises NoSoundError."""
        name = self.name_of(sentence)
        if self._voice is None or not name:
            raise NoSoundError("This sentence has no sound.", is_known=False)
        sound = await self._voice.say((spoken(sentence),), Form.MP3)
        await self._shelf.put(name, sound.content)
        return sound

    async def aloud(self, sentences: Sequence[str], form: Form = Form.MP3) -> bytes:
        """One sound of these sentences, which may be anybody's own words: kept nowhere. Raises NoSoundError."""
        words = [said for said in map(spoken, sentences[:MOST_SENTENCES]) if said]
        if self._voice is None or not words:
            raise NoSoundError("There is nothing to say.", is_known=False)
        return (await self._voice.say(words, form)).content

    async def close(self) -> None:
        """Nothing will be said any more."""
        if self._voice is not None:
            await self._voice.close()

    def _name(self, words: str) -> str:
        voice = self._voice.name if self._voice is not None else ""
        return hashlib.sha256(f"{VERSION}\n{voice}\n{words}".encode()).hexdigest()[:32]
