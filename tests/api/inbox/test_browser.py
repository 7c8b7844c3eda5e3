"""The inbox in a real Chromium: keyboard, two at once, narrow and wide screens, both themes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from assistant.delivery.outbox import FAILED, Carrier, State
from assistant.errors import FailureReason
from assistant.referrals.referral import Status
from tests.api.inbox.fakes import JONAS, ONA, FakeHost, FakeSettings, a_letter, a_referral, an_app
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser

NUMBER = "47128035"
PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def inbox() -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    host.holds(
        a_referral(NUMBER), a_referral("55512340", name="Jonė Jonaitė").taken(JONAS.email, a_letter("").next_try_at)
    )
    host.casework.letters[NUMBER] = (a_letter(NUMBER),)
    host.staff_desk.links["one-time"] = ONA
    with served(an_app(host), listener):
        yield host, address


@pytest.fixture(params=["phone, dark", "desk, light"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    is_phone = request.param == "phone, dark"
    context = browser.new_context(
        viewport=PHONE if is_phone else DESK,
        color_scheme="dark" if is_phone else "light",
    )
    yield context.new_page()
    context.close()


def looks_right(page: Page) -> None:
    # A press returns when the next page has begun; its styles may still be on their way.
    page.wait_for_load_state()
    assert page.locator("script:not([src^='/static/'])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")


def test_staff_sign_in_take_answer_and_close_by_keyboard_alone(page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox

    page.goto(f"{address}/inbox/sign-in?token=one-time")
    looks_right(page)
    page.get_by_role("button", name="Prisijungti").press("Enter")
    looks_right(page)
    page.get_by_role("link", name="Vardenė Pavardenė").press("Enter")
    looks_right(page)
    page.get_by_role("button", name="Paimti prašymą").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Jūs paėmėte prašymą.")
    page.get_by_label("Jūsų atsakymas").press_sequentially("Laba diena.")
    page.get_by_label("Jūsų atsakymas").press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų atsakymą.")
    looks_right(page)
    page.locator("summary", has_text="Užbaigti prašymą").press("Enter")
    looks_right(page)
    page.get_by_label("Žmogus gavo patarimą").press("Space")
    page.get_by_role("button", name="Taip, užbaigti").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Jūs užbaigėte prašymą.")
    looks_right(page)

    done = host.casework.referrals[NUMBER]
    assert done.status is Status.CLOSED
    assert [entry.text for entry in done.thread] == ["", "", "Laba diena.", ""]


def test_every_way_and_state_of_a_delivery_is_shown_and_retry_is_pressed(
    page: Page, inbox: tuple[FakeHost, str]
) -> None:
    host, address = inbox
    failed = replace(
        a_letter(NUMBER, attempts=3),
        reason=FailureReason.LATER,
        last_error="451 4.3.0 mailbox-of-a-very-long-name-busy",
    )
    host.casework.letters[NUMBER] = tuple(
        replace(failed if state in FAILED else a_letter(NUMBER), id=f"{carrier}-{state}", carrier=carrier, state=state)
        for carrier in (Carrier.LETTER, Carrier.DOCUMENT, Carrier.WEBHOOK, Carrier.TELEGRAM)
        for state in State
    )
    page.context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(ONA), "url": f"{address}/inbox"}])

    page.goto(f"{address}/inbox/{NUMBER}")
    looks_right(page)
    page.get_by_role("button", name="Dar kartą siųsti").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("vėl laukia siuntimo")
    expect(page.get_by_role("button", name="Dar kartą siųsti")).to_have_count(0)
    looks_right(page)
    assert not any(entry.state in FAILED for entry in host.casework.letters[NUMBER])


def test_two_browsers_on_one_request_lose_nothing(browser: Browser, page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    other = browser.new_context().new_page()
    for somebody, member in ((page, ONA), (other, JONAS)):
        somebody.context.add_cookies(
            [{"name": "aiskiai-inbox", "value": host.session_of(member), "url": f"{address}/inbox"}]
        )
        somebody.goto(f"{address}/inbox/{NUMBER}")
    page.get_by_label("Jūsų atsakymas").fill("Mano tekstas.")

    other.get_by_label("Jūsų atsakymas").fill("Kolegos tekstas.")
    other.get_by_role("button", name="Siųsti atsakymą").click()
    expect(other.get_by_role("status")).to_be_visible()
    page.get_by_role("button", name="Siųsti atsakymą").click()

    expect(page.get_by_role("alert")).to_contain_text("Kolegos tekstas.")
    looks_right(page)
    expect(page.get_by_label("Jūsų atsakymas")).to_have_value("Mano tekstas.")
    page.get_by_role("button", name="Siųsti atsakymą").click()
    expect(page.get_by_role("status")).to_be_visible()
    assert [entry.text for entry in host.casework.referrals[NUMBER].thread[1:]] == ["Kolegos tekstas.", "Mano tekstas."]
    other.context.close()


@pytest.mark.parametrize("path", ["/inbox/sign-in", "/inbox/999", "/inbox?show=over"])
def test_the_smaller_pages_look_right_too(page: Page, inbox: tuple[FakeHost, str], path: str) -> None:
    host, address = inbox
    if path != "/inbox/sign-in":
        page.context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(ONA), "url": f"{address}/inbox"}])

    page.goto(address + path)

    looks_right(page)


def test_a_refused_link_and_an_empty_reply_look_right_too(page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    page.goto(f"{address}/inbox/sign-in?token=unknown")
    page.get_by_role("button", name="Prisijungti").click()
    expect(page.get_by_role("heading", name="Ši nuoroda neveikia")).to_be_visible()
    looks_right(page)

    page.context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(ONA), "url": f"{address}/inbox"}])
    page.goto(f"{address}/inbox/{NUMBER}")
    page.get_by_role("button", name="Siųsti atsakymą").click()
    expect(page.get_by_role("alert")).to_contain_text("Atsakymas tuščias.")
    looks_right(page)
