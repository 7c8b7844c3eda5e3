"""The count of questions: it is never more than its own total."""

from assistant.conversation.messages import Progress
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.steps.progress import begin_series, next_in_series, progress_of
from assistant.library.library import Library
from tests.conversation.chat import Chat


def test_the_total_falls_where_fewer_remain_and_does_not_rise() -> None:
    series = next_in_series(begin_series(Conversation("c", Channel.WEB), 4), "name", remaining=4)
    series = next_in_series(series, "contact", remaining=1)
    assert progress_of(series, "contact") == Progress(2, 2)
    assert progress_of(next_in_series(series, "contact", remaining=3), "contact") == Progress(2, 2)


def test_who_goes_back_is_told_the_same_count_again_and_then_how_long_the_other_way_is(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for said in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(said)
    for said in ("Kretinga", "Ona"):
        chat.says(said)
    assert chat.message.progress == Progress(4, 7)

    chat.presses("Parašyti čia")
    assert chat.message.progress == Progress(5, 5)
    chat.presses("Atgal")
    assert chat.message.progress == Progress(4, 7)
    chat.presses("Paskambinti man")

    assert chat.message.progress == Progress(5, 7)
    chat.says("0 612 34567")
    assert chat.message.progress == Progress(6, 7)


def test_who_goes_back_behind_what_was_answered_is_not_asked_it_again(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for said in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(said)
    chat.says("Kretinga")
    chat.says("Ona")
    for _ in range(2):
        chat.presses("Atgal")

    chat.says("Kretinga")

    assert chat.message.progress == Progress(3, 6)


def test_more_questions_than_were_promised_are_told_as_they_are() -> None:
    series = next_in_series(begin_series(Conversation("c", Channel.WEB), 4), "name", remaining=4)
    series = next_in_series(series, "contact", remaining=1)

    series = next_in_series(series, "phone", remaining=2)

    assert progress_of(series, "phone") == Progress(3, 4)
    assert progress_of(next_in_series(series, "note", remaining=1), "note") == Progress(4, 4)


def test_a_talk_that_was_stored_before_totals_were_kept_goes_on_with_its_own() -> None:
    stored = Conversation("c", Channel.WEB, asked=("need", "name"), ceiling=5)

    assert progress_of(stored, "name") == Progress(2, 5)
    assert progress_of(next_in_series(stored, "note", remaining=1), "note") == Progress(3, 3)


def test_what_is_no_part_of_a_series_is_not_counted() -> None:
    assert progress_of(Conversation("c", Channel.WEB), "name") is None


def test_who_wants_a_check_in_the_middle_of_it_is_asked_nothing_again(library: Library) -> None:
    # Given somebody who did not know one of the answers
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Ar man tinka?", "Atvejo vadyba", "Nežinau", "Nežinau"):
        asked = chat.presses(label)
    declined = chat.conversation.declined

    again = chat.says("ar man tinka?")

    assert chat.conversation.declined == declined != frozenset()
    assert again.sentences[-1] == asked.sentences[-1]


def test_who_answers_otherwise_before_a_series_began_is_told_how_long_it_is_now(library: Library) -> None:
    # Given somebody who wants to be written to, and then to send a request
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    for words in ("Kretinga", "Ona Onaitė", "nežinau", "Man sunku kalbėti telefonu.", "noriu rašyti prašymą"):
        chat.says(words)
    assert chat.message.progress == Progress(1, 1)

    # When they go back and want to be called, which means two questions more
    for label in ("Atgal", "Atgal", "Atgal", "Paskambinti man"):
        chat.presses(label)

    assert chat.message.progress == Progress(1, 3)
    assert chat.says("0 612 34567").progress == Progress(2, 3)
