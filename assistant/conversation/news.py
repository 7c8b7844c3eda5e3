"""What the person is told without having asked: a reply, a broken promise, that somebody opened their request."""

from dataclasses import replace

from assistant.conversation.events import News, OpenedElsewhere, PromiseBroken, ReplyArrived
from assistant.conversation.messages import Kind, Message, ReferralNotice
from assistant.conversation.say import message_of
from assistant.conversation.steps.receipt import way_to_department
from assistant.conversation.steps.step import Scene
from assistant.conversation.turn import Turn
from assistant.i18n import spoken_day
from assistant.referrals.referral import Status, spoken_number


def told(scene: Scene, event: News) -> Turn:
    """The news as a message of its own, and the present question again below it."""
    conversation = replace(scene.conversation, turn=scene.conversation.turn + 1)
    return Turn(conversation, (_news(scene, event), message_of(scene.having(conversation), is_aside=True)))


def _news(scene: Scene, event: News) -> Message:
    number = spoken_number(event.number)
    match event:
        case ReplyArrived():
            # Word for word as staff wrote it.
            lines = tuple(line.strip() for line in event.text.splitlines() if line.strip())
            notice = ReferralNotice(event.number, Status.ANSWERED.value)
            sentences = scene.words("reply", number=number) + lines
            return Message(Kind.REPLY, sentences, scene.picture("reply"), referral=notice)
        case PromiseBroken():
            municipality = scene.library.municipalities[event.municipality]
            sentences = scene.words("promise.news", number=number)
            sentences += scene.words("promise.broken", day=spoken_day(event.promised))
            sentences += way_to_department(scene, municipality)
            return Message(Kind.NEWS, sentences, scene.picture("promise.news"))
        case OpenedElsewhere():
            municipality = scene.library.municipalities[event.municipality]
            sentences = scene.words("opened-elsewhere", number=number) + way_to_department(scene, municipality)
            return Message(Kind.NEWS, sentences, scene.picture("opened-elsewhere"))
