"""Sounds over HTTP: content for everybody and for good, a person's own words for that person and for now."""

import httpx
import pytest

from api.app import create_app
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeSpeak

GREETING = f"/garsas/{'5' * 32}.mp3"


async def begun(client: httpx.AsyncClient) -> str:
    """A talk is begun in this browser; gives its page."""
    page = (await client.get("/")).text
    secret = page.partition('name="secret" value="')[2].partition('"')[0]
    await client.post("/pokalbis/pradeti", data={"secret": secret}, headers={"origin": "http://testserver"})
    return (await client.get("/pokalbis")).text


async def test_a_sentence_of_content_is_heard_and_may_be_kept_for_good(client: httpx.AsyncClient) -> None:
    answer = await client.get(GREETING)

    assert (answer.status_code, answer.content) == (200, b"0123456789")
    assert answer.headers["content-type"] == "audio/mpeg"
    assert "immutable" in answer.headers["cache-control"]
    assert (await client.head(GREETING)).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "content", "place"),
    [
        ("bytes=0-1", 206, b"01", "bytes 0-1/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=4-99", 206, b"456789", "bytes 4-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
async def test_a_player_may_ask_for_a_part(
    client: httpx.AsyncClient, asked: str, status: int, content: bytes, place: str | None
) -> None:
    answer = await client.get(GREETING, headers={"range": asked})

    assert (answer.status_code, answer.content) == (status, content)
    assert answer.headers.get("content-range") == place


@pytest.mark.parametrize("name", ["0" * 32, "Sveiki", "../secret-key", "5" * 33])
async def test_nothing_but_sentences_of_content_has_a_name(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/garsas/{name}.mp3")

    assert answer.status_code in {404, 422}


async def test_while_there_is_no_sound_the_browser_is_told_to_come_later(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    host.speak.sound = None

    answer = await client.get(GREETING)

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert "immutable" not in answer.headers["cache-control"]


async def test_every_sentence_of_a_message_has_an_address(client: httpx.AsyncClient) -> None:
    page = await begun(client)

    assert f'data-say="{GREETING}"' in page
    assert 'data-say="/pokalbis/garsas/line1/1.mp3"' in page
    assert '<audio class="listen-plain" controls preload="none" src="/pokalbis/garsas/line1.mp3"' in page
    assert "autoplay" not in page


async def test_what_only_this_person_reads_is_said_for_them_and_kept_nowhere(
    client: httpx.AsyncClient, host: FakeHost
) -> None:
    await begun(client)

    answer = await client.get("/pokalbis/garsas/line1/1.mp3")

    assert answer.content == b"0123456789"
    assert answer.headers["cache-control"] == "no-store"
    assert host.speak.aloud_asked == [("Aš esu programa. Aš nesu žmogus.",)]


async def test_a_whole_message_is_heard_without_a_script(client: httpx.AsyncClient, host: FakeHost) -> None:
    await begun(client)

    assert (await client.get("/pokalbis/garsas/line1.mp3")).status_code == 200
    assert host.speak.aloud_asked[0][0] == "Sveiki!"
    assert host.speak.aloud_asked[0][-1] == "Kam reikia pagalbos?"


@pytest.mark.parametrize("path", ["line1.mp3", "line1/0.mp3"])
async def test_nobody_else_hears_what_was_said_to_a_person(
    client: httpx.AsyncClient, host: FakeHost, path: str
) -> None:
    await begun(client)
    async with client_of(host) as somebody:
        assert (await somebody.get(f"/pokalbis/garsas/{path}")).status_code == 404
        await begun(somebody)
        # In their own talk there is no such line.
        assert (await somebody.get(f"/pokalbis/garsas/{path}")).status_code == 404
    assert (await client.get("/pokalbis/garsas/line1/99.mp3")).status_code == 404


async def test_where_sound_is_off_only_the_device_may_read() -> None:
    host = FakeHost(speak=FakeSpeak(is_on=False))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(host)), base_url="http://testserver"
    ) as client:
        page = await begun(client)

    assert 'data-say=""' in page
    assert "<audio" not in page
