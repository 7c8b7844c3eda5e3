"""The running product in a real Chromium on a phone: the whole journey, its slips, and what meets the eye."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as PageTimeoutError

from tests.browser import accessibility_faults, chromium
from tests.journeys.running import Product

pytestmark = [pytest.mark.browser, pytest.mark.process]

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)
LONGEST_WAIT = 15_000
REPLIES_ARE_LOOKED_FOR_EVERY = 10_000

NUMBER = re.compile(r"numeris yra (\d\d\s\d\d\s\d\d\s\d\d)")
FITTING = ("Nuo 18 iki 64", "Intelekto negalia", "55 arba mažiau", "Taip")
"""Answers to the questions of the check, in whatever order they are asked; the place is the one that is written."""

OUT_OF_SIGHT = """async () => {
    await document.fonts.ready;
    const edge = document.getElementById("dock").getBoundingClientRect().top;
    return Array.from(document.querySelectorAll(".is-new .question, #answers button"))
        .filter((part) => part.getBoundingClientRect().top < 0 || part.getBoundingClientRect().bottom > edge)
        .map((part) => part.textContent.trim());
}"""


class Person:
    """Somebody with a phone in the hand."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self._base_url = base_url

    def opens(self) -> None:
        self.page.goto(self._base_url)

    def begins(self) -> None:
        self.opens()
        self.page.get_by_role("button", name="Pradėti").click()
        self.reads("Aš esu programa, o ne žmogus.", "Kam reikia pagalbos?")
        # The words are there before the buttons below them: what the browser has not read yet, nobody could miss.
        self.page.wait_for_load_state("load")

    def presses(self, label: str, *expected: str) -> None:
        self.button(label).click()
        self.reads(*expected)

    def writes(self, text: str, *expected: str) -> None:
        self.page.get_by_label("Rašykite čia").fill(text)
        self.page.locator("#write").get_by_role("button").click()
        self.reads(*expected)

    def reads(self, *expected: str) -> None:
        for words in expected:
            expect(self.page.locator(".is-new", has_text=words).first).to_be_visible()

    def button(self, label: str) -> Any:
        """The button of this name among the answers and the helpers."""
        return self.page.locator("#answers, #helpers").get_by_role("button", name=label, exact=True)

    def answers_all_questions(self) -> None:
        """Goes through the check as somebody whom the service fits."""
        while self.page.locator(".is-new progress").count():
            asked = self.page.locator("#talk").get_attribute("data-last")
            fitting = next((label for label in FITTING if self.button(label).count()), None)
            if fitting:
                self.presses(fitting)
            else:
                self.writes("gyvenu Kretingoje")
            expect(self.page.locator("#talk")).not_to_have_attribute("data-last", asked or "")

    def comes_to_sending(self, name: str) -> None:
        """By the shortest way to the summary of a request."""
        self.begins()
        self.presses("Man", "Ką norite daryti?")
        self.presses("Siųsti prašymą", "Kokios pagalbos Jums reikia?")
        self.presses("Socialinės dirbtuvės", "Kur Jūs gyvenate?")
        self.writes("kretingoj", "Koks Jūsų vardas ir pavardė?")
        self.writes(name, "Kaip darbuotojas gali Jums atsakyti?")
        self.presses("Parašyti čia", "Ar norite dar ką nors parašyti?")
        self.presses("Ne, tai viskas", "Ar siųsti prašymą?")

    def number(self) -> str:
        """The number in the newest message, digits only."""
        found = NUMBER.search(self.page.locator(".is-new").last.inner_text())
        assert found
        return re.sub(r"\s", "", found[1])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def comes(browser: Browser, product: Product) -> Iterator[Callable[..., Person]]:
    """Lets a person come; a fault in the page's own scripts fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def come(**looks: Any) -> Person:
        context = browser.new_context(**({"viewport": PHONE} | looks))
        context.set_default_timeout(LONGEST_WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return Person(page, product.base_url)

    yield come
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="module")
def inbox(browser: Browser, product: Product) -> Iterator[Page]:
    """The inbox of Kretinga at a desk, signed in by the one-time link."""
    context = browser.new_context(viewport=DESK)
    context.set_default_timeout(LONGEST_WAIT)
    page = context.new_page()
    page.goto(product.sign_in_link(email="browser@kretinga.example"))
    page.get_by_role("button", name="Prisijungti").click()
    expect(page.get_by_role("heading", name="Kretingos rajono savivaldybė")).to_be_visible()
    yield page
    context.close()


Comes = Callable[..., Person]
both_ways = pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts on", "scripts off"])


def of_person(inbox: Page, product: Product, name: str) -> Any:
    """The links to the requests of this person in the list of open ones."""
    inbox.goto(f"{product.base_url}/inbox")
    return inbox.get_by_role("link", name=name)


@both_ways
def test_she_learns_checks_sends_and_reads_the_reply_of_staff(
    comes: Comes, inbox: Page, product: Product, *, has_scripts: bool
) -> None:
    name = "Ona Scenarienė" if has_scripts else "Ona Paprastienė"
    person = comes(java_script_enabled=has_scripts)
    if has_scripts:
        person.page.clock.install()
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    person.presses("Sužinoti apie pagalbą", "Apie kokią pagalbą norite sužinoti?")
    person.presses("Atvejo vadyba", "Kam reikia pagalbos?")
    person.presses("Suaugusiam žmogui", "Atvejo vadyba yra pagalba žmogui su negalia.")
    person.presses("Ar man tinka?", "1 klausimas iš")
    person.answers_all_questions()
    person.reads("Ši pagalba Jums gali tikti.")
    person.presses("Siųsti prašymą", "Koks Jūsų vardas ir pavardė?")
    person.writes(name, "Kaip darbuotojas gali Jums atsakyti?")
    person.presses("Paskambinti man", "Koks Jūsų telefono numeris?")
    person.writes("8 612 34567", "Kada Jums gerai kalbėti?")
    person.presses("Ryte", "Ar norite dar ką nors parašyti?")
    person.writes("Man sunku kalbėti telefonu", name, "0 612 34567", "Ar siųsti prašymą?")
    person.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą.")
    number = person.number()

    of_person(inbox, product, name).click()
    expect(inbox).to_have_url(f"{product.base_url}/inbox/{number}")
    expect(inbox.get_by_text("Man sunku kalbėti telefonu")).to_be_visible()
    inbox.get_by_role("button", name="Paimti prašymą").click()
    expect(inbox.get_by_role("status")).to_contain_text("Jūs paėmėte prašymą.")
    inbox.get_by_label("Jūsų atsakymas").fill("Laba diena.\nMes Jums paskambinsime rytoj.")
    inbox.get_by_role("button", name="Siųsti atsakymą").click()
    expect(inbox.get_by_role("status")).to_contain_text("Programa įrašė Jūsų atsakymą.")

    if has_scripts:
        person.page.evaluate("window.isSamePage = true")
        person.page.clock.run_for(REPLIES_ARE_LOOKED_FOR_EVERY + 500)
    else:
        person.page.reload()
    person.reads("Jums atsakė savivaldybės darbuotojas.", "Mes Jums paskambinsime rytoj.")
    if has_scripts:
        assert person.page.evaluate("window.isSamePage")


@both_ways
def test_a_double_click_on_send_sends_one_request(
    comes: Comes, inbox: Page, product: Product, *, has_scripts: bool
) -> None:
    name = "Ona Greitienė" if has_scripts else "Ona Lėtienė"
    person = comes(java_script_enabled=has_scripts)
    person.comes_to_sending(name)

    person.button("Siųsti").dblclick()

    person.reads("Savivaldybė gavo Jūsų prašymą.")
    expect(of_person(inbox, product, name)).to_have_count(1)


@both_ways
def test_a_hard_word_is_explained_where_it_stands(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    person.writes("noriu skųstis", "Skundą galite rašyti ir savivaldybei.")
    asked = person.page.locator("#talk").get_attribute("data-last")
    word = person.page.locator(".is-new .term", has_text="Skundą")
    explanation = person.page.locator(".is-new .meaning", has_text="Skundas yra tekstas apie tai, kas negerai.")
    expect(explanation).to_be_hidden()

    word.click()

    expect(explanation).to_be_in_viewport(ratio=1)
    expect(word).to_be_in_viewport()
    expect(explanation.locator("img")).to_be_visible()
    explanation.get_by_text("Uždaryti").click()
    expect(explanation).to_be_hidden()
    expect(word).to_be_in_viewport()
    expect(person.page.locator("#talk")).to_have_attribute("data-last", asked or "")
    person.presses("Kalbėti su žmogumi")


def test_a_hard_word_opens_and_closes_by_keyboard_and_says_so(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    person.writes("noriu skųstis", "Skundą galite rašyti ir savivaldybei.")
    word = person.page.get_by_role("button", name="Skundą", exact=True)
    expect(word).to_have_attribute("aria-expanded", "false")
    explanation = person.page.locator(f"#{word.get_attribute('aria-controls')}")

    person.page.keyboard.press("Tab")
    expect(word).to_be_focused()
    for key in ("Enter", " "):
        person.page.keyboard.press(key)
        expect(explanation).to_be_visible()
        expect(word).to_have_attribute("aria-expanded", "true")
        person.page.keyboard.press(key)
        expect(explanation).to_be_hidden()
        expect(word).to_have_attribute("aria-expanded", "false")
        expect(word).to_be_focused()
    person.page.keyboard.press("Enter")
    explanation.get_by_role("button", name="Uždaryti").press(" ")
    expect(explanation).to_be_hidden()
    expect(word).to_be_focused()


def test_a_question_and_all_its_buttons_are_in_sight_at_once_on_a_phone(comes: Comes) -> None:
    person = comes()
    hidden: list[str] = []

    def looks() -> None:
        # The first page is a loaded one: the browser brings the message up when it has read it all, a moment later.
        with suppress(PageTimeoutError):
            person.page.wait_for_function(f"async () => (await ({OUT_OF_SIGHT})()).length === 0", timeout=LONGEST_WAIT)
        hidden.extend(person.page.evaluate(OUT_OF_SIGHT))

    person.begins()
    looks()
    person.presses("Man", "Ką norite daryti?")
    looks()
    person.presses("Ar man tinka?", "Kurią pagalbą tikriname?")
    looks()
    person.presses("Atvejo vadyba", "Kam reikia pagalbos?")
    looks()
    person.presses("Suaugusiam žmogui", "1 klausimas iš")
    looks()
    while person.page.locator(".is-new progress").count():
        asked = person.page.locator("#talk").get_attribute("data-last")
        person.presses("Nežinau")
        expect(person.page.locator("#talk")).not_to_have_attribute("data-last", asked or "")
        if person.page.locator(".is-new progress").count():
            looks()

    assert hidden == []


def test_where_buttons_are_below_the_edge_an_arrow_says_so_and_leads_there(comes: Comes) -> None:
    person = comes(viewport={"width": 360, "height": 580})
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    expect(person.page.locator("#more")).to_be_hidden()
    person.writes("kas yra atvejo vadyba suaugusiam", "Atvejo vadyba yra pagalba žmogui su negalia.")
    assert person.page.evaluate(OUT_OF_SIGHT) != []

    person.page.locator("#more").click()

    assert person.button("Iš kur žinote?").evaluate(
        "(last) => last.getBoundingClientRect().bottom <= document.getElementById('dock').getBoundingClientRect().top"
    )
    expect(person.page.locator("#more")).to_be_hidden()


@both_ways
def test_back_in_the_browser_and_an_old_button_do_no_harm(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    older = Person(person.page.context.new_page(), person.page.url)
    older.opens()
    older.reads("Ką norite daryti?")
    person.presses("Ar man tinka?", "Kurią pagalbą tikriname?")

    person.page.go_back()
    person.page.goto(person.page.url.split("/pokalbis")[0])
    person.page.get_by_role("link", name="Tęsti pokalbį").click()
    person.reads("Kurią pagalbą tikriname?")

    older.presses("Siųsti prašymą", "Šis mygtukas yra senas.", "Kurią pagalbą tikriname?")
    older.presses("Socialinės dirbtuvės", "1 klausimas iš")


def test_whoever_closes_the_browser_goes_on_where_they_were(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man", "Ką norite daryti?")
    person.presses("Siųsti prašymą", "Kokios pagalbos Jums reikia?")
    person.presses("Atvejo vadyba", "Kur Jūs gyvenate?")
    kept = person.page.context.storage_state()
    ends_with_the_browser = -1
    kept["cookies"] = [cookie for cookie in kept["cookies"] if cookie["expires"] != ends_with_the_browser]
    person.page.context.close()

    again = comes(storage_state=kept)
    again.opens()
    again.page.get_by_role("link", name="Tęsti pokalbį").click()

    again.reads("Kur Jūs gyvenate?")
    again.writes("Kretinga", "Koks Jūsų vardas ir pavardė?")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_on_the_way_or_in_the_inbox(
    comes: Comes, product: Product, inbox: Page, scheme: Any
) -> None:
    name = "Ona Šviesienė" if scheme == "light" else "Ona Tamsienė"
    person = comes(color_scheme=scheme)
    faults: list[str] = []

    def looks(where: str, page: Page = person.page) -> None:
        # At the end of the page nothing lies half under the helpers; axe takes such a thing for too small a target.
        page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        faults.extend(f"{where}: {fault}" for fault in accessibility_faults(page))

    person.comes_to_sending(name)
    looks("summary")
    person.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą.")
    looks("receipt")
    person.writes("kas yra dalyvumo lygis", "Dalyvumo lygis yra skaičius.")
    looks("answer")
    person.writes("noriu skųstis", "Skundą galite rašyti ir savivaldybei.")
    person.page.locator(".is-new .term", has_text="Skundą").click()
    looks("explanation")
    person.presses("Noriu žmogaus", "Ar norite skambučio?")
    looks("human")
    person.writes("nebenoriu gyventi", "Skambinkite 112 dabar.")
    looks("danger")
    inbox.emulate_media(color_scheme=scheme)
    links = of_person(inbox, product, name)
    looks("list", inbox)
    links.click()
    expect(inbox.get_by_role("heading", name="Ko žmogus prašo")).to_be_visible()
    looks("request", inbox)

    assert faults == []
