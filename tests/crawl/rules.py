"""What must hold after each thing that a person does, whatever the dialogue is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.conversation.messages import Kind, Message, Progress, Role
from tests.crawl.dialogue import Input, Seen, Want


class Rule(StrEnum):
    """A way in which a dialogue can fail somebody; the value is what the table calls it."""

    DEAD_END = "dead end: no button, and nothing is waited for"
    NO_HUMAN = "no way to a human within one tap or word"
    NO_WAY_BACK = "something is asked, and there is no way back"
    PROGRESS = "progress grows, or counts wrongly"
    TOO_HARD = "message over its level"
    PICTURE = "picture missing"
    SOUND = "message that cannot be said aloud"
    EXCEPTION = "exception"
    TWICE = "the same said twice in one turn"
    BUTTONS = "more or longer buttons than allowed"
    BACK_ELSEWHERE = "Atgal leads elsewhere"
    DANGER_LATER = "danger, and 112 is not first"
    SECRET_KEPT = "what is private is kept"
    MOVED = "something that is not for this question changes it"


MOST_CHOICES = 4
MOST_TOOLS = 4
HELPERS = 5
LONGEST_LABEL = 24
LONGEST_ID = 64
"""Bytes that Telegram lets a button carry."""
EMERGENCY = ("Skambinkite 112", "Paskambinkite 112")


@dataclass(frozen=True)
class Fault:
    """A rule that is broken, and what is wrong in a few words."""

    rule: Rule
    what: str


def faults_of(seen: Seen) -> Iterator[Fault]:
    """What is wrong with where the talk stands, whatever led there, but for the words."""
    message = seen.message
    choices = [choice for choice in message.choices if choice.role is Role.CONTENT]
    if not choices and not seen.is_waiting:
        yield Fault(Rule.DEAD_END, seen.place)
    yield from _twice(seen)
    progress = message.progress
    if progress is not None and not 1 <= progress.step <= progress.of:
        yield Fault(Rule.PROGRESS, f"{seen.place}: question {progress.step} of {progress.of}")
    for told in seen.messages:
        yield from _buttons(seen, told)


def _twice(seen: Seen) -> Iterator[Fault]:
    texts = [message.text for message in seen.messages]
    for text in sorted({text for text in texts if texts.count(text) > 1}):
        yield Fault(Rule.TWICE, text)
    for message in () if seen.is_list else seen.messages:
        for sentence in dict.fromkeys(message.sentences):
            if message.sentences.count(sentence) > 1:
                yield Fault(Rule.TWICE, sentence)


def _buttons(seen: Seen, message: Message) -> Iterator[Fault]:
    for role, most in ((Role.CONTENT, MOST_CHOICES), (Role.TOOL, MOST_TOOLS), (Role.HELPER, HELPERS)):
        count = sum(choice.role is role for choice in message.choices)
        if count > most:
            yield Fault(Rule.BUTTONS, f"{seen.place}: {count} buttons of the kind {role}")
    for choice in message.choices:
        if not choice.label or len(choice.label) > LONGEST_LABEL or len(choice.id.encode()) > LONGEST_ID:
            yield Fault(Rule.BUTTONS, f"{seen.place}: „{choice.label}“")
    # "Gerai" may be the same as the helper beside it.
    ids = [(choice.id, choice.role) for choice in message.choices]
    if len(set(ids)) < len(ids):
        yield Fault(Rule.BUTTONS, f"{seen.place}: one button twice")


def faults_between(before: Seen, done: Input, after: Seen) -> Iterator[Fault]:
    """What is wrong with what followed."""
    if done.wants is Want.HUMAN and not after.is_with_human:
        yield Fault(Rule.NO_HUMAN, f"{before.place}: „{done.name}“ leads to {after.place}")
    if done.wants is Want.HELP_NOW and not _helps_now(after.message):
        yield Fault(Rule.DANGER_LATER, f"{before.place}: „{done.name}“ leads to {after.place}")
    if done.wants is Want.NOTHING and (before.place, before.answers) != (after.place, after.answers):
        yield Fault(Rule.MOVED, f"{before.place}: „{done.name}“ leads to {after.place}")
    if done.wants is Want.BACK:
        if before.answers != after.answers:
            yield Fault(Rule.BACK_ELSEWHERE, f"{before.place}: an answer is lost")
        is_stuck = (before.place, before.detail) == (after.place, after.detail) and not before.is_beginning
        if is_stuck and _is_asking(before):
            yield Fault(Rule.NO_WAY_BACK, before.place)
    yield from _progress(before, done, after)


def _helps_now(message: Message) -> bool:
    return message.kind is Kind.DANGER and message.sentences[0].startswith(EMERGENCY)


def _is_asking(seen: Seen) -> bool:
    return seen.is_waiting or seen.message.kind is Kind.QUESTION or seen.message.text.endswith("?")


def _progress(before: Seen, done: Input, after: Seen) -> Iterator[Fault]:
    earlier, later = before.message.progress, after.message.progress
    if earlier is None or later is None or not _is_one_series(before, done, after):
        return
    if before.is_about_other is not after.is_about_other and later.step == 1:
        # About somebody else all is asked from the beginning.
        return
    told = f"{before.place} ({earlier.step} of {earlier.of}), „{done.name}“: {after.place} ({later.step} of {later.of})"
    if _counts_wrongly(before, earlier, done, after, later):
        yield Fault(Rule.PROGRESS, told)


def _is_one_series(before: Seen, done: Input, after: Seen) -> bool:
    longer, shorter = (before.series, after.series) if done.wants is Want.BACK else (after.series, before.series)
    return longer[: len(shorter)] == shorter


def _counts_wrongly(before: Seen, earlier: Progress, done: Input, after: Seen, later: Progress) -> bool:
    if before.place == after.place:
        # Who begins anew may have fewer before them, since more is known by now.
        return later.step != earlier.step or later.of > earlier.of
    if done.wants is Want.BACK:
        # What was told there is told again, which was more to come.
        return later.step >= earlier.step or _to_come(later) <= _to_come(earlier)
    # An answer leads on, and fewer questions are left than before.
    return later.of > earlier.of or _to_come(later) >= _to_come(earlier)


def _to_come(progress: Progress) -> int:
    return progress.of - progress.step


def faults_of_way_back(before: Seen, done: Input, after: Seen, returned: Seen) -> Iterator[Fault]:
    """What is wrong where somebody goes on and then back at once."""
    if before.place == after.place or done.wants is Want.BACK or after.is_beginning:
        return
    earlier, later = before.message.progress, returned.message.progress
    is_counted = before.place == returned.place and before.series == returned.series
    if is_counted and earlier is not None and later is not None and earlier != later:
        told = f"{earlier.step} of {earlier.of}, and then {later.step} of {later.of}"
        yield Fault(Rule.PROGRESS, f"{before.place}, after „{done.name}“ and back: {told}")
    if after.is_interruption and after.trail[-2:] == (before.place, returned.place):
        # What was said was taken as the answer; the question that follows it waits behind what is more urgent.
        return
    is_return = after.place in before.trail
    expected = {before.place, *before.trail} if before.is_passing else {before.place}
    if not is_return and returned.place not in expected:
        what = f"from {before.place} by „{done.name}“ to {after.place}, and back to {returned.place}"
        yield Fault(Rule.BACK_ELSEWHERE, what)


def faults_of_choice(seen: Seen, inputs: tuple[Input, ...]) -> Iterator[Fault]:
    """What cannot be done at all there."""
    if not any(one.wants is Want.HUMAN and one.is_tap for one in inputs):
        yield Fault(Rule.NO_HUMAN, f"{seen.place}: no button")
    if not any(one.wants is Want.BACK and one.is_tap for one in inputs) and _is_asking(seen):
        yield Fault(Rule.NO_WAY_BACK, f"{seen.place}: no button")
