"""Passkeys, codes and the account in a real Chromium, whose authenticator is virtual; the assistant is the real one."""

import asyncio
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, expect

from assistant.adapters.clock import SystemClock
from assistant.bootstrap import assembled
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.access import Role
from tests.api.inbox.fakes import an_app
from tests.browser import accessibility_faults, chromium, free_listener

pytestmark = pytest.mark.browser

EMAIL = "ona@kretinga.example"
PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=["phone, dark", "desk, light"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    is_phone = request.param == "phone, dark"
    context = browser.new_context(viewport=PHONE if is_phone else DESK, color_scheme="dark" if is_phone else "light")
    yield context.new_page()
    context.close()


@contextmanager
def inbox(library: Library, folder: Path, links: int, rule: str) -> Iterator[tuple[str, list[str]]]:
    """The inbox at an address with a name, where passkeys are possible, and one-time links into it."""
    listener, numbered = free_listener()
    address = numbered.replace("127.0.0.1", "localhost")
    told: queue.Queue[list[str]] = queue.Queue()
    server: list[uvicorn.Server] = []

    async def serve() -> None:
        settings = Settings(_env_file=None, data_dir=folder, public_url=address, second_factor=rule)
        async with assembled(settings, library=library) as assistant:
            tokens = [(await assistant.staff_desk.add(EMAIL, "kretingos-rajono", Role.STAFF))[1] for _ in range(links)]
            config = uvicorn.Config(an_app(assistant), log_level="error", ws="none", lifespan="off")
            server.append(uvicorn.Server(config))
            told.put([f"{address}/inbox/sign-in?token={token}" for token in tokens])
            await server[0].serve(sockets=[listener])

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    try:
        yield address, told.get(timeout=60)
    finally:
        server[0].should_exit = True
        thread.join(timeout=20)


def has_passkeys(page: Page) -> None:
    """Put a virtual authenticator into the browser, whose owner always puts a finger there."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def looks_right(page: Page) -> None:
    page.wait_for_load_state()
    assert page.locator("script:not([src])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []


def test_a_passkey_is_made_at_the_first_sign_in_and_later_signs_in_alone(
    page: Page, library: Library, tmp_path: Path
) -> None:
    with inbox(library, tmp_path / "var", 2, "required") as (address, links):
        has_passkeys(page)

        # Given a first sign-in, where a second factor is required
        page.goto(links[0])
        looks_right(page)
        page.get_by_role("button", name="Prisijungti").press("Enter")
        expect(page.get_by_role("heading", name="Antrasis žingsnis")).to_be_visible()
        looks_right(page)
        page.get_by_label("Pavadinimas").fill("Darbo kompiuteris")
        page.get_by_role("button", name="Sukurti prieigos raktą").press("Enter")

        # When they keep the recovery codes and sign out
        expect(page.get_by_role("heading", name="Atsarginiai kodai")).to_be_visible()
        looks_right(page)
        assert page.locator(".recovery li").count() == 10
        page.get_by_role("link", name="Išsaugojau").press("Enter")
        page.get_by_role("link", name=EMAIL).press("Enter")
        expect(page.get_by_text("Prieigos raktas: Darbo kompiuteris").first).to_be_visible()
        looks_right(page)
        page.get_by_role("button", name="Atsijungti", exact=True).press("Enter")

        # Then the passkey alone opens the inbox
        expect(page.get_by_label("Jūsų darbo elektroninis paštas")).to_be_visible()
        looks_right(page)
        page.get_by_role("button", name="Prisijungti su prieigos raktu").press("Enter")
        expect(page).to_have_url(f"{address}/inbox")

        # And it is the second step after a link
        page.get_by_role("button", name="Atsijungti", exact=True).press("Enter")
        page.goto(links[1])
        page.get_by_role("button", name="Prisijungti").press("Enter")
        expect(page).to_have_url(f"{address}/inbox/second-factor")
        looks_right(page)
        page.get_by_role("button", name="Naudoti prieigos raktą").press("Enter")
        expect(page).to_have_url(f"{address}/inbox")


def test_an_app_is_set_up_from_the_offer_and_its_code_signs_in(page: Page, library: Library, tmp_path: Path) -> None:
    with inbox(library, tmp_path / "var", 2, "offered") as (address, links):
        page.goto(links[0])
        page.get_by_role("button", name="Prisijungti").press("Enter")
        expect(page).to_have_url(f"{address}/inbox")
        looks_right(page)
        page.get_by_role("link", name="Nustatyti antrąjį žingsnį").press("Enter")
        page.get_by_role("link", name="Nustatyti kodų programą").press("Enter")
        page.locator("summary").press("Enter")
        looks_right(page)
        app = pyotp.TOTP(page.locator("code.secret").inner_text())
        # The step before is used to set it up, so that the present one is left for signing in.
        now = SystemClock().now()
        page.get_by_label("Kodas, kurį programa rodo dabar").fill(app.at(now - timedelta(seconds=30)))
        page.get_by_role("button", name="Išsaugoti").press("Enter")
        expect(page.get_by_role("heading", name="Atsarginiai kodai")).to_be_visible()
        page.get_by_role("link", name="Išsaugojau").press("Enter")
        expect(page.get_by_text("Saugesnė paskyra")).to_have_count(0)

        page.get_by_role("button", name="Atsijungti", exact=True).press("Enter")
        page.goto(links[1])
        page.get_by_role("button", name="Prisijungti").press("Enter")
        page.get_by_label("Kodas iš programos telefone").fill("000000")
        page.get_by_role("button", name="Prisijungti", exact=True).press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Šis kodas netinka.")
        looks_right(page)
        page.get_by_label("Kodas iš programos telefone").fill(app.at(SystemClock().now()))
        page.get_by_role("button", name="Prisijungti", exact=True).press("Enter")
        expect(page).to_have_url(f"{address}/inbox")


def test_the_language_is_chosen_before_and_after_signing_in(page: Page, library: Library, tmp_path: Path) -> None:
    with inbox(library, tmp_path / "var", 1, "off") as (address, links):
        page.goto(f"{address}/inbox/sign-in")
        page.get_by_role("button", name="English").press("Enter")
        expect(page.get_by_role("heading", name="Signing in")).to_be_visible()
        page.goto(links[0])
        page.get_by_role("button", name="Sign in").press("Enter")
        page.get_by_role("link", name=EMAIL).press("Enter")
        expect(page.get_by_role("heading", name="Your account")).to_be_visible()
        looks_right(page)

        page.get_by_label("Lietuvių").check()
        page.get_by_role("button", name="Keep").press("Enter")

        expect(page.get_by_role("status")).to_contain_text("Pasirinkimą išsaugojome")
        looks_right(page)
