"""Ready replies: easy, without facts that nobody knows, and filled in with the right grammatical case."""

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.checks.ready_samples import sampled
from assistant.library.coach import ReplyCoach
from assistant.library.ready_fields import FIELDS, Known, filled, unknown_fields
from assistant.library.ready_replies import load_ready_replies
from tests.conftest import CONTENT

KNOWN = Known(
    number="47 12 80 35",
    vocative="Jonai",
    phone="0 445 51008",
    day=date(2026, 12, 1),
    municipality=("Savivaldybė", "Savivaldybės", "Savivaldybę", "Savivaldybėje"),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Laba diena, {vardas:kreipinys}.", "Laba diena, Jonai."),
        ("Atsakysime iki {diena:kilmininkas}.", "Atsakysime iki gruodžio 1 dienos."),
        ("Ateikite {diena:galininkas}.", "Ateikite gruodžio 1 dieną."),
        ("Tai bus {diena:vardininkas}.", "Tai bus gruodžio 1 diena."),
        ("Ateikite iki {savivaldybė:kilmininkas}.", "Ateikite iki Savivaldybės."),
        ("Esame {savivaldybė:vietininkas}.", "Esame Savivaldybėje."),
        ("Skambinkite {telefonas}. Numeris {numeris}.", "Skambinkite 0 445 51008. Numeris 47 12 80 35."),
        ("Ateikite [valanda] valandą.", "Ateikite [valanda] valandą."),
    ],
)
def test_what_is_known_is_filled_in_with_its_case(text: str, shown: str) -> None:
    assert filled(text, KNOWN) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Laba diena, {vardas:kreipinys}.", "Laba diena."),
        ("Laba diena, {vardas:kreipinys}!", "Laba diena!"),
        ("{vardas:kreipinys}, laba diena.", "Laba diena."),
        ("Labas.\n{vardas:kreipinys}, ateikite.", "Labas.\nAteikite."),
        ("Atsakysime iki {diena:kilmininkas}.", "Atsakysime iki [diena]."),
        ("Skambinkite {telefonas}.", "Skambinkite [telefonas]."),
    ],
)
def test_what_is_not_known_is_left_out_or_left_blank(text: str, shown: str) -> None:
    assert filled(text, Known()) == shown


def test_fields_that_nobody_can_fill_in_are_told() -> None:
    text = "{vardas} {vardas:kreipinys} {diena:šauksmininkas} {numeris} }"
    assert list(unknown_fields(text)) == ["{vardas}", "{diena:šauksmininkas}", "}"]


def test_every_field_is_filled_in_where_everything_is_known() -> None:
    text = " ".join(f"{{{field}}}" for field in FIELDS)
    assert not set("{}[]") & set(filled(text, KNOWN))


def test_those_that_everybody_has_are_easy_and_have_no_numbers_of_their_own() -> None:
    coach = ReplyCoach(CONTENT)
    replies = load_ready_replies(CONTENT / "lt" / "ready_replies.yaml")

    hard = {reply.id: coach.level(sampled(reply.text)) for reply in replies.values()}

    assert len(replies) >= 15
    assert {name for name, level in hard.items() if level not in {1, 2}} == set()
    assert not any(sign.isdigit() for reply in replies.values() for sign in reply.text)


def test_a_field_that_nobody_can_fill_in_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "ready_replies.yaml"
    file.write_text("come:\n  title: Kviečiame\n  sentences:\n    - Laba diena.\n    - 'Ateikite {kada}.'\n", "utf-8")

    with pytest.raises(ContentError, match=r"ready_replies.yaml:5: nobody can fill in \{kada\}"):
        load_ready_replies(file)
