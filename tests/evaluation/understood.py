"""How well everything but topics is understood: danger, off-topic messages, follow-ups, values, languages."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assistant.conversation.chosen import in_other_words
from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking
from assistant.eligibility.facts import Disability, Interval
from assistant.library.library import Library
from assistant.understanding.interpret import Expects, Reading, read
from assistant.understanding.topics import OUT_OF_SCOPE
from tests.evaluation.measures import Heard, Method
from tests.evaluation.sets import ANY_DAY, DangerCase, LanguageCase, Utterance, ValueCase

Case = TypeVar("Case")


@dataclass(frozen=True)
class DangerScores:
    """Shares: dangers heard at all and alarmed about at once; ordinary messages alarmed about and asked about."""

    heard: float
    alarmed: float
    false_alarms: float
    needless_questions: float


def reading_of(library: Library, text: str, expects: Expects = Expects.NOTHING, day: date | None = None) -> Reading:
    """What is read out of a message, as the conversation reads it."""
    choices = library.questions[QUESTIONS[expects]].choices if expects in QUESTIONS else ()
    return read(
        text,
        expects=expects,
        choices={choice.id: choice.label for choice in choices},
        finder=library.finder,
        gazetteer=library.gazetteer,
        service="",
        today=day or date.fromisoformat(ANY_DAY),
    )


def danger_scores(library: Library, cases: Iterable[DangerCase]) -> DangerScores:
    """How danger was found, and how often where there was none."""
    alarms = [(bool(case.danger), reading_of(library, case.text).danger) for case in cases]
    dangers = [alarm for is_danger, alarm in alarms if is_danger]
    ordinary = [alarm for is_danger, alarm in alarms if not is_danger]
    return DangerScores(
        heard=share(alarm is not None for alarm in dangers),
        alarmed=share(alarm is not None and alarm.is_certain for alarm in dangers),
        false_alarms=share(alarm is not None and alarm.is_certain for alarm in ordinary),
        needless_questions=share(alarm is not None and not alarm.is_certain for alarm in ordinary),
    )


@dataclass(frozen=True)
class RejectionScores:
    """Shares: off-topic messages called so, off-topic messages not answered for certain, in-topic called off-topic."""

    rejected: float
    not_answered: float
    false_rejections: float


def rejection_scores(method: Method, off_topic: Sequence[str], asked: Iterable[Utterance]) -> RejectionScores:
    """How what is none of ours was told apart from what is."""
    heard = [method(text, "") for text in off_topic]
    ours = [method(one.text, one.context) for one in asked if (OUT_OF_SCOPE, "") not in one.right]
    return RejectionScores(
        rejected=share(_is_rejected(one) for one in heard),
        not_answered=share(_is_rejected(one) or not one.is_certain for one in heard),
        false_rejections=share(_is_rejected(one) for one in ours),
    )


def _is_rejected(heard: Heard) -> bool:
    return heard.readings[0][0] == OUT_OF_SCOPE


@dataclass(frozen=True)
class ValueScores:
    """Shares of right values read, taken at once or said back to be confirmed, and of those taken at once.

    And shares of all: traps in which a value was taken, or another value than the right one; the same said back.
    """

    right: float
    right_at_once: float
    wrong_accepted: float
    wrong_said_back: float


@dataclass(frozen=True)
class Taken:
    """The value that the conversation reads; None where it would ask again or go elsewhere.

    Where it `is_sure` the value is noted at once, else the person is asked first whether it is right.
    """

    value: str | tuple[int, int] | None
    is_sure: bool = True


def value_scores(library: Library, cases: Sequence[ValueCase]) -> ValueScores:
    """How answers were read."""
    read_values = [(case, value_of(library, case)) for case in cases]
    right = [(_is_right(case, taken.value), taken.is_sure) for case, taken in read_values if case.right is not None]
    wrong = [taken.value is not None and not _is_right(case, taken.value) for case, taken in read_values]
    is_sure = [taken.is_sure for _, taken in read_values]
    return ValueScores(
        right=share(is_right for is_right, _ in right),
        right_at_once=share(is_right and is_sure for is_right, is_sure in right),
        wrong_accepted=share(map(operator.and_, wrong, is_sure)),
        wrong_said_back=share(is_wrong and not is_sure for is_wrong, is_sure in zip(wrong, is_sure, strict=True)),
    )


def value_of(library: Library, case: ValueCase) -> Taken:
    """What the conversation makes of this answer."""
    expects = ASKED[case.asked]
    reading = reading_of(library, case.text, expects, case.on_day)
    if reading.danger is not None:
        return Taken(None)
    chosen = _in_other_words(library, reading, expects)
    if chosen:
        return Taken(chosen)
    value = NOT_KNOWN.get(case.asked) if reading.is_dont_know else reading.choice or _plain(reading.value)
    return Taken(value, is_sure=not reading.is_doubtful)


def _in_other_words(library: Library, reading: Reading, expects: Expects) -> str:
    """The choice that is known by these very words."""
    if expects not in QUESTIONS:
        return ""
    choices = library.questions[QUESTIONS[expects]].choices
    return in_other_words(Asking(Kind.QUESTION, (), choices=choices, expects=expects), reading.text)


def _plain(value: object) -> str | tuple[int, int] | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return (value.low, value.high)
    if isinstance(value, Disability):
        return value.value
    return value if isinstance(value, str) else None


def _is_right(case: ValueCase, value: str | tuple[int, int] | None) -> bool:
    if case.asked == "time":
        # The person's own words are kept for a human to read, or one of the three choices was meant.
        return case.right is not None and value is not None and (value not in TIMES or value == case.right)
    return value == case.right


def right_languages(library: Library, cases: Iterable[LanguageCase]) -> float:
    """The share of messages whose language was recognised."""
    return share(reading_of(library, case.text).language == case.language for case in cases)


def share(found: Iterable[bool]) -> float:
    """How many of them are true, from 0 to 1."""
    counted = list(found)
    return sum(counted) / len(counted) if counted else 0.0


def by_kind(cases: Iterable[Case], kind: Callable[[Case], str]) -> Mapping[str, list[Case]]:
    """The cases of each kind, kinds in the order in which they come."""
    sorted_out: dict[str, list[Case]] = {}
    for case in cases:
        sorted_out.setdefault(kind(case), []).append(case)
    return sorted_out


ASKED = {
    "yes-no": Expects.YES_NO,
    "age": Expects.AGE,
    "level": Expects.LEVEL,
    "disability": Expects.DISABILITY,
    "phone": Expects.PHONE,
    "name": Expects.NAME,
    "time": Expects.CALL_TIME,
}
QUESTIONS = {
    Expects.YES_NO: "can_work_open_market_or_supported",
    Expects.DISABILITY: "disability",
    Expects.CALL_TIME: "request.call_time",
}
"""The questions whose choices may be written instead of pressed."""

NOT_KNOWN = {"yes-no": "dont-know", "disability": "unknown"}
"""What not knowing is called in the set; everywhere else no value may be taken from it."""

TIMES = frozenset({"morning", "afternoon", "any"})
