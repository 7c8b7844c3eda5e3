"""No other site can send a form of ours, be named in a letter of ours, or get anybody led to it."""

from collections.abc import Iterator
from http import HTTPStatus

import httpx
import pytest
from fastapi.routing import APIRoute, iter_route_contexts

from api.app import create_app
from api.chat.visit import form_proof
from assistant.delivery.outbox import Carrier
from assistant.usecases.access import Role
from tests.api.fake_host import FakeHost
from tests.api.inbox.rights import a_browser, routes
from tests.api.inbox.town import ADDRESS, HOME, Town, Visitor

SHARED = pytest.mark.asyncio(loop_scope="session")
CHANGES_NOTHING = {"GET", "HEAD"}


def open_forms() -> Iterator[tuple[str, str]]:
    """Every route outside of inbox and interface that is no mere look."""
    for context in iter_route_contexts(create_app(FakeHost()).routes):
        path = context.path or ""
        if isinstance(context.original_route, APIRoute) and not path.startswith(("/inbox", "/api/")):
            yield from ((method, path) for method in sorted(set(context.methods or ()) - CHANGES_NOTHING))


FOREIGN = {
    "says that it is from elsewhere": {"sec-fetch-site": "cross-site"},
    "from a neighbour": {"sec-fetch-site": "same-site"},
    "names its origin": {"origin": "https://evil.example"},
    "from a sandbox": {"origin": "null"},
    "an origin that ends like ours": {"origin": "http://evil-inbox.test"},
    "an origin that begins like ours": {"origin": "http://inbox.test.evil.example"},
    "an origin with ours as its user": {"origin": "http://inbox.test@evil.example"},
}
OPEN_FORMS = sorted(set(open_forms()))


def test_the_forms_that_anybody_may_send_are_known() -> None:
    assert {method for method, _ in OPEN_FORMS} == {"POST"}
    assert len(OPEN_FORMS) >= 6


@SHARED
@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize(("method", "path"), OPEN_FORMS)
async def test_a_form_from_another_site_is_refused(
    place: Town, method: str, path: str, headers: dict[str, str]
) -> None:
    transport = httpx.ASGITransport(place.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as browser:
        # Even where somebody got a cookie of theirs into the browser, and knows what the form must carry with it.
        cookie = "aiskiai_forma=known"
        proof = form_proof("known")
        answer = await browser.request(
            method, path.replace("{given}", "x"), data={"secret": proof}, headers=headers | {"cookie": cookie}
        )

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "aiskiai_pokalbis" not in answer.headers.get("set-cookie", "")


@SHARED
@pytest.mark.parametrize(("method", "path"), OPEN_FORMS)
@pytest.mark.parametrize("secret", ["", "x", "x.y", ".", "ąč.ž", "a" * 5000])
async def test_a_form_without_its_proof_is_refused(place: Town, method: str, path: str, secret: str) -> None:
    transport = httpx.ASGITransport(place.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url=ADDRESS, headers={"sec-fetch-site": "same-origin"}
    ) as browser:
        await browser.get("/")
        answer = await browser.request(method, path.replace("{given}", "x"), data={"secret": secret})

    assert answer.status_code == HTTPStatus.FORBIDDEN


@SHARED
@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
async def test_no_form_of_the_inbox_can_be_sent_from_another_site(place: Town, headers: dict[str, str]) -> None:
    taken = {}
    held = await place.held(Visitor.ADMIN)
    async with a_browser(place.app, held.session) as browser:
        del browser.headers["sec-fetch-site"]
        browser.headers.update(headers)
        for method, path in routes():
            if method not in CHANGES_NOTHING:
                address = path.replace("{number}", await place.standing())
                answer = await browser.request(method, address, data={"form_token": held.proof})
                # What checks the shape of a form first says so, and does nothing either.
                if answer.status_code not in {HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY}:
                    taken[path] = answer.status_code

    assert taken == {}
    assert await place.assistant.staff_desk.who(held.session) is not None


POISON = {
    "another host": {"host": "evil.example"},
    "another host behind ours": {"host": "inbox.test:80@evil.example"},
    "forwarded host": {"x-forwarded-host": "evil.example"},
    "forwarded": {"forwarded": "host=evil.example;proto=http"},
    "original host": {"x-original-host": "evil.example", "x-host": "evil.example"},
    "rewritten address": {"x-original-url": "/inbox/settings", "x-rewrite-url": "/inbox/settings"},
    "forwarded prefix": {"x-forwarded-prefix": "//evil.example", "x-forwarded-proto": "javascript"},
}


@SHARED
@pytest.mark.parametrize("headers", POISON.values(), ids=POISON)
async def test_a_made_up_host_is_in_no_letter(place: Town, headers: dict[str, str]) -> None:
    email = f"poison-{place.unique()}@office.example"
    await place.assistant.staff_desk.add(email, HOME, Role.STAFF)

    async with a_browser(place.app, "") as browser:
        answer = await browser.post("/inbox/sign-in/link", data={"email": email}, headers=headers)

    async with place.assistant.units() as work:
        waiting = await work.outbox.claim((Carrier.LETTER_SIGN_IN,), place.clock.now(), 100)
    letters = [await place.assistant.writer.letter(entry) for entry in waiting if entry.recipient == email]
    assert all("evil" not in letter.body and f"{ADDRESS}/inbox/sign-in?token=" in letter.body for letter in letters)
    # A host that is not ours at all is refused as another site's form would be, and then there is no letter.
    assert letters or answer.status_code == HTTPStatus.FORBIDDEN


@SHARED
@pytest.mark.parametrize("headers", POISON.values(), ids=POISON)
@pytest.mark.parametrize(
    "path", ["/", "/apie", "/temos", "/kontaktai", "/inbox/sign-in", "/robots.txt", "/sitemap.xml"]
)
async def test_a_made_up_host_is_on_no_page(place: Town, path: str, headers: dict[str, str]) -> None:
    async with a_browser(place.app, "") as browser:
        answer = await browser.get(path, headers=headers)

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert "evil.example" not in answer.text + str(answer.headers)


ELSEWHERE = (
    "//evil.example",
    "https://evil.example/inbox",
    "/\\evil.example",
    "/inbox/..//evil.example",
    "/inbox/@evil.example",
    "/inbox%2F%2Fevil.example",
    "/inbox/\r\nLocation: https://evil.example",
    "javascript:alert(1)",
    "/inboxevil.example",
    "/inbox//evil.example",
)


@SHARED
@pytest.mark.parametrize("wanted", ELSEWHERE)
async def test_after_the_sign_in_nobody_is_led_to_another_site(place: Town, wanted: str) -> None:
    _, token = await place.link(HOME, Role.STAFF, f"led-{place.unique()}")
    kept = wanted.replace("\r\n", "%0d%0a")

    async with a_browser(place.app, "") as browser:
        answer = await browser.post(
            "/inbox/sign-in?next=" + httpx.URL("/", params={"x": wanted}).query.decode(),
            data={"token": token},
            headers={"cookie": f"aiskiai-inbox-wanted={kept}"},
        )

    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert answer.headers["location"] in {"/inbox", "/inbox/new-factor"}


@SHARED
@pytest.mark.parametrize("path", ["//evil.example", "//evil.example/%2f..", "///evil.example/", "/\\evil.example/"])
async def test_an_address_with_two_slashes_leads_nowhere(place: Town, path: str) -> None:
    transport = httpx.ASGITransport(place.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport) as browser:
        answer = await browser.send(httpx.Request("GET", httpx.URL(ADDRESS, raw_path=path.encode())))

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "location" not in answer.headers


@SHARED
@pytest.mark.parametrize("path", ["/apie/", "/temos/", "/pokalbis/", "/nustatymai/", "/inbox/", "/static"])
@pytest.mark.parametrize("headers", POISON.values(), ids=POISON)
async def test_where_a_slash_is_too_much_nobody_is_led_to_a_made_up_host(
    place: Town, path: str, headers: dict[str, str]
) -> None:
    async with a_browser(place.app, "") as browser:
        answer = await browser.get(path, headers=headers)

    assert answer.status_code in {HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.NOT_FOUND}
    assert answer.headers.get("location", "/x").startswith("/")
    assert not answer.headers.get("location", "/x").startswith("//")
