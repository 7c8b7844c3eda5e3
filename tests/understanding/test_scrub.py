"""Of words that were not understood nothing is kept that could tell who wrote them."""

import pytest

from assistant.library.library import Library
from assistant.understanding.normalize import words_of
from assistant.understanding.scrub import Scrubber

PRIVATE = [
    ("Aš Rūta Petraitienė, noriu neįgaliojo vežimėlio", "ruta petraitiene"),
    ("vardas pavardė jonas jonaitis reikia pagalbos", "jonas jonaitis"),
    ("mano asmens kodas 38703181745 ar galiu gauti pagalbą", "38703181745 387"),
    ("a.k. 3870318174 kur kreiptis", "3870318174"),
    ("gyvenu Žemaičių g. 12-7 Kaune ar atveža maistą į namus", "zemaiciu 12 7 kaune"),
    ("skambinkit 861234567 arba +370 612 34567", "861234567 370 612 34567"),
    ("mano paštas ona.kazlauskiene@pastas.lt parašykit", "ona kazlauskiene pastas"),
    ("brolis serga šizofrenija ir geria risperidoną", "sizofrenija risperidona"),
    ("sergu depresija ir noriu dirbti", "depresija"),
    ("turiu F20.0 diagnozę", "f20 0"),
    ("paso numeris 12345678", "12345678"),
    ("LT121000011101001000 pervesk pinigus", "lt121000011101001000"),
    ("Kazlausko Petro sūnus gyvena Darbėnuose", "kazlausko petro darbenuose"),
    ("kaimynė Stasė Butkutė mane skaudina", "stase butkute"),
    ("mokytoja Žukauskienė sakė kad reikia prašymo", "zukauskiene"),
    ("esu gimęs 1987-03-18 ar man dar galima", "1987 03 18"),
    ("daktaras Adomavičius pasakė", "adomavicius"),
    ("onos petraitytes reikalu", "onos petraitytes"),
    ("Rietave gyvenanti mama Birutė nori talonų", "rietave birute"),
    ("www.facebook.com/jonas.petrauskas čia mano puslapis", "jonas petrauskas"),
]


@pytest.fixture(scope="module")
def scrubber(library: Library) -> Scrubber:
    return library.scrubber


@pytest.mark.parametrize(("text", "markers"), PRIVATE)
def test_what_tells_who_wrote_is_left_out(scrubber: Scrubber, text: str, markers: str) -> None:
    assert not set(words_of(scrubber.scrubbed(text))) & set(markers.split())


def test_no_first_name_and_no_place_is_kept_in_any_case(library: Library, scrubber: Scrubber) -> None:
    places = [place for one in library.municipalities.values() for place in (*one.towns, *one.other_places)]
    kept = [
        place
        for place in places
        if set(words_of(scrubber.scrubbed(f"noriu {place} pagalbos"))) & {*words_of(place)[-1:]}
    ]

    assert kept == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Noriu neįgaliojo vežimėlio!", "noriu neįgaliojo vežimėlio!"),
        ("kur galima nusipirkti bilietą į Vilnių?", "kur galima nusipirkti bilietą į …?"),
        ("Jonas Jonaitis", ""),
        ("861234567", ""),
        ("", ""),
    ],
)
def test_what_tells_of_the_wish_stays(scrubber: Scrubber, text: str, kept: str) -> None:
    assert scrubber.scrubbed(text) == kept


def test_a_scrubber_that_knows_nothing_keeps_nothing() -> None:
    assert Scrubber().scrubbed("noriu pagalbos") == ""
