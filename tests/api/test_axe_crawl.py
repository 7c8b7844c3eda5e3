"""The crawler with axe finds the states that buttons lead to, and is red where a page is wrong."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest
from playwright.sync_api import Browser

from assistant.conversation.messages import Choice, Kind, Message, Role
from assistant.library.library import Library
from tests.api.axe_crawl.crawl import look_at_states
from tests.api.axe_crawl.looking import USUAL, Findings, Screens
from tests.api.axe_crawl.shapes import shape_of
from tests.api.axe_crawl.states import Reached, States, lines_of
from tests.api.axe_crawl.talks import Talks, talking
from tests.api.axe_crawl.undecided import SAME_NAME, Undecided, decision

STATES = 2


@pytest.fixture
def findings() -> Findings:
    return Findings()


@pytest.fixture(scope="module")
def served(library: Library) -> Iterator[tuple[Talks, str]]:
    with talking(library) as served:
        yield served


@pytest.fixture
def screens(browser: Browser, served: tuple[Talks, str], findings: Findings) -> Iterator[Screens]:
    screens = Screens(browser, served[1], findings)
    yield screens
    screens.close()


@pytest.fixture(scope="module")
def reached(library: Library) -> list[Reached]:
    """The first states whose way has a step."""
    return list(islice((state for state in States(library).of_new_shape() if state.way), STATES))


@pytest.mark.browser
def test_every_state_is_entered_by_its_button_and_looked_at(
    served: tuple[Talks, str], reached: list[Reached], screens: Screens, findings: Findings
) -> None:
    found = look_at_states(reached, served[0], screens, findings)

    assert found == STATES
    # Each in another way of showing too.
    assert findings.looked_at == STATES * 2
    assert findings.faults == {}
    assert len(findings.rules_passed) > 30


@pytest.mark.browser
def test_what_is_wrong_with_a_page_is_found(
    served: tuple[Talks, str], reached: list[Reached], screens: Screens, findings: Findings
) -> None:
    page = screens.goes_into(served[0].opened_at(reached[0]), USUAL)
    page.evaluate("document.querySelector('#write label').remove()")
    page.evaluate("document.querySelector('#log').style.width = '3000px'")

    findings.look(page, "here")

    assert {what.split(":")[0] for what in findings.faults} >= {"label", "the page runs out of the window sideways"}
    assert {where for places in findings.faults.values() for where in places} == {"here"}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("over", "letters", "wrong"),
    [
        ("", "#000", ""),
        ("", "#888", "a contrast of 3.54, 7 is wanted"),
        ("background: #fff", "#000", "something lies over its letters"),
        ("background: #fff; pointer-events: none", "#000", "something lies over its letters"),
        ("z-index: -1", "#000; pointer-events: none", ""),
    ],
)
def test_letters_under_something_are_decided_by_their_colours(
    browser: Browser, over: str, letters: str, wrong: str
) -> None:
    page = browser.new_page()
    page.set_content(
        f"<body style='background: #fff'><p style='color: {letters}; position: relative; width: 9em'>Labas</p>"
        f"<b style='position: absolute; inset: 0; {over}'></b>"
    )
    assert decision(page, Undecided("color-contrast-enhanced", "bgOverlap", "p", ""))[1] == wrong
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("another", "is_explained"), [("#reiksme-a", True), ("/kitur", False)])
def test_links_of_one_name_may_explain_a_word_and_lead_to_one_page(
    browser: Browser, another: str, *, is_explained: bool
) -> None:
    page = browser.new_page()
    page.set_content(f"<a id='one' href='/lygis'>Lygis</a> <a href='{another}'><span>lygis</span></a>")
    assert bool(decision(page, Undecided(SAME_NAME, "", "#one", ""))[0]) is is_explained
    page.close()


def test_states_are_of_one_shape_where_only_their_words_differ() -> None:
    message = Message(Kind.ANSWER, ("Labas.",), choices=(Choice("menu", "Meniu", Role.HELPER),))

    def shape(told: Message) -> object:
        return shape_of(lines_of((told,)), {})

    assert shape(message) == shape(replace(message, sentences=("Laba diena.", "Man viskas gerai.")))
    others = [
        replace(message, kind=Kind.NOTICE),
        replace(message, sentences=("Skambinkite 112.",)),
        replace(message, sentences=("Labas.", "Kas?")),
        replace(message, choices=(*message.choices, Choice("back", "Atgal", Role.HELPER))),
        replace(message, choices=(Choice("menu", "Nebeprisikiškiakopūsteliaujantis", Role.HELPER),)),
    ]
    assert len({shape(message), *map(shape, others)}) == 6
