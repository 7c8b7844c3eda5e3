"""Whoever enlarges, spaces out, recolours, presses keys or listens can use every key moment of the web chat."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.api.person import DESK, Comes, Person
from tests.browser import accessibility_faults

pytestmark = pytest.mark.browser

AT_400_PERCENT = {"width": 320, "height": 256}
"""What is left of 1280 × 1024 where everything is four times as large (WCAG 1.4.10)."""

NARROW = {"width": 320, "height": 640}

PAGES = ("/", "/apie", "/nustatymai", "/nera")

# Such a style sheet is not held up by the page's policy: it comes from the reader, as an extension of the browser's.
SPACE_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""

CUT_OFF = """() => Array.from(document.querySelectorAll("a, button, label, legend, h1, h2, p:not(.unseen), .word"))
    .filter((part) => part.offsetParent && !part.matches(".skip, .unseen") && part.scrollWidth > part.clientWidth + 1
        && getComputedStyle(part).display !== "inline")
    .map((part) => part.textContent.trim())"""

RUNS_OUT = "document.documentElement.scrollWidth > window.innerWidth"

IS_FOCUS_HIDDEN = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = Math.min(Math.max(box.top + box.height / 2, 0), window.innerHeight - 1);
    const seen = document.elementFromPoint(x, y);
    return box.bottom < 0 || box.top > window.innerHeight
        || !(seen && (document.activeElement.contains(seen) || seen.contains(document.activeElement)));
}"""


def at_key_moments(person: Person, look: Callable[[str], None]) -> None:
    """Through the pages and through messages of every kind, and looks at each."""
    for path in PAGES:
        person.opens(path)
        look(path)
    person.begins()
    look("greeting")
    for label, words, name in (
        ("Man", "Ką norite daryti?", "menu"),
        ("Sužinoti apie pagalbą", "Žmonės ten gamina daiktus.", "answer"),
        ("Ar man tinka?", "2 klausimas iš 6", "question"),
    ):
        person.presses(label)
        person.reads(words)
        look(name)
    person.presses("dalyvumo lygis")
    look("hard word")
    for label, words, name in (
        ("55 arba mažiau", "Ši pagalba Jums gali tikti.", "result"),
        ("Siųsti prašymą", "Savivaldybė gavo Jūsų prašymą.", "receipt"),
    ):
        person.presses(label)
        person.reads(words)
        look(name)
    person.writes("aš nebenoriu gyventi")
    person.reads("Jūsų gyvybė svarbi.")
    look("danger")


@pytest.mark.parametrize("viewport", [AT_400_PERCENT, NARROW], ids=["400 percent", "320 px"])
def test_spaced_out_text_runs_out_of_nothing_and_nothing_is_cut_off(comes: Comes, viewport: dict[str, int]) -> None:
    person = comes(viewport=viewport)
    faults: list[str] = []

    def look(name: str) -> None:
        for spaced in (False, True):
            if spaced:
                person.page.evaluate(SPACE_OUT)
            if person.page.evaluate(RUNS_OUT):
                faults.append(f"{name}: runs out, spaced={spaced}")
            faults.extend(f"{name}: {part} is cut off, spaced={spaced}" for part in person.page.evaluate(CUT_OFF))

    at_key_moments(person, look)

    assert faults == []


def test_at_400_percent_the_question_has_the_window_to_itself(comes: Comes) -> None:
    person = comes(viewport=AT_400_PERCENT)
    person.begins()
    person.presses("Man")
    person.reads("Ką norite daryti?")

    expect(person.page.locator(".is-new .question")).to_be_in_viewport(ratio=1)
    # The helpers wait at the end of the page instead of covering half the window.
    expect(person.page.locator("#helpers")).not_to_be_in_viewport()
    person.page.get_by_role("button", name="Noriu žmogaus").scroll_into_view_if_needed()
    expect(person.page.get_by_role("button", name="Noriu žmogaus")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("viewport", [AT_400_PERCENT, DESK], ids=["400 percent", "desk"])
def test_the_whole_way_by_keyboard_alone(comes: Comes, viewport: dict[str, int]) -> None:
    person = comes(viewport=viewport)
    person.opens()

    def goes_to(name: str) -> None:
        """Presses Tab until a control of this name has the focus; it must be in sight all the way."""
        for _ in range(25):
            person.page.keyboard.press("Tab")
            assert not person.page.evaluate(IS_FOCUS_HIDDEN), person.page.evaluate("document.activeElement.outerHTML")
            focused = "document.activeElement.innerText?.trim() || document.activeElement.id"
            if person.page.evaluate(focused) == name:
                return
        raise AssertionError(name)

    goes_to("Pradėti")
    person.page.keyboard.press("Enter")
    person.reads("Kam reikia pagalbos?")
    person.page.wait_for_load_state("load")
    goes_to("Man")
    person.page.keyboard.press("Space")
    person.reads("Ką norite daryti?")
    expect(person.page.locator("#naujausia")).to_be_focused()
    # The answers come right after the question that has the focus, and the button by which it is heard.
    person.page.keyboard.press("Tab")
    expect(person.page.get_by_role("button", name="Klausyti").last).to_be_focused()
    person.page.keyboard.press("Tab")
    expect(person.page.get_by_role("button", name="Sužinoti apie pagalbą")).to_be_focused()
    goes_to("Ar man tinka?")
    person.page.keyboard.press("Enter")
    person.reads("2 klausimas iš 6")
    goes_to("55 arba mažiau")
    person.page.keyboard.press("Enter")
    person.reads("Ši pagalba Jums gali tikti.")
    goes_to("Siųsti prašymą")
    person.page.keyboard.press("Enter")
    person.reads("Savivaldybė gavo Jūsų prašymą.")
    goes_to("text")
    person.page.keyboard.type("ačiū")
    person.page.keyboard.press("Enter")
    person.reads("Aš nesupratau. Atsiprašau.")
    goes_to("Meniu")
    assert len(person.site.converse.events) == 5


def test_where_the_system_chooses_the_colours_pictures_and_edges_can_be_seen(comes: Comes) -> None:
    person = comes(forced_colors="active", color_scheme="dark")
    lost: list[str] = []

    def look(name: str) -> None:
        grounds = person.page.evaluate(
            """() => Array.from(document.querySelectorAll(".picture, .brand img, .mark img"))
                .map((part) => getComputedStyle(part).backgroundColor)"""
        )
        # Their outlines are black, and so is the ground of such a system.
        lost.extend(f"{name}: a picture on {ground}" for ground in set(grounds) - {"rgb(255, 255, 255)"})
        edges = person.page.evaluate(
            """() => Array.from(document.querySelectorAll(".button, .option input, .told.is-new, .write input"))
                .filter((part) => part.offsetParent)
                .map((part) => [part.outerHTML, getComputedStyle(part)])
                .filter(([_, look]) => look.borderTopStyle === "none"
                    || look.borderTopColor === getComputedStyle(document.body).backgroundColor)
                .map(([part]) => part)"""
        )
        lost.extend(f"{name}: no edge round {part}" for part in edges)

    at_key_moments(person, look)

    assert lost == []


def test_whoever_wants_less_motion_sees_none(comes: Comes) -> None:
    person = comes(reduced_motion="reduce")
    moving: list[str] = []

    def look(name: str) -> None:
        if person.page.evaluate("document.getAnimations().length"):
            moving.append(name)
        if person.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") != "auto":
            moving.append(f"{name}: scrolling")

    at_key_moments(person, look)

    assert moving == []


def test_whoever_listens_knows_who_speaks_what_is_asked_and_what_can_be_done(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man")
    person.reads("Ką norite daryti?")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")

    expect(person.page.locator("main")).to_match_aria_snapshot(
        """
        - heading "Pokalbis" [level=1]
        - log "Pokalbis":
          - article
          - article:
            - paragraph: "Jūs sakote:"
            - paragraph: Man
          - article
          - article:
            - paragraph: "Jūs sakote:"
            - paragraph: Ar man tinka?
          - article:
            - paragraph: 2 klausimas iš 6
            - progressbar "2 klausimas iš 6"
            - paragraph: "Programa sako:"
            - paragraph: Pažiūrėkite į asmens su negalia pažymėjimą.
            - paragraph:
              - text: Raskite žodžius „
              - button "dalyvumo lygis"
              - text: “.
            - paragraph: Koks ten skaičius?
        - group "Atsakymai":
          - button "55 arba mažiau"
          - button "60 arba daugiau"
        - text: Rašykite čia
        - textbox "Rašykite čia"
        - button "Rašyti"
        - status
        - group "Pagalba pokalbyje":
          - button "Nežinau"
          - button "Atgal"
          - button "Pakartoti"
          - button "Noriu žmogaus"
          - button "Meniu"
        """
    )
    expect(person.page.locator("[role=log] [role=status]")).to_have_count(0)


def test_the_focus_moves_to_what_is_new_only_after_the_person_acted(comes: Comes) -> None:
    person = comes()
    person.page.clock.install()
    person.begins()
    helper = person.page.get_by_role("button", name="Pakartoti")
    helper.focus()

    person.site.converse.reply("talk1")
    person.page.clock.run_for(10_500)
    person.reads("Laba diena. Paskambinsiu rytoj.")
    expect(person.page.get_by_role("button", name="Pakartoti")).to_be_focused()

    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")
    expect(person.page.locator("#naujausia")).to_be_focused()


def test_axe_finds_no_fault_at_400_percent(comes: Comes) -> None:
    person = comes(viewport=AT_400_PERCENT)
    faults: list[str] = []

    def look(name: str) -> None:
        faults.extend(f"{name}: {fault}" for fault in accessibility_faults(person.page))

    at_key_moments(person, look)

    assert faults == []
