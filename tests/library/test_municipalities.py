from dataclasses import fields
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.municipalities import gazetteer_of, load_municipalities
from assistant.referrals.routing import Contact

CONTENT = Path(__file__).parents[2] / "content"
FILE = CONTENT / "municipalities.yaml"


def changed(folder: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "municipalities.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1) if words in line)


def test_the_council_of_a_district_may_sit_in_the_city_beside_it() -> None:
    known = load_municipalities(FILE).values()
    elsewhere = {one.id: one.seat_elsewhere for one in known if one.seat_elsewhere}
    assert elsewhere == {
        "alytaus-rajono": "Alytuje",
        "kauno-rajono": "Kaune",
        "panevezio-rajono": "Panevėžyje",
        "siauliu-rajono": "Šiauliuose",
        "vilniaus-rajono": "Vilniuje",
    }


def test_all_sixty_municipalities_are_there() -> None:
    municipalities = load_municipalities(FILE)
    assert len(municipalities) == 60
    assert {one.iso for one in municipalities.values()} == {f"LT-{number:02d}" for number in range(1, 61)}
    assert sum(len(one.towns) for one in municipalities.values()) == 103
    assert all(one.id == key for key, one in municipalities.items())


def test_only_neringa_gives_no_case_management() -> None:
    assert [one.id for one in load_municipalities(FILE).values() if not one.gives_case_management] == ["neringos"]


def test_kretinga_has_the_contact_that_its_project_page_gives() -> None:
    kretinga = load_municipalities(FILE)["kretingos-rajono"]
    assert kretinga.contact.phones == ("+37044551008", "+37044554754")
    assert kretinga.contact.address == "Vilniaus gatvė 8, Kretinga"
    assert kretinga.workshops[0].phones == ("+37044570145", "+37068318331")
    assert kretinga.workshops[0].address == "Verslo gatvė 6, Kretinga"


def test_a_contact_is_empty_or_names_its_source() -> None:
    for one in load_municipalities(FILE).values():
        for contact in (one.contact, one.general, *one.workshops):
            assert contact == Contact() or contact.source
            assert all(
                "seed" not in str(getattr(contact, field.name)) and ".txt" not in str(getattr(contact, field.name))
                for field in fields(contact)
            )


def test_the_gazetteer_knows_towns_and_villages() -> None:
    gazetteer = gazetteer_of(load_municipalities(FILE))
    assert gazetteer.find("Salantuose") == gazetteer.find("Darbėnuose") == ("kretingos-rajono",)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("iso: LT-22", "iso: LT-21", '"LT-21" stands twice'),
        ("iso: LT-60", "iso: LT-61", 'no code "LT-61"'),
        ("id: kretingos-rajono", "id: kretinga", 'Write "kretingos-rajono"'),
        ("genitive: Kretingos rajono savivaldybės", "genitive: Kretingos rajono savivaldybė", "genitive of"),
        ("locative: Salantuose", "locative: Salantose", '"Salantose" is no case of "Salantai"'),
        ('"+37044554754"', '"8 445 54754"', "should match pattern"),
        ("email: info@silale.lt", "email: silale.lt", "should match pattern"),
        ("website: kretinga.lt", "web: kretinga.lt", '"21.web" is not known here'),
        ("source: Kretingos rajono savivaldybės projekto puslapis", "dated: x", "stands"),
    ],
)
def test_a_mistake_is_refused_with_its_line_and_its_mend(tmp_path: Path, old: str, new: str, fault: str) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(ContentError) as refusal:
        load_municipalities(path)
    assert fault in str(refusal.value)
    assert str(refusal.value).startswith(f"{path}:")


def test_the_line_of_a_mistake_is_the_line_in_the_file(tmp_path: Path) -> None:
    path = changed(tmp_path, "locative: Kretingos rajono savivaldybėje", "locative: Kretingoje")
    with pytest.raises(ContentError, match=rf"{path}:{line_of(path, 'locative: Kretingoje')}: the locative of"):
        load_municipalities(path)


def test_a_missing_municipality_is_noticed(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    path = tmp_path / "municipalities.yaml"
    path.write_text(text[: text.index("- id: zarasu-rajono")], encoding="utf-8")
    with pytest.raises(ContentError, match="there are 59 municipalities, not 60"):
        load_municipalities(path)
