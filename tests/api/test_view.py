"""What a page makes of lines and sentences."""

from datetime import UTC, datetime

import pytest

from api.chat.phones import with_phone_links
from api.chat.taps import Tap, with_taps
from api.chat.view import talk_view
from assistant.conversation.messages import Choice, Kind, Meaning, Message, QuestionNotice, Role
from assistant.usecases.ports import Line

EARLIER = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 10, 1, tzinfo=UTC)


def told(name: str, at: datetime, *sentences: str, kind: Kind = Kind.ANSWER, choices: tuple[Choice, ...] = ()) -> Line:
    return Line(name, at, message=Message(kind, sentences, choices=choices, id=name))


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("Skambinkite 112 dabar.", '<a href="tel:112">112</a>'),
        ("Vilties linija: 116 123.", '<a href="tel:116123">116\u00a0123</a>'),
        ("Skambinkite 0 445 51008.", '<a href="tel:044551008">0\u00a0445\u00a051008</a>'),
        ("Skambinkite 8 445 51008.", '<a href="tel:044551008">8\u00a0445\u00a051008</a>'),
        ("Numeris +370 612 34567", '<a href="tel:+37061234567">+370\u00a0612\u00a034567</a>'),
    ],
)
def test_a_phone_number_can_be_tapped(sentence: str, link: str) -> None:
    assert link in with_phone_links(sentence)


@pytest.mark.parametrize(
    "sentence", ["Prašymo numeris yra 47 12 80 35.", "Jums yra 65 metai.", "Iki 2026 m. 1 d.", "1120"]
)
def test_other_numbers_are_no_phones(sentence: str) -> None:
    assert "<a" not in with_phone_links(sentence)


def test_groups_of_digits_stay_on_one_line() -> None:
    assert "47\u00a012\u00a080\u00a035" in with_phone_links("Numeris 47 12 80 35.")


def test_the_number_of_a_request_stands_out_and_nothing_else_does() -> None:
    number = '<strong class="number">47\u00a012\u00a080\u00a035</strong>'
    assert with_phone_links("<b>Numeris yra 47 12 80 35.") == f"&lt;b&gt;Numeris yra {number}."
    for sentence in ("Skambinkite 8 44 55 10 08.", "47 12 80", "1 47 12 80 35", "47 12 80 35 1", "2026 12 10 11"):
        assert "strong" not in with_phone_links(sentence), sentence


def test_a_sentence_is_escaped_around_its_numbers() -> None:
    assert with_phone_links("<b> 112 <i>") == '&lt;b&gt; <a href="tel:112">112</a> &lt;i&gt;'


def test_the_question_stands_apart_from_what_is_said_before_it() -> None:
    view = talk_view([told("a", EARLIER, "Raskite skaičių.", "Koks jis?", kind=Kind.QUESTION)], {})

    assert (view.entries[0].sentences, view.entries[0].question) == (("Raskite skaičių.",), "Koks jis?")


def test_a_reply_of_staff_is_left_word_for_word() -> None:
    view = talk_view([told("a", EARLIER, "Laba diena.", "Kada skambinti?", kind=Kind.REPLY)], {})

    assert (view.entries[0].sentences, view.entries[0].question) == (("Laba diena.", "Kada skambinti?"), "")


def test_buttons_are_those_of_the_last_message_alone() -> None:
    old = told("a", EARLIER, "Ar?", choices=(Choice("1-a", "Senas"),))
    new = told("b", LATER, "Ar?", choices=(Choice("2-a", "Naujas"), Choice("2-back", "Atgal", Role.HELPER)))

    view = talk_view([old, Line("said", LATER, said="Senas"), new], {})

    assert [button.label for button in view.answers] == ["Naujas"]
    assert [button.label for button in view.helpers] == ["Atgal"]
    assert (view.first_new, view.last) == ("b", "b")


def test_a_message_without_its_picture_still_shows_its_words() -> None:
    message = Message(Kind.ANSWER, ("Sveiki.",), picture="not-drawn", id="a")

    view = talk_view([Line("a", EARLIER, message=message)], {})

    assert (view.entries[0].sentences, view.entries[0].picture) == (("Sveiki.",), "")


def test_a_conversation_without_lines_is_an_empty_page() -> None:
    view = talk_view([], {})

    assert (view.entries, view.answers, view.first_new, view.last) == ((), (), "", "")


def test_a_hard_word_is_a_link_inside_its_sentence_and_the_rest_is_escaped() -> None:
    taps = [Tap("a-level", 2, 16, ("Tai skaičius.",), ""), Tap("a-call", 19, 22, ("Tai telefonas.",), "")]

    assert with_taps("< dalyvumo lygis & 112 > 112", taps) == (
        '&lt; <a class="term" id="zodis-a-level" href="#reiksme-a-level"><span>dalyvumo lygis</span></a> &amp; '
        '<a class="term" id="zodis-a-call" href="#reiksme-a-call"><span>112</span></a> &gt; <a href="tel:112">112</a>'
    )


def test_hard_words_are_told_for_their_sentence_and_for_the_question() -> None:
    level = Meaning("level", "lygį", 0, 7, 11, ("Lygis yra skaičius.",), "level")
    need = Meaning("need", "poreikis", 1, 5, 13, ("Poreikis yra tai, ko reikia.",))
    message = Message(Kind.QUESTION, ("Raskite lygį.", "Koks poreikis?"), terms=(level, need), id="a")

    (entry,) = talk_view([Line("a", EARLIER, message=message)], {}).entries

    assert entry.taps == {
        0: (Tap("a-level", 7, 11, ("Lygis yra skaičius.",), ""),),
        1: (Tap("a-need", 5, 13, ("Poreikis yra tai, ko reikia.",), ""),),
    }


def asks(name: str, position: int, *, is_open: bool = True, number: str = "47128035") -> Line:
    notice = QuestionNotice(number, position, is_open)
    choices = (
        Choice(f"ask:{number}:{position}:0", "Taip"),
        Choice(f"ask:{number}:{position}:write", "Rašyti", Role.TOOL),
    )
    kind = Kind.ASKED if is_open else Kind.MENU
    return Line(name, EARLIER, message=Message(kind, ("Ar ateisite?",), choices=choices, asked=notice, id=name))


def asking(*lines: Line) -> list[str]:
    """The entries that show the buttons of a question of staff."""
    return [entry.id for entry in talk_view(lines, {}).entries if entry.asked is not None]


def test_a_question_of_staff_keeps_its_buttons_until_a_later_line_says_that_it_is_over() -> None:
    question, talk = asks("a", 1), told("b", LATER, "Ką norite daryti?")

    [entry, _] = talk_view([question, talk], {}).entries
    assert entry.asked is not None
    assert [button.label for button in entry.asked.answers] == ["Taip"]
    assert [button.label for button in entry.asked.tools] == ["Rašyti"]
    assert asking(question, talk, asks("c", 1, is_open=False)) == []


def test_of_two_questions_about_one_request_the_newer_has_buttons() -> None:
    assert asking(asks("a", 1), asks("b", 2)) == ["b"]
    assert asking(asks("a", 1), asks("b", 1, number="55512340")) == ["a", "b"]
