"""A message looks right in Telegram: one part where it fits, split between sentences where it does not."""

import pytest

from assistant.conversation.messages import Choice, Kind, Message, Progress, Role
from bot.incoming import Press
from bot.keyboards import OpenKeyboards, keyboard, label_of
from bot.outgoing import MOST_TEXT_UNITS, marked, rendered
from tests.bot.fakes import question, some_words


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_sentences_stand_one_a_line_in_one_part_with_the_buttons_under_it() -> None:
    parts = rendered(question("Jums padeda žmogus.", "Ar tinka?"), some_words())

    assert [part.text for part in parts] == ["Jums padeda žmogus.\nAr tinka?"]
    assert parts[0].buttons is not None


def test_what_looks_like_markup_stays_as_it_was_written() -> None:
    (part,) = rendered(Message(Kind.REPLY, ("1 < 2 & <b>svarbu</b> *taip*",)), some_words())

    assert part.text == "1 < 2 & <b>svarbu</b> *taip*"
    assert part.buttons is None


def test_the_number_of_the_question_is_said_before_it() -> None:
    (part,) = rendered(Message(Kind.QUESTION, ("Kiek Jums metų?",), progress=Progress(2, 6)), some_words())

    assert part.text == "2 klausimas iš 6\nKiek Jums metų?"


def test_a_long_message_is_split_between_sentences_and_nothing_is_lost() -> None:
    sentences = tuple(f"{number} sakinys yra čia. {'ž' * 90}" for number in range(120))

    parts = rendered(Message(Kind.ANSWER, sentences, choices=question("?").choices), some_words())

    assert len(parts) == 4
    assert "\n".join(part.text for part in parts).split("\n") == list(sentences)
    assert all(units(part.text) <= MOST_TEXT_UNITS for part in parts)
    assert [part.buttons is not None for part in parts] == [False, False, False, True]


def test_length_is_counted_in_utf_16_units_as_telegram_counts() -> None:
    (fits,) = rendered(Message(Kind.REPLY, ("🙂" * 2048,)), some_words())
    too_long = rendered(Message(Kind.REPLY, ("🙂" * 2049,)), some_words())

    assert units(fits.text) == MOST_TEXT_UNITS
    assert [part.text for part in too_long] == ["🙂" * 2048, "🙂"]


def test_a_sentence_that_alone_is_too_long_is_cut_between_words() -> None:
    sentence = " ".join(["žodis"] * 1500)

    parts = rendered(Message(Kind.REPLY, (sentence,)), some_words())

    assert " ".join(part.text for part in parts) == sentence
    assert all(units(part.text) <= MOST_TEXT_UNITS for part in parts)


def test_answers_stand_one_a_row_then_the_helpers_two_a_row_then_the_menu() -> None:
    markup = keyboard(question("?").choices)

    assert markup is not None
    assert [[button.text for button in row] for row in markup.inline_keyboard] == [
        ["Taip"],
        ["Ne"],
        ["Nežinau", "Atgal"],
        ["Pakartoti", "Noriu žmogaus"],
        ["Meniu"],
    ]
    assert markup.inline_keyboard[0][0].callback_data == "1-yes"


def test_helpers_stand_below_the_answers_wherever_they_come_in_the_list() -> None:
    choices = (Choice("menu", "Meniu", Role.HELPER), Choice("1-yes", "Taip"))

    markup = keyboard(choices)

    assert markup is not None
    assert [row[0].text for row in markup.inline_keyboard] == ["Taip", "Meniu"]


def test_a_message_without_choices_has_no_keyboard() -> None:
    assert keyboard(()) is None


@pytest.mark.parametrize(("choice", "is_fine"), [("a" * 64, True), ("ž" * 32, True), ("ž" * 33, False), ("", False)])
def test_a_button_carries_at_most_64_bytes(choice: str, *, is_fine: bool) -> None:
    if is_fine:
        assert keyboard((Choice(choice, "Taip"),)) is not None
    else:
        with pytest.raises(ValueError, match="64 bytes"):
            keyboard((Choice(choice, "Taip"),))


def test_the_label_of_a_button_is_found_by_its_choice() -> None:
    markup = keyboard(question("?").choices)

    assert label_of(markup, "1-no") == "Ne"
    assert label_of(markup, "9-no") == ""
    assert label_of(None, "1-no") == ""


def test_the_pressed_message_shows_the_answer_unless_it_would_grow_too_long() -> None:
    assert marked(Press(5, "Ar norite?", "Taip")) == "Ar norite?\n\n✓ Taip"
    assert marked(Press(5, "a" * MOST_TEXT_UNITS, "Taip")) == ""
    assert marked(Press(5, "", "Taip")) == ""
    assert marked(Press(5, "Ar norite?", "")) == ""


def test_only_so_many_chats_are_remembered_and_the_longest_silent_one_is_forgotten() -> None:
    shown = OpenKeyboards(most=2)
    shown.opened("1", 10)
    shown.opened("2", 20)
    shown.opened("1", 11)
    shown.opened("3", 30)

    assert (shown.of("1"), shown.of("2"), shown.of("3")) == (11, None, 30)


def test_closing_an_older_message_leaves_the_newest_buttons_remembered() -> None:
    shown = OpenKeyboards()
    shown.opened("1", 11)

    shown.closed("1", 10)
    assert shown.of("1") == 11

    shown.closed("1", 11)
    assert shown.of("1") is None
