"""Which test files come first, so that the last seconds are shared evenly; scripts/run-tests keeps a file together."""

import pytest

SLOW_FIRST = ("process", "browser", "postgres")
"""By these marks: what starts processes takes longest, and must not be begun when another process has nothing left."""


def in_good_order(items: list[pytest.Item]) -> None:
    """Sort the tests of a run by the slowest of each file.

    A file stays on one test process: what it prepares once, a browser or a walk through everything, would be prepared
    by each process that gets one of its tests.
    """
    ranks: dict[str, int] = {}
    for item in items:
        file = _file(item)
        ranks[file] = min(ranks.get(file, len(SLOW_FIRST)), _rank(item))
    items.sort(key=lambda item: ranks[_file(item)])


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


def _rank(item: pytest.Item) -> int:
    return next((rank for rank, mark in enumerate(SLOW_FIRST) if item.get_closest_marker(mark)), len(SLOW_FIRST))
