"""Afterwards: what is with my request, and taking it back."""

from dataclasses import replace

from assistant.conversation.messages import Kind, ReferralNotice
from assistant.conversation.state import Place
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go
from assistant.conversation.turn import WithdrawReferral
from assistant.referrals.referral import Author, EntryKind, Referral, spoken_number


def shown_status(scene: Scene, referrals: tuple[Referral, ...]) -> Move:
    """Tell how the newest referral stands. What staff wrote is told again, so that it cannot be lost."""
    if not referrals:
        return go(scene, "no-request")
    newest = referrals[0]
    passed_to = newest.request.municipality if newest.was_passed_on else ""
    place = Place("status", f"{newest.number}|{newest.status.value}|{passed_to}")
    replies = [
        entry.text for entry in newest.thread if entry.kind is EntryKind.REPLIED and entry.author is Author.STAFF
    ]
    before = scene.words("status.reply") + tuple(replies[-1].splitlines()) if replies else ()
    # A status seen earlier is out of date, so there is nothing in it worth going back to.
    trail = tuple(earlier for earlier in scene.conversation.trail if earlier.step not in OUTDATED)
    if scene.conversation.place.step not in OUTDATED:
        trail = (*trail, scene.conversation.place)
    return Move(replace(scene.conversation, place=place, trail=trail), before)


OUTDATED = frozenset({"status", "withdraw", "no-request"})


class StatusShown:
    """How the newest referral stands."""

    def ask(self, scene: Scene) -> Asking:
        number, status, passed_to = (*scene.about.split("|"), "")[:3]
        sentences = scene.words("status", number=spoken_number(number)) + scene.words(f"status.{status}")
        if passed_to:
            sentences += scene.words("status.municipality", municipality=scene.library.municipalities[passed_to].name)
        is_open = status not in {"closed", "withdrawn"}
        choices = scene.choices("status") if is_open else scene.choices("status", "document", "menu")
        notice = ReferralNotice(number, status)
        return Asking(Kind.NOTICE, sentences, scene.picture(f"status.{status}"), choices, referral=notice)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "withdraw":
            return go(scene, "withdraw", scene.about.partition("|")[0])
        if said.choice == "document":
            return go(scene, "document", scene.about.partition("|")[0])
        if said.choice == "menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


class NoRequest:
    """Nothing was sent from this conversation yet."""

    def ask(self, scene: Scene) -> Asking:
        return Asking(Kind.NOTICE, scene.words("no-request"), scene.picture("no-request"), scene.choices("no-request"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "send":
            return begin_request(scene)
        if said.choice == "menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


class Withdraw:
    """Asks before taking a request back."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["withdraw"]
        sentences = question.words.said(number=spoken_number(scene.about))
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices("withdraw"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "yes" or said.value is True:
            return Move(scene.conversation, effects=(WithdrawReferral(scene.about),))
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return Move(back(scene.conversation), scene.words("not-withdrawn"))
        return None
