"""What is read out of a report of Lighthouse."""

from typing import Any

import pytest

from tests.api.lighthouse import score_of


def report(points: float, heading: float | None) -> dict[str, Any]:
    """A report in which one rule is kept and one has this score; None where it concerns nothing on the page."""
    items = [] if heading else [{"node": {"snippet": "<h2></h2>"}}]
    return {
        "categories": {
            "accessibility": {"score": points, "auditRefs": [{"id": "html-has-lang"}, {"id": "empty-heading"}]}
        },
        "audits": {
            "html-has-lang": {"id": "html-has-lang", "score": 1},
            "empty-heading": {"id": "empty-heading", "score": heading, "details": {"items": items}},
        },
    }


@pytest.mark.parametrize("heading", [1, None])
def test_a_page_without_a_fault_is_best(heading: float | None) -> None:
    assert score_of(report(1, heading)).is_best


def test_a_fault_that_costs_no_points_is_a_fault_too() -> None:
    found = score_of(report(1, 0))

    assert found.points == 100
    assert found.faults == ["empty-heading: <h2></h2>"]
    assert not found.is_best


def test_points_may_be_lost() -> None:
    assert not score_of(report(0.96, 0)).is_best
