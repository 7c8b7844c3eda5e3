from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.eligibility.facts import Interval
from assistant.understanding.numbers import with_digits
from assistant.understanding.values import read_age, read_level

TODAY = date(2026, 11, 22)

TENS = ("", "", "dvidešimt", "trisdešimt", "keturiasdešimt", "penkiasdešimt", "šešiasdešimt")
UNITS = ("", "vienas", "du", "trys", "keturi", "penki", "šeši", "septyni", "aštuoni", "devyni")


def exactly(number: int) -> Interval:
    return Interval.exactly(number)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("34", exactly(34)),
        ("Man 34 metai.", exactly(34)),
        ("34m", exactly(34)),
        ("19 m.", exactly(19)),
        ("trisdešimt keturi", exactly(34)),
        ("man trisdesimt ketveri metai", exactly(34)),
        ("trisdešimties metų", exactly(30)),
        ("keturiasdesimt", exactly(40)),
        ("keturiasdeimt", exactly(40)),
        ("devyniolika", exactly(19)),
        ("šimtas dveji", exactly(102)),
        ("jau 18", exactly(18)),
        ("34 metai ir 5 mėnesiai", exactly(34)),
        ("120", exactly(120)),
        ("nuo 30 iki 35", Interval(30, 35)),
        ("30–35", Interval(30, 35)),
        ("18 arba daugiau", Interval(18, 120)),
        ("virš 18", Interval(18, 120)),
        ("dar nėra 18", Interval(0, 17)),
        ("neturiu 18", Interval(0, 17)),
        ("nepilnametė", Interval(0, 17)),
        ("pilnametis", Interval(18, 120)),
    ],
)
def test_ages_are_read_as_people_say_them(text: str, age: Interval) -> None:
    assert read_age(text, TODAY) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("1987-03-18", exactly(39)),
        ("gimiau 1987 m. kovo 18 d.", exactly(39)),
        ("18.03.1987", exactly(39)),
        ("2008-11-22", exactly(18)),
        ("2008-11-23", exactly(17)),
        ("gimiau 1987", Interval(38, 39)),
        ("1987 m.", Interval(38, 39)),
        ("esu gimusi 1987 metais", Interval(38, 39)),
        ("gimiau 87", Interval(38, 39)),
        ("gimiau 05", Interval(20, 21)),
        ("gimė 2026", exactly(0)),
    ],
)
def test_a_birthday_gives_the_age_of_that_day_and_a_year_alone_two_ages(text: str, age: Interval) -> None:
    assert read_age(text, TODAY) == age


@pytest.mark.parametrize(
    "text",
    [
        *("beveik 18", "greit bus 18", "apie 30", "gal 18", "nežinau", "", "121", "-5", "34,5", "aš 34, mama 60"),
        *("2 vaikai", "861234567", "2030", "2027-01-01", "1850", "38703181745", "antradienį", "2025 metais suėjo 18"),
        *("3 aukštas", "du vaikai", "labas", "18?20?22", "0", "00", "05-12", "10-12", "2026", "nuo 30", "2", "viena"),
    ],
)
def test_an_age_that_is_not_sure_is_not_guessed(text: str) -> None:
    assert read_age(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("40", exactly(40)),
        ("40 proc.", exactly(40)),
        ("40 %", exactly(40)),
        ("40%", exactly(40)),
        ("keturiasdešimt procentų", exactly(40)),
        ("mano lygis yra penkiasdešimt penki", exactly(55)),
        ("pusė", exactly(50)),
        ("nulis", exactly(0)),
        ("100", exactly(100)),
        ("0–55 proc.", Interval(0, 55)),
        ("nuo 30 iki 40", Interval(30, 40)),
        ("tarp 30 ir 40", Interval(30, 40)),
        ("55 arba mažiau", Interval(0, 55)),
        ("55 arba mažesnis", Interval(0, 55)),
        ("ne daugiau kaip 55", Interval(0, 55)),
        ("iki 55", Interval(0, 55)),
        ("mažiau nei 55", Interval(0, 54)),
        ("60 arba daugiau", Interval(60, 100)),
        ("60 arba didesnis", Interval(60, 100)),
        ("ne mažiau kaip 60", Interval(60, 100)),
        ("nuo 60", Interval(60, 100)),
        ("daugiau nei 55", Interval(56, 100)),
        ("2024 m. nustatė 40 proc.", exactly(40)),
        ("nedarbinga", Interval(0, 25)),
        ("esu iš dalies darbingas", Interval(30, 55)),
    ],
)
def test_levels_are_read_as_people_say_them(text: str, level: Interval) -> None:
    assert read_level(text) == level


@pytest.mark.parametrize(
    "text", ["101", "apie 40", "40 ar 45", "37,5", "nežinau", "", "-10", "mažas", "darbingas", "150 proc.", "40 iki 30"]
)
def test_a_level_that_is_not_sure_is_not_guessed(text: str) -> None:
    assert read_level(text) is None


@pytest.mark.parametrize("tens", range(2, 7))
@pytest.mark.parametrize("units", range(1, 10))
def test_numbers_in_words_are_numbers(tens: int, units: int) -> None:
    assert read_age(f"{TENS[tens]} {UNITS[units]}", TODAY) == exactly(10 * tens + units)


def test_words_that_are_no_numbers_stay() -> None:
    assert with_digits(("man", "dvidesimt", "penkeri", "ir", "simtas", "nulis")) == ("man", "25", "ir", "100", "0")


@given(st.integers(min_value=1, max_value=120))
def test_every_age_in_digits_is_itself(age: int) -> None:
    assert read_age(f"Man {age} metų", TODAY) == exactly(age)


@given(st.text(max_size=200))
def test_whatever_is_read_lies_within_its_bounds(text: str) -> None:
    age, level = read_age(text, TODAY), read_level(text)
    assert age is None or 0 <= age.low <= age.high <= 120
    assert level is None or 0 <= level.low <= level.high <= 100
