"""The settings in a real Chromium: over the talk with scripts, as a page without, by keyboard and for every eye."""

import pytest
from playwright.sync_api import expect

from tests.api.person import Comes, Person
from tests.browser import accessibility_faults

pytestmark = pytest.mark.browser

LETTERS = "parseFloat(getComputedStyle(document.querySelector('.is-new p')).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"
BLACK = "rgb(0, 0, 0)"


def opens_settings(person: Person) -> None:
    person.page.get_by_role("link", name="Nustatymai").click()
    expect(person.page.get_by_role("heading", name="Nustatymai")).to_be_visible()


def looked_at(person: Person) -> list[str]:
    # At the end of the page nothing lies half under the helpers; axe takes such a thing for too small a target.
    person.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    return accessibility_faults(person.page)


def test_what_is_chosen_shows_at_once_and_stays(comes: Comes) -> None:
    person = comes()
    person.begins()
    opens_settings(person)

    person.page.get_by_label("Didžiausios raidės").check()
    person.page.get_by_label("Juoda ir geltona").check()

    assert (person.page.evaluate(LETTERS), person.page.evaluate(GROUND)) == (28.8, BLACK)
    with person.page.expect_response("**/nustatymai"):
        person.page.get_by_label("Paprastesnis tekstas").check()
    person.page.get_by_role("button", name="Įrašyti").click()
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    # The talk comes again at the level that was chosen.
    person.reads("Dirbtuvėse žmonės dirba ir mokosi.")
    person.opens("/pokalbis")
    assert (person.page.evaluate(LETTERS), person.page.evaluate(GROUND)) == (28.8, BLACK)


def test_without_scripts_the_same_form_is_a_page(comes: Comes) -> None:
    person = comes(java_script_enabled=False)
    person.begins()
    opens_settings(person)

    person.page.get_by_label("Didesnės raidės").check()
    person.page.get_by_label("Tamsios spalvos").check()
    person.page.get_by_role("button", name="Įrašyti").click()

    expect(person.page.get_by_role("status")).to_have_text("Programa tai įrašė.")
    expect(person.page.get_by_label("Tamsios spalvos")).to_be_checked()
    person.page.get_by_role("link", name="Grįžti į pokalbį").click()
    person.reads("Kam reikia pagalbos?")
    expect(person.page.locator("html[data-size=larger][data-colours=dark]")).to_have_count(1)


def test_by_keyboard_the_panel_keeps_the_focus_and_gives_it_back(comes: Comes) -> None:
    person = comes()
    person.begins()
    link = person.page.get_by_role("link", name="Nustatymai")
    link.focus()
    person.page.keyboard.press("Enter")
    expect(person.page.get_by_role("dialog", name="Nustatymai")).to_be_visible()

    expect(person.page.get_by_label("Įprastos raidės")).to_be_focused()
    person.page.keyboard.press("ArrowDown")
    expect(person.page.get_by_label("Didesnės raidės")).to_be_checked()
    for name in ("Įprastos spalvos", "Įprastas tekstas"):
        person.page.keyboard.press("Tab")
        expect(person.page.get_by_label(name)).to_be_focused()
    person.page.keyboard.press("Escape")

    expect(person.page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_where_the_form_cannot_come_the_link_leads_to_its_page(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.route(
        "**/nustatymai",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )

    opens_settings(person)

    expect(person.page).to_have_url(f"{person.site.address}/nustatymai")


@pytest.mark.parametrize("colours", ["Šviesios spalvos", "Tamsios spalvos", "Juoda ir geltona"])
def test_axe_finds_no_fault_in_colours_that_were_chosen(comes: Comes, colours: str) -> None:
    # The device itself would have it the other way round.
    person = comes(color_scheme="light" if colours != "Šviesios spalvos" else "dark")
    person.begins()
    opens_settings(person)
    person.page.get_by_label(colours).check()
    faults = looked_at(person)
    person.page.get_by_role("button", name="Įrašyti").click()
    faults += looked_at(person)
    person.presses("Man")
    person.reads("Ką norite daryti?")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")
    person.page.get_by_role("button", name="dalyvumo lygis").click()
    faults += looked_at(person)
    person.writes("aš nebenoriu gyventi")
    person.reads("Jūsų gyvybė svarbi.")
    faults += looked_at(person)
    person.opens("/nustatymai")
    faults += looked_at(person)

    assert faults == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_largest_letters_run_out_of_no_page(comes: Comes, width: int) -> None:
    person = comes(viewport={"width": width, "height": 640})
    person.opens()
    opens_settings(person)
    person.page.get_by_label("Didžiausios raidės").check()
    panel = person.page.get_by_role("dialog")
    assert panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
    person.page.get_by_role("button", name="Įrašyti").click()
    person.goes_through()
    wide = []
    for path in ("/pokalbis", "/", "/apie", "/nera", "/nustatymai"):
        person.opens(path)
        if person.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []
