"""Phrases of offices are found in all their forms, and easier words fit in their place."""

import pytest

from assistant.easy_language.coach import coach
from assistant.easy_language.text import Text
from assistant.easy_language.wordings import Wording, Wordings
from assistant.library.vocabulary import Vocabulary


def found(vocabulary: Vocabulary, text: str, *wordings: Wording, names: tuple[str, ...] = ()) -> list[str]:
    """What is found, as it stands in the text."""
    lines = text.splitlines()
    matches = Wordings(wordings, names).matches(Text(text, forms=vocabulary.forms))
    return [lines[match.line - 1][match.start : match.end] for match in matches if match.wording]


def mended(vocabulary: Vocabulary, text: str, written: str, put: str) -> str:
    """The text after the first phrase was replaced."""
    wordings = Wordings([Wording((), (), "", {written: put})])
    coaching = coach(Text(text, forms=vocabulary.forms), wordings)
    [number] = [place for place, remark in enumerate(coaching.remarks) if remark.edit][:1]
    return coaching.mended(number)


@pytest.mark.parametrize(
    ("shape", "text", "parts"),
    [
        ("~kreiptis į", "Kreipkitės į mus.", ["Kreipkitės į"]),
        ("~kreiptis į", "Galite kreiptis, į mus nežiūrėkite.", ["kreiptis, į"]),
        ("~kreiptis į", "Galite kreiptis. Į mus ateikite.", []),
        ("~kreiptis į", "Galite skambinti į namus.", []),
        ("per # darbo dienų", "Atsakysime per 20 darbo dienų.", ["per 20 darbo dienų"]),
        ("per # darbo dienų", "Atsakysime per dvidešimt darbo dienų.", []),
        ("dėl … organizavimo", "Rašome dėl pagalbos namuose organizavimo.", ["dėl pagalbos namuose organizavimo"]),
        ("dėl … organizavimo", "Rašome dėl organizavimo.", []),
        ("dėl … organizavimo", "Rašome dėl namų. Kito organizavimo nebus.", []),
        ("~teikti/~pateikti prašymą", "Pateikite prašymą ir neteikite prašymo.", ["Pateikite prašymą"]),
        ("nustatyta tvarka", "Tai yra NUSTATYTA TVARKA.", ["NUSTATYTA TVARKA"]),
    ],
)
def test_a_shape_finds_its_forms_and_no_others(vocabulary: Vocabulary, shape: str, text: str, parts: list[str]) -> None:
    assert found(vocabulary, text, Wording((shape,), ("lengvai",), "")) == parts


def test_the_longest_phrase_counts_and_none_inside_it(vocabulary: Vocabulary) -> None:
    wordings = (Wording(("~pateikti",), ("a",), ""), Wording(("~pateikti prašymą",), ("b",), ""))
    assert found(vocabulary, "Pateikite prašymą.", *wordings) == ["Pateikite prašymą"]


def test_a_name_is_left_alone_though_a_part_of_it_is_hard(vocabulary: Vocabulary) -> None:
    hard = Wording(("~asmuo",), ("žmogus",), "")
    text = "Asmens kodas yra asmens."
    assert found(vocabulary, text, hard, names=("asmens kodas",)) == ["asmens"]


@pytest.mark.parametrize(
    ("text", "written", "put", "after"),
    [
        ("Prašome atvykti rytoj.", "prašome atvykti", "ateikite", "Ateikite rytoj."),
        ("Rytoj prašome atvykti.", "prašome atvykti", "ateikite", "Rytoj ateikite."),
        ("Informuojame, kad mes dirbame.", "informuojame, kad", "", "Mes dirbame."),
        ("Vadovaujantis tvarka, mes dirbame.", "vadovaujantis tvarka", "", "Mes dirbame."),
        ("Mes dirbame nustatyta tvarka.", "nustatyta tvarka", "", "Mes dirbame."),
        ("Skambinkite prireikus.", "prireikus", "jei reikia,", "Skambinkite, jei reikia."),
        ("Prireikus skambinkite.", "prireikus", "jei reikia,", "Jei reikia, skambinkite."),
        ("Prireikus, skambinkite.", "prireikus", "jei reikia,", "Jei reikia, skambinkite."),
        ("Dėl to, mes ateisime.", "dėl to,", "todėl", "Todėl mes ateisime."),
        ("Atsakysime per 5 dienas.", "per # dienas", "po # dienų", "Atsakysime po 5 dienų."),
    ],
)
def test_words_that_are_put_in_fit_the_sentence(
    vocabulary: Vocabulary, text: str, written: str, put: str, after: str
) -> None:
    assert mended(vocabulary, text, written, put) == after
