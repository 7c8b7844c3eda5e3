"""Sources: a file for each, refused with file and line where it is wrong."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.sources import load_sources

CONTENT = Path(__file__).resolve().parents[2] / "content"
SOURCE = """\
title: Puslapis
publisher: Įstaiga
address: example.lt
dated: ""
checked_on: 2026-11-22
read: beginning
facts:
  - place: viršuje
    says: Atsakymas ateina per 5 darbo dienas.
    numbers: ["5 darbo dienos"]
"""


def folder(tmp_path: Path, name: str = "page.yaml", text: str = SOURCE) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_source_is_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    source = load_sources(folder(tmp_path))["page"]
    assert (source.id, source.title) == ("page", "Puslapis")
    assert source.cited("viršuje").place == "viršuje"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("read: beginning", "read: half", r'page\.yaml:6: "read"'),
        ("title: Puslapis\n", "", r'page\.yaml:1: "title" is missing'),
        ("says: Atsakymas", "sais: Atsakymas", r'page\.yaml:\d: "facts\.0\.says" is missing'),
        ('"5 darbo dienos"', "penkios", r'page\.yaml:10: "facts\.0\.numbers\.0": write exactly one number'),
        ('"5 darbo dienos"', '"5 arba 6"', r'page\.yaml:10: "facts\.0\.numbers\.0": write exactly one number'),
        ("dated:", "document: ../page.txt\ndated:", r'page\.yaml:4: "document"'),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        load_sources(folder(tmp_path, text=SOURCE.replace(old, new)))


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    folder(tmp_path, "one.yaml", SOURCE.replace("read: beginning", "read: half"))
    folder(tmp_path, "two.yaml", SOURCE.replace("title: Puslapis\n", ""))
    with pytest.raises(ContentError) as caught:
        load_sources(tmp_path)
    assert [line.split(":")[0][-8:] for line in str(caught.value).splitlines()] == ["one.yaml", "two.yaml"]


def test_a_file_whose_name_is_no_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match='"My page" is no id'):
        load_sources(folder(tmp_path, "My page.yaml"))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there are no sources here"):
        load_sources(tmp_path)


def test_no_two_sources_that_ship_have_the_same_title() -> None:
    titles = [source.title for source in load_sources(CONTENT / "sources").values()]
    assert len(titles) == len(set(titles))
