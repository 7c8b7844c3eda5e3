"""Small secrets are locked: without our key, for another purpose or changed they do not open."""

import pytest

from assistant.adapters.sealing import AesSeals


def test_a_secret_comes_back_for_its_purpose() -> None:
    seals = AesSeals("our own secret")

    sealed = seals.sealed("JBSWY3DP ąžuolas", "app 1")

    assert "JBSWY3DP" not in sealed
    assert AesSeals("our own secret").opened(sealed, "app 1") == "JBSWY3DP ąžuolas"
    assert sealed != seals.sealed("JBSWY3DP ąžuolas", "app 1")


def test_with_another_purpose_or_key_nothing_opens() -> None:
    sealed = AesSeals("our own secret").sealed("secret", "app 1")

    assert AesSeals("our own secret").opened(sealed, "app 2") is None
    assert AesSeals("another secret").opened(sealed, "app 1") is None


# Not the last letter before "==": most of its bits say nothing.
@pytest.mark.parametrize("place", [2, 10, -5])
def test_what_was_changed_does_not_open(place: int) -> None:
    seals = AesSeals("our own secret")
    sealed = seals.sealed("secret", "app 1")
    other = "A" if sealed[place] != "A" else "B"

    assert seals.opened(sealed[:place] + other + sealed[place:][1:], "app 1") is None


@pytest.mark.parametrize("wrong", ["", "1.", "secret", "1.AAAA", "1.ąžuolas", "2.AAAAAAAAAAAAAAAAAAAAAAAA"])
def test_what_is_none_of_ours_does_not_open(wrong: str) -> None:
    assert AesSeals("our own secret").opened(wrong, "app 1") is None
