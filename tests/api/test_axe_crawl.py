"""The crawler with axe finds the states that buttons lead to, and is red where a page is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.api.axe_crawl.crawl import look_at_states
from tests.api.axe_crawl.dialogue import Dialogue, state_of
from tests.api.axe_crawl.looking import USUAL, Findings, Screens
from tests.api.person import Site

STATES = 2


@pytest.fixture
def dialogue(site: Site) -> Iterator[Dialogue]:
    with Dialogue(site.address) as dialogue:
        yield dialogue


@pytest.fixture
def findings() -> Findings:
    return Findings()


@pytest.fixture
def screens(browser: Browser, site: Site, findings: Findings) -> Iterator[Screens]:
    screens = Screens(browser, site.address, findings)
    yield screens
    screens.close()


def a_message(*sentences: str, labels: tuple[str, ...] = ("Meniu",)) -> dict[str, object]:
    parts: dict[str, object] = dict.fromkeys(("terms", "progress", "document", "asked", "marks"))
    choices = [{"id": f"7-{label}", "label": label, "role": "helper"} for label in labels]
    return parts | {"kind": "answer", "sentences": [{"text": text} for text in sentences], "choices": choices}


@pytest.mark.browser
def test_every_state_is_entered_by_its_button_and_looked_at(
    site: Site, dialogue: Dialogue, screens: Screens, findings: Findings
) -> None:
    with Dialogue(site.address, network=2) as presses:
        found = look_at_states(dialogue, presses, screens, findings, STATES)

    assert found == STATES
    # One of them in another way of showing too.
    assert findings.looked_at == STATES + 1
    assert findings.faults == {}
    assert len(findings.rules_passed) > 30


@pytest.mark.browser
def test_what_is_wrong_with_a_page_is_found(dialogue: Dialogue, screens: Screens, findings: Findings) -> None:
    page = screens.goes_into(dialogue.talk("Man"), USUAL)
    page.evaluate("document.querySelector('#write label').remove()")
    page.evaluate("document.querySelector('#log').style.width = '3000px'")

    findings.look(page, "here")

    assert {what.split(":")[0] for what in findings.faults} >= {"label", "the page runs out of the window sideways"}
    assert {where for places in findings.faults.values() for where in places} == {"here"}


def test_states_differ_by_what_is_asked_and_by_buttons_but_not_by_numbers() -> None:
    one, another = (state_of((), [a_message(f"Numeris yra 10 00 00 0{digit}.")]) for digit in (1, 2))
    asked, more = state_of((), [a_message("Kas?")]), state_of((), [a_message("Kas?", labels=("Meniu", "Atgal"))])

    assert one.mark == another.mark
    assert len({one.mark, asked.mark, more.mark}) == 3
    assert one.is_read
    assert [step.told for step in more.steps] == ["Meniu", "Atgal"]
