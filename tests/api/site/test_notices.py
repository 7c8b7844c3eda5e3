"""What the law asks to be told stands on pages that lead to each other, and invents nothing."""

import re

import httpx
import pytest

from api.app import create_app
from api.site.words import site_words, used_words
from assistant.errors import ContentError
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeLibrary

PRIVACY, LEGAL = "/privatumas", "/privatumas/teisinis"


async def test_the_notice_says_first_that_this_is_a_program(client: httpx.AsyncClient) -> None:
    page = (await client.get(PRIVACY)).text
    assert page.index("Aš esu programa.") < page.index("Ką aš saugau")


async def test_both_notices_bear_the_same_mark_and_lead_to_each_other(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    version = create_app(host).state.site.statements.version
    easy, legal = (await client.get(PRIVACY)).text, (await client.get(LEGAL)).text
    assert f"Teksto ženklas yra {version}." in easy
    assert f"Teksto ženklas yra {version}." in legal
    assert f'href="{LEGAL}' in easy
    assert f'href="{PRIVACY}' in legal


@pytest.mark.parametrize("path", [PRIVACY, LEGAL])
async def test_the_controller_is_named_with_what_is_known_and_what_is_not(client: httpx.AsyncClient, path: str) -> None:
    page = (await client.get(path, params={"savivaldybe": "kretingos-rajono"})).text
    assert "<h3>Kretingos rajono savivaldybė</h3>" in page
    assert 'href="tel:044551008"' in page
    assert "Duomenų apsaugos pareigūnas" in page
    assert "To aš nežinau. To klauskite savivaldybėje." in page
    assert "Aš siunčiu prašymus šiai savivaldybei." in page


async def test_a_municipality_that_takes_nothing_yet_is_said_to_take_nothing(client: httpx.AsyncClient) -> None:
    page = (await client.get(PRIVACY, params={"savivaldybe": "akmenes-rajono"})).text
    assert "Šiai savivaldybei aš dar nesiunčiu prašymų." in page


async def test_every_municipality_can_be_chosen(client: httpx.AsyncClient) -> None:
    assert len(re.findall(r"<option ", (await client.get(PRIVACY)).text)) == 60


async def test_a_municipality_that_there_is_not_is_left_out(client: httpx.AsyncClient) -> None:
    page = await client.get(PRIVACY, params={"savivaldybe": "niekur"})
    assert page.status_code == 200
    assert "<h3>" not in page.text


async def test_the_notice_is_one_tap_from_the_start_the_talk_the_summary_and_the_receipt(
    client: httpx.AsyncClient,
) -> None:
    start = (await client.get("/")).text
    assert f'href="{PRIVACY}"' in start
    same_site = {"sec-fetch-site": "same-origin"}
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', start))
    await client.post("/pokalbis/pradeti", data=fields, headers=same_site)
    assert f'href="{PRIVACY}"' in (await client.get("/pokalbis")).text
    await client.post("/pokalbis", data=fields | {"choice": "request", "key": "1"}, headers=same_site)
    page = (await client.get("/pokalbis")).text
    receipt = re.search(r"kind-receipt.*?</article>", page, re.DOTALL)
    assert receipt
    assert f'href="{PRIVACY}"' in receipt[0]


async def test_a_notice_that_no_officer_has_checked_says_so(client: httpx.AsyncClient) -> None:
    assert "Šio teksto teisininkas dar netikrino." in (await client.get(LEGAL)).text


async def test_the_accessibility_statement_bears_the_day_of_the_last_check(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    known = create_app(host).state.site.statements.accessibility
    page = (await client.get("/prieinamumas")).text
    assert f"{known.checked_on.year} metų" in page
    assert known.law in page
    assert "Svetainė iš dalies atitinka reikalavimus." in page


async def test_every_picture_stands_on_the_credits_page_with_its_origin(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    page = (await client.get("/paveikslai")).text
    pictures = create_app(host).state.pages.pictures
    assert len(pictures) > 50
    for name, picture in pictures.items():
        origin = "sudėjome patys" if picture.openmoji == "own" else f"OpenMoji {picture.openmoji}"
        assert re.search(rf'/pictures/{name}\.svg".*{picture.meaning}<br>.*{origin}', page), name
    assert "CC BY-SA 4.0" in page


def test_the_pages_do_not_open_without_a_word() -> None:
    library = FakeLibrary()
    messages = {name: words for name, words in library.messages.items() if name != "page.ask"}
    with pytest.raises(ContentError, match=r"page\.ask"):
        site_words(messages)


def test_content_holds_no_word_that_no_page_says() -> None:
    held = {name.removeprefix("page.") for name in FakeLibrary().messages if name.startswith("page.")}
    assert held == used_words()


async def test_an_error_page_offers_the_same_ways(host: FakeHost) -> None:
    async with client_of(host) as client:
        assert f'href="{PRIVACY}"' in (await client.get("/nera")).text
