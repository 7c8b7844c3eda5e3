"""The log and the editors' corner in a real Chromium, on the real application, phone and desktop, both themes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from assistant.library.library import Library
from tests.api.inbox.served_town import Served, served_town
from tests.browser import accessibility_faults, chromium

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Served]:
    with served_town(tmp_path_factory.mktemp("town"), library) as served:
        yield served


@pytest.fixture(params=["phone, dark", "desk, light"])
def page(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[Page]:
    is_phone = request.param == "phone, dark"
    size = ViewportSize(width=320, height=640) if is_phone else ViewportSize(width=1280, height=800)
    context = browser.new_context(
        viewport=size, color_scheme="dark" if is_phone else "light", base_url=served.address, accept_downloads=True
    )
    context.add_cookies([{"name": "aiskiai-inbox", "value": served.session, "url": f"{served.address}/inbox"}])
    yield context.new_page()
    context.close()


def looks_right(page: Page) -> None:
    page.wait_for_load_state()
    assert page.locator("script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []


def test_a_lead_finds_who_opened_a_request(page: Page) -> None:
    page.goto("/inbox")
    page.get_by_role("link", name="Žurnalas").click()
    looks_right(page)
    lines = page.locator(".log .line")
    expect(lines).to_have_count(50)

    page.get_by_role("link", name="Rodyti senesnius įrašus").click()
    looks_right(page)
    page.get_by_role("link", name="Į naujausius įrašus").click()
    page.locator("summary", has_text="Pasirinkti įrašus").press("Enter")
    page.get_by_label("Kas: elektroninio pašto adresas").fill("lead@kretingos-rajono.example")
    page.get_by_label("Ką padarė").select_option(label="Žiūrėjo prašymą")
    page.get_by_role("button", name="Rodyti įrašus").press("Enter")
    looks_right(page)

    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("lead@kretingos-rajono.example")
    lines.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Prašymas")


def test_an_editor_teaches_a_wish_sees_a_text_as_the_person_does_and_checks_words(page: Page) -> None:
    # Given the commonest question that was not understood
    page.goto("/inbox/editors")
    looks_right(page)
    wish = page.locator(".wish").first
    words = wish.locator("h3").inner_text()

    # When it is taught
    wish.get_by_label("Ko žmogus klausė").select_option("cost")
    wish.get_by_label("Geresni žodžiai").fill(f"kiek tai kašt pinigų {page.viewport_size}")
    wish.get_by_role("button", name="Išmokyti").press("Enter")

    # Then it is gone from the list
    expect(page.get_by_role("status")).to_contain_text("Žodžiai jau yra turinyje.")
    looks_right(page)
    expect(page.get_by_role("heading", name=words)).to_have_count(0)

    # And a text stands with what is known of it, and as the person sees it
    page.get_by_role("link", name="Tekstai", exact=True).click()
    page.get_by_role("link", name="Tekstai su pastabomis").click()
    looks_right(page)
    page.get_by_role("link", name="Visi tekstai").click()
    page.get_by_role("link", name="Atvejo vadyba", exact=True).click()
    looks_right(page)
    page.get_by_role("link", name="1 lygis").click()
    looks_right(page)
    expect(page.get_by_text("Jums padeda vienas žmogus.")).to_be_visible()
    expect(page.get_by_role("button", name="Kas gali gauti")).to_be_visible()

    # And any words can be checked
    page.get_by_role("link", name="Atgal į tekstą").click()
    page.goto("/inbox/editors/check")
    page.get_by_label("Tekstas", exact=True).fill("Socialinės paslaugos yra teikiamos.\nJums padeda vienas žmogus.")
    page.get_by_role("button", name="Patikrinti").press("Enter")
    looks_right(page)
    expect(page.locator(".findings")).to_contain_text("Tai neveikiamoji rūšis.")
    expect(page.get_by_label("Tekstas", exact=True)).to_have_value(
        "Socialinės paslaugos yra teikiamos.\nJums padeda vienas žmogus."
    )
