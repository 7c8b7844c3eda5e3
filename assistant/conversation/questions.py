"""A question of staff in the talk: its message, its buttons, and what is said once it is answered or over."""

from dataclasses import replace

from assistant.conversation.events import QuestionAnswered, QuestionOpened, QuestionOver, Settled
from assistant.conversation.messages import Choice, Kind, Message, QuestionNotice, ReferralNotice, Role
from assistant.conversation.news_events import QuestionArrived
from assistant.conversation.state import Conversation, Place
from assistant.conversation.steps.asked import CONFIRM, WRITE, lines_of, question_buttons
from assistant.conversation.steps.follow_up import shown_status
from assistant.conversation.steps.step import ASKED_BACK, Move, Scene, back, go
from assistant.library.library import Answer
from assistant.referrals.referral import Status, spoken_number

STATUS = frozenset({"status", "status-more"})
"""Places that show how a request stands."""


def question_told(scene: Scene, event: QuestionArrived) -> Message:
    """The question word for word, with its answers as buttons."""
    sentences = scene.words("asked", number=spoken_number(event.number)) + lines_of(event.asked.question)
    answers, tools = question_buttons(scene, event.number, event.asked)
    return Message(
        Kind.ASKED,
        sentences,
        scene.picture("asked"),
        (*_choices(answers, Role.CONTENT), *_choices(tools, Role.TOOL)),
        referral=ReferralNotice(event.number, Status.WAITING.value),
        asked=QuestionNotice(event.number, event.asked.position, is_open=True),
    )


def _choices(answers: tuple[Answer, ...], role: Role) -> tuple[Choice, ...]:
    return tuple(Choice(answer.id, answer.label, role, answer.picture) for answer in answers)


def begin_writing(scene: Scene, event: QuestionOpened) -> Move:
    """Let the person write, with the question in sight."""
    about = "|".join((event.number, str(event.asked.position), event.asked.question.text))
    return go(scene.having(_left(scene.conversation, event)), WRITE, about)


def question_answered(scene: Scene, event: QuestionAnswered) -> Move:
    """Thanks, and the talk goes on where it was."""
    said = scene.words("asked.answered")
    if event.is_button:
        # Words of their own the person has just read and confirmed.
        said = scene.words("asked.answer", answer=event.answer) + said
    return _going_on(scene, event, scene.words("asked.thanks") + said)


def question_over(scene: Scene, event: QuestionOver) -> Move:
    """A kind word; nothing was stored."""
    return _going_on(scene, event, scene.words("asked.before" if event.is_answered else "asked.over"))


def settled(messages: tuple[Message, ...], event: Settled) -> tuple[Message, ...]:
    """The messages, of which the last says that the buttons of this question are of no use any more."""
    notice = QuestionNotice(event.number, event.position, is_open=False)
    return (*messages[:-1], replace(messages[-1], asked=notice))


def _going_on(scene: Scene, event: Settled, said: tuple[str, ...]) -> Move:
    conversation = _left(scene.conversation, event)
    scene = scene.having(_understood(conversation) if isinstance(event, QuestionAnswered) else conversation)
    is_shown = scene.conversation.place.step in STATUS and scene.about.partition("|")[0] == event.number
    if is_shown and event.referral is not None:
        # What is shown there has changed with the answer.
        return Move(shown_status(scene, (event.referral,)).conversation, said)
    return Move(scene.conversation, said, is_aside=True)


def _understood(conversation: Conversation) -> Conversation:
    """Back from "what did you mean?": often these were words to staff, whose question is answered now."""
    while conversation.place.step in ASKED_BACK:
        conversation = back(conversation)
    return replace(conversation, misunderstood=0)


def _left(conversation: Conversation, event: Settled | QuestionOpened) -> Conversation:
    """Out of the places where this question is answered in writing, back to where the talk was.

    What is being written to another question is left as it is.
    """
    position = event.asked.position if isinstance(event, QuestionOpened) else event.position
    trail = conversation.trail
    place = conversation.place
    while place.step in {WRITE, CONFIRM} and place.about.split("|")[:2] == [event.number, str(position)]:
        *earlier, place = trail or (Place("menu"),)
        trail = tuple(earlier)
    return replace(conversation, place=place, trail=trail)
