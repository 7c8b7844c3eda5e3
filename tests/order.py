"""Which tests stay on one test process, and which come first, so that the last seconds are shared evenly."""

import pytest

SLOW_FIRST = ("process", "browser", "postgres")
"""By these marks: what starts processes takes longest, and must not be begun when another process has nothing left."""


def in_good_order(items: list[pytest.Item]) -> None:
    """Sort the tests of a run; each file is a group for xdist unless a test says otherwise.

    What a file prepares once, a browser or a walk through everything, would be prepared by each test process that gets
    one of its tests.
    """
    ranks: dict[str, int] = {}
    for item in items:
        group = _group(item)
        ranks[group] = min(ranks.get(group, len(SLOW_FIRST)), _rank(item))
    items.sort(key=lambda item: ranks[_group(item)])


def _group(item: pytest.Item) -> str:
    marker = item.get_closest_marker("xdist_group")
    if marker is not None:
        return str(marker.args[0])
    # Its address, and not its name, which others may have too.
    group = item.nodeid.partition("::")[0]
    item.add_marker(pytest.mark.xdist_group(group))
    return group


def _rank(item: pytest.Item) -> int:
    return next((rank for rank, mark in enumerate(SLOW_FIRST) if item.get_closest_marker(mark)), len(SLOW_FIRST))
