"""Behind HTTPS no other host reads or plants our cookies."""

import httpx
import pytest

from api.host_cookies import HostCookies, guarded
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeSettings
from tests.api.inbox.fakes import ONA, an_app
from tests.api.inbox.fakes import FakeHost as FakeInbox
from tests.api.inbox.fakes import FakeSettings as InboxSettings

HTTPS = "https://aiskiai.example"


async def begun(client: httpx.AsyncClient) -> httpx.Response:
    page = await client.get("/")
    secret = page.text.split('name="secret" value="')[1].split('"')[0]
    return await client.post("/pokalbis/pradeti", data={"secret": secret})


async def test_every_cookie_has_the_guarded_name_and_what_it_demands() -> None:
    async with client_of(FakeHost(FakeSettings(HTTPS))) as client:
        lines = [
            *(await client.get("/")).headers.get_list("set-cookie"),
            *(await begun(client)).headers.get_list("set-cookie"),
        ]
        talk = await client.get("/pokalbis")

    assert len(lines) >= 2
    for line in lines:
        assert line.startswith("__Host-aiskiai_")
        assert {"Path=/", "Secure", "HttpOnly", "SameSite=lax"} <= set(line.split("; "))
        assert "Domain" not in line
    assert talk.status_code == 200


async def test_a_cookie_that_a_neighbour_planted_is_not_looked_at() -> None:
    async with client_of(FakeHost(FakeSettings(HTTPS))) as client:
        await begun(client)
        own = client.cookies["__Host-aiskiai_pokalbis"]
        client.cookies.clear()

        planted = await client.get("/pokalbis", headers={"Cookie": f"aiskiai_pokalbis={own}"})
        guarded_one = await client.get("/pokalbis", headers={"Cookie": f"other=1; __Host-aiskiai_pokalbis={own}"})

    assert planted.status_code == 303
    assert guarded_one.status_code == 200


async def test_cookies_of_the_inbox_are_guarded_too_also_when_they_are_taken_away() -> None:
    host = FakeInbox(settings=InboxSettings("https://inbox.test"))
    host.staff_desk.links["one-time"] = ONA
    app = HostCookies(an_app(host), is_secure=True)
    own = {"sec-fetch-site": "same-origin"}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="https://inbox.test", headers=own
    ) as browser:
        wanted = await browser.get("/inbox/settings")
        signed_in = await browser.post("/inbox/sign-in", data={"token": "one-time"})
        opened = await browser.get("/inbox")

    lines = [line for answer in (wanted, signed_in) for line in answer.headers.get_list("set-cookie")]
    assert {line.split("=")[0] for line in lines} >= {"__Host-aiskiai-inbox", "__Host-aiskiai-inbox-wanted"}
    assert all("; Path=/; Secure" in line and "/inbox;" not in line for line in lines)
    assert opened.status_code == 200


@pytest.mark.parametrize(
    ("cookie", "out"),
    [
        (
            "aiskiai-inbox=x; HttpOnly; Path=/inbox; SameSite=lax",
            "__Host-aiskiai-inbox=x; Path=/; Secure; HttpOnly; SameSite=lax",
        ),
        (
            "aiskiai_forma=r.x; Path=/; Secure; SameSite=None; Partitioned",
            "__Host-aiskiai_forma=r.x; Path=/; Secure; SameSite=None; Partitioned",
        ),
        ("other=x; Path=/a", "other=x; Path=/a"),
    ],
)
def test_a_line_is_made_as_browsers_demand_it(cookie: str, out: str) -> None:
    assert guarded(cookie) == out
