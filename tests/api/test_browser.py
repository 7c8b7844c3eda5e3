"""The web chat in a real Chromium: with scripts and without, by keyboard, on a phone, in every theme."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.api.person import DESK, PHONE, Comes, Person
from tests.browser import accessibility_faults

pytestmark = pytest.mark.browser

SMALL_TARGETS = """() => Array.from(document.querySelectorAll("a, button, input:not([type=hidden])"))
    .filter((part) => !part.matches(".skip"))
    .map((part) => [part.textContent.trim(), part.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 0 && (box.width < 44 || box.height < 44))
    .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)"""

IS_FOCUS_HIDDEN = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !(above && (document.activeElement.contains(above) || above.contains(document.activeElement)));
}"""

WIDER_TEXT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts on", "scripts off"])
def test_the_whole_talk_works(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)

    person.goes_through()

    assert len(person.site.converse.events) == 5
    expect(person.page.get_by_role("log", name="Pokalbis").get_by_role("article")).to_have_count(11)
    expect(person.page.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")


def test_scripts_answer_without_loading_the_page_anew(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.evaluate("window.isSamePage = true")

    person.presses("Man")
    person.reads("Ką norite daryti?")

    assert person.page.evaluate("window.isSamePage")
    expect(person.page.locator(".is-new")).to_have_count(1)


def test_the_newest_message_has_the_focus_after_the_person_acted(comes: Comes) -> None:
    person = comes()
    person.begins()

    person.presses("Man")
    person.reads("Ką norite daryti?")

    expect(person.page.locator("#naujausia")).to_be_focused()
    expect(person.page.locator("#naujausia")).to_contain_text("Ką norite daryti?")


def test_two_quick_taps_are_one_event(comes: Comes) -> None:
    person = comes()
    person.begins()

    person.page.get_by_role("button", name="Man", exact=True).dblclick()
    person.reads("Ką norite daryti?")

    assert len(person.site.converse.events) == 1


def test_a_reply_of_staff_comes_by_itself_and_leaves_what_is_being_written(comes: Comes) -> None:
    person = comes()
    person.page.clock.install()
    person.begins()
    person.page.get_by_label("Rašykite čia").fill("dar rašau")
    person.site.converse.reply("talk1")

    person.page.clock.run_for(10_500)

    person.reads("Laba diena. Paskambinsiu rytoj.")
    expect(person.page.get_by_label("Rašykite čia")).to_have_value("dar rašau")
    expect(person.page.get_by_label("Rašykite čia")).to_be_focused()
    person.presses("Ar man tinka?")
    person.reads("Koks ten skaičius?")


def test_what_breaks_is_told_on_a_page_of_its_own(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.site.converse.breaks = RuntimeError("broken on purpose")

    person.presses("Man")

    expect(person.page.get_by_text("Tai programos klaida, ne Jūsų.")).to_be_visible()
    person.site.converse.breaks = None
    person.page.get_by_role("link", name="Grįžti į pokalbį").click()
    person.reads("Kam reikia pagalbos?")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_button_in_an_older_tab_is_answered(comes: Comes, *, has_scripts: bool) -> None:
    person = comes(java_script_enabled=has_scripts)
    person.begins()
    newer = Person(person.page.context.new_page(), person.site)
    newer.opens("/pokalbis")
    newer.presses("Man")
    newer.reads("Ką norite daryti?")

    person.presses("Kitam žmogui")

    person.reads("Aš nesupratau.")
    assert len(person.site.converse.events) == 2


def test_back_in_the_browser_shows_where_the_talk_really_stands(comes: Comes) -> None:
    person = comes(java_script_enabled=False)
    person.begins()
    person.presses("Man")
    person.reads("Ką norite daryti?")

    person.page.go_back()

    person.reads("Ką norite daryti?")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")


def test_everything_can_be_done_by_keyboard_and_the_focus_is_never_hidden(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.opens("/pokalbis")
    person.page.keyboard.press("Tab")
    expect(person.page.get_by_role("link", name="Pereiti prie klausimo")).to_be_focused()
    person.page.keyboard.press("Enter")
    names = []
    for _ in range(12):
        person.page.keyboard.press("Tab")
        names.append(person.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
        assert not person.page.evaluate(IS_FOCUS_HIDDEN), names[-1]

    assert names == [
        "Klausyti",
        "Man",
        "Kitam žmogui",
        "text",
        "Rašyti",
        "Jūsų duomenys",
        "Tęsti kitame telefone",
        "Nežinau",
        "Atgal",
        "Pakartoti",
        "Noriu žmogaus",
        "Meniu",
    ]
    person.page.get_by_role("button", name="Man", exact=True).focus()
    person.page.keyboard.press("Enter")
    person.reads("Ką norite daryti?")


def test_an_attack_in_the_persons_words_is_only_shown(comes: Comes) -> None:
    person = comes()
    person.begins()

    person.writes("<img src=x onerror=\"document.title='broken'\"><b>žmogus</b>")
    person.reads("Aš nesupratau.")

    expect(person.page.locator(".said").last).to_contain_text("<b>žmogus</b>")
    assert person.page.title() == "Pokalbis – Aiškiai"
    assert person.page.locator(".said img, .said b").count() == 0


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param({"viewport": PHONE}, id="phone"),
        pytest.param({"viewport": DESK}, id="desk"),
        pytest.param({"viewport": PHONE, "color_scheme": "dark"}, id="dark"),
        pytest.param({"viewport": PHONE, "contrast": "more"}, id="more contrast"),
        pytest.param({"viewport": PHONE, "contrast": "more", "color_scheme": "dark"}, id="more contrast, dark"),
        pytest.param({"viewport": PHONE, "forced_colors": "active"}, id="forced colours"),
    ],
)
def test_axe_finds_no_fault(comes: Comes, looks: dict[str, Any]) -> None:
    person = comes(**looks)
    faults: list[str] = []

    def looks_for_faults() -> None:
        # At the end of the page nothing lies half under the helpers, which the rule of sizes would call too small.
        person.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        faults.extend(accessibility_faults(person.page))

    for path in ("/", "/apie", "/nera"):
        person.opens(path)
        faults += [f"{path} {fault}" for fault in accessibility_faults(person.page)]
    person.begins()
    looks_for_faults()
    person.presses("Man")
    person.reads("Ką norite daryti?")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")
    looks_for_faults()
    person.writes("aš nebenoriu gyventi")
    person.reads("Jūsų gyvybė svarbi.")
    looks_for_faults()

    assert faults == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_out_of_the_page_and_every_target_is_large(comes: Comes, width: int) -> None:
    person = comes(viewport={"width": width, "height": 740})
    person.goes_through()
    person.writes("a" * 300)
    person.reads("Aš nesupratau.")
    wide, small = [], []
    for path in ("/pokalbis", "/", "/apie", "/nera"):
        person.opens(path)
        if person.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
        small += person.page.evaluate(SMALL_TARGETS)

    assert (wide, small) == ([], [])


def test_phone_numbers_in_danger_are_large_targets(comes: Comes) -> None:
    person = comes()
    person.goes_through()

    assert person.page.evaluate(SMALL_TARGETS.replace("a, button", ".is-new a, button")) == []


def test_wider_text_spacing_loses_nothing(comes: Comes) -> None:
    person = comes(bypass_csp=True)
    person.goes_through()
    person.page.add_style_tag(content=WIDER_TEXT)

    assert person.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = person.page.evaluate(
        """() => Array.from(document.querySelectorAll("button, p:not(.unseen)"))
            .filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent.trim())"""
    )
    assert cut == []


def test_letters_are_large_and_of_one_typeface(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.page.evaluate("document.fonts.ready")

    looks = person.page.evaluate(
        """() => Array.from(document.querySelectorAll(".is-new p, .button, input[type=text], label"))
            .map((part) => getComputedStyle(part))
            .map((look) => [parseFloat(look.fontSize), parseFloat(look.lineHeight) / parseFloat(look.fontSize),
                look.fontFamily.split(",")[0], look.textAlign])"""
    )
    assert min(size for size, *_ in looks) >= 18.7
    assert {family for _, _, family, _ in looks} == {'"Atkinson Hyperlegible Next"'}
    assert "justify" not in {align for *_, align in looks}
    assert person.page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight)") >= 30
    assert person.page.evaluate("document.fonts.check('20px \"Atkinson Hyperlegible Next\"', 'ąčęėįšųūž„“–')")
    loaded = person.page.evaluate("Array.from(document.fonts).filter((font) => font.status === 'loaded').length")
    assert loaded == 4


def test_an_arrow_leads_to_the_last_answer_also_where_tools_stand_before_it(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man")
    person.presses("Sužinoti apie pagalbą")
    person.reads("Žmonės ten gamina daiktus.")
    answer = person.page.locator("#answers .answer").last
    # The tool is seen, and the answer lies under the helpers.
    person.page.evaluate(
        """() => {
            document.getElementById("log").style.marginTop = "1000px";
            const tool = document.querySelector("#answers .tool").getBoundingClientRect();
            window.scrollBy(0, tool.bottom - document.getElementById("dock").getBoundingClientRect().top);
        }"""
    )
    expect(person.page.locator("#more")).to_be_visible()

    person.page.locator("#more").click()

    expect(person.page.locator("#more")).to_be_hidden()
    lowest = "(part) => part.getBoundingClientRect().bottom"
    dock = person.page.locator("#dock").evaluate("(part) => part.getBoundingClientRect().top")
    assert answer.evaluate(lowest) <= dock


def test_sentences_stand_equally_far_apart_also_after_one_with_a_hard_word(comes: Comes) -> None:
    person = comes()
    person.begins()
    person.presses("Man")
    person.presses("Ar man tinka?")
    person.reads("2 klausimas iš 6")

    gaps = person.page.evaluate(
        """() => {
            const [first, second] = document.querySelectorAll(".is-new .words > p:not(.unseen)");
            const third = first.cloneNode(true);
            document.querySelector(".is-new .words > .meaning").after(third);
            return [[first, second], [second, third]].map(([above, below]) =>
                below.getBoundingClientRect().top - above.getBoundingClientRect().bottom);
        }"""
    )
    assert gaps[0] > 0
    assert gaps[0] == pytest.approx(gaps[1])


def test_nothing_moves(comes: Comes) -> None:
    person = comes()
    person.goes_through()

    assert person.page.evaluate("document.getAnimations().length") == 0
