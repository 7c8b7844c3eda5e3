"""What the person did, made into a move: danger first, then steering, then the answer, then a new topic."""

from assistant.conversation.calling import says_when_to_call
from assistant.conversation.chosen import in_other_words, says_yes_or_no
from assistant.conversation.discretion import NOT_FOR_CHATS, chose_replies, refused
from assistant.conversation.dwelling import says_where
from assistant.conversation.events import ChoicePressed, ContactShared, OtherReceived, TextReceived
from assistant.conversation.helping import says_for_whom, says_to_help, tells_of_another
from assistant.conversation.messages import Discretion
from assistant.conversation.own_data_words import OwnDataWish, own_data_wish
from assistant.conversation.reading import read_at
from assistant.conversation.say import HELPERS, asking_at, unstamped
from assistant.conversation.saying_back import answer_said_back, said_back
from assistant.conversation.state import Place
from assistant.conversation.steering import steered
from assistant.conversation.steps import STEPS
from assistant.conversation.steps.asked import pressed_question, question_press
from assistant.conversation.steps.heard import HEARD
from assistant.conversation.steps.safety import in_danger
from assistant.conversation.steps.step import Asking, Move, Said, Scene, aside, back, go, stay
from assistant.conversation.steps.sure import SURE
from assistant.conversation.terms import MEANING, MOST_EXPLAINED, asked_terms, explained, term_asked_as_topic
from assistant.conversation.topics import ask_back, beyond, go_to_topic, in_language, misfit_of
from assistant.conversation.turn import LookUpOwnData, Miss, MissedWords
from assistant.frozen import replace
from assistant.referrals.request import Service
from assistant.understanding.interpret import FREE_TEXT, Expects, Reading
from assistant.understanding.phones import read_phone
from assistant.understanding.services import tells_of_a_family
from assistant.understanding.steering import Steering
from assistant.understanding.topics import OUT_OF_SCOPE

HELPER_STEERING = {
    "dont-know": Steering.DONT_KNOW,
    "back": Steering.BACK,
    "repeat": Steering.REPEAT,
    "human": Steering.HUMAN,
    "menu": Steering.MENU,
}

ALWAYS_FRESH = frozenset({"human", "menu", "repeat"})
"""Helpers that mean the same on an old message as on the newest one."""

HIDDEN = "…"
"""Stands in the log where somebody wrote what only they should know."""

ASKED_WHETHER = frozenset({HEARD, SURE})
"""Places that ask whether something was understood rightly."""

MOST_MISUNDERSTANDINGS = 2
MOST_WORDS_OF_PLACE = 3
"""A longer sentence that names a place asks something about it."""


def pressed(scene: Scene, event: ChoicePressed) -> tuple[Move, str]:
    """A button: the move it makes, and its label for the log.

    What a button of a question of staff says, only the stored question tells.
    """
    press = question_press(event.choice)
    if press is not None:
        noted = scene.having(replace(scene.conversation, pressed=event.choice))
        label = scene.choices("asked-tools", "write")[0].label if press.option is None else ""
        return _calm(pressed_question(noted, press)), label
    choice = chose_replies(scene, event.choice)
    if choice is not None:
        return _calm(choice), ""
    turn, meaning = unstamped(event.choice)
    asking = asking_at(scene)
    is_old = turn is not None and turn != scene.conversation.turn
    if is_old and meaning not in ALWAYS_FRESH:
        return _old(scene), ""
    if turn is not None:
        scene = scene.having(replace(scene.conversation, pressed=event.choice))
    if meaning in HELPERS:
        label = next(helper.label for helper in scene.library.questions["helpers"].choices if helper.id == meaning)
        return _calm(steered(scene, HELPER_STEERING[meaning], asking)), label
    if meaning == MEANING and scene.conversation.terms:
        label = scene.choices(MEANING)[0].label
        return _calm(explained(scene, scene.conversation.terms[:MOST_EXPLAINED])), label
    labels = {answer.id: answer.label for answer in asking.buttons}
    if meaning not in labels:
        return _old(scene), ""
    move = answered(scene, Said(choice=meaning))
    return (_calm(move) if move else _not_understood(scene, asking)), in_log(scene, labels[meaning])


def in_log(scene: Scene, heard: str) -> str:
    """What was said, as the log of the talk keeps it: where a helper writes, the person's own answer is marked."""
    if scene.conversation.place.step != "replay" or not heard:
        return heard
    return scene.words("replay.said", text=heard)[0]


def _old(scene: Scene) -> Move:
    """Nothing has happened, so the buttons of the present question stay good.

    Had they become old too, somebody who pressed twice would from then on always be one message behind.
    """
    return replace(stay(scene, "old-button"), counts=False)


def wrote(scene: Scene, event: TextReceived) -> tuple[Move, str]:
    """Words: the move they make, and the words without personal codes for the log.

    What should not stand in a chat that a stranger keeps is not in the log either.
    """
    asking = asking_at(scene)
    reading = read_at(scene, event.text, asking)
    is_answer = says_yes_or_no(asking, reading) or reading.is_dont_know or reading.steering is not None
    if scene.conversation.place.step in ASKED_WHETHER and not is_answer:
        # Whoever writes instead of saying yes or no answers what was asked before.
        scene = scene.having(back(scene.conversation))
        asking = asking_at(scene)
        reading = read_at(scene, event.text, asking)
    if not scene.conversation.service and tells_of_a_family(reading.text):
        scene = scene.having(replace(scene.conversation, service=Service.FAMILY_CASE_MANAGEMENT))
    is_red = scene.conversation.is_kept_by_strangers and not NOT_FOR_CHATS.isdisjoint(reading.private)
    move = None
    if is_red and reading.danger is None:
        move = refused(scene, reading, asking.expects)
    move = move or _meant(scene, reading, asking)
    if is_red and reading.danger is None:
        move = replace(move, discretion=Discretion.TAKE_BACK)
    warnings = tuple(
        sentence
        for kind in reading.private
        if f"private.{kind.value}" in scene.library.messages
        for sentence in scene.words(f"private.{kind.value}")
    )
    shown = HIDDEN if asking.is_secret or is_red else in_log(scene, reading.text)
    return replace(move, before=warnings + move.before), shown


def _meant(scene: Scene, reading: Reading, asking: Asking) -> Move:
    chosen = in_other_words(asking, reading.text)
    alarm = _alarm(scene, reading, asking, chosen)
    if alarm is not None:
        return _calm(alarm)
    if chosen:
        move = answered(scene, Said(choice=chosen, text=reading.text))
        if move is not None:
            return _calm(move)
    wish = own_data_wish(reading.text)
    if wish is not None:
        return _calm(Move(scene.conversation, effects=(LookUpOwnData(wants_erasing=wish is OwnDataWish.ERASE),)))
    asked = asked_terms(scene, reading)
    told = explained(scene, asked) if asked else says_to_help(scene, reading.text, asking)
    told = told or says_for_whom(scene, reading.text, asking) or says_where(scene, reading, asking)
    told = told or says_when_to_call(scene, reading, asking) or tells_of_another(scene, reading, asking)
    told = told or said_back(scene, reading, asking)
    if told is not None:
        return _calm(told)
    if reading.steering is not None:
        return _calm(steered(scene, reading.steering, asking))
    is_read = reading.is_dont_know or reading.choice or reading.value is not None
    if is_read and not reading.is_guess:
        said = Said(reading.choice, reading.value, reading.text, reading.is_dont_know)
        move = answered(scene, said)
        if move is not None:
            return _calm(move)
    if _names_place(scene, reading, asking):
        # Answers say "write where you live", and people do so anywhere.
        move = answered(scene.having(scene.conversation.at(Place("contacts"))), Said(value=_places(scene, reading)))
        if move is not None:
            return _calm(move)
    return _raised(scene, reading, asking)


def _alarm(scene: Scene, reading: Reading, asking: Asking, chosen: str) -> Move | None:
    """What danger leads to; None where there is none, or what only sounds like it is known as an answer.

    "Sau" sounds like harm done to oneself, but not where it is asked who needs help.
    """
    danger = reading.danger
    if danger is None or (chosen and not danger.is_certain):
        return None
    noted = _having_noted(scene, reading, asking)
    if danger.is_certain:
        return in_danger(noted, danger.danger, reading.language)
    return go(noted, "danger-doubt", danger.danger.value)


def _having_noted(scene: Scene, reading: Reading, asking: Asking) -> Scene:
    """Where the danger was told in a note for the department, the note is kept: who wrote it means it to be read."""
    if asking.expects is not Expects.NOTE:
        return scene
    move = answered(scene, Said(value=reading.text, text=reading.text))
    return scene.having(move.conversation) if move is not None else scene


def _raised(scene: Scene, reading: Reading, asking: Asking) -> Move:
    """A new topic: go there where it is certain, ask back where it is not, else say that it was not understood."""
    topic = reading.topic
    foreign = in_language(scene, reading.language)
    if foreign:
        return _calm(aside(scene, foreign))
    is_told = topic is not None and topic.is_certain and topic.best.topic != OUT_OF_SCOPE
    terms = () if is_told else term_asked_as_topic(scene, reading.text)
    if terms:
        return _calm(explained(scene, terms))
    if asking.is_form and asking.why and "?" in reading.text and (topic is None or not topic.is_certain):
        # A question in the middle of a form is most often about the question itself.
        return Move(scene.conversation, asking.why)
    if topic is None or not topic.guesses:
        return _missing(scene, reading, asking, Miss.NOT_UNDERSTOOD, _not_understood(scene, asking))
    best = topic.guesses[0]
    if not topic.is_certain:
        asked = None if asking.is_form else ask_back(scene, topic.guesses)
        miss = Miss.ASKED_BACK if asked is not None else Miss.NOT_UNDERSTOOD
        return _missing(scene, reading, asking, miss, _not_understood(scene, asking, asked, is_said=True))
    if best.topic == OUT_OF_SCOPE:
        said = _not_understood(scene, asking, beyond(scene, asking))
        return _missing(scene, reading, asking, Miss.BEYOND, said)
    move = go_to_topic(scene, best.topic, best.service, asking)
    return _calm(move) if move is not None else _not_understood(scene, asking)


def _missing(scene: Scene, reading: Reading, asking: Asking, miss: Miss, move: Move) -> Move:
    """The same move; what usual words tell of the wish is kept for editors, unless the words were to be free text."""
    if asking.is_secret or asking.expects in FREE_TEXT:
        return move
    text = scene.library.scrubber.scrubbed(reading.text)
    if not text:
        return move
    guesses = reading.topic.guesses if reading.topic is not None else ()
    nearest = tuple(dict.fromkeys(guess.topic for guess in guesses if guess.topic != OUT_OF_SCOPE))
    return replace(move, missed=MissedWords(text, miss, scene.service, nearest))


def _places(scene: Scene, reading: Reading) -> tuple[str, ...]:
    return scene.library.gazetteer.find(reading.text)


def _names_place(scene: Scene, reading: Reading, asking: Asking) -> bool:
    is_short = len(reading.text.split()) <= MOST_WORDS_OF_PLACE
    return is_short and not asking.is_form and asking.expects is Expects.CHOICE and bool(_places(scene, reading))


def answered(scene: Scene, said: Said) -> Move | None:
    """The move that an answer makes at the present place."""
    place = scene.conversation.place
    if place.step == "which-topic" and "|" in said.choice:
        topic, _, service = said.choice.partition("|")
        earlier = scene.having(back(scene.conversation))
        return go_to_topic(earlier, topic, service, asking_at(earlier))
    if place.step == HEARD and (said.choice == "yes" or said.value is True):
        move, _ = wrote(scene.having(back(scene.conversation)), TextReceived(place.about))
        return move
    if place.step == SURE and (said.choice == "yes" or said.value is True):
        scene, said = answer_said_back(scene)
    return STEPS[scene.conversation.place.step].answer(scene, said)


def _calm(move: Move) -> Move:
    """Understood, so the count of misunderstandings begins anew."""
    if not move.conversation.misunderstood:
        return move
    return replace(move, conversation=replace(move.conversation, misunderstood=0))


def _not_understood(scene: Scene, asking: Asking, instead: Move | None = None, *, is_said: bool = False) -> Move:
    """Say so without blame and ask again; the second time in a row, offer a human.

    What `is_said` in usual words is no place that we do not know.
    """
    if scene.conversation.place.step == "danger":
        # Nothing uncertain may lead away from 112.
        return Move(scene.conversation)
    count = scene.conversation.misunderstood + 1
    scene = scene.having(replace(scene.conversation, misunderstood=count))
    if asking.is_form and count >= MOST_MISUNDERSTANDINGS:
        # Nobody is led out of a half-filled form; the way to a human is one of its buttons.
        return stay(scene, "not-understood.again")
    if scene.conversation.place.step == "lost" and instead is None:
        # Asking a third time would be a trap; the menu shows what can be done here.
        return _calm(go(scene, "menu", before=scene.words("not-understood")))
    if count >= MOST_MISUNDERSTANDINGS and scene.conversation.place.step != "lost":
        return go(scene, "lost", before=scene.words("not-understood"))
    if instead is not None:
        return replace(instead, conversation=replace(instead.conversation, misunderstood=count))
    misfit = misfit_of(asking)
    is_misfit = misfit in scene.library.messages and not (is_said and asking.expects is Expects.MUNICIPALITY)
    return stay(scene, misfit if is_misfit else "not-understood")


def contact_shared(scene: Scene, event: ContactShared) -> Move:
    """A phone number shared by a button of the channel."""
    asking = asking_at(scene)
    phone = read_phone(event.phone)
    if asking.expects is not Expects.PHONE:
        return stay(scene, "phone-not-asked")
    move = answered(scene, Said(value=phone)) if phone is not None else None
    return _calm(move) if move is not None else _not_understood(scene, asking)


def other_received(scene: Scene, event: OtherReceived) -> Move:
    """A voice message, a photo, a sticker …: said kindly that it cannot be read, and the question again."""
    message = f"other.{event.kind.value}"
    return stay(scene, message if message in scene.library.messages else "other.other")
