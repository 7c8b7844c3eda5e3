"""The ear as the program knows it: a process of its own that listens."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.adapters.asked_process import AskedProcess, NoAnswerError
from assistant.errors import NotHeardError

PROGRAM = ("-m", "assistant.adapters.speech_in.recogniser_process")
PATIENCE = 90.0
"""Seconds that one voice message may take, with the loading of the model."""
MOST_WAITING = 4
"""Whoever comes when so many wait already is asked to write instead."""
OFFLINE = {"HF_HUB_OFFLINE": "1"}
"""Nothing is fetched: the model is the operator's."""


class ProcessRecogniser:
    """Listens in a process of its own, to one message at a time; no sound ever lies in a file."""

    def __init__(
        self, model: Path, most_seconds: float, program: Sequence[str] = PROGRAM, patience: float = PATIENCE
    ) -> None:
        self._model = model
        self._most_seconds = most_seconds
        self._process = AskedProcess("ear", program, patience=patience, most_waiting=MOST_WAITING, surroundings=OFFLINE)

    async def words_of(self, sound: bytes) -> str:
        """The words in a file of sound; empty where there are none. Raises NotHeardError."""
        asked = {"size": len(sound), "model": str(self._model.resolve()), "seconds": self._most_seconds}
        try:
            return await self._process.ask(asked, sound, _words)
        except NoAnswerError as error:
            raise NotHeardError(str(error)) from error

    async def close(self) -> None:
        """End the process; it starts again where it is needed."""
        await self._process.close()


async def _words(told: dict[str, Any], _: asyncio.StreamReader) -> str:
    return str(told["words"])
