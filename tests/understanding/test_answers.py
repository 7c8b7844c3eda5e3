import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.values import is_dont_know, read_yes_no

YES = (
    *("taip", "Taip.", "TAIP!", "taaaip", "tiap", "tikrai", "tikrai taip", "aha", "jo", "žinoma", "zinoma", "gerai"),
    *("ok", "sutinku", "noriu", "turiu", "turiu vaikų", "taip, turiu", "yes", "👍", "👍🏻", "+", "be abejo", "yra"),
    *("taip, aš gyvenu su mama ir man reikia pagalbos", "Taip aš esu nėščia ir man reikia pagalbos greitai"),
)
NO = (
    *(
        "ne",
        "Ne!",
        "neee",
        "nea",
        "ne, ačiū",
        "neturiu",
        "ne turiu",
        "nenoriu",
        "ne noriu",
        "niekada",
        "nėra",
        "nereikia",
    ),
    *("tikrai ne", "žinoma, ne", "ne, neturiu", "neturiu vaikų", "negaliu", "👎", "❌", "nebenoriu", "ne, gerai"),
    *("ne, aš gyvenu su mama ir man gera namie",),
)
DONT_KNOW = (
    *("nežinau", "Nezinau.", "nzn", "nez", "nezinua", "nežinauuu", "aš nežinau", "tikrai nežinau", "nesu tikra"),
    *("nesu tikras", "neaišku", "pamiršau", "neatsimenu", "gal", "galbūt", "neturiu supratimo", "kas žino"),
    *("nežinau, ką pasakyti", "nežinau koks mano lygis", "nežinau savo dalyvumo lygio", "sunku pasakyti", "ne žinau"),
)
NEITHER = (
    *("labas", "tai", "kaip", "kaip jau", "", "  ", "?", "…", "ar taip?", "tai kiek kainuoja", "ne, turiu"),
    *("taip, neturiu", "taip ir ne", "ne visai", "kas yra atvejo vadyba", "noriu sužinoti apie dirbtuves"),
    *("Ne, aš turiu du vaikus ir jie gyvena su manimi", "gyvenu Kretingoje", "34", "mama", "🙂"),
)


@pytest.mark.parametrize("text", YES)
def test_yes_in_all_its_forms(text: str) -> None:
    assert read_yes_no(text) is True
    assert not is_dont_know(text)


@pytest.mark.parametrize("text", NO)
def test_no_in_all_its_forms(text: str) -> None:
    assert read_yes_no(text) is False
    assert not is_dont_know(text)


@pytest.mark.parametrize("text", DONT_KNOW)
def test_not_knowing_is_never_a_no(text: str) -> None:
    assert is_dont_know(text)
    assert read_yes_no(text) is None


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_neither_yes_nor_no_is_not_guessed(text: str) -> None:
    assert read_yes_no(text) is None
    assert not is_dont_know(text)


@pytest.mark.parametrize("text", ["nežinau, kaip kreiptis", "nežinau kas tai yra", "nežinau, kur pažiūrėti lygį"])
def test_a_question_that_begins_with_not_knowing_is_a_question(text: str) -> None:
    assert not is_dont_know(text)
    assert read_yes_no(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert read_yes_no(text) in {True, False, None}
    if is_dont_know(text):
        assert read_yes_no(text) is None
