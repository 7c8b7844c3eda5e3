"""Hard words are found in sentences and in what people ask."""

import pytest

from assistant.understanding.terms import TermFinder, asks_what_it_is, asks_what_it_means

FINDER = TermFinder(
    {
        "atvejo vadyba": "case-management",
        "atvejo vadybos": "case-management",
        "atvejo vadybos posėdis": "case-meeting",
        "posėdis": "meeting",
        "Sodra": "sodra",
        "Sodroje": "sodra",
        "stipendija": "stipend",
        "žyma": "mark",
    }
)


def found(*sentences: str) -> list[tuple[str, str]]:
    return [(one.term, sentences[one.sentence][one.start : one.end]) for one in FINDER.find(sentences)]


def test_the_longest_word_counts() -> None:
    assert found("Vyksta atvejo vadybos posėdis.") == [("case-meeting", "atvejo vadybos posėdis")]


def test_each_word_counts_once_where_it_stands_first() -> None:
    sentences = ("Klauskite „Sodroje“.", "Atvejo vadyba padeda.", "Sodra ir atvejo vadyba.")
    assert found(*sentences) == [("sodra", "Sodroje"), ("case-management", "Atvejo vadyba")]


@pytest.mark.parametrize(
    "sentence",
    ["Pažyma yra čia.", "Žymai negalima.", "Atvejo, vadyba.", "ATVEJO-VADYBA", "atvejo. Vadyba", "", "🙂 ‒ \x00"],
)
def test_parts_of_words_and_words_apart_are_no_hard_words(sentence: str) -> None:
    assert found(sentence) == []


def test_capitals_and_spaces_do_not_matter() -> None:
    assert found("ATVEJO \N{NO-BREAK SPACE} VADYBA") == [("case-management", "ATVEJO \N{NO-BREAK SPACE} VADYBA")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("stipendija", "stipend"),
        ("Stipendija?", "stipend"),
        ("stipendja", "stipend"),
        ("atvejo vadybos posedis", "case-meeting"),
        ("atveijo vadibos posedis", "case-meeting"),
        ("zyma", "mark"),
        ("zima", ""),
        ("ztipendija", ""),
        ("mano stipendija", ""),
        ("", ""),
        ("?", ""),
    ],
)
def test_a_word_is_known_without_marks_and_with_a_slip(text: str, term: str) -> None:
    assert FINDER.named(text) == term


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Ką reiškia stipendija?", "stipendija"),
        ("ka reiskia zodis „stipendija“", "stipendija"),
        ("stipendija ką reiškia", "stipendija"),
        ("ką reiškia?", ""),
        ("Ką tai reiškia?", ""),
        ("kas yra stipendija", None),
        ("ką reiškiasi", None),
        ("", None),
    ],
)
def test_it_is_heard_of_which_word_somebody_asks(text: str, of: str | None) -> None:
    assert asks_what_it_means(text) == of


def test_what_something_is_may_be_asked_too() -> None:
    assert asks_what_it_is("Kas yra stipendija?") == "stipendija"
    assert asks_what_it_is("kas yra?") is None
    assert asks_what_it_is("ką reiškia stipendija") is None
