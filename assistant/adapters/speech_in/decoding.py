"""Sound files to samples as recognisers want them."""

import io

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

SAMPLE_RATE = 16_000


def samples_of(sound: bytes, most_seconds: float) -> NDArray[np.float32]:
    """Mono, -1 to 1, 16,000 a second, at most so many seconds. Raises av.error.FFmpegError."""
    heard: list[NDArray[np.int16]] = []
    count = 0
    resampler = AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    with av.open(io.BytesIO(sound), "r") as container:
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                heard.append(piece.to_ndarray().astype(np.int16).reshape(-1))
                count += heard[-1].size
            if count >= most_seconds * SAMPLE_RATE:
                break
    if not heard:
        return np.zeros(0, np.float32)
    whole = np.concatenate(heard)[: int(most_seconds * SAMPLE_RATE)]
    return (whole / 32_768).astype(np.float32)
