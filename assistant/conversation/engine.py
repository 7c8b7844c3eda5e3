"""One step of a conversation: an event goes in, a turn comes out; nothing is changed, nothing waits."""

from assistant.conversation.entrance import entered
from assistant.conversation.events import (
    CameOver,
    ChangeOpened,
    ChoicePressed,
    ContactShared,
    Done,
    Event,
    HeardAloud,
    LettersChosen,
    LevelChosen,
    OtherReceived,
    OwnDataErased,
    OwnDataFound,
    QuestionAnswered,
    QuestionOpened,
    QuestionOver,
    ReceiptOfErased,
    ReceiptOpened,
    ReceiptRefused,
    ReferralChanged,
    ReferralsFound,
    ReferralSubmitted,
    Settled,
    Started,
    TextReceived,
)
from assistant.conversation.hearing import contact_shared, other_received, pressed, wrote
from assistant.conversation.linked_place import at_place
from assistant.conversation.listening import heard_aloud
from assistant.conversation.messages import Discretion, Message, OwnPhone
from assistant.conversation.news import told
from assistant.conversation.news_events import News
from assistant.conversation.notices import notice_before, noticed
from assistant.conversation.questions import begin_writing, question_answered, question_over, settled
from assistant.conversation.say import asking_at, message_of
from assistant.conversation.state import FLOW_VERSION, Conversation, Place
from assistant.conversation.steps.amend import begin_change, changed
from assistant.conversation.steps.follow_up import shown_status
from assistant.conversation.steps.learn import tell
from assistant.conversation.steps.letters import letters_chosen
from assistant.conversation.steps.open_receipt import opened, refused
from assistant.conversation.steps.own_data import own_data_erased, receipt_of_erased, shown_own_data
from assistant.conversation.steps.progress import without_series
from assistant.conversation.steps.receipt import received
from assistant.conversation.steps.step import Move, Scene, aside
from assistant.conversation.terms import offered_after
from assistant.conversation.turn import Moment, Turn
from assistant.frozen import replace
from assistant.library.library import Library


def advance(conversation: Conversation, event: Event, library: Library, clock: Moment) -> Turn:
    """Answer one event.

    The turn carries the new conversation, what to say, and what must be done in the same transaction; where something
    must be done, what is said follows from its result, which comes back as an event.
    """
    scene = Scene(conversation, library, clock)
    if conversation.flow != FLOW_VERSION:
        return _renewed(scene, event)
    if isinstance(event, News):
        return told(scene, event)
    match event:
        case Started():
            scene, event = at_place(scene, event)
            return _finished(scene, _started(scene, event))
        case CameOver():
            words = scene.words("came-over" if event.is_here else "link-is-old")
            return _finished(scene, Move(conversation, words, is_aside=True))
        case TextReceived() | HeardAloud():
            move, heard = wrote(scene, event) if isinstance(event, TextReceived) else heard_aloud(scene, event)
            return _finished(scene, move, heard)
        case ChoicePressed():
            if event.choice == conversation.pressed:
                # A double tap: the first tap did it all, so only the present question is shown once more.
                return Turn(conversation, (message_of(scene),), is_repeat=True)
            move, heard = pressed(scene, event)
            return _finished(scene, move, heard)
        case LevelChosen():
            return _at_level(scene, is_simple=event.is_simple)
        case ContactShared():
            turn = _finished(scene, contact_shared(scene, event))
            # The button that gave it may still stand there from an earlier time.
            return replace(turn, messages=_own_phone_over(turn.messages))
        case OtherReceived():
            return _finished(scene, other_received(scene, event))
        case QuestionAnswered() | QuestionOver():
            return _after_question(scene, event)
        case _:
            return _finished(scene, _after(scene, event))


def _after_question(scene: Scene, result: Settled) -> Turn:
    """Thanks, or that it is over; with that the question's buttons are of no use any more."""
    if isinstance(result, QuestionOver):
        turn = _finished(scene, question_over(scene, result))
    else:
        turn = _finished(scene, question_answered(scene, result), result.answer)
    return replace(turn, messages=settled(turn.messages, result))


def _after(scene: Scene, result: Done) -> Move:
    """Where the talk goes after something was done."""
    match result:
        case ReferralSubmitted():
            return received(scene, result.number, result.answer_by, result.words)
        case ReferralsFound():
            return _status(scene, result)
        case ChangeOpened():
            return begin_change(scene, result.referral)
        case ReferralChanged():
            return changed(scene, result.referral, result.words)
        case LettersChosen():
            return letters_chosen(scene, result.referral)
        case ReceiptOpened():
            return opened(scene, result.referral)
        case ReceiptRefused():
            return refused(scene, must_wait=result.must_wait)
        case QuestionOpened():
            return begin_writing(scene, result)
        case OwnDataFound():
            return shown_own_data(scene, result)
        case OwnDataErased():
            return own_data_erased(scene, result)
        case ReceiptOfErased():
            return receipt_of_erased(scene, result)


def _status(scene: Scene, result: ReferralsFound) -> Move:
    if not result.referrals and asking_at(scene).is_form:
        # A side question does not cost the person their place in the form.
        return aside(scene, scene.words("no-request") + scene.words("back-to-question"))
    return shown_status(scene, result.referrals)


def _finished(scene: Scene, move: Move, heard: str = "") -> Turn:
    """Close the turn: count it, and ask at the new place unless something must be done first."""
    conversation = replace(
        _elsewhere(scene.conversation, move.conversation), turn=scene.conversation.turn + move.counts
    )
    takes_back = move.discretion is Discretion.TAKE_BACK
    if move.effects:
        return Turn(conversation, (), move.effects, heard, takes_back=takes_back)
    here = scene.having(conversation)
    message = message_of(here, move.before + notice_before(here), is_aside=move.is_aside)
    if move.discretion:
        message = replace(message, discretion=move.discretion)
    if scene.about == "phone" and asking_at(scene).own_phone is OwnPhone.ASKED:
        [message] = _own_phone_over((message,))
    conversation = noticed(here, message)
    terms = offered_after(scene, move, message)
    if terms != conversation.terms:
        conversation = replace(conversation, terms=terms)
    return Turn(
        conversation,
        (message,),
        heard=heard,
        forgets=move.forgets,
        tally=move.tally,
        missed=move.missed,
        told=move.told,
        takes_back=takes_back,
    )


def _elsewhere(before: Conversation, after: Conversation) -> Conversation:
    """Once the talk is elsewhere, nobody is asked any more which of several municipalities was meant."""
    is_left = after.place != before.place and after.candidates == before.candidates
    return replace(after, candidates=()) if is_left and after.candidates else after


def _own_phone_over(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The messages, of which the last says that the own number is not asked any more, unless it still is."""
    *others, last = messages
    return (*others, last if last.own_phone is OwnPhone.ASKED else replace(last, own_phone=OwnPhone.OVER))


def _started(scene: Scene, event: Started) -> Move:
    if event.payload in scene.library.services:
        # A link on a municipality's page may lead straight to one service; the greeting stays one step back.
        move = tell(scene, "what-is", event.payload)
        return replace(move, before=scene.words("greeting"))
    led = entered(scene, event.payload, asking_at(scene))
    if led is not None:
        return led
    if scene.conversation.turn == 0:
        return Move(scene.conversation)
    return Move(scene.conversation, scene.words("welcome-back"))


def _at_level(scene: Scene, *, is_simple: bool) -> Turn:
    """What is shown is told anew only where it reads differently at the level; otherwise nothing is said."""
    changed = replace(scene.conversation, is_simple=is_simple)
    before, after = (message_of(scene.having(conversation)).sentences for conversation in (scene.conversation, changed))
    return _finished(scene, Move(changed)) if before != after else Turn(changed, ())


def _renewed(scene: Scene, event: Event) -> Turn:
    """The flow changed under a half-finished conversation: the answers stay, the talk goes on from the menu."""
    place = Place("menu")
    kept = without_series(
        replace(scene.conversation, flow=FLOW_VERSION, place=place, trail=(), candidates=(), pressed="")
    )
    turn = advance(kept, event, scene.library, scene.moment)
    if turn.effects or turn.conversation.place != place or isinstance(event, News):
        return turn
    told = Move(turn.conversation, scene.words("flow-changed"))
    return replace(_finished(scene.having(replace(kept, turn=kept.turn)), told), heard=turn.heard)
