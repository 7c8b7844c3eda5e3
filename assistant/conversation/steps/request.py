"""The request: what is asked, one answer at a time, nothing that is known already."""

from typing import TYPE_CHECKING

from assistant.conversation.messages import Kind, OwnPhone
from assistant.conversation.own_name import as_name
from assistant.conversation.state import Conversation, Draft, Helping, Place
from assistant.conversation.steps.places import Placing, place_answer, placing
from assistant.conversation.steps.progress import begin_series, next_in_series, progress_of, without_series
from assistant.conversation.steps.step import FORM, Asking, Move, Said, Scene, go
from assistant.eligibility.facts import FactId
from assistant.frozen import replace
from assistant.referrals.confirming import Confirmation
from assistant.referrals.request import Preliminary
from assistant.understanding.interpret import Expects

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = ("need", "municipality", "name", "contact", "phone", "call_time", "note", "beside", "why_not")
"""What is asked, in this order; "contact" only asks whether to call or to answer here.

A helper is asked at last whether the person is there, and where not, why the person does not answer themself."""

EXPECTED = {
    "need": Expects.CHOICE,
    "municipality": Expects.MUNICIPALITY,
    "name": Expects.NAME,
    "contact": Expects.PHONE,
    "phone": Expects.PHONE,
    "call_time": Expects.CALL_TIME,
    "note": Expects.NOTE,
    "beside": Expects.CHOICE,
    "why_not": Expects.CHOICE,
}

CHANGE = frozenset({"change-sent", "change-sent-more"})
"""Steps with which the change of a sent request begins."""

TALK = "talk"
"""The need of somebody who only wants to be called."""


def begin_request(scene: Scene, *, need: str | None = None, preliminary: Preliminary | None = None) -> Move:
    """Start filling in; name and phone given earlier in this conversation are kept."""
    conversation = without_change(scene.conversation)
    scene = scene.having(conversation)
    if conversation.is_helper is None:
        return go(scene, "for-whom", f"request|{need or ''}")
    earlier = conversation.draft
    draft = replace(
        earlier,
        need=need or (None if earlier.need == TALK else earlier.need),
        municipality=conversation.facts.municipality or earlier.municipality,
        preliminary=preliminary or earlier.preliminary,
        # Who says in the middle of a request that they want one is asked nothing again.
        helping=earlier.helping if conversation.place.step in FORM else earlier.helping.asked_anew(),
    )
    conversation = replace(conversation, draft=draft, drafts=conversation.drafts + (0 if _is_begun(earlier) else 1))
    conversation = begin_series(conversation, len(_open_fields(conversation)))
    return onward(scene.having(conversation), scene.words("request.start"))


def without_change(conversation: Conversation) -> Conversation:
    """What was put aside for the change of a sent request is there again; the same where none is being changed."""
    if not conversation.draft.changes:
        return conversation
    earlier = conversation.put_aside
    draft = earlier.draft if earlier else Draft()
    is_helper = earlier.is_helper if earlier else conversation.is_helper
    left = _out_of_change(conversation)
    return without_series(replace(left, draft=draft, is_helper=is_helper, put_aside=None))


def _out_of_change(conversation: Conversation) -> Conversation:
    """Nobody can go back into the places of the change: what they would show is put away."""
    places = (*conversation.trail, conversation.place)
    begun = next((at for at, place in enumerate(places) if place.step in CHANGE), len(places))
    kept = places[:begun] + tuple(place for place in places[begun:] if place.step not in CHANGE | FORM)
    *trail, place = kept or (Place("menu"),)
    return replace(conversation, place=place, trail=tuple(trail))


def _is_begun(draft: Draft) -> bool:
    return draft.need is not None


def _open_fields(conversation: Conversation) -> tuple[str, ...]:
    """What is still to be asked."""
    draft, helping = conversation.draft, conversation.draft.helping
    # A letter is sent to nobody by us, and once the person said no, only they are asked.
    is_helped = bool(conversation.is_helper) and draft.letter_to is None and not helping.has_refused
    is_open = {
        "need": draft.need is None,
        "municipality": draft.municipality is None,
        "name": draft.name is None,
        "contact": draft.phone is None and not draft.wants_call,
        "phone": draft.phone is None,
        "call_time": draft.call_time is None and draft.phone != "",
        "note": draft.note is None,
        "beside": is_helped and helping.beside is None,
        "why_not": is_helped and not helping.beside and helping.why_not is None,
    }
    return tuple(field for field in FIELDS if is_open[field])


def onward(scene: Scene, before: tuple[str, ...] = ()) -> Move:
    """The next open question; the summary where nothing is open; an honest word where nobody would receive it."""
    conversation = scene.conversation
    municipality = conversation.draft.municipality
    is_sent = bool(conversation.draft.changes)
    if municipality is not None and municipality not in scene.library.routes and not (is_sent or is_letter(scene)):
        return Move(conversation.at(Place("not-on", municipality)))
    if conversation.draft.letter_to and municipality in scene.library.routes:
        # "I come myself" was said of a letter; this one is sent, and can be answered here.
        conversation = replace(conversation, draft=replace(_asked_anew(conversation.draft), letter_to=None))
    remaining = _open_fields(conversation)
    if not remaining:
        return Move(conversation.at(Place("summary")), before)
    conversation = next_in_series(conversation, remaining[0], remaining=len(remaining))
    return Move(conversation.at(Place("request", remaining[0])), before)


def is_letter(scene: Scene) -> bool:
    """Whether a letter to take along is filled in, since nobody receives requests there."""
    municipality = scene.draft.municipality
    return (
        municipality is not None and municipality == scene.draft.letter_to and municipality not in scene.library.routes
    )


def begin_letter(scene: Scene, municipality: str) -> Move:
    """Go on with the same questions, for a letter to this municipality."""
    # "Answer here" was said of the talk; nobody can answer a letter there.
    draft = scene.draft if scene.draft.letter_to else _asked_anew(scene.draft)
    draft = replace(draft, municipality=municipality, letter_to=municipality)
    conversation = replace(scene.conversation, draft=draft, candidates=())
    conversation = begin_series(conversation, len(_open_fields(conversation)))
    return onward(scene.having(conversation), scene.words("letter.start"))


def _asked_anew(draft: Draft) -> Draft:
    """The draft with the way of answering to be asked again; a phone number that was given is kept."""
    return replace(draft, phone=draft.phone or None, call_time=draft.call_time or None)


def filled_letter(scene: Scene) -> bool:
    """Whether the letter can be written: nothing of it is still to be asked."""
    return is_letter(scene) and not _open_fields(scene.conversation)


def _question_of(scene: Scene) -> str:
    if scene.about == "note" and scene.draft.note:
        return "request.note.again"
    # Nobody can answer a letter in the chat, so another way is offered there.
    return (
        f"letter.{scene.about}"
        if is_letter(scene) and scene.about in {"contact", "phone"}
        else f"request.{scene.about}"
    )


class RequestQuestion:
    """Asks one field of the request."""

    def ask(self, scene: Scene) -> Asking:
        name = _question_of(scene)
        question = scene.library.questions[name]
        shown = placing(scene) if scene.about == "municipality" else Placing((), ())
        return Asking(
            Kind.QUESTION,
            shown.sentences or question.words.said(to_helper=scene.is_helper),
            question.words.picture,
            shown.choices or scene.choices(name),
            expects=EXPECTED[scene.about],
            progress=progress_of(scene.conversation, scene.about),
            why=question.why.said(to_helper=scene.is_helper),
            again=shown.again,
            is_form=True,
            own_phone=OwnPhone.ASKED if scene.about == "phone" else OwnPhone.NONE,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        takers: dict[str, Callable[[Scene, Said], Move | None]] = {
            "need": _need,
            "municipality": _municipality,
            "name": _name,
            "contact": _contact,
            "phone": _phone,
            "call_time": _call_time,
            "note": _note,
            "beside": _beside,
            "why_not": _why_not,
        }
        return takers[scene.about](scene, said)


def _filled(scene: Scene, draft: Draft, before: tuple[str, ...] = ()) -> Move:
    return onward(scene.having(replace(scene.conversation, draft=draft, candidates=())), before)


def _dont_know(scene: Scene) -> tuple[str, ...]:
    return scene.library.questions[_question_of(scene)].dont_know.said(to_helper=scene.is_helper)


def _need(scene: Scene, said: Said) -> Move | None:
    if said.is_dont_know:
        # Which help it is may be left to the worker, who calls.
        return _filled(scene, replace(scene.draft, need=TALK), _dont_know(scene))
    if not said.choice:
        return None
    chosen = _filled(scene, replace(scene.draft, need=said.choice))
    if scene.draft.need == said.choice:
        return chosen
    # A result that was found for another service does not belong to this request.
    draft = replace(chosen.conversation.draft, preliminary=None)
    return replace(chosen, conversation=replace(chosen.conversation, draft=draft))


def _municipality(scene: Scene, said: Said) -> Move | None:
    if said.is_dont_know:
        return Move(scene.conversation, _dont_know(scene))
    return place_answer(scene, said, _lives_in)


def _lives_in(scene: Scene, municipality: str) -> Move:
    facts = scene.conversation.facts.having(FactId.MUNICIPALITY, municipality)
    known = scene.having(replace(scene.conversation, facts=facts))
    return _filled(known, replace(known.draft, municipality=municipality))


def _name(scene: Scene, said: Said) -> Move | None:
    if said.is_dont_know:
        return Move(scene.conversation, _dont_know(scene))
    return _filled(scene, replace(scene.draft, name=as_name(said.value))) if isinstance(said.value, str) else None


def _contact(scene: Scene, said: Said) -> Move | None:
    if said.choice == "call":
        # "Answer here" is taken back, so that the phone and when to call are open again.
        anew = replace(scene.conversation, draft=_asked_anew(scene.draft))
        others = set(_open_fields(anew)) - {"contact", "phone"}
        conversation = next_in_series(scene.conversation, "phone", remaining=1 + len(others))
        return Move(conversation.at(Place("request", "phone")))
    if said.choice == "here":
        return _filled(scene, replace(scene.draft, phone="", call_time=""))
    if said.is_dont_know:
        return _filled(scene, replace(scene.draft, phone="", call_time=""), _dont_know(scene))
    return _phone(scene, said)


def _phone(scene: Scene, said: Said) -> Move | None:
    if said.choice == "here":
        return _filled(scene, replace(scene.draft, phone="", call_time=""))
    if said.is_dont_know:
        return _filled(scene, replace(scene.draft, phone="", call_time=""), _dont_know(scene))
    if not isinstance(said.value, str):
        return None
    # Where nobody was to call before, nobody was asked when to call; but they may have told it.
    call_time = scene.draft.call_time if scene.draft.phone else (scene.draft.call_time or None)
    return _filled(scene, replace(scene.draft, phone=said.value, call_time=call_time))


def _call_time(scene: Scene, said: Said) -> Move | None:
    if said.choice:
        label = next(answer.label for answer in scene.choices("request.call_time") if answer.id == said.choice)
        return _filled(scene, replace(scene.draft, call_time=label))
    if said.is_dont_know:
        return _filled(scene, replace(scene.draft, call_time=""), _dont_know(scene))
    if not isinstance(said.value, str):
        return None
    # It is read back inside a sentence, which has an end of its own.
    return _filled(scene, replace(scene.draft, call_time=said.value.rstrip(" .,;:!?…")))


def _note(scene: Scene, said: Said) -> Move | None:
    if scene.draft.note and (said.choice == "keep" or said.is_dont_know or said.value is False):
        # "No" to writing more is no wish to lose what is written.
        return _filled(scene, scene.draft, _dont_know(scene) if said.is_dont_know else ())
    if said.choice or said.is_dont_know or said.value is False:
        return _filled(scene, replace(scene.draft, note=""))
    return _filled(scene, replace(scene.draft, note=said.value)) if isinstance(said.value, str) else None


def _beside(scene: Scene, said: Said) -> Move | None:
    if said.choice == "yes" or said.value is True:
        return _filled(scene, replace(scene.draft, helping=Helping(beside=True)))
    if said.choice == "no" or said.value is False or said.is_dont_know:
        before = _dont_know(scene) if said.is_dont_know else ()
        return _filled(scene, replace(scene.draft, helping=Helping(beside=False)), before)
    return None


def _why_not(scene: Scene, said: Said) -> Move | None:
    if not said.choice and not said.is_dont_know:
        return None
    why_not = Confirmation.UNKNOWN if said.is_dont_know else Confirmation(said.choice)
    helping = replace(scene.draft.helping, why_not=why_not)
    return _filled(scene, replace(scene.draft, helping=helping), _dont_know(scene) if said.is_dont_know else ())
