"""What the person is told without having asked: what staff did, a broken promise, that a request was opened."""

from dataclasses import replace

from assistant.conversation.discretion import withheld
from assistant.conversation.messages import DocumentNotice, Kind, Message, ReferralNotice
from assistant.conversation.news_events import (
    ForgottenSoon,
    News,
    OpenedElsewhere,
    PointedElsewhere,
    PromiseBroken,
    QuestionArrived,
    ReferralErased,
    ReferralHanded,
    ReferralPassedOn,
    ReferralsMerged,
    ReplyArrived,
)
from assistant.conversation.questions import question_told
from assistant.conversation.say import message_of
from assistant.conversation.state import Place
from assistant.conversation.steps.human import contact_lines
from assistant.conversation.steps.own_data import erased_lines
from assistant.conversation.steps.receipt import if_nobody_answers, way_to_department
from assistant.conversation.steps.step import Scene
from assistant.conversation.terms import with_terms
from assistant.conversation.turn import Turn
from assistant.i18n import DayCase, spoken_day
from assistant.referrals.referral import Status, spoken_number


def told(scene: Scene, event: News) -> Turn:
    """The news as a message of its own, and the present question again below it.

    What staff wrote or decided comes into a chat that strangers keep only where the person chose so.
    """
    conversation = replace(scene.conversation, turn=scene.conversation.turn + 1)
    if isinstance(event, ReferralErased):
        # Wherever the person stood, nothing may speak of it any more.
        conversation = replace(conversation, place=Place("menu"), trail=(), known=None)
    messages = (
        with_terms(_news(scene, event), scene.library),
        message_of(scene.having(conversation), is_aside=True),
    )
    terms = dict.fromkeys(meaning.term for message in messages for meaning in message.terms)
    return Turn(replace(conversation, terms=tuple(terms)), messages)


def _news(scene: Scene, event: News) -> Message:
    match event:
        case ReplyArrived():
            return withheld(scene.conversation, _reply(scene, event))
        case QuestionArrived():
            return withheld(scene.conversation, question_told(scene, event))
        case ReferralPassedOn():
            return withheld(scene.conversation, _passed_on(scene, event))
        case PointedElsewhere():
            return withheld(scene.conversation, _pointed_elsewhere(scene, event))
        case ReferralHanded():
            return withheld(scene.conversation, _handed(scene, event))
        case ReferralsMerged():
            return _merged(scene, event)
        case PromiseBroken():
            return _promise_broken(scene, event)
        case OpenedElsewhere():
            return _opened_elsewhere(scene, event)
        case ForgottenSoon(day=day):
            return Message(Kind.NEWS, scene.words("forgotten-soon", day=spoken_day(day, DayCase.ACCUSATIVE)), "lock")
        case ReferralErased():
            return Message(Kind.NEWS, erased_lines(scene, event.gone), scene.picture("erased.request"))


def _reply(scene: Scene, event: ReplyArrived) -> Message:
    """The reply of staff, word for word."""
    lines = tuple(line.strip() for line in event.text.splitlines() if line.strip())
    sentences = scene.words("reply", number=spoken_number(event.number)) + lines
    notice = ReferralNotice(event.number, Status.ANSWERED.value)
    return Message(Kind.REPLY, sentences, scene.picture("reply"), referral=notice)


def _passed_on(scene: Scene, event: ReferralPassedOn) -> Message:
    """Who has the request now, and by when they answer; the number stays."""
    municipality = scene.library.municipalities[event.municipality]
    sentences = scene.words("passed-on", number=spoken_number(event.number), municipality=municipality.name)
    if event.answer_by is not None:
        sentences += scene.words("receipt.promise", day=spoken_day(event.answer_by))
    else:
        sentences += scene.words("receipt.no-promise")
    sentences += if_nobody_answers(scene, municipality)
    notice = ReferralNotice(event.number, Status.NEW.value)
    return Message(Kind.NEWS, sentences, scene.picture("passed-on"), referral=notice)


def _pointed_elsewhere(scene: Scene, event: PointedElsewhere) -> Message:
    """That nothing could be passed on, where to turn, and the letter that says it all."""
    municipality = scene.library.municipalities[event.municipality]
    sentences = scene.words("pointed", number=spoken_number(event.number), municipality=municipality.name)
    return Message(
        Kind.NEWS,
        sentences + contact_lines(scene, municipality)[1:],
        scene.picture("pointed"),
        document=DocumentNotice(event.number, event.municipality),
    )


def _handed(scene: Scene, event: ReferralHanded) -> Message:
    """Which institution has the request now, and whom to ask where nobody answers; the number stays."""
    sentences = scene.words("handed", number=spoken_number(event.number), institution=event.institution)
    sentences += if_nobody_answers(scene, scene.library.municipalities[event.municipality])
    return Message(Kind.NEWS, sentences, scene.picture("handed"))


def _merged(scene: Scene, event: ReferralsMerged) -> Message:
    """That two requests are one now, and which number is left."""
    sentences = scene.words("merged", number=spoken_number(event.number), other=spoken_number(event.other))
    return Message(Kind.NEWS, sentences, scene.picture("merged"))


def _promise_broken(scene: Scene, event: PromiseBroken) -> Message:
    """The truth, and how to ask for oneself."""
    sentences = scene.words("promise.news", number=spoken_number(event.number))
    sentences += scene.words("promise.broken", day=spoken_day(event.promised))
    sentences += way_to_department(scene, scene.library.municipalities[event.municipality])
    return Message(Kind.NEWS, sentences, scene.picture("promise.news"))


def _opened_elsewhere(scene: Scene, event: OpenedElsewhere) -> Message:
    """That the receipt was used, and whom to tell where it was not by the person."""
    sentences = scene.words("opened-elsewhere", number=spoken_number(event.number))
    sentences += way_to_department(scene, scene.library.municipalities[event.municipality])
    return Message(Kind.NEWS, sentences, scene.picture("opened-elsewhere"))
