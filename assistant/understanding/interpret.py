"""What one message of the person means where it was written: the engine's one entry point to understanding.

In this order: danger, steering, the answer to what was asked, and only then a topic of its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz import fuzz

from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.languages import guess_language
from assistant.understanding.normalize import words_of
from assistant.understanding.places import Gazetteer
from assistant.understanding.private import PrivateKind, find_private, without_personal_codes
from assistant.understanding.safety import Alarm, Danger, find_danger
from assistant.understanding.steering import Steering, read_steering
from assistant.understanding.topics import OUT_OF_SCOPE, TopicFinder, TopicReading
from assistant.understanding.values import (
    is_dont_know,
    read_age,
    read_disability,
    read_level,
    read_name,
    read_phone,
    read_time,
    read_yes_no,
)


class Expects(StrEnum):
    """What the assistant has just asked for."""

    NOTHING = "nothing"
    CHOICE = "choice"
    YES_NO = "yes-no"
    AGE = "age"
    LEVEL = "level"
    DISABILITY = "disability"
    MUNICIPALITY = "municipality"
    NAME = "name"
    PHONE = "phone"
    CALL_TIME = "call-time"
    NOTE = "note"


Value = bool | Interval | Disability | str | tuple[str, ...]
"""What can be read as an answer; a tuple holds municipality ids."""


@dataclass(frozen=True)
class Reading:
    """What was understood. Danger and steering come before everything else that may be set.

    `text` is what was written, at most 2,000 characters, personal codes taken out. `value` is the answer of the kind
    that was expected. `choice` is the id of the choice whose label or number was written. `topic` is set where neither
    a value nor a choice was read and the words may be a question of their own.
    """

    text: str
    danger: Alarm | None = None
    steering: Steering | None = None
    value: Value | None = None
    choice: str = ""
    is_dont_know: bool = False
    topic: TopicReading | None = None
    private: tuple[PrivateKind, ...] = ()
    language: str = "lt"


def read(
    text: str,
    *,
    expects: Expects,
    choices: Mapping[str, str],
    finder: TopicFinder,
    gazetteer: Gazetteer,
    service: str,
    today: date,
) -> Reading:
    """Understand a message.

    `choices` are the ids and labels of the buttons in their order, `service` is what the conversation is about (empty
    for none). Words written where a free text was asked for are that text, unless they are a question or a command.
    """
    scrubbed = without_personal_codes(text)
    seen = Reading(scrubbed, private=find_private(text), language=guess_language(scrubbed))
    danger = find_danger(scrubbed)
    if danger is not None:
        return _with(seen, danger=danger)
    choice = _exact_choice(scrubbed, choices)
    steering = None if choice else read_steering(scrubbed)
    if steering is Steering.DONT_KNOW:
        return _with(seen, steering=steering, is_dont_know=True)
    if steering is not None:
        return _with(seen, steering=steering)
    if choice:
        return _with(seen, choice=choice, value=_value(scrubbed, expects, gazetteer, today))
    if expects in _FREE_TEXT and not _is_question(scrubbed):
        value = _value(scrubbed, expects, gazetteer, today)
        if value is not None:
            return _with(seen, value=value, choice=_near_choice(scrubbed, choices))
    topic = finder.find(scrubbed, service)
    if expects not in _FREE_TEXT and not _is_question_apart(scrubbed, topic, expects):
        answer = _answer(seen, expects, choices, gazetteer, today)
        if answer is not None:
            return answer
    learned = _learned_danger(topic)
    return _with(seen, danger=learned) if learned is not None else _with(seen, topic=topic)
