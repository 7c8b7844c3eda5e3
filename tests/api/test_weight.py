"""A first visit is light enough for a slow line, and what was loaded once is not loaded again."""

import gzip

import httpx
import pytest
from fastapi.responses import PlainTextResponse

from api.bundles import BUNDLES, bundled
from api.middleware import Compressed
from api.templating import STATIC
from tests.api.fake_host import FakeHost
from tests.api.person import Site
from tests.api.weight import BYTES_BEFORE_PICTURES, visits
from tests.browser import chromium

GZIP = {"accept-encoding": "gzip"}


@pytest.mark.browser
def test_a_first_visit_stays_within_the_budget(site: Site) -> None:
    with chromium() as browser:
        seen = visits(browser, site.address, is_slow=False)

    for visit in seen:
        kinds = {part.kind for part in visit.loaded}
        assert {"document", "stylesheet", "script", "font"} <= kinds
        # Half of it is left for a talk that has grown long.
        assert visit.before_pictures <= BYTES_BEFORE_PICTURES * 0.6, visit.loaded
        paths = [part.path for part in visit.loaded if part.size]
        assert len(paths) == len(set(paths)), "something is loaded twice"


async def test_pages_files_and_pictures_come_compressed(client: httpx.AsyncClient) -> None:
    for address in ("/", "/static/chat.css", "/static/chat.js", "/pictures/human.svg"):
        response = await client.get(address, headers=GZIP)
        assert response.headers["content-encoding"] == "gzip", address
        assert "accept-encoding" in response.headers["vary"].lower()
        plain = await client.get(address, headers={"accept-encoding": "identity"})
        assert "content-encoding" not in plain.headers


async def test_what_cannot_be_made_smaller_comes_as_it_is(client: httpx.AsyncClient) -> None:
    response = await client.get("/static/fonts/atkinson-hyperlegible-next-latin-400.woff2", headers=GZIP)

    assert "content-encoding" not in response.headers


@pytest.mark.parametrize(("path", "is_compressed"), [("/tema", True), ("/inbox", False), ("/inbox/1", False)])
async def test_the_inbox_is_left_as_it_is(path: str, *, is_compressed: bool) -> None:
    app = Compressed(PlainTextResponse("confidential " * 100))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        response = await client.get(path, headers=GZIP)

    assert ("content-encoding" in response.headers) is is_compressed


async def test_the_same_page_never_holds_the_same_proof_twice(client: httpx.AsyncClient, host: FakeHost) -> None:
    """A page that is compressed must not hold a secret that stays the same: its length would give it away."""
    first, second = [(await client.get("/")).text for _ in range(2)]

    proofs = [page.split('name="secret" value="')[1].split('"')[0] for page in (first, second)]
    assert len(set(proofs)) == 2
    assert client.cookies["aiskiai_forma"] not in first + second
    for proof in proofs:
        sent = await client.post("/pokalbis/pradeti", data={"secret": proof}, headers={"sec-fetch-site": "same-origin"})
        assert sent.status_code == 303
    assert len(host.converse.tokens) == 1


def test_the_style_sheet_is_sent_without_what_only_editors_read() -> None:

    sent = bundled(STATIC)["chat.css"]

    assert b"/*" not in sent
    assert len(gzip.compress(sent)) < 6_000
    assert {f"chat/{path.name}" for path in (STATIC / "chat").glob("*.css")} < set(BUNDLES["chat.css"])
    assert sent.count(b"{") == sent.count(b"}")
