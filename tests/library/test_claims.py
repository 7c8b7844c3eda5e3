"""Claims with numbers: what ships is held by facts, and a number that is changed on either side is found."""

from pathlib import Path

import pytest

from assistant.library.checks.claims import check_claims, claims_in
from assistant.library.checks.documents import check_documents
from assistant.library.checks.places import facts_at
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import read_content
from assistant.library.schema import FactEntry
from tests.planted import change

CONTENT = Path(__file__).resolve().parents[2] / "content"


def wrong(root: Path) -> list[Problem]:
    return [problem for problem in check_claims(read_content(root)) if problem.is_error]


def test_every_number_that_ships_is_held_by_a_fact() -> None:
    claims = list(claims_in(read_content(CONTENT)))
    assert [f"{claim.file}:{claim.line}: {claim.sentence}" for claim in claims if not claim.held_by] == []
    assert ("5 darbo dienos", "family-order, 25 punktas") in {
        (str(claim.number), holder) for claim in claims for holder in claim.held_by
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "number"),
    [
        # The order knows 15 working days too, but of a family that did not ask itself.
        ("lt/topics/family-case-management.yaml", "iki 20 darbo dienų", "iki 15 darbo dienų", "15 darbo dienos"),
        ("lt/topics/family-case-management.yaml", "per 10 darbo dienų", "per 10 dienų", "10 dienos"),
        ("lt/topics/family-case-management.yaml", "iki 12 mėnesių", "iki dviejų mėnesių", "2 mėnesiai"),
        ("lt/topics/social-workshops.yaml", "0 445 70145", "0 445 70146", "044570146"),
        ("lt/topics/life.yaml", "iki 2029 metų", "iki 2028 metų", "2028"),
        ("lt/topics/disability.yaml", "tinka lygis iki 55", "tinka lygis iki 60", "60"),
        ("lt/topics/danger.yaml", "en: [Call 112 now.]", "en: [Call 911 now.]", "911"),
        ("lt/topics/program.yaml", "title: Kas aš esu", "title: Kas aš esu 24", "24"),
        ("lt/messages.yaml", "112 galite skambinti", "113 galite skambinti", "113"),
        ("lt/questions.yaml", "label: 65 arba daugiau", "label: 66 arba daugiau", "66"),
        ("lt/questions.yaml", "Numeryje yra 8 skaitmenys", "Numeryje yra 9 skaitmenys", "9"),
        ("lt/web.yaml", "BY-SA 4.0", "BY-SA 3.0", "3.0"),
        ("rules/social-workshops.yaml", "if_yes: Jums yra 18 metų", "if_yes: Jums yra 16 metų", "16 metai"),
    ],
)
def test_a_changed_number_is_found_on_its_line(copy: Path, file: str, old: str, new: str, number: str) -> None:
    line = change(copy, file, old, new)
    [problem] = wrong(copy)
    assert (problem.file, problem.line) == (str(copy / file), line)
    assert problem.what == f'No fact of the sources cited here holds "{number}".'
    assert problem.mend


def test_the_limits_of_a_rule_are_claims(copy: Path) -> None:
    line = change(copy, "rules/case-management.yaml", "participation_level: 55}", "participation_level: 50}")
    [problem] = wrong(copy)
    assert (problem.line, '"50 procentai"' in problem.what) == (line - 1, True)


def test_the_steps_of_a_table_of_ages_are_claims(copy: Path) -> None:
    change(copy, "rules/ages/pension-age.yaml", "months: 10", "months: 11")
    [problem] = wrong(copy)
    assert '"11 mėnesiai"' in problem.what


def test_a_fact_that_changes_takes_its_claims_with_it(copy: Path) -> None:
    change(copy, "sources/family-order.yaml", "skiriamas per 5 darbo", "skiriamas per 6 darbo")
    [differing] = wrong(copy)
    assert differing.what == '`says` and `numbers` of a fact differ: "5 darbo dienos, 6 darbo dienos".'
    text = (copy / "sources" / "family-order.yaml").read_text(encoding="utf-8")
    before, after = text.split("skiriamas per 6 darbo", 1)
    after = after.replace('"5 darbo dienos"', '"6 darbo dienos"', 1)
    (copy / "sources" / "family-order.yaml").write_text(f"{before}skiriamas per 6 darbo{after}", encoding="utf-8")
    assert {problem.what for problem in wrong(copy)} == {'No fact of the sources cited here holds "5 darbo dienos".'}


def test_a_claim_without_a_source_is_found(copy: Path) -> None:
    path = copy / "lt" / "messages.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "planted:\n  sentences: [Palaukite 3 dienas.]\n", encoding="utf-8"
    )
    [problem] = wrong(copy)
    assert '"3 dienos"' in problem.what


def test_a_point_of_which_no_fact_tells_is_a_warning(copy: Path) -> None:
    line = change(copy, "lt/topics/family-case-management.yaml", "source: family-order", "source: family-order")
    change(copy, "lt/topics/family-case-management.yaml", "place: 1, 2.6, 17 punktai", "place: 1, 61, 17 punktai")
    [problem] = [one for one in check_claims(read_content(copy)) if "point" in one.what]
    assert (problem.line, problem.is_error) == (line, False)
    assert problem.what == 'No fact of "family-order" tells what stands in point 61.'


def fact(place: str) -> FactEntry:
    return FactEntry(place=place, says="Taip yra.")


@pytest.mark.parametrize(
    ("cited", "places"),
    [
        ("25 punktas", ["25 punktas"]),
        ("22 punktas", ["22.1 papunktis"]),
        ("22.1, 25 punktai", ["22.1 papunktis", "25 punktas"]),
        ("20–25 punktai", ["22.1 papunktis", "25 punktas"]),
        ("2 punktas", []),
        ("visas įsakymas", ["22.1 papunktis", "25 punktas", "pradžia"]),
        ("pradžia", ["pradžia"]),
    ],
)
def test_a_place_means_its_points_or_itself_or_the_whole_document(cited: str, places: list[str]) -> None:
    facts = [fact("22.1 papunktis"), fact("25 punktas"), fact("pradžia")]
    assert [found.place for found in facts_at(cited, facts)] == places


SOURCE = """\
title: Puslapis
publisher: Įstaiga
address: example.lt
dated: ""
checked_on: 2026-11-22
read: whole
document: page.txt
facts:
  - place: viršuje
    says: Atsakymas ateina per 5 darbo dienas. Skambinti galima 0 445 70145.
    numbers: ["5 darbo dienos", "0 445 70145"]
"""


def compared(tmp_path: Path, document: str | None, source: str = SOURCE) -> list[tuple[int, str]]:
    sources, documents = tmp_path / "content" / "sources", tmp_path / "documents"
    sources.mkdir(parents=True)
    documents.mkdir()
    (sources / "page.yaml").write_text(source, encoding="utf-8")
    if document is not None:
        (documents / "page.txt").write_text(document, encoding="utf-8")
    found = check_documents(read_content(tmp_path / "content"), documents)
    return [(problem.line, problem.what) for problem in found]


def test_facts_that_agree_with_their_document_are_quiet(tmp_path: Path) -> None:
    assert compared(tmp_path, "Atsakoma per 5 (penkias) darbo dienas, tel. +370 445 70145.\n") == []


def test_a_number_that_does_not_stand_in_the_document_is_found(tmp_path: Path) -> None:
    assert compared(tmp_path, "Atsakoma per 5 mėnesius, tel. +370 445 70145.\n") == [
        (11, '"5 darbo dienos" does not stand in page.txt, viršuje.')
    ]


def test_a_number_must_stand_in_the_point_that_its_fact_names(tmp_path: Path) -> None:
    # Given a law in which the deadline stands in another point
    document = "1. Skambinti galima 0 445 70145.\n\n2. Atsakoma per 5 darbo dienas.\n"
    told = SOURCE.replace("viršuje", "{}")
    # Then only the right points are quiet
    assert compared(tmp_path / "right", document, told.format("1, 2 punktai")) == []
    assert compared(tmp_path / "wrong", document, told.format("1 punktas")) == [
        (11, '"5 darbo dienos" does not stand in page.txt, 1 punktas.')
    ]


def test_a_copied_sentence_is_found(tmp_path: Path) -> None:
    says = "Atsakymas ateina per 5 darbo dienas. Skambinti galima 0 445 70145."
    assert compared(tmp_path, f"Sveiki. {says}\n") == [
        (10, "Words are copied from the document: „5 darbo dienas skambinti galima 0 445 70145“.")
    ]


def test_a_document_that_is_missing_is_found(tmp_path: Path) -> None:
    [(line, what)] = compared(tmp_path, None)
    assert (line, what.endswith("page.txt is missing.")) == (7, True)
