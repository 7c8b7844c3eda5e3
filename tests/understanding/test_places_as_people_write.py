"""All municipalities and their towns are found in all cases and typing styles; the texts are made by seeded dice."""

import random
from collections.abc import Callable

import pytest

from assistant.library.library import Library
from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded

LEAST_FOUND = 0.99
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHORTEST_MISSPELT = 8


def in_sentence(form: str, dice: random.Random) -> str:
    return dice.choice(("gyvenu {}", "as gyvenu {}", "{}", "mano namai {}", "labas gyvenu {}", "nu {}")).format(form)


def in_capitals(form: str, dice: random.Random) -> str:
    return in_sentence(form, dice).upper()


def without_last_letter(form: str, dice: random.Random) -> str:
    """As people speak: Kretingoj, Gargžduos."""
    return in_sentence(form[:-1] if form.endswith(("oje", "eje", "yje", "uje", "uose")) else form, dice)


def misspelt(form: str, dice: random.Random) -> str:
    """Two letters change places, or a neighbouring key is hit, never in the first letter or in the ending."""
    if len(form) < SHORTEST_MISSPELT or " " in form:
        return form
    place = dice.randrange(1, len(form) - 3)
    if dice.random() < 1 / 2:
        return form[:place] + form[place + 1] + form[place] + form[place + 2 :]
    row = next((row for row in KEYS if form[place] in row), form[place])
    near = row[(row.index(form[place]) + 1) % len(row)]
    return form[:place] + near + form[place + 1 :]


STYLES: tuple[Callable[[str, random.Random], str], ...] = (in_sentence, in_capitals, without_last_letter, misspelt)


@pytest.mark.parametrize("style", STYLES)
def test_towns_are_found_in_every_case_and_style(library: Library, style: Callable[[str, random.Random], str]) -> None:
    dice = random.Random(8)  # noqa: S311 - dice of a test
    missed, asked = [], 0
    for municipality in library.municipalities.values():
        for name in municipality.towns:
            for form in case_forms(name):
                asked += 1
                text = style(form, dice)
                if municipality.id not in library.gazetteer.find(text):
                    missed.append(text)

    assert asked > 0
    assert 1 - len(missed) / asked >= LEAST_FOUND, missed


ENDINGS = ("rajonas", "rajone", "raj", "rajono savivaldybe", "raj sav", "rajono sav")


# One letter run together with a name is another case of it, so "r" stands apart only.
@pytest.mark.parametrize("after", [" r", *(f" {ending}" for ending in ENDINGS), *ENDINGS])
def test_districts_are_found_by_their_name(library: Library, after: str) -> None:
    for municipality in library.municipalities.values():
        if municipality.id.endswith("-rajono"):
            genitive = folded(municipality.id.removesuffix("-rajono").replace("-", " "))
            assert library.gazetteer.find(f"{genitive}{after}") == (municipality.id,)


@pytest.mark.parametrize("text", ["Londonas", "gyvenu Varsuvoje", "Ryga", "Blablauskiai", "kaime", "pas mama", "namie"])
def test_an_unknown_place_is_unknown(library: Library, text: str) -> None:
    assert library.gazetteer.find(text) == ()


@pytest.mark.parametrize("name", ["Kaunas", "Vilnius", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus"])
def test_where_city_and_district_share_a_name_both_are_offered(library: Library, name: str) -> None:
    for form in case_forms(name):
        found = library.gazetteer.find(f"gyvenu {form}")
        assert len(found) > 1, form
