"""Sentences and words are cut as a reader would cut them."""

import pytest

from assistant.easy_language.sentences import split_sentences, split_words


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kas? Jūs!", ["Kas?", "Jūs!"]),
        ("Ateikite 8 val. ryto. Pasiimkite pasą.", ["Ateikite 8 val. ryto.", "Pasiimkite pasą."]),
        ("Tai pvz. Kretinga. Ir kitur.", ["Tai pvz. Kretinga.", "Ir kitur."]),
        ("Rašo J. Jonaitis. Jis dirba.", ["Rašo J. Jonaitis.", "Jis dirba."]),
        ("2026 m. gruodžio 1 d. Kretingoje.", ["2026 m. gruodžio 1 d. Kretingoje."]),
        ("Reikia 2.5 metro. Gerai.", ["Reikia 2.5 metro.", "Gerai."]),
        ("1. Rašykite prašymą.\n2. Siųskite.", ["Rašykite prašymą.", "Siųskite."]),
        ("- Pirmas daiktas\n- Antras daiktas", ["Pirmas daiktas", "Antras daiktas"]),
        ("Šis sakinys yra\nant dviejų eilučių.", ["Šis sakinys yra ant dviejų eilučių."]),
        ("Antraštė\nSakinys.", ["Antraštė", "Sakinys."]),
        ("Jis sakė: „Ateikite.“ Ji atėjo.", ["Jis sakė: „Ateikite.“", "Ji atėjo."]),
        ("", []),
        ("   \n –  \n", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_knows_its_place() -> None:
    text = "Sveiki.\n  Aš esu čia. Jūs esate ten."
    for sentence in split_sentences(text):
        assert text.splitlines()[sentence.line - 1][sentence.start : sentence.end] == sentence.text


def test_a_phone_number_is_one_word() -> None:
    words = [word.text for word in split_words("Skambinkite 0 445 70145 arba +370 612 34567 dabar")]
    assert words == ["Skambinkite", "0 445 70145", "arba", "+370 612 34567", "dabar"]
