"""From a topic that the person raised to the place where it is answered or done."""

from collections.abc import Sequence

from assistant.conversation.say import TOLD_ONCE
from assistant.conversation.steering import steered
from assistant.conversation.steps.check import begin_check
from assistant.conversation.steps.human import contact_lines, known_municipality
from assistant.conversation.steps.learn import counted, tell, told
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.safety import in_danger
from assistant.conversation.steps.step import ASKED_BACK, FORM, Asking, Move, Scene, aside, back, go, stay
from assistant.conversation.turn import LookUpReferrals
from assistant.understanding.safety import Danger
from assistant.understanding.steering import Steering
from assistant.understanding.topics import OUT_OF_SCOPE, TopicGuess

MOST_GUESSES = 3
LEAST_ALONE = 0.25
"""A guess that is weaker and alone would be a button with no likeness to what the person wrote."""

STEERING = {
    "back": Steering.BACK,
    "repeat": Steering.REPEAT,
    "restart": Steering.RESTART,
    "simpler": Steering.SIMPLER,
    "listen": Steering.LISTEN,
    "talk-to-human": Steering.HUMAN,
    "dont-know": Steering.DONT_KNOW,
}

OTHER_LANGUAGE = "other-language"

SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "frustration", OUT_OF_SCOPE, OTHER_LANGUAGE})
"""Answered in a sentence or two, and the present question stays."""

CLOSING = frozenset({"thanks", "goodbye"})

CONTACTS = frozenset({"municipality-contacts", "my-municipality"})
"""Wishes to know where the municipality is and how to call it."""

BARE = frozenset({"yes", "no"})
"""Only an answer to a question; where the question did not take it, it means nothing."""

NEVER_OFFERED = SMALL_TALK | BARE | set(Danger) | {"dont-know"}
"""Nobody asks about these, so no button says "did you mean …?" of them."""


def go_to_topic(scene: Scene, topic: str, service: str, asking: Asking) -> Move | None:
    """The move that a topic makes; None for words that mean nothing here."""
    if topic in BARE:
        # "Good" to what was told needs no answer, but it is no mistake either.
        return stay(scene, "clear") if topic == "yes" and asking.kind in TOLD_ONCE else None
    if topic in STEERING:
        return steered(scene, STEERING[topic], asking)
    if topic in set(Danger):
        return in_danger(scene, Danger(topic))
    doing = _contacts_in_form(scene, topic, asking) or _done(scene, topic, service, asking)
    return doing if doing is not None else _told(scene, topic, service, asking)


def _contacts_in_form(scene: Scene, topic: str, asking: Asking) -> Move | None:
    """Where the municipality is known, its telephone does not cost the person their place in a form."""
    known = known_municipality(scene)
    if topic not in CONTACTS or not asking.is_form or known is None:
        return None
    before = contact_lines(scene, known) + scene.words("back-to-question")
    return Move(scene.conversation, before, is_aside=bool(asking.again))


def _done(scene: Scene, topic: str, service: str, asking: Asking) -> Move | None:
    """Topics that are wishes to do something."""
    match topic:
        case "check-eligibility":
            known = service or scene.service
            return begin_check(scene, known) if known in scene.library.rules else go(scene, "check")
        case "send-request":
            return begin_request(scene, need=service if service in scene.library.services else None)
        case "cancel-request" if scene.conversation.place.step in FORM and not scene.draft.changes:
            # What is only being written is left; nothing was sent.
            return steered(scene, Steering.STOP, asking)
        case "request-status" | "cancel-request":
            return Move(scene.conversation, effects=(LookUpReferrals(),))
    return go(scene, "contacts") if topic in CONTACTS else None


def _told(scene: Scene, topic: str, service: str, asking: Asking) -> Move:
    answer = scene.library.topic(topic, service)
    if answer is None and not service and any(known == topic for known, _ in scene.library.topics):
        return go(scene, "services", topic)
    if answer is None:
        return stay(scene, "topic.unknown")
    if topic == OTHER_LANGUAGE:
        # Which language it is was not seen, so each says its first sentence.
        return aside(scene, told(scene, answer) + tuple(first for first, *_ in answer.foreign.values()))
    if topic in SMALL_TALK:
        # Whoever thanks or takes leave no longer wants to say what was meant before.
        is_over = topic in CLOSING and scene.conversation.place.step in ASKED_BACK | {"services"}
        here = scene.having(back(scene.conversation)) if is_over else scene
        return aside(here, told(scene, answer))
    if asking.is_form:
        # A side question does not cost the person their place in the form.
        before = told(scene, answer) + scene.words("back-to-question")
        is_short = bool(asking.again)
        return Move(scene.conversation, before, told=counted(scene, topic, answer.service), is_aside=is_short)
    return tell(scene, topic, answer.service)


def in_language(scene: Scene, language: str) -> tuple[str, ...]:
    """What this is and how to reach a human, in another language; nothing in Lithuanian."""
    answer = scene.library.topic(OTHER_LANGUAGE)
    return answer.foreign.get(language, ()) if answer else ()


def beyond(scene: Scene, asking: Asking) -> Move | None:
    """What is said to a question about something else altogether.

    None where a form asks for a name or a number: "ask about help" would be no way on from there.
    """
    if asking.is_form and misfit_of(asking) in scene.library.messages:
        return None
    answer = scene.library.topic(OUT_OF_SCOPE)
    return aside(scene, (answer.simple or answer.sentences) if answer else scene.words("not-understood"))


def misfit_of(asking: Asking) -> str:
    """The message for an answer that does not fit; not every kind of question has one."""
    return f"misfit.{asking.expects.value}"


def ask_back(scene: Scene, guesses: Sequence[TopicGuess]) -> Move | None:
    """Ask which of the nearest topics was meant; None where none of them can be offered.

    A topic that may be about several services is one button; which service is asked when it was chosen.
    """
    near: dict[str, set[str]] = {}
    for guess in guesses:
        if _may_be_offered(scene, guess):
            near.setdefault(guess.topic, set()).add(guess.service)
    if not near or (len(guesses) == 1 and guesses[0].confidence < LEAST_ALONE):
        return None
    first, *others = near
    if not others and len(near[first]) > 1:
        return go(scene, "services", first)
    offers = [f"{topic}|{services.pop() if len(services) == 1 else ''}" for topic, services in near.items()]
    return go(scene, "which-topic", ",".join(offers[:MOST_GUESSES]))


def _may_be_offered(scene: Scene, guess: TopicGuess) -> bool:
    """Whether the guess is something that a button can lead to."""
    is_answered = scene.library.title(guess.topic) or f"topic.{guess.topic}" in scene.library.messages
    return bool(is_answered) and guess.topic not in NEVER_OFFERED
