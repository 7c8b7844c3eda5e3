"""From words that nobody understood to an example that editors accepted; nothing tells who wrote them."""

import shutil
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant, assembled
from assistant.commands.missed import accept, drop, missed_lines
from assistant.conversation.events import TextReceived
from assistant.conversation.state import Channel
from assistant.conversation.turn import Miss, MissedWords
from assistant.errors import ContentError
from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from assistant.library.teaching import load_expectations
from assistant.settings import Settings
from assistant.usecases.teaching_desk import without_gaps
from tests.conftest import CONTENT

MARKERS = ("Zvirblauskas", "zvirblausk", "38703181745", "867654321", "Dumbliunai", "kvetiapin")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(CONTENT, tmp_path / "content")
    return Settings(_env_file=None, data_dir=tmp_path / "var", content_dir=tmp_path / "content")


@pytest.fixture
async def assistant(settings: Settings, library: Library) -> AsyncIterator[Assistant]:
    async with assembled(settings, library=library) as assistant:
        yield assistant


async def says(assistant: Assistant, *texts: str) -> None:
    for number, text in enumerate(texts):
        await assistant.converse.hear_in_chat(Channel.TERMINAL, f"chat-{number}", TextReceived(text), "")


async def kept(assistant: Assistant) -> list[str]:
    async with assistant.units() as work:
        return sorted(one.words.text for one in await work.missed.newest(100))


async def test_what_was_not_understood_is_kept_without_the_person(assistant: Assistant) -> None:
    await says(
        assistant,
        "aš Petras Zvirblauskas noriu dviračio ratų",
        "mano kodas 38703181745 tel 867654321 dviračio ratai",
        "gyvenu Dumbliunai, gerti kvetiapiną ir dviračio ratai",
    )
    texts = await kept(assistant)

    assert texts
    assert not [marker for marker in MARKERS for text in texts if marker.lower() in text.lower()]
    async with assistant.units() as work:
        for one in await work.missed.newest(100):
            assert set(one.id) <= set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
            assert not one.id.startswith("chat")


async def test_danger_notes_and_what_is_understood_are_not_kept(assistant: Assistant) -> None:
    await says(assistant, "noriu nusižudyti", "kas yra atvejo vadyba", "Where can I get help?", "labas")
    assert await kept(assistant) == []


async def test_an_operator_may_forbid_to_keep(tmp_path: Path, library: Library) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var", learn_from_misses=False)
    async with assembled(settings, library=library) as assistant:
        await says(assistant, "noriu dviračio ratų", "kur dviračio ratai")
        assert await kept(assistant) == []


async def given(assistant: Assistant, *texts: str, day: date | None = None) -> None:
    async with assistant.units() as work:
        for number, text in enumerate(texts):
            words = MissedWords(text, Miss.ASKED_BACK, "", ("cost",))
            await work.missed.add(f"id{number}{len(text):03}", words, day or assistant.clock.today())
        await work.commit()


async def test_the_commonest_wish_comes_first_and_is_taught(
    assistant: Assistant, settings: Settings, library: Library
) -> None:
    await given(assistant, "ar atveža maistą", "kiek kašt … pinigai", "kiek kašt pinigai", "kiek kašt pinigai")

    lines = await missed_lines(settings, library)
    assert "3 times" in lines[0]
    assert lines[1].strip() == "kiek kašt pinigai"
    wish = lines[0].split()[0]
    assert await accept(settings, wish, "cost", "", "", library) == "kiek kašt pinigai"

    assert "kiek kašt pinigai" in {phrase.text for phrase in load_phrases(settings.content_dir / "lt" / "phrases")}
    [taught] = load_expectations(settings.content_dir / "lt" / "regression" / "understanding.yaml")
    assert (taught.text, taught.topic) == ("kiek kašt pinigai", "cost")
    assert await kept(assistant) == ["ar atveža maistą"]


async def test_a_wish_that_is_of_no_use_is_dropped(assistant: Assistant, settings: Settings, library: Library) -> None:
    await given(assistant, "bla bla")
    with pytest.raises(ContentError, match="No wish"):
        await drop(settings, "nothing", library)
    assert await drop(settings, "id0", library) == 1
    assert await missed_lines(settings, library) == ["Nothing waits: everything was understood."]


async def test_what_nobody_looked_at_is_forgotten_after_90_days(assistant: Assistant) -> None:
    today = assistant.clock.today()
    await given(assistant, "senas", day=date.fromordinal(today.toordinal() - 91))
    await given(assistant, "dar tinka", day=date.fromordinal(today.toordinal() - 90))

    assert await assistant.missed.forget_old() == 1
    assert await kept(assistant) == ["dar tinka"]


def test_gaps_are_no_example() -> None:
    assert without_gaps("aš … noriu …, dviračio") == "aš noriu dviračio"
