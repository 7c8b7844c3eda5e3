"""The page of a request in a real Chromium in every state, by keyboard, and with two people at it at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import CallResult, EntryKind
from assistant.usecases.ports import StaffMember
from tests.api.inbox.fakes import JONAS, ONA, SENT_AT, FakeHost, FakeSettings, a_letter, a_referral, an_app
from tests.api.inbox.test_browser import browser, looks_right, page
from tests.browser import free_listener, served

__all__ = ["browser", "page"]

pytestmark = pytest.mark.browser

NUMBER, DOUBLE = "47128035", "55512340"
LONG = "Žmogus-su-labai-ilga-pastaba-be-jokio-tarpo-" * 4


def in_every_state() -> dict[str, Referral]:
    """Each shows all that came before it, so that few pages show everything."""
    new = a_referral(NUMBER, for_other=True)
    noted = new.taken(JONAS.email, SENT_AT).noted(ONA.email, f"@jonas, ar pameni?\n{LONG}", (JONAS.email,), SENT_AT)
    called = noted.called(ONA.email, SENT_AT, CallResult.NO_ANSWER, LONG).called(
        ONA.email, SENT_AT, text="Pasikalbėjome."
    )
    handed = called.handed(JONAS.email, "Kretingos rajono socialinių paslaugų centras", LONG, SENT_AT)
    double = a_referral(DOUBLE)
    return {
        "new": new,
        "taken, noted, called, passed on to an institution and joined": handed.joined_by(JONAS.email, double, SENT_AT),
        "merged": called.merged_into(JONAS.email, DOUBLE, SENT_AT),
        "closed": called.closed(JONAS.email, SENT_AT, "advice"),
        "opened again": called.closed(JONAS.email, SENT_AT).reopened(JONAS.email, LONG, SENT_AT),
        "taken back": called.withdrawn(SENT_AT),
    }


@pytest.fixture
def inbox() -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    host.holds(a_referral(NUMBER))
    host.casework.letters[NUMBER] = (a_letter(NUMBER),)
    with served(an_app(host), listener):
        yield host, address


def signs_in(somebody: Page, host: FakeHost, address: str, member: StaffMember = ONA) -> None:
    session = host.session_of(member)
    somebody.context.add_cookies([{"name": "aiskiai-inbox", "value": session, "url": f"{address}/inbox"}])


def test_every_state_of_a_request_looks_right_with_all_that_can_be_opened(
    page: Page, inbox: tuple[FakeHost, str]
) -> None:
    host, address = inbox
    signs_in(page, host, address)
    host.holds(replace(a_referral(DOUBLE), sent_at=SENT_AT + timedelta(days=1)))
    for state, known in in_every_state().items():
        host.holds(known)
        page.goto(f"{address}/inbox/{NUMBER}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        try:
            looks_right(page)
        except AssertionError as fault:
            fault.add_note(f"The request is {state}.")
            raise


def test_a_call_a_note_and_a_colleague_by_keyboard_alone(page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    signs_in(page, host, address)
    page.goto(f"{address}/inbox/{NUMBER}")

    page.get_by_label("Jūsų atsakymas").fill("Dar nebaigiau rašyti.")
    page.locator("#call > summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Du kartus.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė skambutį.")
    page.locator("#note > summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("@jonsas, ar pameni?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Kolegos @jonsas nėra.")
    looks_right(page)
    page.get_by_label("Jūsų pastaba").fill("@jonas, ar pameni?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų pastabą.")
    page.locator("#give > summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Prašymą dabar turi kolega.")

    # What was begun in another form of the page waits for its turn.
    expect(page.get_by_label("Jūsų atsakymas")).to_have_value("Dar nebaigiau rašyti.")
    known = host.casework.referrals[NUMBER]
    assert [entry.kind for entry in known.thread[1:]] == [EntryKind.TRIED, EntryKind.NOTED, EntryKind.GIVEN]
    assert (known.thread[1].details.result, known.taken_by) == (CallResult.NO_ANSWER.value, JONAS.email)


def test_two_write_notes_and_one_closes_and_nothing_is_lost(
    browser: Browser, page: Page, inbox: tuple[FakeHost, str]
) -> None:
    host, address = inbox
    other = browser.new_context().new_page()
    for somebody, member in ((page, ONA), (other, JONAS)):
        signs_in(somebody, host, address, member)
        somebody.goto(f"{address}/inbox/{NUMBER}")
        somebody.locator("#note > summary").click()
        somebody.get_by_label("Jūsų pastaba").fill(f"Pastaba, kurią rašo {member.email}.")
    old = page.context.new_page()
    old.goto(f"{address}/inbox/{NUMBER}")

    other.get_by_role("button", name="Įrašyti pastabą").click()
    expect(other.get_by_role("status")).to_be_visible()
    other.locator("#close > summary").click()
    other.get_by_label("Žmogus gavo patarimą").check()
    other.get_by_role("button", name="Taip, užbaigti").click()
    expect(other.get_by_role("status")).to_contain_text("Jūs užbaigėte prašymą.")
    page.get_by_role("button", name="Įrašyti pastabą").click()
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų pastabą.")
    looks_right(page)

    known = host.casework.referrals[NUMBER]
    assert known.status is Status.CLOSED
    assert [entry.text for entry in known.thread if entry.kind is EntryKind.NOTED] == [
        f"Pastaba, kurią rašo {member.email}." for member in (JONAS, ONA)
    ]
    # A page that still shows the request as it was takes no step, and gives back what was typed.
    old.locator("#call > summary").click()
    old.get_by_label("Pasikalbėjau su žmogumi").check()
    old.get_by_label("Ką kalbėjote").fill("Mano skambutis.")
    old.get_by_role("button", name="Įrašyti skambutį").click()
    expect(old.get_by_role("alert")).to_contain_text("jonas@kretinga.example užbaigė prašymą")
    expect(old.locator("#kept")).to_have_value("Mano skambutis.")
    looks_right(old)
    other.context.close()


MOST_CLICKS = 10


def test_whoever_is_new_here_takes_answers_and_closes_with_few_clicks(page: Page, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    signs_in(page, host, address)
    clicks = 0

    def click(what: Locator) -> None:
        nonlocal clicks
        clicks += 1
        what.click()

    page.goto(f"{address}/inbox")
    click(page.get_by_role("link", name="Vardenė Pavardenė"))
    click(page.get_by_role("button", name="Paimti prašymą"))
    expect(page.get_by_role("status")).to_contain_text("Jūs paėmėte prašymą.")
    # Choosing from a list is two clicks: one opens it, one chooses.
    clicks += 2
    page.get_by_label("Paruoštas atsakymas").select_option(index=1)
    click(page.get_by_role("button", name="Įdėti"))
    expect(page.get_by_label("Jūsų atsakymas")).not_to_have_value("")
    click(page.get_by_role("button", name="Siųsti atsakymą"))
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų atsakymą.")
    click(page.locator("#close > summary"))
    click(page.get_by_label("Žmogus gavo patarimą"))
    click(page.get_by_role("button", name="Taip, užbaigti"))
    expect(page.get_by_role("status")).to_contain_text("Jūs užbaigėte prašymą.")

    known = host.casework.referrals[NUMBER]
    assert known.status is Status.CLOSED
    assert [entry.kind for entry in known.thread[1:]] == [EntryKind.TAKEN, EntryKind.REPLIED, EntryKind.CLOSED]
    assert clicks <= MOST_CLICKS
