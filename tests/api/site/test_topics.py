"""The answers as pages: each has an address that can be read, shared and found, and two services never meet."""

import re
from html import unescape

import httpx
import pytest

from api.app import create_app
from api.chat.visit import CONVERSATION_COOKIE
from api.site.shelves import Shelf, shelves_of, slug_of
from api.site.site import Site
from api.site.topics import LONGEST_DESCRIPTION, description_of
from assistant.conversation.events import Started
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeLibrary, FakeSettings

ADDRESS = re.compile(r"/temos/[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
DISABILITY, FAMILY = "/temos/atvejo-vadyba", "/temos/pagalba-seimai"


@pytest.fixture
def site(host: FakeHost) -> Site:
    return create_app(host).state.site  # type: ignore[no-any-return]  # what an application keeps has no type


def shelf_at(site: Site, address: str) -> Shelf:
    return next(shelf for shelf in site.shelves.values() if shelf.address == address)


async def test_every_address_is_plain_and_its_page_tells_the_answer(client: httpx.AsyncClient, site: Site) -> None:
    leaves = [leaf for shelf in site.shelves.values() for leaf in shelf.leaves.values()]
    assert len(leaves) > 100
    assert len({leaf.address for leaf in leaves}) == len(leaves)
    for leaf in leaves:
        assert ADDRESS.fullmatch(leaf.address)
        page = await client.get(leaf.address)
        assert page.status_code == 200, leaf.address
        told = re.sub(r"<[^>]+>", "", unescape(page.text)).replace("\N{NO-BREAK SPACE}", " ")
        assert all(sentence in told for sentence in leaf.answer.sentences), leaf.address
        assert f'<link rel="canonical" href="http://testserver{leaf.address}">' in page.text


async def test_every_written_answer_about_help_has_its_page(site: Site) -> None:
    shown = {
        (leaf.answer.topic, leaf.answer.service) for shelf in site.shelves.values() for leaf in shelf.leaves.values()
    }
    small = {("greeting", ""), ("thanks", ""), ("goodbye", ""), ("frustration", ""), ("out-of-scope", "")}
    assert shown == set(FakeLibrary().topics) - small


async def test_no_link_of_any_page_leads_nowhere(client: httpx.AsyncClient, site: Site) -> None:
    paths = ["/", "/temos", "/privatumas", "/privatumas/teisinis", "/prieinamumas", "/paveikslai", "/apie", "/temos/x"]
    paths += [shelf.address for shelf in site.shelves.values()]
    paths += [leaf.address for shelf in site.shelves.values() for leaf in list(shelf.leaves.values())[:6]]
    seen: set[str] = set()
    for path in paths:
        page = (await client.get(path)).text
        seen |= {unescape(link) for link in re.findall(r'href="(/[^"#]*)"', page)}
        anchors = set(re.findall(r'href="#([^"]+)"', page))
        assert anchors <= set(re.findall(r'id="([^"]+)"', page)), path
    for link in seen:
        assert (await client.get(link)).status_code < 400, link


async def test_two_services_of_one_name_never_meet(client: httpx.AsyncClient, site: Site) -> None:
    for own, other in ((DISABILITY, FAMILY), (FAMILY, DISABILITY)):
        for address in [own, *(leaf.address for leaf in shelf_at(site, own).leaves.values())]:
            assert f'href="{other}' not in (await client.get(address)).text, address
    titles = [leaf.answer.title for leaf in shelf_at(site, FAMILY).leaves.values()]
    assert "Atvejo vadyba" not in titles


async def test_hard_words_are_explained_below_the_text_and_lead_back(client: httpx.AsyncClient) -> None:
    page = (await client.get(f"{DISABILITY}/kaip-tai-padeda")).text
    assert 'href="#reiksme-help-plan"' in page
    assert "Pagalbos planas sako, kas ir kaip padeda." in page
    assert 'href="#zodis-help-plan"' in page


async def test_the_sources_stand_there_with_the_day_on_which_they_were_looked_at(client: httpx.AsyncClient) -> None:
    page = (await client.get(f"{DISABILITY}/kaip-tai-padeda")).text
    assert "Puslapis „Atvejo vadyba – kas tai?“" in page
    assert "Šaltinius žmonės tikrino 2026 metų lapkričio 22 dieną." in page


async def test_the_short_text_is_one_link_away_and_is_not_found_twice(client: httpx.AsyncClient) -> None:
    page = (await client.get(f"{DISABILITY}/kaip-tai-padeda?trumpai=true")).text
    assert "Vienas žmogus Jus išklauso." in page
    assert "Jis tikrina, ar viskas vyksta pagal planą." not in page
    assert f'<link rel="canonical" href="http://testserver{DISABILITY}/kaip-tai-padeda">' in page


async def test_other_languages_are_marked(client: httpx.AsyncClient) -> None:
    page = (await client.get("/temos/bendros-temos/kita-kalba")).text
    assert re.findall(r'<div lang="([a-z]+)">', page) == ["en", "ru", "pl", "uk"]


async def test_to_ask_begins_a_talk_at_this_very_answer(client: httpx.AsyncClient, host: FakeHost) -> None:
    page = (await client.get(f"{FAMILY}/kiek-tai-kainuoja")).text
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    same_site = {"sec-fetch-site": "same-origin"}

    began = await client.post("/pokalbis/pradeti", data=fields, headers=same_site)

    assert began.headers["location"].startswith("/pokalbis")
    assert CONVERSATION_COOKIE in client.cookies
    assert host.converse.payloads == ["topic_cost_family-case-management"]
    await client.post("/pokalbis/pradeti", data=fields, headers=same_site)
    assert host.converse.events == [Started("topic_cost_family-case-management")]


async def test_an_unknown_address_offers_what_there_is(client: httpx.AsyncClient) -> None:
    lost = await client.get(f"{DISABILITY}/tokios-nera")
    assert lost.status_code == 404
    assert "Tokio puslapio nėra." in lost.text
    assert f'href="{DISABILITY}/kaip-prasyti"' in lost.text
    nowhere = await client.get("/temos/tokios-nera/visai")
    assert nowhere.status_code == 404
    assert f'href="{DISABILITY}"' in nowhere.text


async def test_the_id_of_an_answer_leads_to_its_address(client: httpx.AsyncClient) -> None:
    moved = await client.get(f"{DISABILITY}/how-to-apply")
    assert (moved.status_code, moved.headers["location"]) == (301, f"{DISABILITY}/kaip-prasyti")


def test_answers_of_one_title_get_addresses_of_their_own() -> None:
    library = FakeLibrary()
    topics = {key: answer for key, answer in library.topics.items() if key[1] == "respite"}
    first = topics["cost", "respite"]
    topics["price", "respite"] = first
    shelf = shelves_of(FakeLibrary(topics=topics), "Bendros")["laikinas-atokvepis"]
    assert {"kiek-tai-kainuoja", "price"} <= set(shelf.leaves)


@pytest.mark.parametrize(
    ("words", "slug"),
    [("Ką aš galiu?", "ka-as-galiu"), ("Žūtbūt  ėjo", "zutbut-ejo"), ("„Telegram“ – čia", "telegram-cia")],
)
def test_addresses_are_made_of_plain_letters(words: str, slug: str) -> None:
    assert slug_of(words) == slug


def test_a_description_is_whole_sentences() -> None:
    assert description_of(("Vienas.", "Du.")) == "Vienas. Du."
    long = tuple(f"Tai yra {number} sakinys iš daugelio." for number in range(20))
    assert len(description_of(long)) <= LONGEST_DESCRIPTION
    assert description_of(long).endswith(".")


async def test_addresses_for_search_engines_are_those_that_people_use() -> None:
    async with client_of(FakeHost(FakeSettings("https://aiskiai.example"))) as client:
        page = (await client.get("/temos")).text
        robots = (await client.get("/robots.txt")).text
        sitemap = (await client.get("/sitemap.xml")).text
    assert '<link rel="canonical" href="https://aiskiai.example/temos">' in page
    assert "Sitemap: https://aiskiai.example/sitemap.xml" in robots
    assert f"<loc>https://aiskiai.example{FAMILY}/visi-terminai</loc>" in sitemap


async def test_search_engines_keep_every_public_page_and_nothing_private(client: httpx.AsyncClient) -> None:
    refused = re.findall(r"^Disallow: (.+)$", (await client.get("/robots.txt")).text, re.MULTILINE)
    paths = re.findall(r"<loc>http://testserver(.*?)</loc>", (await client.get("/sitemap.xml")).text)
    assert {"/pokalbis", "/inbox"} <= set(refused)
    assert len(paths) > 120
    for path in paths:
        page = await client.get(path)
        assert page.status_code == 200, path
        assert not path.startswith(tuple(refused)), path
        assert "noindex" not in page.text, path
    await client.post("/pokalbis/pradeti", data=await _form(client), headers={"sec-fetch-site": "same-origin"})
    assert '<meta name="robots" content="noindex, nofollow">' in (await client.get("/pokalbis")).text


async def _form(client: httpx.AsyncClient) -> dict[str, str]:
    page = (await client.get("/")).text
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
