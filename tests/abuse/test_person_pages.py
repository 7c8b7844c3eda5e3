"""What stands in an address, a form or a reply is shown to people as words, and does nothing."""

import re
from http import HTTPStatus
from urllib.parse import quote

import httpx
import pytest

from tests.abuse.evil import MARK, MARKUP
from tests.abuse.reading import faults_in
from tests.api.inbox.pages import words_in
from tests.api.inbox.town import ADDRESS, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")

evil = pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)


def a_person(place: Town) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(place.app, raise_app_exceptions=False),
        base_url=ADDRESS,
        headers={"sec-fetch-site": "same-origin"},
        follow_redirects=True,
    )


def proof_in(page: httpx.Response) -> str:
    """What the forms of the page carry."""
    proofs: set[str] = set(re.findall(r'name="secret" value="([^"]+)"', page.text))
    (proof,) = proofs
    return proof


@evil
async def test_what_a_person_wrote_is_only_read(place: Town, words: str) -> None:
    async with a_person(place) as browser:
        start = await browser.get("/")
        talk = await browser.post("/pokalbis/pradeti", data={"secret": proof_in(start)})
        said = await browser.post("/pokalbis", data={"secret": proof_in(talk), "text": words})

    assert said.status_code == HTTPStatus.OK
    assert faults_in(said.text, "https://") == []
    assert MARK in words_in(said)


PAGES = (
    "/?paslauga={}",
    "/pokalbis?po={}",
    "/valdiklis?savivaldybe={}",
    "/valdiklio-pavyzdys?{}",
    "/temos/{}",
    "/nustatymai?irasyta={}",
    "/testi/{}",
    "/nera/{}",
    "/inbox/sign-in?token={}",
    "/inbox/oidc/callback?state={}&code={}",
    "/pictures/{}.svg",
    "/garsas/{}.mp3",
)


@evil
@pytest.mark.parametrize("address", PAGES)
async def test_what_stands_in_an_address_is_only_read(place: Town, words: str, address: str) -> None:
    async with a_person(place) as browser:
        page = await browser.get(address.replace("{}", quote(words, safe="")))

    assert page.status_code < 500
    assert faults_in(page.text, "https://", ADDRESS) == []


@evil
async def test_what_a_program_is_answered_is_never_taken_for_a_page(place: Town, words: str) -> None:
    async with a_person(place) as program:
        opened = await program.post("/api/v1/conversations", json={"payload": words[:64]})
        seen = opened.json()
        path, held = f"/api/v1/conversations/{seen['conversation']}", {"Authorization": f"Bearer {seen['token']}"}
        answers = [
            opened,
            await program.post(f"{path}/events", json={"type": "text", "text": words}, headers=held),
            await program.post(f"{path}/events", json={"type": "choice", "choice": words[:200]}, headers=held),
            await program.get(path, headers=held),
            await program.get(f"{path}/documents/{quote(words, safe='')}", headers=held),
        ]

    for answer in answers:
        assert answer.headers["content-type"].startswith(("application/json", "application/problem+json"))
        assert answer.headers["x-content-type-options"] == "nosniff"
