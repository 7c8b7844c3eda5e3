"""A wish becomes an example at once, or waits where the content files cannot be written."""

from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.commands.missed import learn
from assistant.conversation.turn import Miss, MissedWords
from assistant.errors import ContentError
from assistant.library.phrases import load_phrases
from assistant.library.teaching import Expectation, as_expectations, load_expectations
from assistant.usecases.missed_desk import Wish
from assistant.usecases.ports import StaffMember
from assistant.usecases.teaching_desk import Learned, TeachingDesk


def a_desk(assistant: Assistant, content: Path, *, may_write: bool) -> TeachingDesk:
    return TeachingDesk(
        units=assistant.units,
        clock=assistant.clock,
        secrets=assistant.secrets,
        content=content,
        missed=assistant.missed,
        may_write=lambda _: may_write,
    )


async def a_wish(assistant: Assistant, text: str = "kiek kašt … pinigai") -> Wish:
    async with assistant.units() as work:
        words = MissedWords(text, Miss.ASKED_BACK, "", ("cost",))
        await work.missed.add("wish-1", words, assistant.clock.today())
        await work.commit()
    wish = await assistant.missed.wish("wish-1")
    assert wish is not None
    return wish


def expectations(content: Path) -> list[tuple[str, str, str]]:
    found = load_expectations(content / "lt" / "regression" / "understanding.yaml")
    return [(one.text, one.topic, one.service) for one in found]


async def test_where_content_can_be_written_the_words_are_in_it_at_once(
    assistant: Assistant, ona: StaffMember, copy: Path
) -> None:
    desk = a_desk(assistant, copy, may_write=True)

    learned = await desk.accept(ona, await a_wish(assistant), "cost", "", "")

    assert learned == (Learned.WRITTEN, "kiek kašt pinigai")
    assert "kiek kašt pinigai" in {phrase.text for phrase in load_phrases(copy / "lt" / "phrases")}
    assert expectations(copy) == [("kiek kašt pinigai", "cost", "")]
    assert await assistant.missed.wishes() == ()
    assert await desk.waiting() == ()


async def test_where_it_cannot_the_words_wait_are_taken_along_and_learned_elsewhere(
    assistant: Assistant, ona: StaffMember, copy: Path, tmp_path: Path
) -> None:
    # Given a server whose content cannot be written
    desk = a_desk(assistant, copy, may_write=False)
    learned, _ = await desk.accept(ona, await a_wish(assistant), "cost", "case-management", "kiek, ar brangu: 5 eurų?")
    assert learned is Learned.WAITS
    assert expectations(copy) == []
    assert await assistant.missed.wishes() == ()

    # When an editor takes the file along and has it learned where content is kept
    taken_along = tmp_path / "taught.yaml"
    waiting = await desk.give_out(ona)
    told = as_expectations(Expectation(text=one.text, topic=one.topic, service=one.service) for one in waiting)
    taken_along.write_text(told, encoding="utf-8")
    assert learn(copy, taken_along) == 1
    assert learn(copy, taken_along) == 0

    # Then it is as if it had been accepted there
    assert expectations(copy) == [("kiek, ar brangu: 5 eurų?", "cost", "case-management")]
    assert await desk.taken(ona, [one.id for one in waiting]) == 1
    assert await desk.waiting() == ()


@pytest.mark.parametrize("may_write", [True, False])
@pytest.mark.parametrize(
    ("topic", "service", "words"),
    [("nothing", "", ""), ("cost", "nothing", ""), ("cost", "", "Kiek kainuoja?"), ("cost", "", " ")],
)
async def test_what_cannot_be_learned_is_refused_and_stays(
    assistant: Assistant, ona: StaffMember, copy: Path, topic: str, service: str, words: str, *, may_write: bool
) -> None:
    desk = a_desk(assistant, copy, may_write=may_write)
    wish = await a_wish(assistant, "… …")

    with pytest.raises(ContentError):
        await desk.accept(ona, wish, topic, service, words)

    assert len(await assistant.missed.wishes()) == 1
    assert expectations(copy) == []
    assert await desk.waiting() == ()


async def test_a_wish_of_no_use_is_dropped_and_that_is_in_the_log(assistant: Assistant, ona: StaffMember) -> None:
    assert await assistant.teaching.drop(ona, await a_wish(assistant)) == 1

    async with assistant.units() as work:
        (*_, line) = await work.audit.lines(0, 100)
    assert (line.did, line.email) == ("taught", ona.email)
    assert "kašt" not in str(line)
