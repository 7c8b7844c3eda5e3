"""How old the parts are: counted from the first release after the pinned one, and kept beside the pins."""

from datetime import date
from pathlib import Path

import pytest

from tests.updates import DAYS, PINS, Behind, behind, kept, overdue, pinned, written

DAY = date(2026, 11, 29)


def file(name: str, day: str, **more: object) -> dict[str, object]:
    return {"filename": name, "upload-time": f"{day}T10:00:00Z", "yanked": False, **more}


OLD = file("part-1.0-py3-none-any.whl", "2026-01-01")


def test_the_age_is_counted_from_the_first_release_after_the_pinned_one() -> None:
    files = [
        OLD,
        file("part-1.2.tar.gz", "2026-11-01"),
        file("part-1.1-py3-none-any.whl", "2026-08-01"),
        file("part-1.1.tar.gz", "2026-08-02"),
    ]

    found = behind("part", "1.0", files)

    assert found == Behind("part", "1.0", "1.2", date(2026, 8, 1))
    assert found.days(DAY) == 120
    assert overdue([found], DAY) == [found]


@pytest.mark.parametrize(
    "other",
    [
        file("part-0.9.tar.gz", "2026-11-01"),
        file("part-1.1rc1.tar.gz", "2026-11-01"),
        file("part-1.1.tar.gz", "2026-11-01", yanked="it broke"),
        file("part-1.1.tar.gz", "2026-11-01", **{"requires-python": ">=3.12"}),
        file("part-1.1.win32.exe", "2026-11-01"),
    ],
    ids=["older", "not finished", "taken back", "for another Python", "no package"],
)
def test_what_nobody_could_change_to_makes_no_part_old(other: dict[str, object]) -> None:
    assert behind("part", "1.0", [OLD, other]) is None


def test_a_part_may_be_behind_for_the_whole_term_and_not_a_day_longer() -> None:
    in_time = Behind("part", "1.0", "1.1", date.fromordinal(DAY.toordinal() - DAYS))
    late = Behind("part", "1.0", "1.1", date.fromordinal(DAY.toordinal() - DAYS - 1))

    assert overdue([in_time, late], DAY) == [late]


def test_what_was_found_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = [Behind("part", "1.10", "1.20", date(2026, 8, 1))]
    (tmp_path / "updates.yaml").write_text(written(found, 2, DAY), encoding="utf-8")

    assert kept(tmp_path / "updates.yaml") == (DAY, 2, found)


def test_names_are_read_as_the_index_has_them() -> None:
    assert pinned("Py_YAML==6.0 \\\n    --hash=sha256:00\nsix==1.0\n") == {"py-yaml": "6.0", "six": "1.0"}


def test_the_last_look_was_at_all_that_is_pinned_and_nothing_was_too_old() -> None:
    # A part that was changed since is looked at by the next `make updates`; more than a few would be no look at all.
    looked, parts, found = kept()
    pins = pinned(PINS.read_text(encoding="utf-8"))

    assert abs(parts - len(pins)) <= 5
    assert {one.name for one in found} <= pins.keys()
    assert overdue(found, looked) == []
