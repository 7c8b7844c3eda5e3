"""An encrypted text opens by its own key, at its own place, and not when anything of it was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.adapters.sealed_text import MARK, Cipher, SealBrokenError, is_sealed, key_id_of

CIPHER = Cipher.of("0a1b2c3d", b"k" * 32)
PLACE = "referrals.request/47128035"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_what_was_sealed_is_opened_as_it_was(text: str) -> None:
    sealed = CIPHER.sealed(text, PLACE)
    assert (CIPHER.opened(sealed, PLACE) if text else sealed) == text


def test_nothing_of_the_text_is_seen_and_the_same_text_never_looks_the_same() -> None:
    sealed = [CIPHER.sealed("Ona Onaitė", PLACE) for _ in range(2)]
    assert sealed[0] != sealed[1]
    assert all(is_sealed(one) and key_id_of(one) == "0a1b2c3d" for one in sealed)
    assert all(one.isascii() and "Ona" not in one for one in sealed)


def test_a_text_moved_to_another_row_or_column_does_not_open() -> None:
    sealed = CIPHER.sealed("Ona", PLACE)
    for elsewhere in ("referrals.request/11111117", "referrals.letters_to/47128035"):
        with pytest.raises(SealBrokenError, match=elsewhere):
            CIPHER.opened(sealed, elsewhere)


@pytest.mark.parametrize("changed", [f"{MARK}0a1b2c3d:", f"{MARK}0a1b2c3d:AAAA", f"{MARK}0a1b2c3d:ž", "sealed1:"])
def test_what_is_no_seal_at_all_is_told_as_such(changed: str) -> None:
    with pytest.raises(SealBrokenError):
        CIPHER.opened(changed, PLACE)


def test_one_changed_letter_is_noticed() -> None:
    sealed = CIPHER.sealed("Ona", PLACE)
    other = "A" if sealed[-6] != "A" else "B"
    with pytest.raises(SealBrokenError):
        CIPHER.opened(sealed[:-6] + other + sealed[-5:], PLACE)


def test_the_key_is_in_no_message() -> None:
    assert "k" * 32 not in repr(CIPHER)
    assert b"k" * 32 not in repr(CIPHER).encode()
