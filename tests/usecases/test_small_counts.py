"""Small counts stay hidden, also from somebody who subtracts and knows by which rule they are hidden."""

from collections import defaultdict
from itertools import product

import pytest

from assistant.usecases.small_counts import shown, shown_parts


def test_a_count_under_five_is_hidden_and_nothing_is_shown_as_nothing() -> None:
    assert [shown(count) for count in range(7)] == [0, None, None, None, None, 5, 6]


def test_where_nothing_is_small_everything_is_shown() -> None:
    assert shown_parts((5, 0, 12)) == ((5, 0, 12), 17)
    assert shown_parts((0, 0)) == ((0, 0), 0)
    assert shown_parts(()) == ((), 0)


def test_one_small_count_takes_another_with_it_so_that_it_cannot_be_found_by_subtraction() -> None:
    assert shown_parts((30, 3, 8, 0)) == ((30, None, None, 0), 41)
    assert shown_parts((38, 2)) == ((None, None), 40)


def test_several_small_counts_hide_each_other_where_their_sum_tells_of_none() -> None:
    assert shown_parts((30, 3, 4)) == ((30, None, None), 37)
    # Two that are together 2 can only be 1 and 1.
    assert shown_parts((30, 1, 1, 9)) == ((30, None, None, None), 41)


def test_a_small_whole_is_hidden_with_all_its_parts() -> None:
    assert shown_parts((3, 0, 1)) == ((None, None, None), None)


@pytest.mark.parametrize(("parts", "largest"), [(2, 40), (3, 20), (4, 11), (5, 8)])
def test_nobody_can_work_out_a_hidden_count_even_knowing_the_rule(parts: int, largest: int) -> None:
    # Given every table there is, put together by what is shown of it
    meant: dict[tuple[tuple[int | None, ...], int | None], list[set[int]]] = defaultdict(
        lambda: [set() for _ in range(parts)]
    )
    for counts in product(range(largest + 1), repeat=parts):
        for at, count in enumerate(counts):
            meant[shown_parts(counts)][at].add(count)

    # Then each hidden count may be several, and no shown one is small
    for (cells, whole), could_be in meant.items():
        if whole is not None and whole > largest:
            # Some tables with this whole were not gone through.
            continue
        for cell, counts_there in zip(cells, could_be, strict=True):
            assert cell is not None or len(counts_there) > 1, (cells, whole)
            assert cell is None or cell == 0 or cell >= 5
