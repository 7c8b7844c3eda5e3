"""The form with which staff ask the person: the question, and which answers the person may press."""

import secrets
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from api.inbox.forms import ChangeForm, PlainText
from assistant.referrals.questions import LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, Question


class Answers(StrEnum):
    """Which answers are offered: a ready set, those that staff write, or none but the person's own words."""

    YES_NO = "yes-no"
    TIMES = "times"
    OWN = "own"
    WORDS = "words"


class QuestionFault(StrEnum):
    """What may be wrong with a question."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_ANSWERS = "no-answers"
    ANSWER_TOO_LONG = "answer-too-long"
    SAME_ANSWERS = "same-answers"


def _one_line(text: str) -> str:
    return " ".join(text.split())


Option = Annotated[PlainText, AfterValidator(_one_line)]


class QuestionForm(ChangeForm):
    """A question; `key` is the same when the same page is sent twice."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    text: PlainText = ""
    answers: Answers = Answers.YES_NO
    option: Annotated[tuple[Option, ...], Field(max_length=MOST_OPTIONS)] = ()
    may_write: bool = False

    def question(self, ready: Mapping[str, tuple[str, ...]]) -> Question:
        """What is asked; `ready` are the sets of answers that can be taken as they are."""
        options = {Answers.OWN: self.own, Answers.WORDS: ()}.get(self.answers)
        return Question(
            self.text,
            ready[self.answers] if options is None else options,
            may_write=self.may_write or self.answers is Answers.WORDS,
        )

    @property
    def own(self) -> tuple[str, ...]:
        """The answers that staff wrote, without empty fields."""
        return tuple(option for option in self.option if option)

    @property
    def fault(self) -> QuestionFault | None:
        """What is wrong, None where nothing is."""
        if not self.text:
            return QuestionFault.EMPTY
        if len(self.text) > LONGEST_QUESTION:
            return QuestionFault.TOO_LONG
        if self.answers is not Answers.OWN:
            return None
        if not self.own:
            return QuestionFault.NO_ANSWERS
        if any(len(option) > LONGEST_OPTION for option in self.own):
            return QuestionFault.ANSWER_TOO_LONG
        is_twice = len({option.casefold() for option in self.own}) < len(self.own)
        return QuestionFault.SAME_ANSWERS if is_twice else None


class ShownForm(QuestionForm):
    """A reply or a question that is to be looked at, or to be written on."""

    is_reply: bool = False


def no_question() -> QuestionForm:
    """A form with nothing in it yet."""
    return QuestionForm(version=0, seen=0, key=secrets.token_urlsafe(16))
