"""eSpeak NG through its C interface; only the voice's own process may load it.

The package brings the library with the voice "lt". Recorded voices (MBROLA) are not in it: for those, and only for
those, the machine's own eSpeak NG is taken, which an operator has installed together with the voice.
"""

import ctypes
import ctypes.util
from dataclasses import dataclass, field
from typing import Self

import espeakng_loader

_SYNCHRONOUS = 2
_UTF8 = 1
_DO_NOT_EXIT = 0x8000
RECORDED = "mb-"
"""How the names of MBROLA voices begin."""
_RATE = 1
_VOLUME = 2
QUIET_ENOUGH = 70
"""Of 100, at which a few sounds are cut off at their loudest."""
_LIST_TERMINATED = 0
_SAMPLE_RATE = 8


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    """espeak_EVENT of espeak-ng/speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class VoiceMissingError(Exception):
    """The synthesiser or the voice cannot be used."""


@dataclass
class Espeak:
    """A loaded synthesiser that speaks with one voice at a time; nothing in it may be used by two threads."""

    library: str
    data: str | None
    _library: ctypes.CDLL = field(init=False)
    _sample_rate: int = field(init=False)
    _heard: bytearray = field(init=False, default_factory=bytearray)

    @classmethod
    def that_has(cls, voice: str) -> Self:
        """The synthesiser for this voice. Raises VoiceMissingError."""
        if not voice.startswith(RECORDED):
            return cls(str(espeakng_loader.get_library_path()), str(espeakng_loader.get_data_path()))
        found = ctypes.util.find_library("espeak-ng")
        if found is None:
            raise VoiceMissingError(f"The voice {voice} needs the packages espeak-ng and mbrola of this machine.")
        return cls(found, None)

    def __post_init__(self) -> None:
        self._library = ctypes.CDLL(self.library)
        path = self.data.encode() if self.data is not None else None
        rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, path, _DO_NOT_EXIT)
        if rate <= 0:
            raise VoiceMissingError("The synthesiser does not start.")
        self._sample_rate = rate
        # Kept, so that it is not thrown away while C still calls it.
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
        if samples and count > 0:
            self._heard += ctypes.string_at(samples, count * 2)
        place = 0
        while events and events[place].type != _LIST_TERMINATED:
            # Recorded voices (MBROLA) have a rate of their own.
            if events[place].type == _SAMPLE_RATE:
                self._sample_rate = events[place].id.number
            place += 1
        return 0

    def speak(self, text: str, voice: str, words_a_minute: int) -> tuple[bytes, int]:
        """Mono samples of 16 bits, and how many there are a second. Raises VoiceMissingError."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise VoiceMissingError(f"There is no voice {voice}.")
        self._library.espeak_SetParameter(_RATE, words_a_minute, 0)
        self._library.espeak_SetParameter(_VOLUME, QUIET_ENOUGH, 0)
        self._heard = bytearray()
        said = text.encode() + b"\0"
        if self._library.espeak_Synth(said, ctypes.c_size_t(len(said)), 0, 1, 0, _UTF8, None, None) != 0:
            raise VoiceMissingError("The synthesiser does not speak.")
        return bytes(self._heard), self._sample_rate
