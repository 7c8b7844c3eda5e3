"""The person's rights: see all that is kept about them, get a copy of it, have it erased, and a proof of that."""

from dataclasses import replace
from datetime import date, datetime

from assistant.conversation.events import OwnDataErased, OwnDataFound, ReceiptOfErased
from assistant.conversation.gone import Gone, Wished
from assistant.conversation.messages import DocumentNotice, Kind
from assistant.conversation.own_data import anew, kept_lines, referral_lines, told_lines
from assistant.conversation.state import Place
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go
from assistant.conversation.turn import EraseOwnData, LookUpOwnData
from assistant.i18n import LITHUANIA, DayCase, spoken_day
from assistant.referrals.referral import spoken_number

AT_ONCE, WISH, OPENED = "at-once", "wish", "opened"
OWN_PLACES = frozenset({"own-data", "own-copy", "erase"})


def shown_own_data(scene: Scene, found: OwnDataFound) -> Move:
    """All of it, sentence by sentence; or at once the question whether to erase it."""
    about = ";".join(
        f"{one.number},{_fate(scene, one.conversation, one.request.municipality, found)}" for one in found.referrals
    )
    conversation = scene.conversation
    trail = conversation.trail if conversation.place.step in OWN_PLACES else (*conversation.trail, conversation.place)
    if found.wants_erasing:
        return Move(replace(conversation, place=Place("erase", about), trail=trail))
    before = told_lines(scene)
    for referral in found.referrals:
        before += referral_lines(scene, referral)
    moved = replace(conversation, place=Place("own-data", about), trail=trail)
    return Move(moved, before + kept_lines(scene, found.kept_days))


def _fate(scene: Scene, conversation: str, municipality: str, found: OwnDataFound) -> str:
    if conversation != scene.conversation.id:
        return OPENED
    return AT_ONCE if municipality in found.at_once else WISH


def own_data_erased(scene: Scene, result: OwnDataErased) -> Move:
    """Nothing is left of the talk but the proof, and nothing to go back into."""
    parts = [f"{AT_ONCE},{one.number},{one.at.isoformat()},{one.code}" for one in result.gone]
    parts += [f"{WISH},{one.number},{one.municipality},{one.due.isoformat()}" for one in result.wished]
    conversation = replace(anew(scene.conversation), place=Place("erased", ";".join(parts)))
    return Move(conversation, forgets=True)


def receipt_of_erased(scene: Scene, result: ReceiptOfErased) -> Move:
    """The receipt is right, and there is nothing to open any more."""
    day = spoken_day(result.day, DayCase.ACCUSATIVE, with_year=True)
    return go(scene, "menu", before=scene.words("receipt.erased", number=spoken_number(result.number), day=day))


def erased_lines(scene: Scene, gone: Gone) -> tuple[str, ...]:
    """That a request was erased, when, and the code that proves it."""
    local = gone.at.astimezone(LITHUANIA)
    day = spoken_day(local.date(), DayCase.NOMINATIVE, with_year=True)
    return scene.words(
        "erased.request", number=spoken_number(gone.number), day=day, time=f"{local:%H:%M}", code=gone.code
    )


class OwnData:
    """What is kept was told just before; here the person says what to do with it.

    `about` lists the requests, each with what erasing would mean for it.
    """

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["own-data"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("own-data"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "copy":
            return go(scene, "own-copy", scene.about)
        if said.choice == "erase":
            return go(scene, "erase", scene.about)
        if said.choice == "return":
            return Move(back(scene.conversation))
        return go(scene, "menu") if said.is_dont_know else None


class OwnCopy:
    """The copy, as a page or a file."""

    def ask(self, scene: Scene) -> Asking:
        notice = DocumentNotice(is_own_data=True)
        words, choices = scene.words("own-copy"), scene.choices("own-copy")
        return Asking(Kind.NOTICE, words, scene.picture("own-copy"), choices, document=notice)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "own-data":
            return Move(scene.conversation, effects=(LookUpOwnData(),))
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


class Erase:
    """Asks once, and says plainly what happens."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["erase"]
        fates = [part.partition(",")[::2] for part in scene.about.split(";") if part]
        lines = scene.words("erase.talk")
        for number, fate in fates:
            lines += scene.words(f"erase.{fate}", number=spoken_number(number))
        sentences = lines + question.words.sentences
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices("erase"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "yes" or said.value is True:
            return Move(scene.conversation, effects=(EraseOwnData(),))
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return Move(back(scene.conversation), scene.words("not-erased"))
        return None


class ErasedShown:
    """The proof. `about` holds what became of each request."""

    def ask(self, scene: Scene) -> Asking:
        sentences = scene.words("erased.talk")
        for part in filter(None, scene.about.split(";")):
            fate, number, *more = part.split(",")
            if fate == AT_ONCE:
                sentences += erased_lines(scene, Gone(number, datetime.fromisoformat(more[0]), more[1]))
            else:
                sentences += _wished_lines(scene, Wished(number, more[0], date.fromisoformat(more[1])))
        return Asking(Kind.NOTICE, sentences, scene.picture("erased.talk"), scene.choices("erased"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        return go(scene, "greeting") if said.choice == "to-menu" or said.is_dont_know else None


def _wished_lines(scene: Scene, wished: Wished) -> tuple[str, ...]:
    municipality = scene.library.municipalities[wished.municipality]
    day = spoken_day(wished.due)
    return scene.words("erased.wished", number=spoken_number(wished.number), municipality=municipality.name, day=day)
