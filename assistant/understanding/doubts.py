"""Whether what was read as an answer is so plain that it may be noted at once, or is to be said back first."""

import re
from dataclasses import dataclass

from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.answer_words import UNSURE
from assistant.understanding.asked import Asked
from assistant.understanding.normalize import words_of
from assistant.understanding.phones import is_written_bare
from assistant.understanding.trust import DONT_KNOW, VALUE, AnswerWords


@dataclass(frozen=True)
class Answer:
    """What was read from a text where one of the `kind` was asked for ("yes-no", "age", …)."""

    text: str
    kind: str
    value: object
    choice: str = ""
    is_dont_know: bool = False

    @property
    def meant(self) -> str:
        """The meaning, in the terms of the examples of answers."""
        if self.is_dont_know or self.choice == DONT_KNOW:
            return DONT_KNOW
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        if isinstance(self.value, Disability):
            return self.value.value
        return self.choice if self.kind in _OF_CHOICES and self.choice else VALUE


def may_be_wrong(answer: Answer, known: AnswerWords, asked: Asked | None) -> bool:
    """Whether the person is to be asked first. Times and free texts never are: people read them as they stand."""
    if answer.kind not in _DOUBTED:
        return False
    of_helper = asked is not None and asked.of_helper
    question = asked.fact if asked is not None and answer.kind == "yes-no" else ""
    name = words_of(str(answer.value)) if answer.kind == "name" else ()
    return _is_hedged(answer) or not known.is_plain(
        answer.text, answer.kind, answer.meant, question=question, of_helper=of_helper, beside=name
    )


def _is_hedged(answer: Answer) -> bool:
    """Whether it is less than a plain answer, though each of its words may be known.

    "Gal" and "dar svarstau" are no plain "I do not know", and behind "nežinau, kaip" may stand something else than was
    asked. An age that is a range was not told to the year. Years are no level, but may stand beside one. Beside a
    telephone number other digits may belong to it.
    """
    if answer.meant == DONT_KNOW:
        words = words_of(answer.text)
        is_asked_back = "?" in answer.text
        return is_asked_back or not UNSURE.isdisjoint(words) or _HEDGES.search(" ".join(words)) is not None
    if answer.kind == "phone":
        return isinstance(answer.value, str) and not is_written_bare(answer.text, answer.value)
    if answer.kind == "level":
        return any(map(_OF_YEARS.fullmatch, words_of(answer.text)))
    return answer.kind == "age" and isinstance(answer.value, Interval) and _is_rough(answer.value, answer.text)


def _is_rough(age: Interval, text: str) -> bool:
    """Whether it is more than the two ages that a year of birth leaves."""
    return age.low != age.high and not (age.high - age.low == 1 and _YEAR.search(text))


_HEDGES = re.compile(
    r"\b(?:greiciausiai|ko gero|hm+|svarst\w+|(?:pa)?galvo\w+|(?:pa)?matys\w+|ziures\w+|nea\w*sprend\w+"
    r"|nenusprend\w+|dvejo\w+|abejo\w+|nesupr\w+|neaisk\w+|laikas|jis|ji|jie)\b"
    r"|\b(?:nez\w*|nzn|neaisku|nesu tikr\w+)\b.* (?:ar|ka|kas|kaip|kam|kur|kuri\w*|kada|kiek|kod\w+)\b"
)
_OF_CHOICES = frozenset({"yes-no", "disability"})
_DOUBTED = _OF_CHOICES | {"age", "level", "phone", "name"}
_OF_YEARS = re.compile(r"m|met(?:u|ai|us|ukai)")
_YEAR = re.compile(r"\b(?:19|20)?\d\d\b|\bgim")
