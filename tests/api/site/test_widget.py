"""The chat in a window on the site of a municipality: allowed sites alone, strict policies, keyboard, small screens."""

import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from api.app import create_app
from api.chat.visit import CONVERSATION_COOKIE, FORM_COOKIE
from api.host_cookies import GUARD
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost, FakeSettings
from tests.browser import accessibility_faults, chromium, free_listener, served

SITE = "https://www.kretinga.example"
IN_FRAME = {"sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site"}


@pytest.fixture
def allowing() -> FakeHost:
    return FakeHost(FakeSettings("https://aiskiai.example", widget_sites=SITE))


async def test_by_itself_no_site_may_show_the_chat(client: httpx.AsyncClient) -> None:
    page = await client.get("/valdiklis")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-frame-options"] == "DENY"
    assert (await client.get("/valdiklis.js")).status_code == 404


async def test_only_the_sites_of_the_setting_may_show_the_chat_and_none_the_inbox(allowing: FakeHost) -> None:
    async with client_of(allowing) as client:
        for path in ("/valdiklis", "/", "/pokalbis", "/privatumas", "/nera"):
            headers = (await client.get(path)).headers
            assert f"frame-ancestors 'self' {SITE};" in headers["content-security-policy"], path
            assert "x-frame-options" not in headers, path
        for path in ("/inbox", "/inbox/sign-in", "/api/v1/conversations/x", "/health/live"):
            headers = (await client.get(path)).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"], path
            assert headers["x-frame-options"] == "DENY", path


def proof_in(page: httpx.Response) -> str:
    """What the forms of a page carry."""
    return page.text.split('name="secret" value="')[1].split('"')[0]


async def test_in_a_frame_cookies_are_set_apart_for_the_site_around_it(allowing: FakeHost) -> None:
    async with client_of(allowing) as client:
        first = await client.get("/valdiklis", headers=IN_FRAME)
        [form] = first.headers.get_list("set-cookie")
        assert client.cookies[GUARD + FORM_COOKIE].startswith("r.")
        secret = proof_in(first)
        began = await client.post(
            "/pokalbis/pradeti", data={"secret": secret}, headers={"sec-fetch-site": "same-origin"}
        )
    assert {"Path=/", "Secure", "SameSite=None", "Partitioned"} <= set(form.split("; "))
    assert began.status_code == 303
    [talk] = [
        cookie for cookie in began.headers.get_list("set-cookie") if cookie.startswith(GUARD + CONVERSATION_COOKIE)
    ]
    assert {"Path=/", "Secure", "SameSite=None", "Partitioned"} <= set(talk.split("; "))
    assert "HttpOnly" in talk


async def test_in_a_window_of_our_own_cookies_stay_as_they_were(allowing: FakeHost) -> None:
    async with client_of(allowing) as client:
        for path in ("/", "/valdiklis"):
            [form] = (await client.get(path)).headers.get_list("set-cookie")
            assert "SameSite=lax" in form
            assert "Partitioned" not in form


async def test_another_site_cannot_send_the_form_of_a_frame(allowing: FakeHost) -> None:
    async with client_of(allowing) as client:
        first = await client.get("/valdiklis", headers=IN_FRAME)
        forged = await client.post(
            "/pokalbis/pradeti",
            data={"secret": proof_in(first)},
            headers={"sec-fetch-site": "cross-site", "origin": SITE},
        )
    assert forged.status_code == 403


async def test_the_frame_names_the_municipality_and_its_people(allowing: FakeHost) -> None:
    async with client_of(allowing) as client:
        page = (await client.get("/valdiklis", params={"savivaldybe": "kretingos-rajono"})).text
        unknown = (await client.get("/valdiklis", params={"savivaldybe": "niekur"})).text
        script = await client.get("/valdiklis.js")
    assert "<h1>Kretingos rajono savivaldybė</h1>" in page
    assert 'href="tel:044551008"' in page
    assert "<h1>Pokalbis apie pagalbą</h1>" in unknown
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"
    assert '"kretingos-rajono": "Kretingos rajono savivaldybė"' in script.text


@dataclass(frozen=True)
class Hosts:
    """The product, and the site of a municipality beside it."""

    aiskiai: str
    town: str


PAGE = """<!doctype html><html lang="lt"><head><meta charset="utf-8"><title>Town</title>
<script src="{script}/valdiklis.js" data-savivaldybe="kretingos-rajono"{colour} async></script></head>
<body><main><h1>Town</h1><a href="#a" id="a">News</a></main></body></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # No cookie of another site, but for those that are set apart: so browsers protect people more and more.
    with chromium("--test-third-party-cookie-phaseout") as browser:
        yield browser


@pytest.fixture(scope="module")
def hosts() -> Iterator[Hosts]:
    """The town's pages come from another site (localhost, not 127.0.0.1) and forbid all but the widget."""
    listener, aiskiai = free_listener()
    policy = f"default-src 'none'; script-src {aiskiai}; frame-src {aiskiai}; require-trusted-types-for 'script'"

    class Town(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            colour = self.path.partition("?")[2]
            page = PAGE.format(script=aiskiai, colour=f' data-spalva="#{colour}"' if colour else "")
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-security-policy", policy)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Town)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    town = f"http://localhost:{server.server_port}"
    with served(create_app(FakeHost(FakeSettings(aiskiai, widget_sites=town))), listener):
        yield Hosts(aiskiai, town)
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Visitor:
    """Somebody on the town's site; `told` is what the browser's console says."""

    page: Page
    told: list[str]

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator("iframe")

    def opens_by_keyboard(self) -> None:
        launcher = self.page.get_by_role("button", name="Klauskite čia")
        launcher.focus()
        self.page.keyboard.press("Enter")
        expect(self.frame.get_by_role("heading", name="Kretingos rajono savivaldybė")).to_be_visible()
        self.waits_for_the_page()

    def waits_for_the_page(self) -> None:
        """Until all of the page in the frame has come, its scripts too: a key that is pressed before may go astray."""
        expect(self.frame.locator("html.is-framed")).to_be_attached()
        within = self.page.query_selector("iframe").content_frame()  # type: ignore[union-attr]
        within.wait_for_load_state("load")  # type: ignore[union-attr]


Comes = Callable[..., Visitor]


@pytest.fixture
def comes(browser: Browser, hosts: Hosts) -> Iterator[Comes]:
    contexts: list[BrowserContext] = []

    def come(path: str = "/", **looks: Any) -> Visitor:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | looks))
        context.set_default_timeout(15_000)
        contexts.append(context)
        visitor = Visitor(context.new_page(), [])
        visitor.page.on("console", lambda line: visitor.told.append(line.text))
        visitor.page.on("pageerror", lambda error: visitor.told.append(str(error)))
        visitor.page.goto(hosts.town + path)
        return visitor

    yield come
    for context in contexts:
        context.close()


@pytest.mark.browser
def test_a_whole_talk_by_keyboard_under_a_strict_policy(comes: Comes) -> None:
    visitor = comes()
    visitor.opens_by_keyboard()
    visitor.frame.get_by_role("button", name="Pradėti").press("Enter")
    expect(visitor.frame.locator("#talk.has-script", has_text="Aš esu programa. Aš nesu žmogus.")).to_be_visible()
    visitor.waits_for_the_page()
    visitor.frame.get_by_role("button", name="Man", exact=True).press("Enter")
    expect(visitor.frame.locator("#talk.has-script", has_text="Ką norite daryti?")).to_be_visible()
    # Escape leads out of the frame too, and what was said is still there afterwards
    visitor.waits_for_the_page()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_be_hidden()
    expect(visitor.page.get_by_role("button", name="Klauskite čia")).to_be_focused()
    visitor.page.reload()
    visitor.opens_by_keyboard()
    visitor.waits_for_the_page()
    visitor.frame.get_by_role("link", name="Tęsti pokalbį").click()
    expect(visitor.frame.get_by_text("Ką norite daryti?").first).to_be_visible()
    assert visitor.told == []


@pytest.mark.browser
def test_the_window_is_closed_by_its_button_and_the_page_behind_it_stays_usable(comes: Comes) -> None:
    visitor = comes()
    visitor.opens_by_keyboard()
    visitor.page.get_by_role("link", name="News").click()
    assert accessibility_faults(visitor.page) == []
    visitor.page.get_by_role("button", name="Uždaryti").click()
    expect(visitor.page.get_by_role("button", name="Klauskite čia")).to_be_focused()


@pytest.mark.browser
def test_on_a_small_phone_it_fills_the_screen_and_holds_the_focus(comes: Comes) -> None:
    visitor = comes(viewport={"width": 320, "height": 560}, reduced_motion="reduce")
    visitor.opens_by_keyboard()
    box = visitor.page.get_by_role("dialog").bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 560)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 320
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("wished", "shown", "told"),
    [
        ("005a2b", "rgb(0, 90, 43)", ""),
        ("ff9900", "rgb(11, 79, 108)", "less than 7"),
        ("red", "rgb(11, 79, 108)", "#rrggbb"),
    ],
)
def test_a_colour_of_the_site_is_taken_where_white_is_readable_on_it(
    comes: Comes, wished: str, shown: str, told: str
) -> None:
    visitor = comes(f"/?{wished}")
    expect(visitor.page.get_by_role("button", name="Klauskite čia")).to_have_css("background-color", shown)
    assert told in "".join(visitor.told)
    assert bool(visitor.told) == bool(told)
