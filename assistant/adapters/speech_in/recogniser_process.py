"""The ear's own process: a line of JSON and a sound in, a line of JSON out. A crash of the model stays in here.

In: {"size": bytes, "model": folder, "seconds": at most} and behind it so many bytes. Out: {"words": …} or {"error": …}.
"""

import json
import sys
from typing import BinaryIO

from av.error import FFmpegError

from assistant.adapters.speech_in.decoding import samples_of
from assistant.adapters.speech_in.whisper import Whisper, loaded


def answer(model: Whisper, sound: bytes, most_seconds: float) -> dict[str, str]:
    """The words of a sound; of no sound at all there are none, which shows that the model could be loaded."""
    if not sound:
        return {"words": ""}
    try:
        return {"words": model.words_of(samples_of(sound, most_seconds))}
    except FFmpegError as error:
        # Its own words may name the file, which is nobody's.
        return {"error": f"It is no sound that can be read ({type(error).__name__})."}


def serve(given: BinaryIO, out: BinaryIO) -> None:
    """Answer until the input ends, which it does when the program that asked is gone."""
    model: Whisper | None = None
    for line in given:
        asked = json.loads(line)
        sound = given.read(asked["size"])
        try:
            model = model or loaded(asked["model"])
        except (RuntimeError, ValueError, OSError, ImportError) as error:
            told = {"error": f"The model cannot be loaded ({type(error).__name__})."}
        else:
            told = answer(model, sound, asked["seconds"])
        out.write(json.dumps(told).encode() + b"\n")
        out.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
