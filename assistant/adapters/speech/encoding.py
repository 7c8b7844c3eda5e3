"""Samples to the two formats that are heard: MP3 in browsers, Opus in Telegram."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from av.audio.frame import AudioFrame

if TYPE_CHECKING:
    from av.audio.stream import AudioStream


@dataclass(frozen=True)
class Format:
    """A file format: container, codec, samples a second, bits a second, options of the container."""

    container: str
    codec: str
    sample_rate: int
    bit_rate: int
    options: tuple[tuple[str, str], ...] = ()


FORMATS = {
    # No header with the length and no tags, so that sentences can be strung together.
    "mp3": Format("mp3", "libmp3lame", 22_050, 32_000, (("write_xing", "0"), ("id3v2_version", "0"))),
    "ogg": Format("ogg", "libopus", 48_000, 24_000),
}


def encoded(samples: bytes, sample_rate: int, kind: str) -> bytes:
    """The file; `samples` are mono, 16 bits each. Raises av.error.FFmpegError."""
    wanted = FORMATS[kind]
    file = io.BytesIO()
    with av.open(file, "w", format=wanted.container, options=dict(wanted.options)) as container:
        stream = cast("AudioStream", container.add_stream(wanted.codec, rate=wanted.sample_rate, layout="mono"))
        stream.bit_rate = wanted.bit_rate
        frame = AudioFrame.from_ndarray(np.frombuffer(samples, np.int16).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = sample_rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
