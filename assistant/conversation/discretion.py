"""What should not stand in a chat that a stranger keeps: what a person tells there, and what staff write to them."""

from dataclasses import replace

from assistant.conversation.messages import Discretion, Message
from assistant.conversation.state import Conversation
from assistant.conversation.steps.step import Move, Scene, aside, stay
from assistant.conversation.turn import LookUpReferrals
from assistant.understanding.interpret import FREE_TEXT, Expects, Reading
from assistant.understanding.private import PrivateKind, find_private

NOT_FOR_CHATS = frozenset(
    {
        PrivateKind.PERSONAL_CODE,
        PrivateKind.DIAGNOSIS,
        PrivateKind.MEDICINE,
        PrivateKind.DOCUMENT_NUMBER,
        PrivateKind.BANK_ACCOUNT,
    }
)
"""What is taken back where a stranger keeps the chat; a name, a telephone number and a town may stand there."""

REPLIES = "replies"
REPLIES_HERE = "replies-here"
REPLIES_ELSEWHERE = "replies-elsewhere"
"""The buttons, which belong to no turn: whether staff's words come into the chat is decided at any time."""


def should_not_stand_in_chat(text: str) -> bool:
    """Whether the words hold something that is not for such a chat."""
    return not NOT_FOR_CHATS.isdisjoint(find_private(text))


def withheld(conversation: Conversation, message: Message) -> Message:
    """What staff wrote or decided, with how it is brought: into such a chat only where the person chose so."""
    if conversation.may_show_replies:
        return message
    return replace(message, discretion=Discretion.ASK if conversation.shows_replies is None else Discretion.TELL)


def refused(scene: Scene, reading: Reading, expects: Expects) -> Move | None:
    """In such a chat no form takes words that should not stand there; None where nothing would be kept of them.

    Personal codes are taken out of everything anyway.
    """
    kept = NOT_FOR_CHATS & set(reading.private) - {PrivateKind.PERSONAL_CODE}
    return stay(scene, "private.write-otherwise") if kept and expects in FREE_TEXT else None


def chose_replies(scene: Scene, choice: str) -> Move | None:
    """The person says whether they want to read staff's words here; None for another button."""
    before = scene.conversation.shows_replies
    here = {REPLIES_HERE: True, REPLIES_ELSEWHERE: False, REPLIES: not before}.get(choice)
    if here is None:
        return None
    chosen = scene.having(replace(scene.conversation, shows_replies=here))
    if choice == REPLIES_HERE:
        # What waits is shown at once.
        return Move(chosen.conversation, effects=(LookUpReferrals(),))
    return aside(chosen, scene.words("replies.here" if here else "replies.elsewhere"))
