import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.eligibility.facts import Disability
from assistant.understanding.values import read_disability, read_name, read_phone, read_time, spoken_phone


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            Disability.INTELLECTUAL,
            ("intelekto", "Intelekto negalia", "inteliekto", "proto negalia", "protinė", "protine negale", "intelketo"),
        ),
        (
            Disability.PSYCHOSOCIAL,
            ("psichikos", "psichosocialinė", "psichosocialine negalia", "psichikso", "psichinė", "psihikos"),
        ),
        (Disability.BOTH, ("abi", "abi negalios", "intelekto ir psichikos", "ir tokia, ir tokia", "abiejų")),
        (Disability.PHYSICAL_ONLY, ("fizinė", "judėjimo", "regos", "klausos negalia", "esu kurčias", "fizine")),
        (Disability.NONE, ("neturiu", "nėra", "neturiu negalios", "jokios negalios", "be negalios")),
        (Disability.INTELLECTUAL, ("fizinė ir intelekto", "judėjimo ir proto")),
        (Disability.INTELLECTUAL, ("Dauno sindromas", "sūnui dauno")),
        (Disability.PSYCHOSOCIAL, ("šizofrenija", "sergu depresija", "man bipolinis sutrikimas", "nerimo sutrikimas")),
    ],
)
def test_the_kind_of_disability_is_read(kind: Disability, texts: tuple[str, ...]) -> None:
    assert {text: read_disability(text) for text in texts} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "autizmas",
            "epilepsija",
            "epilepsija ir depresija",
            "depresija praėjo",
            "gal depresija",
            "psichologas",
            "psichiatras",
            "turiu klausimą",
            "klausimas",
        ),
        *("nežinau", "kita", "", "ne", "ne, psichikos neturiu", "neturiu intelekto negalios", "labas"),
    ],
)
def test_an_illness_that_tells_of_no_kind_or_a_denial_is_no_kind(text: str) -> None:
    assert read_disability(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jonas", "Jonas"),
        ("mano vardas Ona", "Ona"),
        ("Mano vardas yra Aistė", "Aistė"),
        ("aš esu Petras Petraitis", "Petras Petraitis"),
        ("Labas, vadinuosi Jurgita.", "Jurgita"),
        ("  Ona-Marija   Kazlauskaitė ", "Ona-Marija Kazlauskaitė"),
        ("J. Petraitis", "J. Petraitis"),
        ("jonas petraitis", "jonas petraitis"),
        ("ieva krikščiūnienė", "ieva krikščiūnienė"),
        ("jonas seniunas", "jonas seniunas"),
        ("petras rusas", "petras rusas"),
        ("RŪTA LIETUVNINKAITĖ", "RŪTA LIETUVNINKAITĖ"),
        ("Ašotas", "Ašotas"),
        ("Esmeralda", "Esmeralda"),
        ("Иван", "Иван"),
    ],
)
def test_a_name_is_kept_as_it_is_written(text: str, name: str) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "   ", "jonas123", "x" * 81, "38703181745", "o kam jums mano vardas?", "😀", "mano vardas", "a@b.lt"]
)
def test_what_cannot_be_a_name_is_refused(text: str) -> None:
    assert read_name(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("861234567", "8 612 34567", "061234567", "0 612 34567", "+37061234567", "+370 612 34567", "370 612 34567"),
        *("37061234567", "8-612-34567", "(8 612) 34567", "(0-612) 34567", "8 6 1 2 3 4 5 6 7", "612 34567"),
        *("mano numeris 8 612 34567", "tel. +370 (612) 34 567 po 17 val.", "00370 612 34567", "８６１２３４５６７"),
        *("skambinkite 0 612 34567 arba 8 445 51008", "asmens kodas 38703181745, tel. 861234567"),
    ],
)
def test_all_ways_of_writing_a_lithuanian_number_are_one_number(text: str) -> None:
    assert read_phone(text) == "+37061234567"


@pytest.mark.parametrize(
    ("text", "number"),
    [("+48 512 345 678", "+48512345678"), ("+44 20 7946 0958", "+442079460958"), ("8 445 51008", "+37044551008")],
)
def test_foreign_numbers_and_land_lines_are_numbers_too(text: str, number: str) -> None:
    assert read_phone(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "112",
        "116 123",
        "12345",
        "",
        "neturiu",
        "+3706123456",
        "38703181745",
        "8612345678",
        "123456789",
        "kodas 41 61008463 1",
    ],
)
def test_what_cannot_be_called_is_no_number(text: str) -> None:
    assert read_phone(text) is None


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("+37061234567", "0 612 34567"),
        ("+37044551008", "0 445 51008"),
        ("+37052751990", "0 5 275 1990"),
        ("+48512345678", "+48 512 345 678"),
    ],
)
def test_a_number_is_written_as_it_is_dialled(number: str, spoken: str) -> None:
    assert spoken_phone(number) == spoken
    assert read_phone(spoken) == number


def test_the_time_to_call_stays_in_the_persons_words() -> None:
    assert read_time(" po pietų,\n nuo 13 iki 16 ") == "po pietų, nuo 13 iki 16"


def test_a_personal_code_does_not_stay_in_the_time_to_call() -> None:
    assert read_time("ryte, mano kodas 38703181745") == "ryte, mano kodas …"


def test_a_long_time_to_call_is_cut_at_a_word() -> None:
    assert read_time("rytais " * 40) == " ".join(["rytais"] * 14)
    assert read_time("9.30" + "x" * 300) == "9.30" + "x" * 96


@pytest.mark.parametrize("text", ["", "...", "  ", "🙂"])
def test_a_time_without_words_is_none(text: str) -> None:
    assert read_time(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    time = read_time(text)
    assert time is None or 0 < len(time) <= 100
    name = read_name(text)
    assert name is None or 0 < len(name) <= 80
    phone = read_phone(text)
    assert phone is None or phone.startswith("+")
    assert read_disability(text) in {*Disability, None}
