"""Any order of anything that can happen to a conversation, by a Hypothesis state machine on the bare engine."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar, get_args

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assistant.conversation.engine import advance
from assistant.conversation.events import (
    CameOver,
    ChoicePressed,
    ContactShared,
    Event,
    LevelChosen,
    OtherInput,
    OtherReceived,
    ReceiptOfErased,
    ReceiptRefused,
    ReferralsFound,
    Started,
    TextReceived,
)
from assistant.conversation.gone import Gone
from assistant.conversation.messages import Kind
from assistant.conversation.news_events import News
from assistant.conversation.state import Channel, Conversation, Place
from assistant.conversation.turn import Moment, Turn
from assistant.library.library import Library
from assistant.referrals.questions import OpenQuestion
from tests.conversation.chat import ASKED, ELSEWHERE, TODAY, Chat
from tests.conversation.test_every_state import HELPERS, WORDS

DAY = date(2026, 12, 1)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
DANGER = ("nebenoriu gyventi, noriu nusižudyti", "mane muša vyras", "labai skauda krūtinę, negaliu kvėpuoti")
TOWNS = ("kretingos-rajono", "neringos")

words = st.one_of(st.sampled_from(WORDS), st.text(max_size=60), st.sampled_from(DANGER))
payloads = st.one_of(
    st.sampled_from(("", "social-workshops", "case-management", "kretingos-rajono", "check", "testi_x")),
    st.text(max_size=64),
)
FIELDS: Mapping[str, st.SearchStrategy[Any]] = {
    "number": st.sampled_from((ELSEWHERE.number, "10000008")),
    "other": st.just("20000004"),
    "municipality": st.sampled_from(TOWNS),
    "text": st.text(max_size=80),
    "institution": st.text(max_size=40),
    "asked": st.just(OpenQuestion(1, ASKED)),
    "gone": st.just(Gone("10000008", NOW, "7F3A 90C2 11BD 44E0")),
    "day": st.just(DAY),
    "promised": st.just(DAY),
    "answer_by": st.sampled_from((None, DAY)),
}
"""What may stand in the fields of news, by their names: a new kind of news with a field of a new name needs it here."""


def of_every_kind(kinds: Iterable[type]) -> st.SearchStrategy[Any]:
    """Any of these dataclasses. Raises KeyError for a field of which nothing is known."""
    return st.one_of([st.builds(kind, **{one.name: FIELDS[one.name] for one in fields(kind)}) for kind in kinds])


news = of_every_kind(get_args(News))
stray = st.one_of(
    st.just(ReceiptRefused()),
    st.just(ReceiptRefused(must_wait=True)),
    st.just(ReceiptOfErased("10000008", DAY)),
    st.just(ReferralsFound(())),
    st.just(ReferralsFound((ELSEWHERE,))),
)
"""Answers to what was asked of the use case, that come late, when the person is long elsewhere."""


class Talks(RuleBasedStateMachine):
    """One conversation; `library` is set by whoever runs it."""

    library: ClassVar[Library]
    steps: ClassVar[int] = 0
    """Events of all runs."""

    @initialize(channel=st.sampled_from(Channel), is_simple=st.booleans(), payload=payloads)
    def begins(self, channel: Channel, is_simple: bool, payload: str) -> None:
        self.chat = Chat(self.library, Conversation("c", channel, is_simple=is_simple))
        self.ids: list[str] = []
        self.happens(Started(payload))

    def happens(self, event: Event) -> Turn:
        """Take the turn, as the use case does, and look at what must always hold."""
        type(self).steps += 1
        before = self.chat.conversation
        first = advance(before, event, self.library, Moment(TODAY))
        if first.effects or first.messages:
            self.chat.does(event)
        else:
            self.chat.conversation = first.conversation
        after = self.chat.conversation
        assert after.turn >= before.turn, "the turns went backwards"
        if not first.is_repeat and first.messages and isinstance(event, TextReceived | ContactShared | OtherReceived):
            assert after.turn > before.turn, "an answer was given and not counted"
        self.ids = [choice.id for message in self.chat.messages for choice in message.choices]
        progress = self.chat.message.progress
        if progress is not None:
            assert 1 <= progress.step <= progress.of
            same = before.asked and after.asked[: len(before.asked)] == before.asked and before.ceiling
            assert not same or progress.of <= before.ceiling, "more questions than were promised"
        return first

    @rule(text=words)
    def writes(self, text: str) -> None:
        self.happens(TextReceived(text))

    @rule(data=st.data())
    def presses(self, data: st.DataObject) -> None:
        self.happens(ChoicePressed(data.draw(st.sampled_from(self.ids))))

    @rule(label=st.sampled_from(HELPERS))
    def presses_a_helper(self, label: str) -> None:
        if label in self.chat.labels:
            self.happens(ChoicePressed(self.chat.choice(label)))

    @rule(choice=st.one_of(st.text(max_size=64), st.from_regex(r"\A[0-9]{1,3}-[a-z-]{1,20}\Z")))
    def presses_what_there_is_not(self, choice: str) -> None:
        self.happens(ChoicePressed(choice))

    @rule()
    def taps_twice(self) -> None:
        pressed = self.chat.conversation.pressed
        if pressed:
            before = self.chat.conversation
            self.happens(ChoicePressed(pressed))
            assert self.chat.conversation == before, "the second tap did something"

    @rule(kind=st.sampled_from(OtherInput))
    def sends_something_else(self, kind: OtherInput) -> None:
        self.happens(OtherReceived(kind))

    @rule(phone=st.one_of(st.just("+37061234567"), st.text(max_size=20)))
    def shares_a_number(self, phone: str) -> None:
        self.happens(ContactShared(phone))

    @rule(payload=payloads)
    def starts_again(self, payload: str) -> None:
        self.happens(Started(payload))

    @rule(is_simple=st.booleans())
    def sets_the_level(self, is_simple: bool) -> None:
        self.happens(LevelChosen(is_simple))

    @rule(is_here=st.booleans())
    def comes_over(self, is_here: bool) -> None:
        self.happens(CameOver(is_here))

    @rule(event=news)
    def hears_news(self, event: News) -> None:
        before = self.chat.conversation
        self.happens(event)
        assert self.chat.conversation.facts == before.facts, "news changed an answer"

    @rule(event=stray)
    def gets_a_late_result(self, event: Any) -> None:
        self.happens(event)

    @rule(text=st.sampled_from(DANGER))
    def is_in_danger(self, text: str) -> None:
        self.happens(TextReceived(text))
        assert self.chat.message.kind is Kind.DANGER
        assert self.chat.message.sentences[0].startswith(("Skambinkite 112", "Jei", "Paskambinkite 112"))

    @precondition(lambda self: self.chat.conversation.turn > 0)
    @rule()
    def finds_a_new_flow(self) -> None:
        self.chat.conversation = replace(self.chat.conversation, flow=0)
        self.happens(TextReceived("labas"))

    @invariant()
    def keeps_the_way_back_and_to_a_human(self) -> None:
        labels = self.chat.labels
        assert "Atgal" in labels, "the way back is lost"
        assert "Noriu žmogaus" in labels, "the way to a human is lost"
        assert isinstance(self.chat.conversation.place, Place)
        assert all(len(choice.id.encode()) <= 64 for choice in self.chat.message.choices)
        assert all(sentence for sentence in self.chat.message.sentences)

    @invariant()
    def a_human_is_one_tap_away(self) -> None:
        tapped = advance(
            self.chat.conversation, ChoicePressed(self.chat.choice("Noriu žmogaus")), self.library, Moment(TODAY)
        )
        assert tapped.is_repeat or tapped.effects or tapped.conversation.place.step in {"human", "safety", "greeting"}
