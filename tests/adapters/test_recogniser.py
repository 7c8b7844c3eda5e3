"""The ear in its own process: it listens, it dies, it comes back; sound is decoded as models want it."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.adapters.speech.encoding import encoded
from assistant.adapters.speech_in import model_folder, recogniser_process
from assistant.adapters.speech_in.decoding import SAMPLE_RATE, samples_of
from assistant.adapters.speech_in.model_folder import NEEDED, fault_of
from assistant.adapters.speech_in.recogniser import MOST_WAITING, ProcessRecogniser
from assistant.errors import NotHeardError
from assistant.usecases.listening import Listen

TONE = (np.sin(np.arange(SAMPLE_RATE * 2) * 440 * 2 * np.pi / SAMPLE_RATE) * 20_000).astype(np.int16).tobytes()
"""Two seconds."""

EAR = """
import json, sys
for line in sys.stdin.buffer:
    asked = json.loads(line)
    sound = sys.stdin.buffer.read(asked["size"]).decode()
    if sound == "die":
        sys.exit(1)
    if sound == "never":
        # There is no more to read until the pipe is closed.
        sys.stdin.buffer.read()
    told = {"error": "no model"} if sound == "refuse" else {"words": sound}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\\n")
    sys.stdout.buffer.flush()
"""


def ear(patience: float = 20.0) -> ProcessRecogniser:
    return ProcessRecogniser(Path("model"), 60, ("-c", EAR), patience)


async def test_it_gives_the_words_of_one_sound_after_the_other() -> None:
    listener = ear()
    assert [await listener.words_of(sound) for sound in (b"labas", b"rytas")] == ["labas", "rytas"]
    await listener.close()


@pytest.mark.parametrize("sound", [b"die", b"refuse"])
async def test_what_fails_is_not_heard_and_the_next_one_is(sound: bytes) -> None:
    listener = ear()
    with pytest.raises(NotHeardError):
        await listener.words_of(sound)
    assert await listener.words_of(b"labas") == "labas"
    await listener.close()


async def test_a_model_that_takes_too_long_is_ended() -> None:
    listener = ear(patience=0.5)
    with pytest.raises(NotHeardError):
        await listener.words_of(b"never")
    assert listener._process._process is None


async def test_where_many_wait_the_next_one_is_asked_to_write() -> None:
    listener = ear()
    listener._process._waiting = MOST_WAITING
    with pytest.raises(NotHeardError):
        await listener.words_of(b"labas")


def test_a_voice_message_becomes_samples_of_its_length() -> None:
    samples = samples_of(encoded(TONE, SAMPLE_RATE, "ogg"), 60)
    assert samples.dtype == np.float32
    assert samples.size == pytest.approx(2 * SAMPLE_RATE, rel=0.05)
    assert 0.3 < float(np.abs(samples).max()) <= 1.0


def test_no_more_is_decoded_than_is_listened_to() -> None:
    assert samples_of(encoded(TONE, SAMPLE_RATE, "ogg"), 0.5).size == SAMPLE_RATE // 2


class Counter:
    """A model that says how many samples it got."""

    def words_of(self, samples: NDArray[np.float32]) -> str:
        return f"{samples.size}"


def served(monkeypatch: pytest.MonkeyPatch, *sounds: bytes) -> list[dict[str, str]]:
    monkeypatch.setattr(recogniser_process, "loaded", lambda _folder: Counter())
    given = b"".join(
        json.dumps({"size": len(sound), "model": "m", "seconds": 0.5}).encode() + b"\n" + sound for sound in sounds
    )
    out = io.BytesIO()
    recogniser_process.serve(io.BytesIO(given), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_process_answers_each_sound_and_says_so_of_what_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    told = served(monkeypatch, b"no sound at all", encoded(TONE, SAMPLE_RATE, "ogg"), b"")
    assert "error" in told[0]
    assert told[1:] == [{"words": "8000"}, {"words": ""}]


def test_a_model_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(_folder: str) -> Counter:
        raise RuntimeError

    monkeypatch.setattr(recogniser_process, "loaded", broken)
    given = json.dumps({"size": 1, "model": str(tmp_path), "seconds": 1}).encode() + b"\nx"
    out = io.BytesIO()
    recogniser_process.serve(io.BytesIO(given), out)
    assert "cannot be loaded" in json.loads(out.getvalue())["error"]


async def test_sound_without_words_is_not_heard() -> None:
    listener = ear()
    with pytest.raises(NotHeardError):
        await Listen(listener).words_of(b" ... ")
    await listener.close()
    assert not Listen(None).is_on


def test_a_folder_is_told_what_it_lacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model_folder, "find_spec", lambda _name: object())
    assert "There is no folder" in fault_of(tmp_path / "nowhere")
    assert "lacks model.bin, config.json, tokenizer.json, vocabulary.json or vocabulary.txt" in fault_of(tmp_path)
    for name in (*NEEDED, "vocabulary.txt"):
        (tmp_path / name).touch()
    assert fault_of(tmp_path) == ""


def test_without_the_package_the_operator_is_told_which(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model_folder, "find_spec", lambda _name: None)
    assert "requirements/hearing.txt" in fault_of(tmp_path)
