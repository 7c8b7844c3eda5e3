"""Every route of the real program, asked by everybody and by an administrator: what its answer tells the browser."""

import asyncio
import re
from collections.abc import AsyncIterator
from itertools import chain
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute, iter_route_contexts

from api.pdf import PDF
from api.pdf import POLICY as OF_PDF
from assistant.library.library import Library
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeSettings
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import HOME, Town, Visitor, town

PLACES = re.compile(r"\{[^}]+\}")
INSIDE = re.compile(r"<style|\sstyle=|\son\w+=\"|javascript:|<script(?![^>]*\ssrc=\"/static/)[^>]*>", re.IGNORECASE)
MAY_BE_KEPT = ("/static/", "/pictures/", "/garsas/")


@pytest.fixture
async def place(tmp_path: Path, library: Library) -> AsyncIterator[Town]:
    async with town(tmp_path, library) as place:
        yield place


def paths_of(place: Town) -> list[str]:
    """All addresses that can be read, with something in the place of every variable."""
    return sorted(
        {
            context.path or ""
            for context in iter_route_contexts(place.app.routes)
            if isinstance(context.original_route, APIRoute) and "GET" in (context.methods or ())
        }
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory, library: Library) -> list[httpx.Response]:
    """Asked once for all tests: it is some hundred pages."""
    return asyncio.run(asked(tmp_path_factory.mktemp("town"), library))


async def asked(folder: Path, library: Library) -> list[httpx.Response]:
    """What everybody gets, and what an administrator gets who has a request before them."""
    found = []
    async with town(folder, library) as place:
        number = await place.request_in(HOME)
        session, _ = await place.session(Visitor.ADMIN)
        for path in [*paths_of(place), "/static/chat.css", "/static/chat.js", "/static/", "/nera"]:
            for shown in ("", session):
                async with a_browser(place.app, shown) as browser:
                    found.append(await browser.get(PLACES.sub(number, path)))
    return found


def test_every_answer_of_every_route_keeps_to_the_policy(answers: list[httpx.Response]) -> None:
    assert len(answers) > 100
    assert sum(answer.status_code == 200 for answer in answers) > 50
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        # A PDF is no page: the browser shows it by a viewer of its own, which brings styles and may do nothing else.
        assert "unsafe" not in policy or (answer.headers["content-type"], policy) == (PDF, OF_PDF), answer.url
        assert policy.startswith(("default-src 'self'; base-uri 'none'", "default-src 'none'")), answer.url
        if policy.startswith("default-src 'self'"):
            assert "object-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff", answer.url
        assert answer.headers["referrer-policy"] in {"same-origin", "no-referrer"}, answer.url
        assert answer.headers["cross-origin-opener-policy"] == "same-origin", answer.url


def test_no_page_holds_a_script_or_a_style_of_its_own(answers: list[httpx.Response]) -> None:
    pages = [answer for answer in answers if answer.headers.get("content-type", "").startswith("text/html")]

    assert len(pages) > 60
    assert {str(page.url): INSIDE.findall(page.text) for page in pages if INSIDE.search(page.text)} == {}


def test_no_page_with_data_is_kept_by_a_browser(answers: list[httpx.Response]) -> None:
    kept = [
        answer.url.path
        for answer in answers
        if "no-store" not in answer.headers["cache-control"] and not answer.url.path.startswith(MAY_BE_KEPT)
    ]

    # What is the same for everybody, and only that.
    assert [path for path in kept if path.startswith(("/inbox", "/pokalbis", "/api/v1"))] == []
    assert all(answer.headers["cache-control"] for answer in answers)


def test_text_names_its_letters(answers: list[httpx.Response]) -> None:
    kinds = {answer.headers.get("content-type", "") for answer in answers if answer.content}

    assert "" not in kinds
    assert {kind for kind in kinds if kind.startswith("text/") and "charset=utf-8" not in kind} == set()


async def test_no_other_origin_may_read_an_answer(place: Town) -> None:
    async with a_browser(place.app, "") as browser:
        browser.headers["origin"] = "https://evil.example"
        answers = [await browser.get(PLACES.sub("x", path)) for path in paths_of(place)]
        asked = await browser.options("/api/v1/conversations", headers={"access-control-request-method": "POST"})

    told = chain.from_iterable(answer.headers for answer in (*answers, asked))
    assert [name for name in told if name.startswith("access-control")] == []


async def test_trace_is_refused_everywhere(place: Town) -> None:
    async with a_browser(place.app, "") as browser:
        answers = [
            await browser.request("TRACE", PLACES.sub("x", path)) for path in (*paths_of(place), "/static/chat.js")
        ]

    assert {answer.status_code for answer in answers} <= {404, 405}
    assert all("sec-fetch-site" not in answer.text for answer in answers)


async def test_no_folder_is_listed() -> None:
    async with client_of(FakeHost()) as client:
        answers = [
            await client.get(path) for path in ("/static", "/static/", "/static/fonts/", "/static/chat/", "/pictures/")
        ]

    assert {answer.status_code for answer in answers} <= {307, 404}
    assert all(".css" not in answer.text.partition("<body")[2] for answer in answers)


async def test_behind_https_every_answer_says_to_stay_there() -> None:
    async with client_of(FakeHost(FakeSettings("https://aiskiai.example"))) as client:
        answers = [
            await client.get(path)
            for path in ("/", "/nera", "/api/v1/x", "/static/chat.css", "/inbox/sign-in", "/health/live")
        ]

    assert {answer.headers["strict-transport-security"] for answer in answers} == {
        "max-age=31536000; includeSubDomains"
    }


def test_no_page_breaks(answers: list[httpx.Response]) -> None:
    assert [str(answer.url) for answer in answers if answer.status_code >= 500] == []


async def test_a_doubled_parameter_is_one_value_and_no_error() -> None:
    async with client_of(FakeHost()) as client:
        page = await client.get("/?paslauga=pirma&paslauga=antra")

    assert page.status_code == 200
    assert ('value="pirma"' in page.text, 'value="antra"' in page.text) == (False, True)
