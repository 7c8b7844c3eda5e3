"""Question 2 of 6: counted so that the total may fall and never rises."""

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
    return replace(conversation, asked=asked, ceiling=min(conversation.ceiling, len(asked) + remaining - 1))


def progress_of(conversation: Conversation, question: str) -> Progress | None:
    """Where this question stands in the series; None where it is not part of one, as when one line is changed."""
    if question not in conversation.asked or not conversation.ceiling:
        return None
    return Progress(conversation.asked.index(question) + 1, conversation.ceiling)
