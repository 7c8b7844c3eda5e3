"""Talks with the bare engine: no door, no database; effects are carried out in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from assistant.conversation.engine import advance
from assistant.conversation.events import (
    ChangeOpened,
    ChoicePressed,
    Event,
    LettersChosen,
    OwnDataErased,
    OwnDataFound,
    QuestionAnswered,
    QuestionOpened,
    QuestionOver,
    ReceiptOpened,
    ReceiptRefused,
    ReferralChanged,
    ReferralsFound,
    ReferralSubmitted,
    Started,
    TextReceived,
)
from assistant.conversation.gone import Gone, Wished
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.turn import (
    AnswerQuestion,
    ChangeReferral,
    Effect,
    EraseOwnData,
    LookUpOwnData,
    LookUpReferrals,
    Moment,
    OpenForChange,
    OpenQuestionToWrite,
    OpenReceipt,
    SendLettersTo,
    SubmitReferral,
    Turn,
    WithdrawReferral,
)
from assistant.library.library import Library
from assistant.referrals.numbers import number_of
from assistant.referrals.questions import Question
from assistant.referrals.referral import Referral
from assistant.referrals.request import Request
from assistant.referrals.thread import Author, Entry, EntryKind

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
WORDS = (0, 1, 15)
"""The places of the words on every receipt here: they belong together."""

ASKED = Question("Kada Jums tinka ateiti?", ("Ryte", "Po pietų"), may_write=True)

ELSEWHERE = Referral(
    "10000008",
    "another/1",
    "another",
    Request("kretingos-rajono", "talk", for_other=False, name="Rasa"),
    NOW,
    (
        Entry(EntryKind.SENT, Author.PERSON, NOW),
        Entry(EntryKind.ASKED, Author.STAFF, NOW, "jonas", ASKED.text, details=ASKED.details),
    ),
)
"""A referral that another conversation sent; its receipt opens it here. Staff wait for an answer to their question."""


class Chat:
    """One conversation with the engine; `message` is what the person reads now."""

    def __init__(self, library: Library, conversation: Conversation | None = None) -> None:
        self.library = library
        self.conversation = conversation or Conversation("c", Channel.WEB)
        self.sent: list[Referral] = []
        self.elsewhere = ELSEWHERE
        self.at_once = frozenset[str]()
        self.messages: tuple[Message, ...] = ()
        self.heard = ""

    @property
    def message(self) -> Message:
        return self.messages[-1]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(choice.label for choice in self.message.choices)

    def starts(self) -> Message:
        return self.does(Started())

    def says(self, text: str) -> Message:
        return self.does(TextReceived(text))

    def presses(self, label: str) -> Message:
        return self.does(ChoicePressed(self.choice(label)))

    def choice(self, label: str) -> str:
        return next(choice.id for choice in self.message.choices if choice.label == label)

    def does(self, event: Event) -> Message:
        turn = advance(self.conversation, event, self.library, Moment(TODAY))
        self.heard = turn.heard
        while turn.effects:
            turn = self._carried_out(turn, turn.effects[0])
            self.heard = self.heard or turn.heard
        # Where nothing is said, what was said before still stands there.
        self.conversation, self.messages = turn.conversation, turn.messages or self.messages
        return self.message

    def copy(self) -> "Chat":
        twin = Chat(self.library, self.conversation)
        twin.sent, twin.messages, twin.elsewhere = list(self.sent), self.messages, self.elsewhere
        return twin

    def _carried_out(self, turn: Turn, effect: Effect) -> Turn:
        return advance(turn.conversation, self._result(effect), self.library, Moment(TODAY))

    def _result(self, effect: Effect) -> Event:
        match effect:
            case SubmitReferral():
                return ReferralSubmitted(self._submitted(effect), None, WORDS)
            case OpenForChange(number=number):
                return ChangeOpened(self._own(number))
            case ChangeReferral(number=number):
                self._change(
                    number, lambda known: known if known.is_over else known.changed(effect.before, effect.after, NOW)
                )
                changed = self._own(number)
                assert changed is not None
                return ReferralChanged(changed, WORDS)
            case SendLettersTo(number=number, address=address):
                self._change(number, lambda known: replace(known, letters_to=address))
                chosen = self._own(number)
                assert chosen is not None
                return LettersChosen(chosen)
            case OpenReceipt(number=number):
                is_right = (number, effect.second) == (self.elsewhere.number, "rasa")
                return ReceiptOpened(self.elsewhere) if is_right else ReceiptRefused(must_wait=effect.second == "ona")
            case WithdrawReferral(number=number):
                self._change(number, lambda known: known.withdrawn(NOW))
            case OpenQuestionToWrite(number=number, position=position):
                asked = self.elsewhere.question
                if asked is None or (number, position) != (self.elsewhere.number, asked.position):
                    return self._over(number, position)
                return QuestionOpened(number, asked)
            case AnswerQuestion():
                return self._answered(effect)
            case LookUpOwnData() | EraseOwnData():
                return self._own_data(effect)
            case LookUpReferrals():
                pass
            case _:
                return ReferralsFound((self.elsewhere,))
        return ReferralsFound(tuple(reversed(self.sent)))

    def _own_data(self, effect: LookUpOwnData | EraseOwnData) -> Event:
        if isinstance(effect, LookUpOwnData):
            return OwnDataFound((*reversed(self.sent), self.elsewhere), self.at_once, 30, effect.wants_erasing)
        gone = [one for one in self.sent if one.request.municipality in self.at_once]
        wished = [one for one in self.sent if one not in gone]
        self.sent = wished
        return OwnDataErased(
            tuple(Gone(one.number, NOW, "7F3A 90C2 11BD 44E0") for one in gone),
            tuple(Wished(one.number, one.request.municipality, date(2026, 12, 22)) for one in wished),
        )

    def _answered(self, effect: AnswerQuestion) -> Event:
        asked = self.elsewhere.question
        if asked is None or (effect.number, effect.position) != (self.elsewhere.number, asked.position):
            return self._over(effect.number, effect.position)
        answer = effect.text if effect.option is None else asked.question.options[effect.option]
        self.elsewhere = self.elsewhere.told(answer, NOW)
        return QuestionAnswered(
            effect.number, effect.position, answer, is_button=effect.option is not None, referral=self.elsewhere
        )

    def _over(self, number: str, position: int) -> QuestionOver:
        """Of a question about a referral that this conversation may not see, nothing more is told."""
        known = self.elsewhere if number == self.elsewhere.number else None
        return QuestionOver(number, position, is_answered=self.elsewhere.question is None, referral=known)

    def _own(self, number: str) -> Referral | None:
        return next((sent for sent in self.sent if sent.number == number), None)

    def _submitted(self, effect: SubmitReferral) -> str:
        known = next((sent for sent in self.sent if sent.draft == effect.draft), None)
        if known is None:
            entry = Entry(EntryKind.SENT, Author.PERSON, NOW)
            number = number_of(2_000_000 + len(self.sent))
            known = Referral(number, effect.draft, self.conversation.id, effect.request, NOW, (entry,))
            self.sent.append(known)
        return known.number

    def _change(self, number: str, change: Callable[[Referral], Referral]) -> None:
        self.sent = [replace(change(sent)) if sent.number == number else sent for sent in self.sent]
