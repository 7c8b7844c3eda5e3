"""A sign that PostgreSQL cannot hold, from whoever makes up an address, a cookie or a form, is refused before it."""

import re
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus

import httpx
import pytest
import pytest_asyncio

from assistant.library.library import Library
from tests.api.inbox.rights import a_browser
from tests.api.inbox.rights_table import RIGHTS
from tests.api.inbox.town import ADDRESS, Town, Visitor, town
from tests.databases import PostgresServer

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.postgres]

PAGES = ("/", "/pokalbis", "/valdiklis", "/nustatymai", "/pokalbis/dokumentas/laiskas", "/pokalbis/kitur")


@pytest.fixture(scope="module")
def url(postgres: PostgresServer, migrated_postgres: str) -> Iterator[str]:
    url = postgres.fresh_url(migrated_postgres)
    yield url
    postgres.drop(url)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on_postgres(tmp_path_factory: pytest.TempPathFactory, library: Library, url: str) -> AsyncIterator[Town]:
    async with town(tmp_path_factory.mktemp("town"), library, url) as place:
        yield place


def a_client(place: Town) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(place.app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=ADDRESS)


@pytest.mark.parametrize("page", PAGES)
async def test_a_made_up_pass_opens_nothing(on_postgres: Town, page: str) -> None:
    async with a_client(on_postgres) as browser:
        answer = await browser.get(page, headers={"cookie": 'aiskiai_pokalbis="a\\000b.token"'})

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


@pytest.mark.parametrize("path", ["", "/events", "/documents/laiskas"])
async def test_a_made_up_id_of_a_conversation_is_refused(on_postgres: Town, path: str) -> None:
    async with a_client(on_postgres) as program:
        answer = await program.request(
            "POST" if path == "/events" else "GET",
            f"/api/v1/conversations/a%00b{path}",
            headers={"authorization": "Bearer x"},
            json={"type": "text", "text": "labas"} if path == "/events" else None,
        )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_a_made_up_name_of_learned_words_is_refused(on_postgres: Town) -> None:
    held = await on_postgres.held(Visitor.ADMIN)

    async with a_browser(on_postgres.app, held.session) as browser:
        answer = await browser.post("/inbox/editors/taught/taken", data={"form_token": held.proof, "name": "a\x00b"})

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert answer.status_code >= HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize("words", ["a\x00b", "\x00", "ą\x00" * 50])
async def test_words_that_hold_it_are_answered(on_postgres: Town, words: str) -> None:
    async with a_client(on_postgres) as program:
        opened = await program.post("/api/v1/conversations", json={"payload": words[:64]})
        seen = opened.json()
        answer = await program.post(
            f"/api/v1/conversations/{seen['conversation']}/events",
            headers={"authorization": f"Bearer {seen['token']}"},
            json={"type": "text", "text": words},
        )

    assert (opened.status_code, answer.status_code) == (HTTPStatus.CREATED, HTTPStatus.OK)


BEHIND = sorted(path for method, path in RIGHTS if method == "POST" and "{" in path)


@pytest.mark.parametrize("path", BEHIND)
async def test_a_made_up_id_in_the_address_of_a_form_is_refused(on_postgres: Town, path: str) -> None:
    held = await on_postgres.held(Visitor.ADMIN)
    form = {**RIGHTS["POST", path].form, "form_token": held.proof, "version": "0", "seen": "0"}

    async with a_browser(on_postgres.app, held.session) as browser:
        answer = await browser.post(re.sub(r"{\w+}", "a%00b", path), data=form)

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
