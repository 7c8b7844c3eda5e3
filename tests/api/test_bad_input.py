"""Whatever somebody does in the web chat has a kind answer, does nothing twice and loses nothing of theirs."""

import pytest
from playwright.sync_api import expect

from api.chat.schemas import LONGEST_TEXT
from assistant.conversation.events import TextReceived
from tests.api.person import Comes, Person

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts on", "scripts off"])

TOO_LONG = "Jūsų tekstas yra per ilgas."
NO_FILES = "Aš nematau nuotraukų. Parašykite žodžiais."

BRING_A_PICTURE = """(way) => {
    const bag = new DataTransfer();
    bag.items.add(new File([new Uint8Array([137, 80, 78, 71])], "nuotrauka.png", { type: "image/png" }));
    const options = { bubbles: true, cancelable: true };
    const event = way === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: bag })
        : new DragEvent(way, { ...options, dataTransfer: bag });
    document.getElementById("text").dispatchEvent(event);
    return event.defaultPrevented;
}"""


def field(person: Person) -> object:
    return person.page.get_by_label("Rašykite čia").input_value()


@both_ways
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("asdf ;;;; 77 ąąąą", id="rubbish"),
        pytest.param("🙂👩‍👧❤️", id="emoji"),
        pytest.param("{{ 7 * 7 }} %s ${x} ' OR 1=1 --", id="code"),
        pytest.param("<script>document.title='broken'</script><b>žmogus</b>", id="markup"),
        pytest.param("a\u202eb\u200bc", id="signs that nobody sees"),
        pytest.param("a" * LONGEST_TEXT, id="as long as may be"),
    ],
)
def test_any_words_are_shown_as_they_are_and_answered(comes: Comes, words: str, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()

    person.writes(words)

    person.reads("Aš nesupratau. Atsiprašau.")
    assert person.site.converse.events == [TextReceived(words)]
    expect(person.page.locator(".said p:not(.unseen)").last).to_have_text(words)
    assert person.page.locator(".said").last.locator("script, b").count() == 0
    assert person.page.title() == "Pokalbis – Aiškiai"
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(person.page.get_by_role("button", name="Noriu žmogaus")).to_be_visible()


def test_what_is_too_long_is_said_so_and_stays_to_be_made_shorter(comes: Comes) -> None:
    person = comes()
    person.begins()

    person.writes("žodis " * 1_700)

    expect(person.page.get_by_role("status")).to_contain_text(TOO_LONG)
    expect(person.page.get_by_label("Rašykite čia")).to_be_focused()
    assert field(person) == "žodis " * 1_700
    assert person.site.converse.events == []
    person.page.get_by_label("Rašykite čia").fill("žodis")
    expect(person.page.get_by_role("status")).to_have_text("")
    person.presses("Rašyti")
    person.reads("Aš nesupratau. Atsiprašau.")


def test_without_scripts_what_is_too_long_leads_to_a_kind_page_and_back(comes: Comes) -> None:
    person = comes(java_script_enabled=False)
    person.begins()
    person.page.locator("#text").evaluate("(field) => field.removeAttribute('maxlength')")

    person.writes("žodis " * 1_700)

    expect(person.page.get_by_role("heading", name=TOO_LONG)).to_be_visible()
    person.page.get_by_role("link", name="Grįžti į pokalbį").click()
    person.reads("Kam reikia pagalbos?")
    assert person.site.converse.events == []


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_a_picture_that_is_brought_along_is_answered_and_takes_nothing_away(comes: Comes, way: str) -> None:
    person = comes()
    person.begins()
    person.page.get_by_label("Rašykite čia").fill("štai")

    if way == "drop":
        assert person.page.evaluate(BRING_A_PICTURE, "dragover"), "the browser would open the file instead of the page"
    assert person.page.evaluate(BRING_A_PICTURE, way)

    expect(person.page.get_by_role("status")).to_have_text(NO_FILES)
    assert field(person) == "štai"
    person.presses("Rašyti")
    person.reads("Aš nesupratau. Atsiprašau.")
    expect(person.page.get_by_role("status")).to_have_text("")


@both_ways
def test_nothing_written_sends_nothing(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()

    for nothing in ("", "   "):
        person.page.get_by_label("Rašykite čia").fill(nothing)
        person.presses("Rašyti")
        person.reads("Kam reikia pagalbos?")

    assert person.site.converse.events == []


@both_ways
def test_two_quick_enters_are_one_message(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()
    person.page.get_by_label("Rašykite čia").fill("kas yra dirbtuvės")

    person.page.get_by_role("button", name="Rašyti").dblclick()

    person.reads("Aš nesupratau. Atsiprašau.")
    assert person.site.converse.events == [TextReceived("kas yra dirbtuvės")]


def test_two_tabs_are_one_talk_and_each_catches_up(comes: Comes) -> None:
    person = comes()
    person.begins()
    other = Person(person.page.context.new_page(), person.site)
    other.opens("/pokalbis")
    other.reads("Kam reikia pagalbos?")

    person.writes("viens")
    person.reads("Aš nesupratau. Atsiprašau.")
    other.writes("du")
    other.reads("Aš nesupratau. Atsiprašau.")

    expect(other.page.locator(".said p:not(.unseen)")).to_have_text(["viens", "du"])
    expect(other.page.locator(".is-new")).to_have_count(1)
    # What is written in one tab and not sent yet is not taken into the other.
    assert field(other) == ""


def test_back_in_the_browser_shows_where_the_talk_stands_with_scripts_too(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man")
    person.reads("Ką norite daryti?")
    person.opens("/apie")

    person.page.go_back()

    person.reads("Ką norite daryti?")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")
    assert len(person.site.converse.events) == 2


@both_ways
def test_a_talk_that_is_gone_leads_to_a_new_beginning(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()
    person.site.converse.tokens.clear()

    person.presses("Man")

    expect(person.page.get_by_role("button", name="Pradėti")).to_be_visible()
    person.begins()
