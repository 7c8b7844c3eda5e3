"""What the person reads when staff have done something: replied, passed the request on, pointed elsewhere."""

from assistant.conversation.events import PointedElsewhere, ReferralPassedOn, ReplyArrived
from assistant.conversation.messages import DocumentNotice, Kind, Message, ReferralNotice
from assistant.conversation.steps.human import contact_lines
from assistant.conversation.steps.step import Scene
from assistant.i18n import spoken_day
from assistant.referrals.referral import Status, spoken_number
from assistant.understanding.phones import spoken_phone

News = ReplyArrived | ReferralPassedOn | PointedElsewhere


def news_of(scene: Scene, event: News) -> Message:
    """What is said, above the question at which the person is."""
    match event:
        case ReplyArrived():
            return _reply(scene, event)
        case ReferralPassedOn():
            return _passed_on(scene, event)
        case PointedElsewhere():
            return _pointed_elsewhere(scene, event)


def _reply(scene: Scene, event: ReplyArrived) -> Message:
    """The reply of staff, word for word."""
    sentences = scene.words("reply", number=spoken_number(event.number)) + tuple(
        line.strip() for line in event.text.splitlines() if line.strip()
    )
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
    if municipality.contact.phones:
        sentences += scene.words("receipt.phone", phone=spoken_phone(municipality.contact.phones[0]))
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
