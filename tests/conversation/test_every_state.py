"""Walks every place of the flow: whatever the person does there gets a kind and fitting answer."""

from collections import deque

import pytest

from assistant.conversation.events import ChoicePressed, ContactShared, Event, OtherInput, OtherReceived, TextReceived
from assistant.conversation.messages import Kind, Message, Role
from assistant.conversation.steps import STEPS
from assistant.library.library import Library
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
    "nesuprantu",
    "iš naujo",
    "kas yra atvejo vadyba?",
    "o kiek kainuoja?",
    "kas su mano prašymu?",
    "noriu siųsti prašymą",
    "noriu gyventi ramiai namuose",
    "mane muša",
    "mirštu iš juoko",
    "ačiū",
    "asdfgh qwerty",
    "",
    "   ",
    "🙂",
    "{name} {0} %s <b>",
    "ž" * 5000,
)
HELPERS = ("Nežinau", "Atgal", "Pakartoti", "Noriu žmogaus", "Meniu")
SHAPES = {Kind.QUESTION, Kind.MENU, Kind.GREETING, Kind.SUMMARY}


def events_at(chat: Chat) -> list[Event]:
    """Everything that a person can do here."""
    presses: list[Event] = [ChoicePressed(choice.id) for choice in chat.message.choices]
    others: list[Event] = [OtherReceived(kind) for kind in OtherInput]
    odd: list[Event] = [ChoicePressed("0-no-such-button"), ChoicePressed("nonsense"), ContactShared("+37061234567")]
    return presses + [TextReceived(words) for words in WORDS] + others + odd


def key_of(chat: Chat) -> tuple[object, ...]:
    """What makes two situations the same for this walk."""
    conversation = chat.conversation
    about = (
        conversation.place.about.partition("|")[0] if conversation.place.step == "receipt" else conversation.place.about
    )
    return conversation.place.step, about, conversation.is_helper, bool(conversation.candidates)


@pytest.fixture(scope="module")
def walked(library: Library) -> dict[tuple[object, ...], Chat]:
    """One chat in each situation that can be reached."""
    first = Chat(library)
    first.starts()
    reached = {key_of(first): first}
    waiting = deque([first])
    while waiting:
        chat = waiting.popleft()
        for event in events_at(chat):
            next_chat = chat.copy()
            next_chat.does(event)
            if next_chat.conversation.place.step == "which-topic" and chat.conversation.place.step == "which-topic":
                continue
            if key_of(next_chat) not in reached:
                reached[key_of(next_chat)] = next_chat
                waiting.append(next_chat)
    return reached


def test_every_place_can_be_reached(walked: dict[tuple[object, ...], Chat]) -> None:
    assert {key[0] for key in walked} == set(STEPS)


def test_every_message_is_fit_to_be_read(walked: dict[tuple[object, ...], Chat], library: Library) -> None:
    for chat in walked.values():
        is_fit(chat.message, library)


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
    asked = [number for number, sentence in enumerate(message.sentences) if sentence.endswith("?")]
    assert len(asked) <= 1, where
    if asked and message.kind in SHAPES:
        assert asked[0] == len(message.sentences) - 1, where


def test_everything_is_answered_everywhere(walked: dict[tuple[object, ...], Chat]) -> None:
    for chat in walked.values():
        for event in events_at(chat):
            after = chat.copy()
            message = after.does(event)
            assert message.choices, event
            assert after.conversation.turn >= chat.conversation.turn


def test_a_human_is_one_tap_away_from_everywhere(walked: dict[tuple[object, ...], Chat]) -> None:
    for chat in walked.values():
        after = chat.copy()
        after.presses("Noriu žmogaus")
        assert after.conversation.place.step == "human"


def test_back_never_loses_an_answer(walked: dict[tuple[object, ...], Chat]) -> None:
    for chat in walked.values():
        after = chat.copy()
        after.presses("Atgal")
        assert after.conversation.facts == chat.conversation.facts
        assert after.conversation.draft == chat.conversation.draft


def test_danger_comes_first_in_every_place(walked: dict[tuple[object, ...], Chat]) -> None:
    for chat in walked.values():
        after = chat.copy()
        message = after.says("nebenoriu gyventi, noriu nusižudyti")
        assert message.sentences[0] == "Skambinkite 112 dabar.", chat.conversation.place
        assert message.kind is Kind.DANGER


def test_not_knowing_never_ends_the_talk(walked: dict[tuple[object, ...], Chat]) -> None:
    for chat in walked.values():
        after = chat.copy()
        for _ in range(3):
            message = after.presses("Nežinau")
            assert any(choice.label == "Noriu žmogaus" for choice in message.choices)
