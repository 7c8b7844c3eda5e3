"""A document opens for the one whose conversation it belongs to, and for nobody else; no script is needed."""

import httpx
import pytest

from api.chat.visit import CONVERSATION_COOKIE
from tests.api.fake_host import FakeHost
from tests.api.test_json import CONVERSATIONS, problem_of
from tests.api.test_pages import Visitor
from tests.papers import a_paper

PAGE = "/pokalbis/dokumentas/47128035"


@pytest.fixture
async def visitor(client: httpx.AsyncClient, host: FakeHost) -> Visitor:
    """Somebody whose conversation has a request on paper, and who looks at the message about it."""
    visitor = Visitor(client)
    await visitor.begins()
    host.papers.papers["talk1", "47128035"] = a_paper()
    await visitor.sends("/pokalbis", choice="document")
    return visitor


async def test_the_message_links_to_the_document_and_the_page_holds_all_its_words(visitor: Visitor) -> None:
    assert f'href="{PAGE}"' in visitor.page
    response = await visitor.opens(PAGE)
    assert response.status_code == 200
    for words in ("Prašymas dėl pagalbos", "Ko reikia", "47 12 80 35", "Noriu gyventi viena.", "Parašas"):
        assert words in visitor.page
    assert "&lt;b&gt;Padėkite&lt;/b&gt; &amp; ačiū." in visitor.page
    assert f'href="{PAGE}.pdf"' in visitor.page
    assert response.headers["cache-control"] == "no-store"


async def test_the_file_opens_in_the_browser_under_a_name_of_its_own(visitor: Visitor) -> None:
    response = await visitor.opens(f"{PAGE}.pdf")
    assert response.content == b"%PDF-1.7 prasymas-47128035"
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == 'inline; filename="prasymas-47128035.pdf"'
    assert response.headers["cache-control"] == "no-store"
    # The browser's own viewer must be able to show it, and nothing else may run in it.
    policy = response.headers["content-security-policy"]
    assert "object-src 'self'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}.pdf"])
async def test_without_the_conversations_cookie_nothing_is_found(
    client: httpx.AsyncClient, visitor: Visitor, address: str
) -> None:
    for cookie in ("", "talk1.made-up", "talk2.token-talk1"):
        visitor.client.cookies.clear()
        if cookie:
            client.cookies.set(CONVERSATION_COOKIE, cookie)
        response = await client.get(address)
        assert response.status_code == 404
        assert "Noriu gyventi viena" not in response.text


@pytest.mark.parametrize("name", ["47128036", "laiskas", "kitas", "..%2F..%2Fetc", "4712803500000000000000000"])
@pytest.mark.parametrize("ending", ["", ".pdf"])
async def test_what_is_not_ones_own_is_not_found(visitor: Visitor, name: str, ending: str) -> None:
    response = await visitor.opens(f"/pokalbis/dokumentas/{name}{ending}")
    assert response.status_code in {404, 422}
    assert "Noriu gyventi viena" not in response.text


async def test_a_chat_client_gets_the_address_and_opens_it_with_its_token(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    opened = (await client.post(CONVERSATIONS, json={})).json()
    host.papers.papers[opened["conversation"], "47128035"] = a_paper()
    headers = {"Authorization": f"Bearer {opened['token']}"}
    address = f"{CONVERSATIONS}/{opened['conversation']}"
    event = {"type": "choice", "choice": "document"}
    answer = (await client.post(f"{address}/events", json=event, headers=headers)).json()
    (message,) = answer["messages"]
    assert message["document"] == {"url": f"{address}/documents/47128035"}

    response = await client.get(message["document"]["url"], headers=headers)
    assert response.content == b"%PDF-1.7 prasymas-47128035"
    problem_of(await client.get(message["document"]["url"]), 401)
    problem_of(await client.get(message["document"]["url"], headers={"Authorization": "Bearer made-up"}), 401)
    problem_of(await client.get(f"{address}/documents/laiskas", headers=headers), 404)
    problem_of(await client.get(f"{address}/documents/47128036", headers=headers), 404)


async def test_the_copy_of_ones_own_data_is_a_file_for_oneself_alone(
    visitor: Visitor, client: httpx.AsyncClient
) -> None:
    address = "/pokalbis/dokumentas/duomenys.json"
    response = await visitor.opens(address)
    assert response.json() == {"conversation": "talk1"}
    assert response.headers["content-disposition"] == 'attachment; filename="duomenys.json"'
    assert response.headers["cache-control"] == "no-store"

    client.cookies.clear()
    assert (await client.get(address)).status_code == 404


async def test_every_page_of_the_talk_leads_to_ones_own_data_without_a_script(visitor: Visitor) -> None:
    await visitor.opens("/pokalbis")

    assert 'name="text" value="Ką Jūs apie mane žinote?"' in visitor.page
