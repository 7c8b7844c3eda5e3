"""Every action on a request in a real Chromium, on the real inbox and its database: what is pressed is stored."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.library.library import Library
from assistant.referrals.routing import Recipient, Route, Way
from tests.api.inbox.served_town import Served, served_town
from tests.api.inbox.test_browser import DESK, PHONE
from tests.api.inbox.town import AWAY
from tests.browser import accessibility_faults, chromium

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Served]:
    # The other municipality receives requests too, so that one can be moved there.
    routes = {**library.routes, AWAY: Route(AWAY, (Recipient(Way.INBOX),))}
    with served_town(tmp_path_factory.mktemp("town"), replace(library, routes=routes)) as served:
        yield served


def at_desk(browser: Browser, place: Served, session: str, number: str, *, is_phone: bool = False) -> Page:
    context = browser.new_context(
        viewport=PHONE if is_phone else DESK, color_scheme="dark" if is_phone else "light", reduced_motion="reduce"
    )
    context.add_cookies([{"name": "aiskiai-inbox", "value": session, "url": f"{place.address}/inbox"}])
    page = context.new_page()
    page.goto(f"{place.address}/inbox/{number}")
    return page


def unfolds(page: Page, name: str) -> Locator:
    part = page.locator(f"#{name}")
    part.locator("summary").click()
    return part


def presses(page: Page, button: str, told: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text(told)


def stands_in_thread(page: Page, *lines: str) -> None:
    thread = page.locator(".main")
    for line in lines:
        expect(thread).to_contain_text(line)


def test_take_call_note_ask_reply_close_reopen_and_give(browser: Browser, place: Served) -> None:
    page = at_desk(browser, place, place.session, place.numbers[0])

    presses(page, "Paimti prašymą", "Jūs paėmėte prašymą.")
    call = unfolds(page, "call")
    call.get_by_label("Žmogus neatsiliepė").check()
    call.get_by_label("Ką kalbėjote").fill("Skambinau du kartus.")
    presses(page, "Įrašyti skambutį", "Programa įrašė skambutį.")
    unfolds(page, "note").get_by_label("Jūsų pastaba").fill("@lead, ar pažįstate šį žmogų?")
    presses(page, "Įrašyti pastabą", "Programa įrašė Jūsų pastabą.")
    ask = unfolds(page, "ask")
    ask.get_by_label("Jūsų klausimas").fill("Ar galite ateiti rytoj?")
    ask.locator("#answers-own").check()
    ask.get_by_label("Atsakymas 1").fill("Taip, ateisiu")
    ask.get_by_label("Atsakymas 2").fill("Ne, negaliu")
    presses(page, "Siųsti klausimą", "Klausimas jau yra pokalbyje.")
    page.get_by_label("Jūsų atsakymas").fill("Laba diena.\nAteikite rytoj.")
    presses(page, "Siųsti atsakymą", "Programa įrašė Jūsų atsakymą.")
    close = unfolds(page, "close")
    close.get_by_label("Žmogus gavo patarimą").check()
    presses(page, "Taip, užbaigti", "Jūs užbaigėte prašymą.")
    unfolds(page, "reopen").get_by_label("Kodėl").fill("Žmogus paskambino dar kartą.")
    presses(page, "Taip, vėl atverti", "Jūs vėl atvėrėte prašymą.")
    give = unfolds(page, "give")
    give.get_by_label("Kolega").select_option("lead@kretingos-rajono.example")
    presses(page, "Perduoti kolegai", "Prašymą dabar turi kolega.")

    stands_in_thread(
        page,
        "Skambinau du kartus.",
        "@lead, ar pažįstate šį žmogų?",
        "Ar galite ateiti rytoj?",
        "Ne, negaliu",
        "Ateikite rytoj.",
        "Žmogus paskambino dar kartą.",
    )
    assert accessibility_faults(page) == []
    page.goto(f"{place.address}/inbox?holder=lead@kretingos-rajono.example")
    expect(page.locator(f"#open-{place.numbers[0]}")).to_be_visible()
    page.context.close()


def test_merge_hand_to_an_institution_and_pass_on_on_a_phone(browser: Browser, place: Served) -> None:
    _, first, second, third, *_ = place.numbers
    page = at_desk(browser, place, place.session, first, is_phone=True)

    # The same name and phone: the later one goes into the earlier one, with a look at both before
    double = page.locator(".doubles li", has=page.locator(f"a[href='/inbox/{second}']"))
    double.locator("summary").click()
    double.get_by_role("button", name="Taip, sujungti").click()
    expect(page.get_by_role("status").first).to_contain_text("Dabar tai vienas prašymas.")
    page.goto(f"{place.address}/inbox/{second}")
    stands_in_thread(page, "Jūs prijungėte šį prašymą prie prašymo")

    # To an institution, which must be named
    page.goto(f"{place.address}/inbox/{first}")
    hand = unfolds(page, "hand")
    hand.get_by_label("Kodėl").fill("Jie teikia šią paslaugą.")
    page.get_by_role("button", name="Pranešti žmogui").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(hand.get_by_label("Kodėl")).to_have_value("Jie teikia šią paslaugą.")
    hand.get_by_label("Įstaiga").fill("Kretingos socialinių paslaugų centras")
    presses(page, "Pranešti žmogui", "Programa žmogui pasakė, kuri įstaiga turi prašymą.")
    stands_in_thread(page, "Kretingos socialinių paslaugų centras", "Jie teikia šią paslaugą.")

    # To another municipality: gone from here, and nothing but the number is left
    page.goto(f"{place.address}/inbox/{third}")
    passing = unfolds(page, "pass")
    passing.get_by_label("Savivaldybė").select_option(AWAY)
    passing.get_by_label("Kodėl").fill("Žmogus gyvena Neringoje.")
    page.get_by_role("button", name="Perduoti prašymą", exact=True).click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Neringos savivaldybė")
    expect(page.locator("main")).not_to_contain_text("Vardenė")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []
    page.context.close()


def test_two_browsers_at_once_on_one_request_lose_nothing(browser: Browser, place: Served) -> None:
    number = place.numbers[4]
    page, other = (at_desk(browser, place, session, number) for session in (place.session, place.lead))
    page.get_by_label("Jūsų atsakymas").fill("Mano atsakymas.")

    other.get_by_label("Jūsų atsakymas").fill("Kolegės atsakymas.")
    presses(other, "Siųsti atsakymą", "Programa įrašė Jūsų atsakymą.")
    page.get_by_role("button", name="Siųsti atsakymą").click()

    # Told what came in between, with the own text kept; then it is sent on top
    expect(page.get_by_role("alert").first).to_contain_text("Kolegės atsakymas.")
    expect(page.get_by_label("Jūsų atsakymas")).to_have_value("Mano atsakymas.")
    presses(page, "Siųsti atsakymą", "Programa įrašė Jūsų atsakymą.")
    stands_in_thread(page, "Kolegės atsakymas.", "Mano atsakymas.")
    for one in (page, other):
        one.context.close()
