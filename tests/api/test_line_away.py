"""The line goes away for a moment: what was written or pressed is kept, and counts once when it is back."""

import pytest
from playwright.sync_api import Route, expect

from assistant.conversation.events import ChoicePressed, TextReceived
from tests.api.person import Comes, Person

pytestmark = pytest.mark.browser

WAITING = "Programa išsiųs, kai bus interneto ryšys."


def kept(person: Person) -> object:
    return person.page.evaluate("Object.keys(sessionStorage)")


def test_what_was_written_goes_by_itself_when_the_line_is_back(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.context.set_offline(True)

    person.writes("kas yra dirbtuvės")

    expect(person.page.get_by_role("status")).to_have_text(WAITING)
    expect(person.page.get_by_label("Rašykite čia")).to_have_value("kas yra dirbtuvės")
    person.page.context.set_offline(False)
    person.reads("Aš nesupratau. Atsiprašau.")
    assert person.site.converse.events == [TextReceived("kas yra dirbtuvės")]
    expect(person.page.get_by_label("Rašykite čia")).to_have_value("")
    expect(person.page.get_by_role("status")).to_have_text("")
    assert kept(person) == []


def test_a_button_that_was_pressed_is_marked_and_goes_when_the_line_is_back(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.context.set_offline(True)

    person.presses("Kitam žmogui")
    person.presses("Man")

    expect(person.page.get_by_role("status")).to_have_text(WAITING)
    expect(person.page.locator(".is-kept")).to_have_text("Man")
    person.page.context.set_offline(False)
    person.reads("Ką norite daryti?")
    (pressed,) = person.site.converse.events
    assert isinstance(pressed, ChoicePressed)
    assert pressed.choice.endswith("-self")
    expect(person.page.locator(".is-kept")).to_have_count(0)


@pytest.mark.parametrize("arrives", [True, False], ids=["it had arrived", "it had not arrived"])
def test_what_waits_outlives_a_page_that_is_loaded_anew_and_counts_once(comes: Comes, *, arrives: bool) -> None:
    person = comes()
    person.begins()

    def cut(route: Route) -> None:
        """The line breaks before the answer is here."""
        if arrives:
            route.fetch()
        route.abort()

    person.page.route("**/pokalbis", cut)
    person.writes("kas yra dirbtuvės")
    expect(person.page.get_by_role("status")).to_have_text(WAITING)
    assert len(person.site.converse.events) == int(arrives)
    person.page.unroute("**/pokalbis")

    person.page.reload()

    person.reads("Aš nesupratau. Atsiprašau.")
    expect(person.page.get_by_label("Rašykite čia")).to_have_value("")
    assert person.site.converse.events == [TextReceived("kas yra dirbtuvės")]
    assert kept(person) == []


def test_what_waits_goes_to_no_other_talk(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.route("**/pokalbis", lambda route: route.abort())
    person.presses("Man")
    expect(person.page.get_by_role("status")).to_have_text(WAITING)
    person.page.context.clear_cookies()
    person.page.unroute("**/pokalbis")
    person.begins()

    person.presses("Kitam žmogui")
    person.reads("Aš nesupratau.")

    (pressed,) = person.site.converse.events
    assert isinstance(pressed, ChoicePressed)
    assert pressed.choice.endswith("-other")


def test_words_that_are_not_sent_yet_stay_when_the_page_is_loaded_anew(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.get_by_label("Rašykite čia").press_sequentially("noriu")

    person.page.reload()

    expect(person.page.get_by_label("Rašykite čia")).to_have_value("noriu")
    person.page.get_by_label("Rašykite čia").fill("")
    assert kept(person) == []


def test_what_waits_in_the_tab_cannot_be_read_there(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.route("**/pokalbis", lambda route: route.abort())
    person.page.get_by_label("Rašykite čia").press_sequentially("mano ligos istorija")
    person.presses("Man")
    expect(person.page.get_by_role("status")).to_have_text(WAITING)

    person.page.wait_for_function("sessionStorage.length === 2")
    # AES-GCM, in hexadecimal: neither the words nor which button was pressed.
    assert person.page.evaluate("Object.values(sessionStorage).every((kept) => /^[0-9a-f]{60,}$/.test(kept))")
    # The key is stored nowhere.
    assert person.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_whoever_waits_for_an_answer_is_told_that_it_comes(comes: Comes) -> None:
    person = comes()
    person.page.clock.install()
    person.begins()
    held: list[Route] = []
    person.page.route("**/pokalbis", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no built-in function

    person.presses("Man")
    person.page.wait_for_function("document.getElementById('talk').ariaBusy === 'true'")
    expect(person.page.get_by_role("status")).to_have_text("")
    person.page.clock.run_for(1_001)

    expect(person.page.get_by_role("status")).to_have_text("Programa rašo atsakymą.")
    held[0].continue_()
    person.reads("Ką norite daryti?")
    expect(person.page.get_by_role("status")).to_have_text("")
