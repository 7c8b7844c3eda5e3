"""Somebody writes "klausyti": the message comes again, with what can be done about sound where they are."""

import pytest

from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel, Conversation
from assistant.library.library import Library
from tests.conversation.chat import Chat


@pytest.mark.parametrize(
    ("channel", "before"),
    [
        (Channel.WEB, ("Po tekstu yra mygtukas „Klausyti“.", "Paspauskite jį.")),
        (Channel.TELEGRAM, ()),
        (Channel.TERMINAL, ("Čia garso nėra.", "Atsiprašau.")),
    ],
)
def test_the_whole_answer_comes_again(library: Library, channel: Channel, before: tuple[str, ...]) -> None:
    chat = Chat(library, Conversation("c", channel))
    chat.starts()
    chat.presses("Man")
    told = chat.says("kas yra atvejo vadyba?")

    message = chat.says("klausyti")

    assert message.kind is Kind.ANSWER
    assert message.sentences == (*before, *told.sentences)


def test_nothing_stands_above_112(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    danger = chat.says("noriu nusižudyti")
    assert danger.kind is Kind.DANGER

    assert chat.says("klausyti").sentences == danger.sentences
