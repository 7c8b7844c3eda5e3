"""A quick copy of a record is the one that the standard library makes."""

import dataclasses

import pytest

from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Channel, Conversation, Place
from assistant.eligibility.facts import Interval
from assistant.frozen import replace


def test_a_copy_has_what_was_changed_and_the_rest_as_it_was() -> None:
    before = Conversation(id="c", channel=Channel.WEB, turn=3, candidates=("kauno-miesto",))

    after = replace(before, turn=4, place=Place("menu"))

    assert after == dataclasses.replace(before, turn=4, place=Place("menu"))
    assert hash(after) == hash(dataclasses.replace(before, turn=4, place=Place("menu")))
    assert (before.turn, before.place) == (3, Conversation(id="c", channel=Channel.WEB).place)
    with pytest.raises(dataclasses.FrozenInstanceError):
        after.turn = 5  # type: ignore[misc]


def test_a_copy_of_a_message_is_the_same_to_everybody_who_compares() -> None:
    message = Message(kind=Kind.ANSWER, sentences=("Labas.",))

    assert {replace(message, id="m")} == {dataclasses.replace(message, id="m")}


def test_a_record_that_checks_itself_is_checked_in_its_copy() -> None:
    with pytest.raises(ValueError, match="upwards"):
        replace(Interval(18, 20), low=30)
