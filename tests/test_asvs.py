"""The table of OWASP ASVS 5.0 is whole, and what it cites exists."""

import re
from collections import Counter

from tests.asvs import MET, NOT_APPLICABLE, OPEN, PAPER, missing, paper, requirements

# How many requirements of levels 1 and 2 each chapter of the standard has.
PER_CHAPTER = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)


def test_every_requirement_of_both_levels_stands_there_once_in_order() -> None:
    table = requirements()
    ids = [one.id for one in table]

    assert Counter(one.level for one in table) == {1: 70, 2: 183}
    assert all(re.fullmatch(r"V\d+\.\d+\.\d+", name) for name in ids)
    numbers = [tuple(map(int, name[1:].split("."))) for name in ids]
    assert numbers == sorted(set(numbers))
    assert Counter(one.chapter for one in table) == dict(enumerate(PER_CHAPTER, 1))


def test_every_requirement_has_a_result_a_reason_and_evidence_that_exists() -> None:
    table = requirements()

    assert {one.result for one in table} <= {MET, NOT_APPLICABLE, OPEN}
    assert [one.id for one in table if not one.why.strip() or not one.asks.strip() or not one.evidence] == []
    assert [fault for one in table for cited in one.evidence if (fault := missing(cited))] == []


def test_what_is_open_says_what_is_missing() -> None:
    assert [one.id for one in requirements() if one.result == OPEN and "Missing:" not in one.why] == []
    assert [one.id for one in requirements() if one.result != MET and one.operator] == []


def test_the_paper_is_made_of_the_table() -> None:
    assert PAPER.read_text(encoding="utf-8") == paper(requirements())


def test_a_citation_of_what_is_not_there_is_found() -> None:
    assert "no such file" in missing("docs/nothing.md")
    assert "no such test" in missing("tests/test_asvs.py::test_nothing")
