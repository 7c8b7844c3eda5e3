"""The language of a message: sure signs are needed for anything but Lithuanian."""

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
