"""Editors see what the person sees, and what the checker says of the files as they are now."""

from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import TextReceived
from assistant.conversation.turn import Tally, Understood
from assistant.library.report.facts import Light
from assistant.usecases.editors_desk import EditorsDesk, Reading
from tests.usecases.person import Person

TOPIC = "what-is"
SERVICE = "case-management"


@pytest.fixture
def desk(assistant: Assistant, copy: Path) -> EditorsDesk:
    return EditorsDesk(units=assistant.units, clock=assistant.clock, library=assistant.library, content=copy)


async def test_the_preview_is_what_the_chat_says(assistant: Assistant, desk: EditorsDesk) -> None:
    person = Person(assistant)
    await person.opens()
    (*_, said) = await assistant.converse.hear(person.conversation, TextReceived("kas yra atvejo vadyba suaugusiam"))
    answer = assistant.library.topics[TOPIC, SERVICE]
    assert said.sentences[-len(answer.sentences) :] == answer.sentences

    shown = desk.preview(TOPIC, SERVICE, Reading.USUAL)

    assert (shown.sentences, shown.picture) == (answer.sentences, said.picture)
    assert [(one.label, one.role) for one in shown.choices] == [(one.label, one.role) for one in said.choices]
    assert shown.terms


async def test_each_way_of_reading_that_is_written_can_be_seen(assistant: Assistant, desk: EditorsDesk) -> None:
    answer = assistant.library.topics[TOPIC, SERVICE]

    assert desk.readings(TOPIC, SERVICE) == (Reading.USUAL, Reading.SIMPLER, Reading.FOR_OTHER)
    assert desk.preview(TOPIC, SERVICE, Reading.SIMPLER).sentences == answer.simple
    assert desk.preview(TOPIC, SERVICE, Reading.FOR_OTHER).sentences == answer.for_other
    assert desk.readings(TOPIC, "nothing") == ()


async def test_a_fault_in_a_file_is_seen_as_soon_as_it_is_there(desk: EditorsDesk, copy: Path) -> None:
    before = (await desk.texts()).card(TOPIC, SERVICE)
    assert before is not None
    assert (before.light, desk.is_newer_than_shown(before)) == (Light.GREEN, False)

    path = copy / "lt" / "topics" / "case-management.yaml"
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("Jums padeda vienas žmogus.", "Pagalba yra teikiama žmogui."), encoding="utf-8")
    after = (await desk.texts()).card(TOPIC, SERVICE)

    assert after is not None
    assert (after.light, desk.is_newer_than_shown(after)) == (Light.RED, True)


async def test_how_a_text_is_understood_stands_beside_it(assistant: Assistant, desk: EditorsDesk) -> None:
    mark = assistant.library.topics[TOPIC, SERVICE].fingerprint
    async with assistant.units() as work:
        for outcome in (Understood.RIGHT, Understood.RIGHT, Understood.WRONG):
            await work.tallies.add(Tally(TOPIC, SERVICE, mark, outcome))
        await work.commit()

    understood = (await desk.texts()).understood[TOPIC, SERVICE]

    assert (understood.right, understood.wrong, understood.dont_know) == (2, 1, 0)


async def test_any_text_can_be_checked_at_any_level(desk: EditorsDesk) -> None:
    hard = await desk.check("Socialinės paslaugos yra teikiamos.", 2)
    easy = await desk.check("Jums padeda vienas žmogus.", 2)

    assert "G04" in {finding.rule for finding in hard.errors}
    assert easy.findings == ()
    with pytest.raises(ValueError, match="level"):
        await desk.check("Labas.", 4)
