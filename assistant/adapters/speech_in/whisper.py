"""Speech to Lithuanian words by faster-whisper, which only the ear's own process may load."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LANGUAGE = "lt"
BEAM = 5
SILENCE = 0.6
"""So probable that nobody speaks, and nothing is taken for words: models like to invent some."""


class Whisper(Protocol):
    """A loaded model."""

    def words_of(self, samples: NDArray[np.float32]) -> str:
        """The words; empty where nobody speaks."""


class FasterWhisper:
    """A model of the folder, on this machine's processor."""

    def __init__(self, folder: str) -> None:
        # Loaded here and not above, because most machines have neither the package nor a model.
        from faster_whisper import WhisperModel  # noqa: PLC0415

        self._model = WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)

    def words_of(self, samples: NDArray[np.float32]) -> str:
        """The words; empty where nobody speaks."""
        if not samples.size:
            return ""
        segments, _ = self._model.transcribe(
            samples, language=LANGUAGE, beam_size=BEAM, condition_on_previous_text=False, without_timestamps=True
        )
        return " ".join(part.text.strip() for part in segments if part.no_speech_prob < SILENCE)


def loaded(folder: str) -> Whisper:
    """The model of the folder. Raises ImportError, RuntimeError, ValueError or OSError."""
    return FasterWhisper(folder)
