"""The ear with a real model, which lies in no repository: our own voice speaks, and what was understood is printed.

python -m tests.adapters.hear_really FOLDER, where requirements/hearing.txt is installed.
"""

import asyncio
import sys
import time
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from assistant.adapters.speech.voice import ProcessVoice
from assistant.adapters.speech_in.model_folder import fault_of
from assistant.adapters.speech_in.recogniser import ProcessRecogniser
from assistant.understanding.normalize import words_of
from assistant.usecases.speaking import Form

SENTENCES = (
    "Aš noriu dirbti.",
    "Man reikia pagalbos.",
    "Kas yra socialinės dirbtuvės?",
    "Aš gyvenu Kretingoje.",
    "Noriu pasikalbėti su žmogumi.",
)


async def heard(folder: Path) -> float:
    """The share of signs that were understood rightly; 1 is all."""
    voice, ear = ProcessVoice("lt", 130), ProcessRecogniser(folder, most_seconds=60)
    shares: list[float] = []
    try:
        for sentence in SENTENCES:
            sound = await voice.say((sentence,), Form.OPUS)
            begun = time.monotonic()
            words = await ear.words_of(sound.content)
            took = time.monotonic() - begun
            said, understood = " ".join(words_of(sentence)), " ".join(words_of(words))
            shares.append(Levenshtein.normalized_similarity(said, understood))
            print(f"{shares[-1]:.2f}  {took:4.1f} s  {sentence}  ->  {words}")  # noqa: T201 - what the command is for
    finally:
        await voice.close()
        await ear.close()
    return sum(shares) / len(shares)


if __name__ == "__main__":
    model = Path(sys.argv[1])
    fault = fault_of(model)
    if fault:
        sys.exit(fault)
    share = asyncio.run(heard(model))
    print(f"understood: {share:.0%}")  # noqa: T201 - the same
    # Our voice sounds like a machine, so a small model guesses much; but it must be Lithuanian that it hears.
    sys.exit(0 if share > 0.5 else 1)
