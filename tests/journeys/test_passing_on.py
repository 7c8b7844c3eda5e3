"""A request that was sent to the wrong municipality finds the right one, and the person is told at every step."""

import shutil
from collections.abc import Iterator

import pytest
import yaml

from tests.conftest import CONTENT
from tests.journeys.running import Product, running_product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Talk
from tests.journeys.test_journeys import sends_request


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A product in which Palanga is switched on beside Kretinga."""
    folder = tmp_path_factory.mktemp("two-municipalities")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    routes = yaml.safe_load((content / "routes.yaml").read_text(encoding="utf-8"))
    palanga = {**routes[0], "municipality": "palangos-miesto"}
    (content / "routes.yaml").write_text(yaml.safe_dump([*routes, palanga], allow_unicode=True), encoding="utf-8")
    with running_product(folder / "var", AISKIAI_CONTENT_DIR=str(content)) as product:
        yield product


async def staff_of_palanga(product: Product) -> StaffAtInbox:
    rasa = StaffAtInbox(product.base_url)
    await rasa.signs_in(product.sign_in_link("palangos-miesto", "rasa@palanga.example"))
    return rasa


async def test_a_request_goes_on_to_the_right_municipality(talk: Talk, staff: StaffAtInbox, product: Product) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Noriu pasikalbėti")
    number = await sends_request(talk, name="Birutė Birutaitė")

    page = await staff.passes_on(number, "palangos-miesto", "Ji gyvena Palangoje.")

    assert "Jūsų savivaldybė perdavė šį prašymą" in page
    assert "Birutė Birutaitė" not in page
    await talk.later("Savivaldybė perdavė Jūsų prašymą kitai.", "Palangos miesto savivaldybė")
    rasa = await staff_of_palanga(product)
    assert "Ji gyvena Palangoje." in await rasa.opens(number)
    await rasa.replies(number, "Laba diena.\nAteikite rytoj.")
    await rasa.leaves()
    await talk.later("Jums atsakė savivaldybės darbuotojas.", "Ateikite rytoj.")
    await talk.says("kas su mano prašymu?", "Prašymą dabar turi: Palangos miesto savivaldybė.")
    await talk.presses("Spausdinti prašymą")
    assert "Palangos miesto savivaldybė" in await talk.opens_document()


async def test_where_it_cannot_go_on_the_person_gets_contact_and_letter(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Noriu pasikalbėti")
    number = await sends_request(talk, name="Birutė Birutaitė")

    page = await staff.passes_on(number, "siauliu-miesto", "Ji gyvena Šiauliuose.")

    assert "Prašymas lieka čia." in page
    await talk.later("Tai yra Šiaulių miesto savivaldybė.", "Tilžės gatvė 170, Šiauliai")
    letter = await talk.opens_document()
    assert "Šiaulių miesto savivaldybė" in letter
    assert "Birutė Birutaitė" in letter
