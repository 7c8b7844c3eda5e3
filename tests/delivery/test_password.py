import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.delivery.password import LETTERS, spoken_password

HEX = st.text("0123456789abcdef", min_size=20, max_size=64)


@given(HEX)
def test_a_password_is_four_groups_of_letters_that_are_told_apart(random_hex: str) -> None:
    password = spoken_password(random_hex)

    assert re.fullmatch(f"([{LETTERS}]{{4}}-){{3}}[{LETTERS}]{{4}}", password)
    assert not set("ilou") & set(LETTERS)


@given(HEX, HEX)
def test_two_passwords_are_the_same_only_where_all_eighty_bits_are(one: str, other: str) -> None:
    assert (spoken_password(one) == spoken_password(other)) == (one[:20] == other[:20])
