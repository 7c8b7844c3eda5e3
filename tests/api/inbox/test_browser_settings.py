"""The settings in a real Chromium: a lead looks after the department by keyboard, on a phone and at a desk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.referrals.office import PromiseLength
from tests.api.inbox.fakes import RASA, FakeHost, FakeSettings, an_app
from tests.api.inbox.test_browser import DESK, PHONE, looks_right
from tests.api.inbox.test_settings import KRETINGA, SECTIONS, SETTINGS
from tests.browser import chromium, free_listener, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def inbox() -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    with served(an_app(host), listener):
        yield host, address


@pytest.fixture(params=["phone, dark", "desk, light"])
def page(request: pytest.FixtureRequest, browser: Browser, inbox: tuple[FakeHost, str]) -> Iterator[Page]:
    host, address = inbox
    is_phone = request.param == "phone, dark"
    context = browser.new_context(viewport=PHONE if is_phone else DESK, color_scheme="dark" if is_phone else "light")
    context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(RASA), "url": f"{address}/inbox"}])
    yield context.new_page()
    context.close()


def opens(page: Page, section: str) -> None:
    page.get_by_role("link", name=section).press("Enter")
    looks_right(page)


def stores(page: Page, button: str, told: str) -> None:
    page.get_by_role("button", name=button, exact=True).press("Enter")
    expect(page.get_by_role("status")).to_contain_text(told)
    looks_right(page)
    page.get_by_role("link", name="Atgal į nuostatas").press("Enter")
    looks_right(page)


def sets_the_contact(page: Page) -> None:
    # A slip is told at its field, and the link leads there
    opens(page, "Kontaktai ir darbo laikas")
    page.get_by_label("Skyriaus pavadinimas").fill("Socialinių reikalų skyrius")
    page.get_by_label("Pirmas telefonas").fill("445")
    page.get_by_role("group", name="Pirmadienis").get_by_label("nuo").fill("8")
    page.get_by_role("group", name="Pirmadienis").get_by_label("iki").fill("17.00")
    page.get_by_role("button", name="Įrašyti").press("Enter")
    looks_right(page)
    page.get_by_role("alert").get_by_role("link", name="Pirmas telefonas").press("Enter")
    expect(page.get_by_label("Pirmas telefonas")).to_be_focused()
    expect(page.get_by_label("Skyriaus pavadinimas")).to_have_value("Socialinių reikalų skyrius")
    page.get_by_label("Pirmas telefonas").fill("0 445 51008")
    stores(page, "Įrašyti", "Įrašyta.")


def sets_days_promise_and_notice(page: Page) -> None:
    opens(page, "Nedarbo dienos")
    page.get_by_label("Pirma diena").first.fill("2026-12-24")
    page.get_by_label("Kodėl").fill("Šventės")
    stores(page, "Pridėti nedarbo dienas", "Įrašyta.")

    opens(page, "Pažadas atsakyti")
    page.get_by_label("Žadėti atsakyti per kelias darbo dienas").check()
    page.get_by_label("Darbo dienos").fill("5")
    stores(page, "Įrašyti", "Įrašyta.")

    opens(page, "Pranešimas pokalbyje")
    page.get_by_label("Ką pranešate žmonėms").fill("Prašymai bus nagrinėjami vėliau.")
    page.get_by_label("Paskutinė diena").fill("2026-12-24")
    page.get_by_role("button", name="Įrašyti").press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.get_by_text("Tai neveikiamoji rūšis.")).to_be_visible()
    looks_right(page)
    page.get_by_role("link", name="Atgal į nuostatas").press("Enter")


def tries_a_recipient_and_changes_the_team(page: Page) -> None:
    opens(page, "Kas sužino apie naują prašymą")
    page.get_by_role("button", name="Siųsti bandomąjį laišką").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Bandymas laukia eilėje.")
    looks_right(page)
    page.get_by_role("link", name="Atgal į nuostatas").press("Enter")

    opens(page, "Darbuotojai ir pareigos")
    page.get_by_label("Elektroninis paštas").fill("nauja@kretinga.lt")
    page.get_by_role("button", name="Pridėti ir parodyti nuorodą čia").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("token=one-time-token")
    looks_right(page)
    page.locator("summary", has_text="jonas@kretinga.example").press("Enter")
    page.get_by_role("button", name="Taip, pašalinti jonas@kretinga.example").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Paskyros nebėra.")
    page.get_by_role("link", name="Atgal į nuostatas").press("Enter")


def test_a_lead_sets_everything_by_keyboard(page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    page.goto(f"{address}/inbox")
    opens(page, "Nuostatos")
    sets_the_contact(page)
    sets_days_promise_and_notice(page)
    tries_a_recipient_and_changes_the_team(page)
    opens(page, "Prašymų siuntimas")
    page.get_by_label("Aš tai žinau").press("Space")
    stores(page, "Išjungti siuntimą", "Jūs išjungėte siuntimą.")
    expect(page.get_by_text("Siuntimas išjungtas.").first).to_be_visible()

    office = host.office_desk.of(KRETINGA)
    assert not office.is_sending
    assert office.promise == PromiseLength(5)
    assert office.contact is not None
    assert office.contact.phones == ("+37044551008",)
    assert len(office.closings) == 1


def test_at_320_pixels_nothing_is_wider_than_the_screen(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(RASA), "url": f"{address}/inbox"}])
    page = context.new_page()
    for section in ("", *(f"/{section}" for section in SECTIONS)):
        page.goto(address + SETTINGS + section)
        looks_right(page)
    context.close()
