"""Walks every place of the flow: whatever the person does there gets a kind and fitting answer."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from assistant.conversation.events import (
    ChoicePressed,
    ContactShared,
    Event,
    HeardAloud,
    OtherInput,
    OtherReceived,
    TextReceived,
)
from assistant.conversation.messages import Kind, Message, Role
from assistant.conversation.steps import STEPS
from assistant.library.library import Library
from tests.bot.kinds import table
from tests.conversation.chat import Chat

WORDS = (
    "Kretinga",
    "Kaune",
    "34",
    "70",
    "40 proc.",
    "Ona Onaitė",
    "0 612 34567",
    "taip",
    "ne",
    "nežinau",
    "atgal",
    "kodėl klausiate",
    "klausyti",
    "nesuprantu",
    "iš naujo",
    "kas yra atvejo vadyba?",
    "o kiek kainuoja?",
    "kas su mano prašymu?",
    "noriu siųsti prašymą",
    "noriu gyventi ramiai namuose",
    "mane muša",
    "mirštu iš juoko",
    "filme žmogus nusižudė",
    "ačiū",
    "asdfgh qwerty",
    "",
    "   ",
    "🙂",
    "{name} {0} %s <b>",
    "ž" * 300,
    "Numeris 10 00 00 08",
    "saliko, kate ir laivas",
    "Rasa",
    "mano paštas ona@pastas.lt",
    "ką jūs apie mane žinote?",
    "ištrinkite mano duomenis",
)
HELPERS = ("Nežinau", "Atgal", "Pakartoti", "Noriu žmogaus", "Meniu")
SHAPES = {Kind.QUESTION, Kind.MENU, Kind.GREETING, Kind.SUMMARY}


def events_at(chat: Chat) -> list[Event]:
    """Everything that a person can do here."""
    presses: list[Event] = [ChoicePressed(choice.id) for choice in chat.message.choices]
    others: list[Event] = [OtherReceived(kind) for kind in OtherInput]
    odd: list[Event] = [ChoicePressed("0-no-such-button"), ChoicePressed("nonsense"), ContactShared("+37061234567")]
    odd += [HeardAloud("taip"), HeardAloud("noriu siųsti prašymą"), HeardAloud("mane muša")]
    return presses + [TextReceived(words) for words in WORDS] + others + odd


ALIKE = frozenset(
    {
        *("topic", "sources", "understood", "which-topic", "receipt", "status", "status-more", "withdraw", "not-on"),
        *("letters-address", "letters-confirm", "receipt-words", "receipt-second", "follow"),
        *("asked-write", "asked-confirm", "own-data", "own-copy", "erase", "erased", "heard", "sure"),
    }
)
"""Places that are alike whatever they are about, so that one of each is walked."""


FORM = frozenset({"request", "summary", "change", "change-more"})
"""Places that ask otherwise for a letter than for a request that is sent."""


def key_of(chat: Chat) -> tuple[object, ...]:
    """What makes two situations the same for this walk."""
    conversation = chat.conversation
    about = "" if conversation.place.step in ALIKE else conversation.place.about
    is_letter = conversation.place.step in FORM and conversation.draft.letter_to is not None
    # Elsewhere it makes no difference that a change is not finished.
    is_changing = bool(conversation.draft.changes) and conversation.place.step in {"request", "summary"}
    # A helper's request is read back to the person, or it says why not.
    is_asking_person = conversation.place.step == "summary" and conversation.draft.helping.asks_person
    if conversation.place.step in {"status", "status-more"} and conversation.known is not None:
        # What can be done there follows from whose it is and whether it is over.
        about = f"{conversation.known.is_own} {len(chat.message.choices)}"
    return (
        conversation.place.step,
        about,
        bool(conversation.is_helper),
        bool(conversation.candidates),
        is_changing,
        is_letter,
        is_asking_person,
    )


@dataclass
class Walk:
    """One chat in each situation that can be reached, and every message that was met on the way."""

    reached: dict[tuple[object, ...], Chat]
    messages: dict[str, Message]

    def chats(self) -> Iterable[Chat]:
        return self.reached.values()


@pytest.fixture(scope="module")
def walk(library: Library) -> Walk:
    return walked(library)


def walked(library: Library) -> Walk:
    """Everything that can be reached from the beginning."""
    first = Chat(library)
    walk = Walk({}, {first.starts().text: first.message})
    walk.reached[key_of(first)] = first
    waiting = deque([first])
    while waiting:
        chat = waiting.popleft()
        for event in events_at(chat):
            following = chat.copy()
            message = following.does(event)
            assert following.conversation.turn >= chat.conversation.turn
            walk.messages.setdefault(message.text, message)
            if key_of(following) not in walk.reached:
                walk.reached[key_of(following)] = following
                waiting.append(following)
    return walk


def test_every_place_can_be_reached(walk: Walk) -> None:
    assert {key[0] for key in walk.reached} == set(STEPS)


def test_every_message_met_on_the_way_is_fit_to_be_read(walk: Walk, library: Library) -> None:
    for message in walk.messages.values():
        is_fit(message, library)


def is_fit(message: Message, library: Library) -> None:
    content = [choice for choice in message.choices if choice.role is Role.CONTENT]
    helpers = tuple(choice.label for choice in message.choices if choice.role is Role.HELPER)
    where = f"{message.text}\n{[choice.label for choice in content]}"
    assert helpers == HELPERS, where
    assert 1 <= len(content) <= 4 or (message.kind is Kind.QUESTION and len(content) == 0), where
    assert all(choice.label and len(choice.label) <= 24 and len(choice.label.split()) <= 4 for choice in content), where
    assert all(len(choice.id.encode()) <= 64 for choice in message.choices), where
    assert all(choice.picture in library.pictures for choice in message.choices), where
    assert message.picture in library.pictures, where
    assert message.sentences, where
    assert all(sentence.strip() == sentence and sentence for sentence in message.sentences), where
    # What the person added stands word for word in the summary and may be a question of theirs.
    theirs = ("Dar parašėte: ", "Padėjėjas parašė: ", "Kada skambinti: ", "Jūsų atsakymas: ")
    own = [sentence for sentence in message.sentences if not sentence.startswith(theirs)]
    asked = [number for number, sentence in enumerate(own) if sentence.endswith("?")]
    assert len(asked) <= 1, where
    if asked and message.kind in SHAPES:
        assert asked[0] == len(own) - 1, where


def test_a_human_is_one_tap_away_from_everywhere(walk: Walk) -> None:
    for chat in walk.chats():
        after = chat.copy()
        after.presses("Noriu žmogaus")
        assert after.conversation.place.step == "human"


def test_back_never_loses_an_answer(walk: Walk) -> None:
    for chat in walk.chats():
        after = chat.copy()
        after.presses("Atgal")
        assert after.conversation.facts == chat.conversation.facts
        assert after.conversation.draft == chat.conversation.draft


def test_danger_comes_first_in_every_place(walk: Walk) -> None:
    for chat in walk.chats():
        after = chat.copy()
        message = after.says("nebenoriu gyventi, noriu nusižudyti")
        assert message.sentences[0] == "Skambinkite 112 dabar.", chat.conversation.place
        assert message.kind is Kind.DANGER


def test_every_kind_of_thing_that_telegram_brings_is_answered_in_every_place(walk: Walk) -> None:
    rows = table(walk.chats(), words_in_every=15)
    assert len(rows) >= 40
    assert {row.kind: row.unhandled for row in rows if row.unhandled} == {}


def test_not_knowing_never_ends_the_talk(walk: Walk) -> None:
    for chat in walk.chats():
        after = chat.copy()
        for _ in range(3):
            message = after.presses("Nežinau")
            assert any(choice.label == "Noriu žmogaus" for choice in message.choices)
