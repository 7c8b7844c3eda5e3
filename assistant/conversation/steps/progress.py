"""Question 2 of 6: the total may fall, and rises only to where it was, when the person goes back."""

from assistant.conversation.messages import Progress
from assistant.conversation.state import Conversation, Place
from assistant.frozen import replace

QUESTIONS = frozenset({"request", "fact"})
"""Steps that ask the questions of a series; what their places are about ends with the question."""


def begin_series(conversation: Conversation, questions: int) -> Conversation:
    """Promise at most this many questions."""
    return replace(conversation, asked=(), promised=(), ceiling=questions)


def without_series(conversation: Conversation) -> Conversation:
    """Nothing is counted from now on."""
    return begin_series(conversation, 0)


def next_in_series(conversation: Conversation, question: str, *, remaining: int) -> Conversation:
    """Note that a question is asked now; `remaining` counts it and all that may follow."""
    if not conversation.ceiling:
        return conversation
    conversation = _until_here(conversation) if _is_inside(conversation) else begin_series(conversation, remaining)
    if question in conversation.asked:
        return conversation
    asked = (*conversation.asked, question)
    total = len(asked) + remaining - 1
    before = conversation.promised[-1] if conversation.promised else conversation.ceiling
    # Never "question 3 of 2", and never more than were told with the question before.
    told = total if len(asked) > before else min(before, total)
    return replace(conversation, asked=asked, promised=(*conversation.promised, told))


def progress_of(conversation: Conversation, question: str) -> Progress | None:
    """Where this question stands in the series, the same whenever somebody comes back to it.

    None where it is not part of one, as when one line is changed.
    """
    if question not in conversation.asked or not conversation.ceiling:
        return None
    at = conversation.asked.index(question)
    return Progress(at + 1, _promised(conversation)[at])


def asked_until(conversation: Conversation) -> tuple[str, ...]:
    """The questions of the series up to the one that is asked now; all of them where none is."""
    question = _question_at(conversation.place)
    return conversation.asked[: conversation.asked.index(question) + 1 if question in conversation.asked else None]


def _is_inside(conversation: Conversation) -> bool:
    """Whether the present question is one of the series, or none is asked.

    Who went back to what was asked before the series began, and answered otherwise, may have more to be asked.
    """
    question = _question_at(conversation.place)
    return not question or not conversation.asked or question in conversation.asked


def _until_here(conversation: Conversation) -> Conversation:
    """Without what followed the present question before somebody came back to it."""
    asked = asked_until(conversation)
    return replace(conversation, asked=asked, promised=_promised(conversation)[: len(asked)])


def _promised(conversation: Conversation) -> tuple[int, ...]:
    """The total that was told with each question; conversations stored earlier know only one for all."""
    known = conversation.promised
    return known + (conversation.ceiling,) * (len(conversation.asked) - len(known))


def _question_at(place: Place) -> str:
    return place.about.rpartition("|")[2] if place.step in QUESTIONS else ""
