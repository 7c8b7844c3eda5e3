"""Question 2 of 6: the total may fall, and rises only where somebody went back and chose a longer way."""

from dataclasses import replace

from assistant.conversation.messages import Progress
from assistant.conversation.state import Conversation


def begin_series(conversation: Conversation, questions: int) -> Conversation:
    """Promise at most this many questions."""
    return replace(conversation, asked=(), ceiling=questions)


def next_in_series(conversation: Conversation, question: str, *, remaining: int) -> Conversation:
    """Note that a question is asked now; `remaining` counts it and all that may follow."""
    if question in conversation.asked or not conversation.ceiling:
        return conversation
    asked = (*conversation.asked, question)
    total = len(asked) + remaining - 1
    # The total fell with an answer that was taken back since: never "question 3 of 2".
    is_longer = len(asked) > conversation.ceiling
    return replace(conversation, asked=asked, ceiling=total if is_longer else min(conversation.ceiling, total))


def progress_of(conversation: Conversation, question: str) -> Progress | None:
    """Where this question stands in the series; None where it is not part of one, as when one line is changed."""
    if question not in conversation.asked or not conversation.ceiling:
        return None
    return Progress(conversation.asked.index(question) + 1, conversation.ceiling)
