"""What a person writes is found nowhere on the disk, however it is written there."""

from pathlib import Path

import pytest

from tests.processes.markers import MARKERS, Scan, scanned, scanned_on_postgresql, ways_to_write


@pytest.mark.parametrize("written", ways_to_write(MARKERS["name"]))
def test_the_scan_sees_a_marker_however_it_is_written(written: bytes) -> None:
    scan = Scan()
    scan.look("log", "a", b'{"said": "' + written + b'"}')
    scan.look("letters", "a", MARKERS["e-mail"].encode())
    scan.look("log", "b", MARKERS["e-mail"].encode())

    assert ("name", "log: a") in scan.found
    # A person's own address may stand on the person's own letter, and nowhere else.
    assert scan.by_rule == [("e-mail", "letters: a")]
    assert ("e-mail", "log: b") in scan.found


@pytest.mark.process
def test_no_marker_of_a_whole_journey_lies_on_the_disk(tmp_path: Path) -> None:
    # It takes a server, a bot and two journeys: what they leave behind cannot be seen with less.
    scan = scanned(tmp_path)

    assert scan.found == []
    assert {marker for marker, _ in scan.by_rule} == {"e-mail"}
    assert {"database", "log", "letters", "backups", "figures"} <= scan.files.keys()
    assert {"database", "backups"} <= scan.sees


@pytest.mark.process
@pytest.mark.postgres
def test_no_marker_lies_in_the_folder_of_postgresql_nor_in_its_logs_and_dumps(tmp_path: Path) -> None:
    # The same journey once more: PostgreSQL writes elsewhere and otherwise than SQLite does.
    scan = scanned_on_postgresql(tmp_path)

    assert scan.found == []
    assert {"database", "write-ahead log", "log of PostgreSQL", "log", "letters", "backups"} <= scan.files.keys()
    assert {"database", "write-ahead log", "backups"} <= scan.sees
