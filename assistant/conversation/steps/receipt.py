"""The receipt: what happened, the number, three words with pictures, who answers by when, and what if nobody does."""

from datetime import date
from functools import cache

from assistant.conversation.messages import Kind, Mark, ReferralNotice
from assistant.conversation.state import Draft, Place
from assistant.conversation.steps.progress import without_series
from assistant.conversation.steps.request import without_change
from assistant.conversation.steps.step import Asking, Move, Said, Scene, go
from assistant.conversation.turn import LookUpReferrals
from assistant.frozen import replace
from assistant.i18n import spoken_day
from assistant.referrals.referral import Referral, Status, spoken_number
from assistant.referrals.request import Service
from assistant.referrals.routing import Municipality
from assistant.understanding.phones import spoken_phone


def received(scene: Scene, number: str, answer_by: date | None, words: tuple[int, ...]) -> Move:
    """The referral is stored: the receipt, and nothing to go back into."""
    earlier = scene.draft
    place = _place(number, answer_by, words, earlier.municipality or "", earlier.need or "")
    kept = Draft(name=earlier.name, phone=earlier.phone, municipality=earlier.municipality)
    return Move(without_series(replace(scene.conversation, place=place, trail=(), draft=kept)))


def received_again(scene: Scene, referral: Referral, words: tuple[int, ...]) -> Move:
    """What the person changed is stored: the receipt once more."""
    day = None if referral.has_answer else referral.promised
    request = referral.request
    place = _place(referral.number, day, words, request.municipality, request.need)
    conversation = replace(without_change(scene.conversation), place=place, trail=())
    return Move(conversation, scene.words("receipt.changed"))


def _place(number: str, day: date | None, words: tuple[int, ...], municipality: str, need: str) -> Place:
    about = (number, day.isoformat() if day else "", ",".join(map(str, words)), municipality, need)
    return Place("receipt", "|".join(about))


class Receipt:
    """Stays as it is until the person goes on."""

    def ask(self, scene: Scene) -> Asking:
        number, day, words, chosen, need = (*scene.about.split("|"), "", "", "", "")[:5]
        municipality = scene.library.municipalities[chosen or scene.draft.municipality or ""]
        marks = marks_of(scene, words)
        sentences = scene.words("receipt", number=spoken_number(number), accusative=municipality.accusative)
        if marks:
            sentences += scene.words("receipt.words") + tuple(mark.word for mark in marks) + scene.words("receipt.keep")
        if day:
            sentences += scene.words("receipt.promise", day=spoken_day(date.fromisoformat(day)))
        else:
            sentences += scene.words("receipt.no-promise")
        if need == Service.FAMILY_CASE_MANAGEMENT:
            sentences += scene.words("family.passed-on")
        sentences += if_nobody_answers(scene, municipality)
        notice = ReferralNotice(number, Status.NEW.value)
        return Asking(
            Kind.RECEIPT, sentences, scene.picture("receipt"), scene.choices("receipt"), referral=notice, marks=marks
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "status":
            return Move(scene.conversation, effects=(LookUpReferrals(),))
        if said.choice == "document":
            return go(scene, "document", scene.about.partition("|")[0])
        if said.choice == "letters":
            return go(scene, "letters-address", scene.about.partition("|")[0])
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


def marks_of(scene: Scene, words: str) -> tuple[Mark, ...]:
    """The words at these places of the list, comma separated, with their pictures."""
    known = scene.library.receipt_words
    places = [int(place) for place in words.split(",") if place.isdecimal()]
    return tuple(
        Mark(known[place].word, known[place].picture, known[place].emoji) for place in places if place < len(known)
    )


@cache
def _spoken(phone: str) -> str:
    """A department's number as it is read aloud. There are few of them, and it takes 100 µs to look one up."""
    return spoken_phone(phone)


def if_nobody_answers(scene: Scene, municipality: Municipality) -> tuple[str, ...]:
    """The department's number where a source gave one; else an honest word."""
    if municipality.contact.phones:
        return scene.words("receipt.phone", phone=_spoken(municipality.contact.phones[0]))
    return scene.words("receipt.no-phone")


def way_to_department(scene: Scene, municipality: Municipality) -> tuple[str, ...]:
    """The same to somebody who waited in vain."""
    if municipality.contact.phones:
        return scene.words("call-department", phone=_spoken(municipality.contact.phones[0]))
    return scene.words("ask-municipality")
