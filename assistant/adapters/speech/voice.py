"""The voice as the program knows it: a process of its own that speaks."""

import asyncio
from collections.abc import Sequence
from typing import Any

from assistant.adapters.asked_process import AskedProcess, NoAnswerError
from assistant.errors import NoSoundError
from assistant.usecases.speaking import Form, Sound

PROGRAM = ("-m", "assistant.adapters.speech.voice_process")
PATIENCE = 20.0
"""Seconds that one sound may take; a sentence takes a twentieth of one."""
MOST_WAITING = 24
"""Whoever comes when so many wait already is told that there is no sound now."""


class ProcessVoice:
    """Speaks in a process of its own, one sound at a time."""

    def __init__(self, voice: str, words_a_minute: int, program: Sequence[str] = PROGRAM) -> None:
        self._voice = voice
        self._rate = words_a_minute
        self._process = AskedProcess("voice", program, patience=PATIENCE, most_waiting=MOST_WAITING)

    @property
    def name(self) -> str:
        """Voice and speed."""
        return f"{self._voice} {self._rate}"

    async def say(self, texts: Sequence[str], form: Form) -> Sound:
        """One sound of these sentences. Raises NoSoundError."""
        asked = {"texts": list(texts), "voice": self._voice, "rate": self._rate, "format": form.value}
        try:
            return await self._process.ask(asked, b"", _sound)
        except NoAnswerError as error:
            raise NoSoundError(str(error)) from error

    async def close(self) -> None:
        """Nothing will be said any more."""
        await self._process.close()


async def _sound(told: dict[str, Any], stream: asyncio.StreamReader) -> Sound:
    content = await stream.readexactly(told["size"])
    return Sound(content, told["seconds"], told["peak"], told["loudness"])
