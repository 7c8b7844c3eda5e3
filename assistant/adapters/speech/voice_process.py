"""The voice's own process: lines of JSON in, sounds out. A crash of the synthesiser, and its licence, stay in here.

In: {"texts": [sentence, …], "voice": …, "rate": words a minute, "format": "mp3" or "ogg"}. Out: one line of JSON,
{"size": bytes, "seconds": …, "peak": 0 to 1, "loudness": 0 to 1} or {"error": …}, and behind it so many bytes.
"""

import json
import sys
from typing import Any

import numpy as np
from av.error import FFmpegError

from assistant.adapters.speech.encoding import encoded
from assistant.adapters.speech.espeak import Espeak, VoiceMissingError

PAUSE = 0.35
"""Seconds between two sentences of one sound."""
FULL_SCALE = 32_768


def answer(voice: Espeak, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What is measured of the sound, and the sound."""
    parts: list[bytes] = []
    sample_rate = 0
    for text in asked["texts"]:
        samples, sample_rate = voice.speak(text, asked["voice"], asked["rate"])
        if parts:
            parts.append(bytes(int(PAUSE * sample_rate) * 2))
        parts.append(samples)
    whole = b"".join(parts)
    heard = np.frombuffer(whole, np.int16).astype(np.float64) / FULL_SCALE
    if not heard.size:
        return {"error": "Nothing was said."}, b""
    sound = encoded(whole, sample_rate, asked["format"])
    return {
        "size": len(sound),
        "seconds": round(heard.size / sample_rate, 3),
        "peak": round(float(np.abs(heard).max()), 4),
        "loudness": round(float(np.sqrt(np.mean(heard**2))), 4),
    }, sound


def main() -> None:
    """Answer until the input ends, which it does when the program that asked is gone."""
    synthesiser: Espeak | None = None
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        try:
            asked = json.loads(line)
            synthesiser = synthesiser or Espeak.that_has(asked["voice"])
            told, sound = answer(synthesiser, asked)
        except (VoiceMissingError, FFmpegError) as error:
            told, sound = {"error": str(error)}, b""
        out.write(json.dumps(told).encode() + b"\n" + sound)
        out.flush()


if __name__ == "__main__":
    main()
