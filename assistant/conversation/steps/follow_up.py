"""Afterwards: what is with my request, and taking it back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversation.messages import Discretion, Kind, ReferralNotice
from assistant.conversation.state import Known, Place
from assistant.conversation.steps.asked import lines_of, pressed_question, question_buttons, question_press
from assistant.conversation.steps.receipt import if_nobody_answers, way_to_department
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, left
from assistant.conversation.turn import OpenForChange, SendLettersTo, WithdrawReferral
from assistant.i18n import spoken_day
from assistant.referrals.referral import Referral, Status, spoken_number
from assistant.referrals.thread import Author, EntryKind

if TYPE_CHECKING:
    from assistant.library.library import Answer


def shown_status(scene: Scene, referrals: tuple[Referral, ...]) -> Move:
    """Tell how the newest referral stands. What staff wrote is told again, so that it cannot be lost."""
    if not referrals:
        return go(scene, "no-request")
    newest, merged = _handled(referrals)
    passed_to = newest.request.municipality if newest.was_passed_on else ""
    place = Place("status", f"{newest.number}|{newest.status.value}|{passed_to}")
    replies = [
        entry.text for entry in newest.thread if entry.kind is EntryKind.REPLIED and entry.author is Author.STAFF
    ]
    before: tuple[str, ...] = ()
    discretion = Discretion.NONE
    if merged is not None:
        number, other = spoken_number(merged.number), spoken_number(merged.merged_with)
        before += scene.words("status.merged", number=number, other=other)
    if newest.is_reopened:
        before += scene.words("status.reopened")
    # An invitation is no longer meant for who took the request back.
    if replies and newest.status is not Status.WITHDRAWN:
        if scene.conversation.may_show_replies:
            before += scene.words("status.reply") + tuple(replies[-1].splitlines())
        else:
            before += scene.words("status.reply-elsewhere")
            discretion = Discretion.TELL
    # A status seen earlier is out of date, so there is nothing in it worth going back to.
    trail = tuple(earlier for earlier in scene.conversation.trail if earlier.step not in OUTDATED)
    if scene.conversation.place.step not in OUTDATED:
        trail = (*trail, scene.conversation.place)
    conversation = replace(scene.conversation, place=place, trail=trail, known=known_of(scene, newest))
    return Move(conversation, before, discretion=discretion)


def _handled(referrals: tuple[Referral, ...]) -> tuple[Referral, Referral | None]:
    """The newest referral; where it goes on under another number: that other one if it can be seen, and the newest."""
    seen = {one.number: one for one in referrals}
    newest = handled = referrals[0]
    while handled.merged_with in seen:
        handled = seen[handled.merged_with]
    return handled, newest if newest.merged_with else None


OUTDATED = frozenset(
    {
        *("status", "status-more", "withdraw", "no-request", "letters-address", "letters-confirm", "follow"),
        *("receipt-number", "receipt-words", "receipt-second"),
    }
)


def known_of(scene: Scene, referral: Referral) -> Known:
    """What the conversation keeps in mind of a referral that was looked at."""
    return Known(
        number=referral.number,
        status=referral.status,
        municipality=referral.request.municipality,
        is_own=referral.conversation == scene.conversation.id,
        promised=referral.promised,
        has_answer=referral.has_answer,
        letters_to=referral.letters_to,
        institution=referral.institution,
        question=referral.question,
    )


class StatusShown:
    """How the newest referral stands, with the question of staff if one is open.

    `is_more` leaves the question out and offers what else can be done.
    """

    def __init__(self, *, is_more: bool = False) -> None:
        self._is_more = is_more

    def ask(self, scene: Scene) -> Asking:
        number, status, passed_to = (*scene.about.split("|"), "")[:3]
        sentences = scene.words("status", number=spoken_number(number)) + scene.words(f"status.{status}")
        if passed_to:
            sentences += scene.words("status.municipality", municipality=scene.library.municipalities[passed_to].name)
        discretion = Discretion.NONE
        known = scene.conversation.known
        if known is not None and known.institution and known.status not in {Status.CLOSED, Status.WITHDRAWN}:
            if scene.conversation.may_show_replies:
                sentences += scene.words("status.institution", institution=known.institution)
            else:
                sentences += scene.words("status.institution-elsewhere")
                discretion = Discretion.TELL
        sentences += _promise_lines(scene)
        choices = _ways_on(scene, Status(status))
        notice = ReferralNotice(number, status)
        picture = scene.picture(f"status.{status}")
        asked = scene.conversation.known.question if scene.conversation.known and not self._is_more else None
        if asked is not None and not scene.conversation.may_show_replies:
            sentences += scene.words("status.question-elsewhere")
            asked, discretion = None, Discretion.TELL
        if asked is None:
            return Asking(Kind.NOTICE, sentences, picture, choices, referral=notice, discretion=discretion)
        # Only the answers are offered at once; what else can be done is one tap further.
        answers, tools = question_buttons(scene, number, asked)
        sentences += scene.words("asked.question") + lines_of(asked.question)
        more = scene.choices("asked-tools", "more")
        return Asking(Kind.NOTICE, sentences, picture, answers, referral=notice, tools=tools + more)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        number = scene.about.partition("|")[0]
        press = question_press(said.choice)
        if press is not None:
            return pressed_question(scene, press)
        if said.choice == "more":
            return go(scene, "status-more", scene.about)
        if said.choice == "withdraw":
            return go(scene, "withdraw", number)
        if said.choice == "document":
            return go(scene, "document", number)
        if said.choice == "change":
            return Move(scene.conversation, effects=(OpenForChange(number),))
        if said.choice == "letters":
            return go(scene, "letters-address", number)
        if said.choice == "no-letters":
            return Move(scene.conversation, effects=(SendLettersTo(number, ""),))
        if said.choice == "here":
            return go(scene, "follow", number)
        if said.choice == "to-menu" or said.is_dont_know:
            return left(scene)
        return None


def _promise_lines(scene: Scene) -> tuple[str, ...]:
    """By when an answer was promised, or that the promise was broken; where nothing was promised, an honest word."""
    known = scene.conversation.known
    if known is None or known.has_answer or known.status in {Status.CLOSED, Status.WITHDRAWN}:
        return ()
    if known.promised is None:
        # "When will they answer?" leads here. Who is waited for, and whom an institution answers, is told that instead.
        is_open = known.status in {Status.NEW, Status.TAKEN} and not known.institution
        municipality = scene.library.municipalities[known.municipality]
        return scene.words("receipt.no-promise") + if_nobody_answers(scene, municipality) if is_open else ()
    day = spoken_day(known.promised)
    if scene.moment.today <= known.promised:
        return scene.words("receipt.promise", day=day)
    municipality = scene.library.municipalities[known.municipality]
    return scene.words("promise.broken", day=day) + way_to_department(scene, municipality)


def _ways_on(scene: Scene, status: Status) -> tuple["Answer", ...]:
    """Who opened it by its receipt sees neither name nor phone, so they change nothing."""
    known = scene.conversation.known
    is_own = known is None or known.is_own
    if status in {Status.CLOSED, Status.WITHDRAWN}:
        return scene.choices("status", "document", "to-menu") if is_own else scene.choices("status", "to-menu")
    if not is_own:
        return scene.choices("status", "withdraw", "here", "to-menu")
    letters = "no-letters" if known is not None and known.letters_to else "letters"
    return scene.choices("status", "change", "withdraw", "document", letters)


class NoRequest:
    """Nothing was sent from this conversation yet."""

    def ask(self, scene: Scene) -> Asking:
        return Asking(Kind.NOTICE, scene.words("no-request"), scene.picture("no-request"), scene.choices("no-request"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "send":
            return begin_request(scene)
        if said.choice == "number":
            return go(scene, "receipt-number")
        if said.choice == "to-menu" or said.is_dont_know:
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
