"""The terminal goes on where one was, and shows what staff answered in the meantime."""

from io import StringIO
from itertools import count
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets, Terminal, talk, talk_until_over
from assistant.conversation.events import Started
from assistant.library.library import Library
from assistant.referrals.questions import Question
from assistant.referrals.referral import Status
from assistant.settings import Settings
from assistant.usecases.access import Role

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


class Terminals:
    """Opens the product anew for each sitting, as a process does; each has secrets of its own."""

    def __init__(self, data_dir: Path, library: Library) -> None:
        self._settings = Settings(_env_file=None, data_dir=data_dir)
        self._library = library
        self._seeds = count(1)

    async def types(self, *lines: str, person: str = "ona") -> str:
        """What the terminal shows while these lines are typed."""
        shown = StringIO()
        secrets = SeededSecrets(next(self._seeds))
        async with assembled(self._settings, library=self._library, secrets=secrets) as assistant:
            await talk(assistant, person, typed(*lines), shown)
        return shown.getvalue()

    async def staff_reply(self, text: str) -> None:
        secrets = SeededSecrets(next(self._seeds))
        async with assembled(self._settings, library=self._library, secrets=secrets) as assistant:
            await replies(assistant, text)

    async def staff_ask(self, question: Question) -> None:
        secrets = SeededSecrets(next(self._seeds))
        async with assembled(self._settings, library=self._library, secrets=secrets) as assistant:
            await asks(assistant, question)


async def asks(assistant: Assistant, question: Question) -> None:
    member, _ = await assistant.staff_desk.add("jonas@kretinga.example", "kretingos-rajono", Role.STAFF)
    [referral] = await assistant.casework.inbox(member)
    await assistant.asking.ask(member, referral.number, referral.version, question, question.text)


async def replies(assistant: Assistant, text: str) -> None:
    member, _ = await assistant.staff_desk.add("jonas@kretinga.example", "kretingos-rajono", Role.STAFF)
    [referral] = await assistant.casework.inbox(member)
    await assistant.casework.reply(member, referral.number, referral.version, text, text)


def typed(*lines: str) -> StringIO:
    return StringIO("".join(f"{line}\n" for line in lines))


@pytest.fixture
def terminals(tmp_path: Path, library: Library) -> Terminals:
    return Terminals(tmp_path / "var", library)


async def test_it_greets_shows_numbered_buttons_and_takes_their_numbers(terminals: Terminals) -> None:
    shown = await terminals.types("1", "/quit", "never read")

    assert "Aš esu programa, o ne žmogus." in shown
    assert "[1] Man" in shown
    assert "Ką norite daryti?" in shown
    assert shown.endswith("> ")


async def test_another_day_it_goes_on_where_it_was(terminals: Terminals) -> None:
    # Given somebody who has gone away in the middle of a request
    await terminals.types("man", "noriu siųsti prašymą", "noriu pasikalbėti", "Kretinga")

    # When
    shown = await terminals.types("Ona Onaitė")

    # Then
    before, _, after = shown.partition("> ")
    assert "Sveiki sugrįžę!" in before
    assert "Koks Jūsų vardas ir pavardė?" in before
    assert "Kaip darbuotojas gali Jums atsakyti?" in after


async def test_another_person_begins_from_the_beginning(terminals: Terminals) -> None:
    await terminals.types("man")

    assert "Sveiki sugrįžę!" not in await terminals.types(person="jonas")


async def test_with_the_same_seed_the_transcript_is_the_same(tmp_path: Path) -> None:
    shown = [StringIO(), StringIO()]
    for place, transcript in enumerate(shown):
        settings = Settings(_env_file=None, data_dir=tmp_path / str(place))
        await talk_until_over(settings, "ona", 7, typed(*SENDING), transcript)

    assert "Savivaldybė gavo Jūsų prašymą." in shown[0].getvalue()
    assert shown[0].getvalue() == shown[1].getvalue()


async def test_a_reply_that_came_in_the_meantime_is_shown_at_once_and_only_once(terminals: Terminals) -> None:
    # Given
    await terminals.types(*SENDING)
    await terminals.staff_reply("Mes paskambinsime rytoj.")

    # When the person comes back, does something, and comes back once more
    first = await terminals.types("pakartok", "meniu")
    second = await terminals.types("pakartok")

    # Then the reply stands before the first question, and is not told again and again
    assert first.count("Mes paskambinsime rytoj.") == 1
    assert first.index("Mes paskambinsime rytoj.") < first.index("Sveiki sugrįžę!")
    assert "Mes paskambinsime rytoj." not in second


async def test_the_open_question_of_staff_keeps_its_numbers_below_every_answer(terminals: Terminals) -> None:
    # Given
    await terminals.types(*SENDING)
    await terminals.staff_ask(Question("Ar galite ateiti?", ("Galiu", "Ne, negaliu")))

    # When
    first = await terminals.types("meniu")
    shown = first.rpartition("Ką norite daryti?")[2]
    [number] = [line[1 : line.index("]")] for line in shown.splitlines() if line.endswith("] Galiu")]
    later = await terminals.types("meniu", number, "meniu")

    # Then it was asked at once, stood below what was said, and is gone once it is answered
    assert first.index("Ar galite ateiti?") < first.index("Sveiki sugrįžę!")
    assert "Jūsų atsakymas: Galiu" in later
    assert "] Galiu" not in later.partition("Jūsų atsakymas: Galiu")[2]


async def test_a_number_that_was_typed_for_older_buttons_answers_no_question_that_came_meanwhile(
    tmp_path: Path, library: Library
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var")
    async with assembled(settings, library=library, secrets=SeededSecrets(1)) as assistant:
        shown = StringIO()
        await talk(assistant, "ona", typed(*SENDING), shown)
        door = Terminal(assistant, "ona", shown)
        await door.hear(Started())
        await asks(assistant, Question("Ar galite ateiti?", ("Galiu",)))

        await door.reads()
        await door.hear(door.event_of("1"))

        member, _ = await assistant.staff_desk.add("jonas@kretinga.example", "kretingos-rajono", Role.STAFF)
        [referral] = await assistant.casework.inbox(member)
    assert referral.status is Status.WAITING


async def test_a_document_is_written_beside_the_data_and_the_terminal_says_where(
    terminals: Terminals, tmp_path: Path
) -> None:
    shown = await terminals.types(*SENDING, "spausdinti")
    [file] = (tmp_path / "var" / "documents").iterdir()
    assert f"Dokumentas yra čia: {file.resolve()}" in shown
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stat().st_mode & 0o077 == 0
