"""The command `understand`: JSON lines of messages in, JSON lines of what was understood out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.understanding.interpret import Expects, Reading, read
from assistant.understanding.places import Gazetteer
from assistant.understanding.private import PrivateKind
from assistant.understanding.safety import Alarm
from assistant.understanding.steering import Steering
from assistant.understanding.topics import OUT_OF_SCOPE, TopicFinder, TopicGuess


class Context(BaseModel):
    """What the conversation is about; fields that we do not know are passed over."""

    service: str | None = None


class Line(BaseModel):
    """One message to understand."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str | int
    text: str
    context: Context | None = None


def understand_lines(lines: Iterable[str], finder: TopicFinder) -> Iterator[str]:
    """An answer for each line that is not empty, in order; for a line that cannot be read, its id and the error."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer(line, number, finder), ensure_ascii=False)


def _answer(line: str, number: int, finder: TopicFinder) -> dict[str, Any]:
    try:
        asked = Line.model_validate_json(line)
    except ValidationError as error:
        return {"id": _id_of(line), "error": f"line {number}: {error.errors(include_url=False)[0]['msg']}"}
    service = (asked.context.service if asked.context else None) or ""
    found = heard(asked.text, service, finder)
    best, *others = found.guesses
    return {
        "id": asked.id,
        "topic": best.topic,
        "service": _service(best, finder),
        "understood": found.is_understood,
        "confidence": round(best.confidence, 3),
        "alternatives": [
            {"topic": guess.topic, "service": _service(guess, finder), "confidence": round(guess.confidence, 3)}
            for guess in others
        ],
        "language": found.language,
        "private": [kind.value for kind in found.private],
    }


@dataclass(frozen=True)
class Heard:
    """What the assistant would go by, likeliest first, at most three, and whether it would go by it without asking."""

    guesses: tuple[TopicGuess, ...]
    is_understood: bool
    language: str
    private: tuple[PrivateKind, ...]


def heard(text: str, service: str, finder: TopicFinder) -> Heard:
    """How a message is understood where nothing was asked; `service` is what the talk is about, empty for nothing."""
    # Nothing was asked before, so neither places nor ages are looked for: the gazetteer is empty, the day any day.
    reading = read(
        text,
        expects=Expects.NOTHING,
        choices={},
        finder=finder,
        gazetteer=Gazetteer(()),
        service=service,
        today=date.min,
    )
    guesses, is_understood = _guesses(reading, finder, service)
    return Heard(tuple(guesses), is_understood, reading.language, reading.private)


def _service(guess: TopicGuess, finder: TopicFinder) -> str | None:
    """The service of a topic that is asked about a service; general topics have none here."""
    return (guess.service or None) if finder.is_of_service(guess.topic) else None


def _guesses(reading: Reading, finder: TopicFinder, service: str) -> tuple[list[TopicGuess], bool]:
    """What the assistant would go by, likeliest first, and whether it would go by it without asking back."""
    if reading.danger is not None:
        return _of_danger(reading.danger, finder, reading.text, service), reading.danger.is_certain
    topic = _STEERING_TOPICS.get(reading.steering) if reading.steering is not None else None
    if topic is not None:
        return [TopicGuess(topic, "", 1.0)], True
    if reading.language != "lt":
        return [TopicGuess("other-language", "", 1.0)], True
    found = reading.topic or finder.find(reading.text, service)
    return list(found.guesses), found.is_certain and found.best.topic != OUT_OF_SCOPE


def _of_danger(alarm: Alarm, finder: TopicFinder, text: str, service: str) -> list[TopicGuess]:
    if alarm.is_certain:
        return [TopicGuess(alarm.danger.value, "", 1.0)]
    others = [guess for guess in finder.find(text, service).guesses if guess.topic != alarm.danger.value]
    return [TopicGuess(alarm.danger.value, "", DOUBTFUL_CONFIDENCE), *others[:2]]


DOUBTFUL_CONFIDENCE = 0.5
"""Told for a danger about which the assistant asks before it alarms."""

# Stopping, asking why and asking for more are no topics of their own; the topic finder says what they are near to.
_STEERING_TOPICS = {
    Steering.BACK: "back",
    Steering.REPEAT: "repeat",
    Steering.RESTART: "restart",
    Steering.MENU: "restart",
    Steering.HUMAN: "talk-to-human",
    Steering.DONT_KNOW: "dont-know",
    Steering.SIMPLER: "simpler",
    Steering.LISTEN: "listen",
    Steering.CLEAR: "yes",
}


def _id_of(line: str) -> str | int | None:
    """The id of a line that is JSON but not a message, None where there is none."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    value = found.get("id") if isinstance(found, dict) else None
    return value if isinstance(value, str | int) else None
