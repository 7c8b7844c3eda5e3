"""The language of a message: sure signs are needed for anything but Lithuanian."""

from pathlib import Path

import pytest

from assistant.understanding.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Labas, kas yra atvejo vadyba?", "lt"),
        ("kas ta atveju vadiba", "lt"),
        ("noriu dirbti", "lt"),
        ("ok", "lt"),
        ("", "lt"),
        ("12345", "lt"),
        ("man 34 metai", "lt"),
        ("as gyvenu kretingoje", "lt"),
        ("o kiek kainuoja", "lt"),
        ("Jonas", "lt"),
        ("Hello, do you speak English?", "en"),
        ("where can i get help", "en"),
        ("how much does it cost", "en"),
        ("help me please", "en"),
        ("как получить помощь", "ru"),
        ("сколько это стоит", "ru"),
        ("мне нужна помощь, я живу в Кретинге", "ru"),
        ("як отримати допомогу", "uk"),
        ("скільки це коштує", "uk"),
        ("потрібна допомога", "uk"),
        ("czy mówi pan po polsku", "pl"),
        ("ile to kosztuje", "pl"),
        ("potrzebuję pomocy", "pl"),
        ("gdzie jest urząd", "pl"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    assert guess_language(text) == language


SHORT = [
    line.split("\t")
    for line in (Path(__file__).parent / "development" / "languages.tsv").read_text(encoding="utf-8").splitlines()
]
MOST_MISSED = 0.03
"""Of short messages in Cyrillic, in Latin letters and without diacritics; to take them for Lithuanian does no harm."""


@pytest.mark.parametrize("language", ["en", "pl", "ru", "uk"])
def test_short_messages_are_told_in_whatever_letters_they_are_written(language: str) -> None:
    texts = [text for told, text in SHORT if told == language]

    missed = [text for text in texts if guess_language(text) != language]

    assert len(missed) <= MOST_MISSED * len(texts), missed


def test_lithuanian_without_diacritics_and_with_borrowed_words_stays_lithuanian() -> None:
    assert [text for told, text in SHORT if told == "lt" and guess_language(text) != "lt"] == []
