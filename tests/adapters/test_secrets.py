"""Tokens and referral numbers."""

import re

from stdnum import luhn

from assistant.adapters.secrets import SystemSecrets


def test_a_token_may_stand_in_an_address_and_is_never_the_same() -> None:
    tokens = {SystemSecrets("key").token() for _ in range(100)}

    assert len(tokens) == 100
    # 32 signs of 6 bits are 192 bits.
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", token) for token in tokens)


def test_a_number_has_eight_digits_and_the_last_checks_the_others() -> None:
    numbers = {SystemSecrets("key").number() for _ in range(500)}

    assert len(numbers) > 490
    assert all(re.fullmatch(r"[1-9][0-9]{7}", number) for number in numbers)
    assert all(luhn.is_valid(number) for number in numbers)


def test_every_mistyped_digit_shows() -> None:
    number = SystemSecrets("key").number()
    for place, right in enumerate(number):
        for wrong in set("0123456789") - {right}:
            assert not luhn.is_valid(number[:place] + wrong + number[place + 1 :])


def test_a_hash_depends_on_the_key_and_on_nothing_else() -> None:
    assert SystemSecrets("key").hashed("token") == SystemSecrets("key").hashed("token")
    assert SystemSecrets("key").hashed("token") != SystemSecrets("other key").hashed("token")
