"""Referral numbers and their blocks."""

import re

from stdnum import luhn

from assistant.referrals.numbers import BLOCK_SIZE, BLOCKS, fresh_blocks, number_in, successor_of


def test_a_number_has_eight_digits_and_the_last_checks_the_others() -> None:
    numbers = [number_in(block, place) for block in (100, 471, 999) for place in (0, 2803, BLOCK_SIZE - 1)]

    assert all(re.fullmatch(r"[1-9][0-9]{7}", number) for number in numbers)
    assert all(luhn.is_valid(number) for number in numbers)


def test_every_mistyped_digit_shows() -> None:
    number = number_in(471, 2803)
    for place, right in enumerate(number):
        for wrong in set("0123456789") - {right}:
            assert not luhn.is_valid(number[:place] + wrong + number[place + 1 :])


def test_blocks_do_not_overlap() -> None:
    first, second = ({number_in(block, place) for place in range(BLOCK_SIZE)} for block in (100, 101))

    assert len(first) == len(second) == BLOCK_SIZE
    assert not first & second


def test_after_a_restore_neither_a_known_block_nor_its_successor_is_taken() -> None:
    fresh = set(fresh_blocks({100, 250, 999}))

    assert fresh == set(BLOCKS) - {100, 101, 250, 251, 999}
    assert successor_of(999) == 100


def test_when_nearly_all_are_known_a_successor_is_taken_and_then_none() -> None:
    assert fresh_blocks(set(BLOCKS) - {500}) == (500,)
    assert fresh_blocks(set(BLOCKS)) == ()
