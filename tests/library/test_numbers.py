"""Which numbers a text states: times with their unit, dates, telephones, identifiers."""

import pytest

from assistant.library.numbers import Number, numbers_in


def told(text: str) -> list[str]:
    return [str(number) for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Vadybininką skiria per 5 darbo dienas.", ["5 darbo dienos"]),
        ("ne vėliau kaip per 3 (tris) darbo dienas", ["3 darbo dienos"]),
        ("sustabdomas 20 kalendorinių dienų", ["20 dienos"]),
        ("per 30 dienų", ["30 dienos"]),
        ("ilgiau kaip 3 savaites, iki 12 mėnesių", ["3 savaitės", "12 mėnesiai"]),
        ("iki 720 valandų per metus", ["720 valandos"]),
        ("nuo 18 iki 64 metų", ["18 metai", "64 metai"]),
        ("jei vaikas yra 2–7 metų", ["2 metai", "7 metai"]),
        ("65-erių metų", ["65 metai"]),
        ("0-55 proc. dalyvumo lygis", ["0 procentai", "55 procentai"]),
        ("55 arba mažesnis", ["55"]),
        ("Šie 3 žodžiai atidaro prašymą", ["3"]),
        ("Licencija yra CC BY-SA 4.0.", ["4.0"]),
        ("Be skaičių.", []),
    ],
)
def test_counts_are_read_with_their_unit(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("per vieną mėnesį", ["1 mėnesiai"]),
        ("likus vienai darbo dienai", ["1 darbo dienos"]),
        ("kartą per dvi savaites", ["2 savaitės"]),
        ("vienerių metų patirtis", ["1 metai"]),
        ("kartą per pusmetį", ["6 mėnesiai"]),
        ("po pusės metų", ["6 mėnesiai"]),
        ("Jums padeda vienas darbuotojas.", []),
        ("Vienu metu dirba keli žmonės.", []),
        ("kitą darbo dieną", []),
    ],
)
def test_words_are_numbers_only_where_they_count_time(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2024 m. gegužės 2 dienos", ["2024-05-02"]),
        ("2018 M. KOVO 29 D.", ["2018-03-29"]),
        ("2029 metų gruodžio 31 diena", ["2029-12-31"]),
        ("2024 metų balandį", ["2024-04"]),
        ("Pabaiga: 2029-12-31", ["2029-12-31"]),
        ("gruodžio 1 dieną", ["12-01"]),
        ("2021–2027 metų programa", ["2021", "2027"]),
        ("iki 2029 metų pabaigos", ["2029"]),
    ],
)
def test_dates_are_read_as_far_as_the_text_gives_them(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Telefonas: 0 445 70145.", ["044570145"]),
        ("tel. +370 445 70145, mob. +370 683 18331", ["044570145", "068318331"]),
        ("Vilties linija: 116 123.", ["116123"]),
        ("Įsakymas Nr. A1-141", ["a1-141"]),
        ("Nr. 07-018-P-0001", ["07-018-p-0001"]),
    ],
)
def test_telephones_and_identifiers_are_one_number(text: str, numbers: list[str]) -> None:
    assert told(text) == numbers


def test_a_number_is_held_by_the_same_number_of_the_same_unit() -> None:
    [five] = numbers_in("5 darbo dienos")
    assert five.holds(Number("5", "darbo dienos"))
    assert five.holds(Number("5"))
    assert not five.holds(Number("5", "dienos"))
    assert not five.holds(Number("15", "darbo dienos"))
    assert not Number("5").holds(five)


def test_a_date_holds_its_parts_and_never_the_other_way_round() -> None:
    [day] = numbers_in("2029-12-31")
    assert all(
        day.holds(part)
        for text in ("2029 metais", "2029 metų gruodį", "gruodžio 31 dieną")
        for part in numbers_in(text)
    )
    [year, other] = numbers_in("2029 metais, 2030 metais")
    assert not year.holds(day)
    assert not day.holds(other)
    assert not day.holds(Number("31"))


def test_a_line_longer_than_is_read_at_once_loses_no_number() -> None:
    assert told("Sakinys be skaičių. " * 200 + "Pabaiga per 7 darbo dienas.") == ["7 darbo dienos"]
