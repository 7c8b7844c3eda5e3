"""Who writes in another language is answered in it: what this is, which language it speaks, how to reach a human."""

import pytest

from assistant.library.library import Library
from tests.conversation.chat import Chat

RUSSIAN = "Я говорю только на простом литовском языке."
RUSSIAN_CALL = "Звоните 112 прямо сейчас."
UKRAINIAN = "Я розмовляю лише простою литовською мовою."


@pytest.mark.parametrize(
    ("text", "first", "danger", "call"),
    [
        ("where can i get help with money", "I speak only easy Lithuanian.", "i want to die", "Call 112 now."),
        (
            "сколько это стоит",
            RUSSIAN,
            "хочу умереть",
            RUSSIAN_CALL,
        ),
        ("skolko eto stoit", RUSSIAN, "не дышит", RUSSIAN_CALL),
        ("gdzie jest urząd", "Mówię tylko prostym językiem litewskim.", "nie chcę żyć", "Zadzwoń teraz pod 112."),
        (
            "скільки це коштує",
            "Я розмовляю лише простою литовською мовою.",
            "не хочу жити",
            "Телефонуйте 112 просто зараз.",
        ),
    ],
)
def test_the_reply_is_in_the_language_of_the_person(
    library: Library, text: str, first: str, danger: str, call: str
) -> None:
    chat = Chat(library)
    chat.says(text)
    assert chat.message.sentences[0] == first
    assert any("žmogus" in sentence for sentence in chat.message.sentences)

    chat.says(danger)
    assert chat.message.sentences[:2] == (call, "Skambinkite 112 dabar.")
