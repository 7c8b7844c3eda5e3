"""Safe headers, files that may be kept, health and figures."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.chat.words import LABELS, TEXTS, page_words
from assistant.delivery.backlog import Standing
from assistant.delivery.outbox import Carrier, State
from assistant.errors import ContentError
from assistant.usecases.signs import Signs
from tests.api.fake_host import FakeHost, FakeLibrary, FakeSettings

STATIC = Path(__file__).parents[2] / "api" / "static"


@pytest.mark.parametrize("address", ["/", "/apie", "/nera", "/pokalbis", "/api/v1/x", "/static/chat.css", "/metrics"])
async def test_every_answer_is_kept_to_itself(client: httpx.AsyncClient, address: str) -> None:
    headers = (await client.get(address)).headers

    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "cache-control" in headers


async def test_pages_hold_no_script_or_style_of_their_own(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).text

    assert "style=" not in page
    assert "<style" not in page
    assert not re.search(r"\son\w+=", page)


async def test_pages_load_nothing_from_strangers(client: httpx.AsyncClient) -> None:
    pages = [(await client.get(address)).text for address in ("/", "/apie", "/nera")]
    # A canonical address names the page itself; nothing is loaded from it.
    loaded = re.findall(r'(?:src|<link(?! rel="canonical")[^>]* href)="([^"]+)"', "".join(pages))

    assert loaded
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)
    assert "//" not in (await client.get("/static/chat.css")).text


async def test_pages_are_not_kept_and_files_are(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    style = re.search(r'href="(/static/chat\.css\?v=\w+)"', page.text)
    assert style

    assert page.headers["cache-control"] == "no-store"
    assert "immutable" in (await client.get(style[1])).headers["cache-control"]
    assert (await client.get("/static/chat.css")).headers["cache-control"] == "no-cache"


async def test_every_letter_of_lithuanian_has_its_font_file(client: httpx.AsyncClient) -> None:
    fonts = re.findall(r'url\("(fonts/[^"]+)"\)', (STATIC / "look.css").read_text())

    assert len(fonts) == 4
    for font in fonts:
        response = await client.get(f"/static/{font}")
        assert response.status_code == 200
        assert "immutable" in response.headers["cache-control"]
    assert (await client.get("/static/fonts/OFL.txt")).status_code == 200


async def test_a_picture_may_be_kept_and_can_do_nothing(client: httpx.AsyncClient) -> None:
    response = await client.get("/pictures/hello.svg")

    assert response.headers["content-type"].startswith("image/svg+xml")
    assert "max-age=2592000" in response.headers["cache-control"]
    assert response.headers["content-security-policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("name", ["unknown-one", "..%2Fpictures", "pictures.yaml%00", "../../README"])
async def test_only_pictures_of_the_list_can_be_asked_for(client: httpx.AsyncClient, name: str) -> None:
    assert (await client.get(f"/pictures/{name}.svg")).status_code == 404
    assert (await client.get("/pictures/pictures.yaml")).status_code == 404


async def test_it_says_that_it_lives_and_whether_it_is_ready(client: httpx.AsyncClient, host: FakeHost) -> None:
    assert (await client.get("/health/live")).json() == {"status": "live"}
    assert (await client.get("/health/ready")).json() == {
        "status": "ready",
        "parts": {"database": True},
        "delivery": "unknown",
        "worker": "unknown",
        "bot": "unknown",
        "mail": "unknown",
        "telegram": "unknown",
    }

    host.parts["database"] = False
    response = await client.get("/health/ready")

    assert response.status_code == 503
    assert response.json() == {
        "status": "not ready",
        "parts": {"database": False},
        "delivery": "unknown",
        "worker": "unknown",
        "bot": "unknown",
        "mail": "unknown",
        "telegram": "unknown",
    }
    assert (await client.get("/health/live")).status_code == 200


@pytest.mark.parametrize(("minutes", "told"), [(0, "in time"), (15, "in time"), (16, "late")])
async def test_being_late_with_letters_is_told_and_keeps_nobody_out(
    client: httpx.AsyncClient, host: FakeHost, minutes: int, told: str
) -> None:
    host.standing = Standing(dict.fromkeys(State, 0), timedelta(minutes=minutes))

    response = await client.get("/health/ready")

    assert (response.status_code, response.json()["status"], response.json()["delivery"]) == (200, "ready", told)


@pytest.mark.parametrize(("minutes", "told"), [(1, "alive"), (4, "silent")])
async def test_a_worker_that_gives_no_sign_is_told_of_and_keeps_nobody_out(
    client: httpx.AsyncClient, host: FakeHost, minutes: int, told: str
) -> None:
    host.seen = Signs(worker=datetime.now(UTC) - timedelta(minutes=minutes))

    response = await client.get("/health/ready")

    assert (response.status_code, response.json()["status"], response.json()["worker"]) == (200, "ready", told)


@pytest.mark.parametrize(
    ("failing", "mail", "telegram"),
    [
        (frozenset(), "working", "working"),
        (frozenset({Carrier.PERSON_ANSWER}), "failing", "working"),
        (frozenset({Carrier.TELEGRAM, Carrier.WEBHOOK}), "working", "failing"),
    ],
)
async def test_what_fails_by_mail_or_telegram_is_told_and_keeps_nobody_out(
    client: httpx.AsyncClient, host: FakeHost, failing: frozenset[Carrier], mail: str, telegram: str
) -> None:
    host.standing = Standing(dict.fromkeys(State, 0), timedelta(), failing)
    host.seen = Signs(bot=datetime.now(UTC))

    response = await client.get("/health/ready")

    told = response.json()
    assert (response.status_code, told["mail"], told["telegram"], told["bot"]) == (200, mail, telegram, "alive")


async def test_figures_tell_how_much_waits_and_for_how_long(client: httpx.AsyncClient, host: FakeHost) -> None:
    host.standing = Standing(dict.fromkeys(State, 0) | {State.SENDING: 2}, timedelta(minutes=16))
    figures = (await client.get("/metrics")).text
    assert "aiskiai_outbox_oldest_unsent_seconds 960.0" in figures
    assert 'aiskiai_outbox_entries{state="sending"} 2.0' in figures
    assert all(f'aiskiai_outbox_entries{{state="{state}"}}' in figures for state in State)

    # When the database cannot be asked any more, no old figure is told
    host.standing = None
    figures = (await client.get("/metrics")).text

    assert "aiskiai_outbox_oldest_unsent_seconds NaN" in figures
    assert "aiskiai_outbox_entries{" not in figures


async def test_figures_go_by_route_and_never_by_conversation(client: httpx.AsyncClient) -> None:
    await client.get("/api/v1/conversations/a-secret-id", headers={"Authorization": "Bearer x"})
    await client.get("/somewhere/else")

    figures = (await client.get("/metrics")).text

    route = "/api/v1/conversations/{conversation_id}"
    assert f'aiskiai_http_requests_total{{method="GET",route="{route}",status="401"}} 1.0' in figures
    assert 'route="none",status="404"' in figures
    assert "a-secret-id" not in figures
    assert "somewhere" not in figures


async def test_two_applications_count_apart() -> None:
    first, second = create_app(FakeHost()), create_app(FakeHost())

    assert first.state.registry is not second.state.registry


def test_it_does_not_start_without_a_word_of_its_pages() -> None:
    library = FakeLibrary()
    words = {name: said for name, said in library.messages.items() if name != "web.label.send"}

    with pytest.raises(ContentError, match=r"web\.label\.send"):
        page_words(words)


def test_content_holds_no_word_that_no_page_shows() -> None:
    shown = {f"web.label.{name}" for name in LABELS} | {f"web.{name}" for name in TEXTS}

    assert {name for name in FakeLibrary().messages if name.startswith("web.")} == shown


def test_it_does_not_start_without_its_pictures(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"pictures\.yaml"):
        create_app(FakeHost(FakeSettings(content_dir=tmp_path)))
