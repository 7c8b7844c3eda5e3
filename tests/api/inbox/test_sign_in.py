from datetime import timedelta

from api.inbox.auth import SESSION_COOKIE
from assistant.bootstrap import Assistant
from tests.api.inbox.fakes import ONA, FakeHost, FakeSettings, a_browser, a_referral
from tests.api.inbox.pages import form_token_in
from tests.api.inbox.signing import opens_link
from tests.usecases.fake_clock import FakeClock


async def test_opening_the_link_does_not_use_it_up() -> None:
    host = FakeHost()
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        first = await browser.get("/inbox/sign-in", params={"token": "one-time"})
        again = await browser.get("/inbox/sign-in", params={"token": "one-time"})

    assert first.status_code == again.status_code == 200
    assert "Prisijungti" in first.text
    assert "one-time" in host.staff_desk.links


async def test_pressing_the_button_signs_in_and_leads_to_the_list() -> None:
    host = FakeHost()
    host.holds(a_referral())
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        answer = await browser.post("/inbox/sign-in", data={"token": "one-time"}, follow_redirects=True)

    assert answer.url.path == "/inbox"
    assert "Vardenė Pavardenė" in answer.text


async def test_a_used_or_unknown_link_says_what_to_do() -> None:
    host = FakeHost()
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        await browser.post("/inbox/sign-in", data={"token": "one-time"})
        browser.cookies.clear()
        used = await browser.post("/inbox/sign-in", data={"token": "one-time"})
        unknown = await browser.post("/inbox/sign-in", data={"token": "never-given"})
        empty = await browser.post("/inbox/sign-in")

    for answer in (used, unknown, empty):
        assert answer.status_code == 403
        assert "Prašyti naujos nuorodos" in answer.text
        assert "set-cookie" not in answer.headers


async def test_the_session_is_kept_out_of_reach_of_scripts_and_other_sites() -> None:
    host = FakeHost(settings=FakeSettings("https://inbox.test"))
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        answer = await browser.post("/inbox/sign-in", data={"token": "one-time"})

    name_and_value, *marks = answer.headers["set-cookie"].split("; ")
    assert name_and_value.startswith(f"{SESSION_COOKIE}=")
    assert {"HttpOnly", "Path=/inbox", "SameSite=lax", "Secure"} == set(marks)


async def test_without_https_the_cookie_is_not_marked_secure_or_it_would_never_come_back() -> None:
    host = FakeHost()
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        answer = await browser.post("/inbox/sign-in", data={"token": "one-time"})

    assert "Secure" not in answer.headers["set-cookie"]


async def test_the_page_of_the_link_tells_its_address_to_nobody_and_is_kept_by_nobody() -> None:
    async with a_browser(FakeHost()) as browser:
        answer = await browser.get("/inbox/sign-in", params={"token": "one-time"})

    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


async def test_another_site_cannot_sign_somebody_in() -> None:
    host = FakeHost()
    host.staff_desk.links["one-time"] = ONA

    async with a_browser(host) as browser:
        answer = await browser.post(
            "/inbox/sign-in", data={"token": "one-time"}, headers={"sec-fetch-site": "cross-site"}
        )

    assert answer.status_code == 403
    assert "one-time" in host.staff_desk.links


async def test_what_stands_in_the_link_is_written_into_the_page_as_text() -> None:
    async with a_browser(FakeHost()) as browser:
        answer = await browser.get("/inbox/sign-in", params={"token": '"><script>alert(1)</script>'})

    assert "<script>" not in answer.text


async def test_signing_out_ends_the_session_on_the_server_too() -> None:
    host = FakeHost()
    session = host.session_of(ONA)

    async with a_browser(host, session) as browser:
        token = form_token_in(await browser.get("/inbox"))
        answer = await browser.post("/inbox/sign-out", data={"form_token": token})
        after = await browser.get("/inbox", headers={"cookie": f"{SESSION_COOKIE}={session}"})

    assert answer.headers["location"] == "/inbox/sign-in"
    assert f'{SESSION_COOKIE}=""' in answer.headers["set-cookie"]
    assert session not in host.staff_desk.sessions
    assert after.headers["location"] == "/inbox/sign-in"


async def test_an_open_page_that_nobody_touches_is_signed_out_after_an_hour(
    assistant: Assistant, clock: FakeClock
) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        for _ in range(6):
            clock.passes(timedelta(minutes=9))
            assert (await browser.get("/inbox/changes")).status_code == 200
            assert (await browser.get("/inbox", headers={"x-renewal": "1"})).status_code == 200
        clock.passes(timedelta(minutes=9))
        over = await browser.get("/inbox/changes")

    assert over.headers["location"] == "/inbox/sign-in"


async def test_signing_out_clears_what_the_browser_holds() -> None:
    host = FakeHost()

    async with a_browser(host, host.session_of(ONA)) as browser:
        token = form_token_in(await browser.get("/inbox"))
        answer = await browser.post("/inbox/sign-out", data={"form_token": token})

    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert answer.headers["cache-control"] == "no-store"
