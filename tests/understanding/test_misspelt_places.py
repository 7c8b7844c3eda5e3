"""Places as hands and ears misspell them, and words and villages near to them that must not be taken for them."""

import random
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest

from assistant.library.municipalities import gazetteer_of, load_municipalities
from assistant.referrals.routing import Municipality
from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded
from tests.understanding.spoilt_places import SLIPS, district_texts, spoilt_all, town_texts

CONTENT = Path(__file__).parents[2] / "content"
DEVELOPMENT = Path(__file__).parent / "development"
MUNICIPALITIES = load_municipalities(CONTENT / "municipalities.yaml")
GAZETTEER = gazetteer_of(MUNICIPALITIES)
NAMES = {name for one in MUNICIPALITIES.values() for name in (*one.towns, *one.other_places)}
FORMS = {form for name in NAMES for form in case_forms(name)}
UNKNOWN_VILLAGES = (DEVELOPMENT / "unknown_villages.txt").read_text(encoding="utf-8").split()
NO_PLACES = (DEVELOPMENT / "no_places.txt").read_text(encoding="utf-8").splitlines()

# Floors: what was reached must not be lost.
LEAST_FOUND = {
    "touching": 0.97,
    "left_out": 0.973,
    "doubled": 0.995,
    "swapped": 0.985,
    "both_keys": 0.985,
    "hurried": 0.983,
    "number_row": 0.99,
    "by_ear": 0.98,
    "cut_short": 0.975,
    "run_together": 0.99,
}
MOST_WRONG = 0.003
MOST_TAKEN = {"villages": 0.01, "misspelt villages": 0.045, "words": 0.01}
LONGEST_SECONDS = 0.003


def answers() -> Iterator[tuple[str, Municipality]]:
    dice = random.Random(31)  # noqa: S311 - dice of a test
    for one in MUNICIPALITIES.values():
        for name in (*one.towns, *one.other_places):
            yield from ((text, one) for text in town_texts(name, dice))
        if one.id.endswith("-rajono"):
            yield from ((text, one) for text in district_texts(one.genitive.split()[0]))


@pytest.mark.parametrize("name", SLIPS)
def test_places_in_all_cases_are_found_with_a_slip(name: str) -> None:
    dice = random.Random(7)  # noqa: S311 - dice of a test
    tries = found = wrong = 0
    for text, municipality in answers():
        for _, spoilt in spoilt_all([text], SLIPS[name], dice):
            ids = GAZETTEER.find(spoilt, is_asked=True)
            tries += 1
            found += municipality.id in ids
            wrong += bool(ids) and municipality.id not in ids

    assert found / tries >= LEAST_FOUND[name]
    assert wrong / tries <= MOST_WRONG


def test_the_development_lists_are_large_and_hold_no_known_place() -> None:
    assert len(set(UNKNOWN_VILLAGES)) >= 150
    assert len(set(NO_PLACES)) >= 400
    assert NAMES.isdisjoint([*UNKNOWN_VILLAGES, *NO_PLACES])


def test_hardly_any_unknown_village_is_taken_for_a_known_place() -> None:
    taken = [name for name in UNKNOWN_VILLAGES if GAZETTEER.find(name, is_asked=True)]

    assert len(taken) / len(UNKNOWN_VILLAGES) <= MOST_TAKEN["villages"], taken


@pytest.mark.parametrize("name", SLIPS)
def test_few_unknown_villages_with_a_slip_are_taken_for_a_known_place(name: str) -> None:
    dice = random.Random(5)  # noqa: S311 - dice of a test
    texts = [
        spoilt
        for village in UNKNOWN_VILLAGES
        for text, spoilt in spoilt_all(town_texts(village, dice), SLIPS[name], dice)
        # Akmenėm and Akmeniai share forms with Akmenė, and those mean Akmenė.
        if FORMS.isdisjoint(folded(text).split())
    ]

    assert (
        sum(bool(GAZETTEER.find(text, is_asked=True)) for text in texts) / len(texts) <= MOST_TAKEN["misspelt villages"]
    )


def test_hardly_any_word_or_name_is_taken_for_a_place() -> None:
    taken = [text for text in NO_PLACES if GAZETTEER.find(text, is_asked=True)]

    assert len(taken) / len(NO_PLACES) <= MOST_TAKEN["words"], taken


def test_looking_for_a_place_takes_no_time_that_anybody_notices() -> None:
    times = []
    for text in [*NO_PLACES, *UNKNOWN_VILLAGES, *(" ".join(NO_PLACES[at : at + 4]) for at in range(300))]:
        begun = thread_time()
        GAZETTEER.find(text, is_asked=True)
        times.append(thread_time() - begun)

    assert sorted(times)[int(len(times) * 0.95)] <= LONGEST_SECONDS


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("6iauliai", ("siauliu-miesto", "siauliu-rajono")),
        ("Klaip4dos rajonas", ("klaipedos-rajono",)),
        ("ma=eikiai", ("mazeikiu-rajono",)),
        ("Kretibga", ("kretingos-rajono",)),
        ("kreitnga", ("kretingos-rajono",)),
        ("retawas", ("rietavo",)),
        ("aniksciai", ("anyksciu-rajono",)),
        ("telsiose", ("telsiu-rajono",)),
        ("drusgininkai", ("druskininku",)),
        ("Pasvlayje", ("pasvalio-rajono",)),
        ("Utrna", ("utenos-rajono",)),
        ("gyvenuUtenoje", ("utenos-rajono",)),
        ("asgyvenukretingosrajone", ("kretingos-rajono",)),
        ("kretingosrajonosavivaldybe", ("kretingos-rajono",)),
        ("kaunor", ("kauno-rajono",)),
        ("Panevezyjr", ("panevezio-miesto", "panevezio-rajono")),
        ("manokaimas Papilė", ("akmenes-rajono",)),
        ("gyvenukretngoje", ("kretingos-rajono",)),
        ("gyven ukretingoje", ("kretingos-rajono",)),
        ("Kretingo srajonas", ("kretingos-rajono",)),
        ("gyvenu   Kretingos   raj", ("kretingos-rajono",)),
        ("Kauno rajnoas", ("kauno-rajono",)),
        ("Kaumo rajono savivaldbyė", ("kauno-rajono",)),
        ("Zemaiciunaumiestyje", ("silutes-rajono",)),
        ("kaima sRusnė", ("silutes-rajono",)),
        ("Alytau sr.", ("alytaus-rajono",)),
        ("Vilniaus ra.j", ("vilniaus-rajono",)),
        ("Birž ųr.", ("birzu-rajono",)),
        ("Joniškip r.", ("joniskio-rajono",)),
        ("Baltoj iVokė", ("salcininku-rajono",)),
        ("Kupiškos", ("kupiskio-rajono",)),
        ("is garliavis", ("kauno-rajono",)),
        ("mano kaimas Nidda", ("neringos",)),
        ("mano kaimas Gelvonai", ("sirvintu-rajono",)),
        ("mano kaimas elvonai", ("sirvintu-rajono",)),
        ("mano kaimas Lavorškrs", ("vilniaus-rajono",)),
        ("Dkštas", ("ignalinos-rajono",)),
        ("Kroūkai", ("sakiu-rajono",)),
        ("Kriujai", ("joniskio-rajono", "sakiu-rajono")),
        ("gyvenu Trajuose", ("traku-rajono",)),
        ("Varrna", ("varenos-rajono",)),
        ("Šiaulėai", ("radviliskio-rajono",)),
        ("Videiškiai", ("moletu-rajono",)),
        ("Kretingaė", ("klaipedos-rajono",)),
        ("Šaujėnai", ("kelmes-rajono",)),
        ("Rūsiškės", ("traku-rajono",)),
        ("Garliavis", ("kauno-rajono",)),
        ("Subačis", ("kupiskio-rajono",)),
        ("Svėdaai", ("anyksciu-rajono",)),
        ("Kaumas", ("kauno-miesto", "kauno-rajono")),
        ("is viliaus", ("vilniaus-miesto", "vilniaus-rajono")),
        ("Viliuje", ("vilniaus-miesto", "vilniaus-rajono")),
        ("mano kaimas Vaška", ("pasvalio-rajono",)),
        ("mano kaimas Šta", ("kedainiu-rajono",)),
        ("gyvenu jipiškio rajono savivaldybėhe", ("kupiskio-rajono",)),
        ("yevnu Neringos savivaldybėje", ("neringos",)),
    ],
)
def test_misspelt_answers_are_understood(text: str, ids: tuple[str, ...]) -> None:
    assert GAZETTEER.find(text, is_asked=True) == ids


@pytest.mark.parametrize(
    "text",
    [
        *("Utenis", "Prienis", "Kėdainis", "nykščių", "Vilius", "mano kaimas Šukėnai", "skaičius"),
        *("gyvenu skurde", "gyvenu sode", "gyvenu kieme", "gyvenu galvoje", "gyvenu bostone", "gyvenu vietoje"),
        *(
            "iš draugų",
            "iš tiesų",
            "iš vietos",
            "iš karių",
            "iš batų",
            "iš ačiū",
            "šalių",
            "šokių",
            "mano kaimas Saulenis",
        ),
    ],
)
def test_what_may_be_a_name_a_word_or_another_village_is_no_place_misspelt(text: str) -> None:
    assert GAZETTEER.find(text, is_asked=True) == ()


def test_where_a_place_was_asked_for_the_cases_in_which_people_say_where_they_live_count_first() -> None:
    assert GAZETTEER.find("Dūkštas", is_asked=True) == ("ignalinos-rajono",)
    assert GAZETTEER.find("Dūkštas") == ("ignalinos-rajono", "vilniaus-rajono")


@pytest.mark.parametrize("text", ["Utrna", "Kaubas", "zarsai"])
def test_a_slip_in_a_short_name_counts_only_where_a_place_was_asked_for(text: str) -> None:
    assert GAZETTEER.find(text, is_asked=True) != ()
    assert GAZETTEER.find(f"{text} yra toli nuo mano darbo", is_asked=True) == ()
