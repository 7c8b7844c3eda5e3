from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.lt import asmens

from assistant.understanding.private import REMOVED, PrivateKind, find_private, without_personal_codes


@pytest.mark.parametrize(
    "code",
    [
        *("38703181745", "387 0318 1745", "3-870318-1745", "3 8 7 0 3 1 8 1 7 4 5", "38703181746", "48703181745"),
        *("３８７０３１８１７４５", "387\u00a0031\u00a081745", "60001011234"),
    ],
)
def test_a_personal_code_is_taken_out_however_it_is_written(code: str) -> None:
    text = f"Esu Jonas, mano kodas {code}. Ačiū"
    assert without_personal_codes(text) == f"Esu Jonas, mano kodas {REMOVED}. Ačiū"
    assert find_private(text) == (PrivateKind.PERSONAL_CODE,)


def test_several_codes_are_all_taken_out() -> None:
    assert without_personal_codes("38703181745, 48703181744 ir 50001011234") == f"{REMOVED}, {REMOVED} ir {REMOVED}"


@pytest.mark.parametrize("text", ["asmens kodas: 3870318174", "Asmens kodas 387031817455", "a. k. 3870318174"])
def test_a_code_with_a_digit_too_few_or_many_is_taken_out_where_it_is_called_so(text: str) -> None:
    assert without_personal_codes(text).endswith(REMOVED)
    assert find_private(text) == (PrivateKind.PERSONAL_CODE,)


@pytest.mark.parametrize(
    "text",
    [
        *("861234567", "8 612 34567", "0 612 34567", "+37061234567", "+370 612 34567", "37061234567", "370 612 34567"),
        *("Verslo g. 12 8 612 34567", "butas 10-12, 0 612 34567", "po 17 0 445 51008", "2024-05-12 861234567"),
        *("+48512345678", "2026-11-22 14:30", "LT121000011101001000", "LT12 1000 0111 0100 1000"),
    ],
)
def test_telephone_numbers_dates_and_accounts_stay(text: str) -> None:
    assert without_personal_codes(text) == text
    assert PrivateKind.PERSONAL_CODE not in find_private(text)


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            PrivateKind.DIAGNOSIS,
            ("sergu šizofrenija", "Dauno sindromas", "sūnus autistas", "depresija", "epilepsija", "F20.0", "vėžys"),
        ),
        (PrivateKind.MEDICINE, ("geriu rispoleptą", "Olanzapino", "gauna 5 mg", "ksanaksas ar Xanax", "insulinas")),
        (PrivateKind.DOCUMENT_NUMBER, ("paso nr. 12345678", "pažymėjimo Nr. 1234567", "tapatybės kortelė 12345678")),
        (PrivateKind.BANK_ACCOUNT, ("LT121000011101001000", "lt12 1000 0111 0100 1000", "GB82 WEST 1234 5698 7654 32")),
        (PrivateKind.EMAIL, ("jonas@pastas.lt", "rašykite jonas.petraitis@example.com")),
        (PrivateKind.PHONE, ("8 612 34567", "mano numeris +37061234567")),
    ],
)
def test_private_data_are_noticed(kind: PrivateKind, texts: tuple[str, ...]) -> None:
    assert {text: find_private(text) for text in texts} == dict.fromkeys(texts, (kind,))


@pytest.mark.parametrize(
    "text",
    [
        *("turiu intelekto negalią", "psichosocialinė negalia", "vežu mamą į Panevėžį", "man 34 metai", "butas 20"),
        *("negalia nustatyta 2019 m.", "dalyvumo lygis 40 proc.", "turiu negalios pažymėjimą", "geriu vaistus"),
        *("gyvenu Kretingoje", "skambinkite 112", "paskambinkite 9 val.", "prašymo numeris 47 12 80 35", ""),
    ],
)
def test_ordinary_talk_about_disability_is_not_private(text: str) -> None:
    assert find_private(text) == ()


def test_kinds_come_each_once_in_a_fixed_order() -> None:
    text = "Tel. 861234567, jonas@pastas.lt, depresija, 38703181745, geriu Xanax, 38703181745"
    assert find_private(text) == (
        PrivateKind.PERSONAL_CODE,
        PrivateKind.DIAGNOSIS,
        PrivateKind.MEDICINE,
        PrivateKind.EMAIL,
        PrivateKind.PHONE,
    )
    assert find_private(text)[0] == "personal-code"


@given(
    st.dates(min_value=date(1901, 1, 1), max_value=date(1999, 12, 31)),
    st.integers(min_value=0, max_value=999),
    st.sampled_from(["", " ", "-"]),
    st.text("abč ,.!", max_size=20),
)
def test_no_valid_code_survives(birthday: date, serial: int, parting: str, around: str) -> None:
    front = f"3{birthday:%y%m%d}{serial:03d}"
    code = next(whole for whole in (f"{front}{digit}" for digit in range(10)) if asmens.is_valid(whole))
    written = parting.join((code[0], code[1:7], code[7:]))
    assert written not in without_personal_codes(f"{around}{written}{around}")


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    assert set(find_private(text)) <= set(PrivateKind)
    once = without_personal_codes(text)
    assert PrivateKind.PERSONAL_CODE not in find_private(once)
