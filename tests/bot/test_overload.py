"""What the command about too many people counts: each thing that must not be is seen."""

import pytest

from tests.bot.overload import TOLD_BY, Found, Told, count_chat

WAIT = "Palaukite."
WROTE = [0.0, 10.0]
DUE = ["a", "b"]


def counted(*told: Told) -> Found:
    found = Found(calls=1000)
    count_chat(found, WROTE, list(told), DUE, WAIT)
    return found


def test_a_chat_that_waited_was_told_so_and_got_all_is_good() -> None:
    found = counted(Told(WAIT, 11.0), Told("a", 20.0), Told("b", 30.0))

    assert found.faults == []
    assert (found.answered, found.chats_told, found.waits) == (2, 1, [20.0, 20.0])


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ([Told("a", 1.0)], "lost"),
        ([Told("a", 1.0), Told("a", 2.0), Told("b", 11.0)], "doubled"),
        ([Told("b", 11.0), Told("a", 12.0)], "chats out of order"),
        ([Told("a", 1.0), Told(WAIT, 2.0), Told("b", 11.0)], "told to wait and answered at once"),
        ([Told(WAIT, 11.0), Told(WAIT, 12.0), Told("a", 13.0), Told("b", 14.0)], "told to wait more than once"),
        ([Told("a", TOLD_BY + 1.0), Told("b", TOLD_BY + 2.0)], "waiting long and never told"),
    ],
)
def test_what_must_not_be_is_named(told: list[Told], fault: str) -> None:
    assert counted(*told).faults == [fault]


def test_one_refusal_in_a_thousand_is_the_most() -> None:
    assert Found(calls=1000, refused=1).faults == []
    assert Found(calls=1000, refused=2).faults == ["refused too often"]
