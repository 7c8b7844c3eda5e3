"""The terminal goes on where one was, and shows what staff answered in the meantime."""

from io import StringIO
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets, talk_until_over
from assistant.library.library import Library
from assistant.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "var")


async def talk(settings: Settings, *lines: str, person: str = "ona", seed: int | None = None) -> str:
    """What the terminal shows while these lines are typed."""
    shown = StringIO()
    await talk_until_over(settings, person, seed, StringIO("".join(f"{line}\n" for line in lines)), shown)
    return shown.getvalue()


async def test_it_greets_shows_numbered_buttons_and_takes_their_numbers(settings: Settings) -> None:
    shown = await talk(settings, "1", "/quit", "never read")

    assert "Aš esu programa, o ne žmogus." in shown
    assert "[1] Man" in shown
    assert "Ką norite daryti?" in shown
    assert shown.endswith("> ")


async def test_another_day_it_goes_on_where_it_was(settings: Settings) -> None:
    # Given somebody who has gone away in the middle of a request
    await talk(settings, "man", "noriu siųsti prašymą", "noriu pasikalbėti", "Kretinga")

    # When
    shown = await talk(settings, "Ona Onaitė")

    # Then
    assert "Sveiki sugrįžę!" in shown
    before, _, after = shown.partition("> ")
    assert "Koks Jūsų vardas ir pavardė?" in before
    assert "Kaip darbuotojas gali Jums atsakyti?" in after


async def test_another_person_begins_from_the_beginning(settings: Settings) -> None:
    await talk(settings, "man")

    assert "Sveiki sugrįžę!" not in await talk(settings, person="jonas")


async def test_with_the_same_seed_the_transcript_is_the_same(settings: Settings, tmp_path: Path) -> None:
    elsewhere = Settings(_env_file=None, data_dir=tmp_path / "elsewhere")

    lines = (*SENDING, "Mano prašymas")

    assert await talk(settings, *lines, seed=7) == await talk(elsewhere, *lines, seed=7)


SENDING = (
    "man",
    "noriu siųsti prašymą",
    "noriu pasikalbėti",
    "Kretinga",
    "Ona Onaitė",
    "parašyti čia",
    "ne, tai viskas",
    "siųsti",
)


async def replies(assistant: Assistant, text: str) -> None:
    member, _ = await assistant.staff_desk.add("jonas@kretinga.example", "kretingos-rajono", "staff")
    [referral] = await assistant.casework.inbox(member)
    await assistant.casework.reply(member, referral.number, referral.version, text, text)


async def test_a_reply_that_came_in_the_meantime_is_shown_at_once_and_only_once(
    settings: Settings, library: Library
) -> None:
    # Given
    assert "Savivaldybė gavo Jūsų prašymą." in await talk(settings, *SENDING)
    async with assembled(settings, library=library, secrets=SeededSecrets(1)) as assistant:
        await replies(assistant, "Mes paskambinsime rytoj.")

    # When the person comes back, does something, and comes back once more
    first = await talk(settings, "pakartok", "meniu")
    second = await talk(settings, "pakartok")

    # Then the reply stands before the first question, and is not told again and again
    assert first.count("Mes paskambinsime rytoj.") == 1
    assert first.index("Mes paskambinsime rytoj.") < first.index("Sveiki sugrįžę!")
    assert "Mes paskambinsime rytoj." not in second
