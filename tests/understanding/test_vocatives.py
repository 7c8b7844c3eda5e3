"""A person is spoken to by their first name, or by none where nobody can be sure of it."""

import pytest

from assistant.library.first_names import load_first_names
from assistant.understanding.vocatives import vocative_of
from tests.conftest import CONTENT

NAMES = frozenset(load_first_names(CONTENT / "first_names.yaml"))


@pytest.mark.parametrize(
    ("name", "vocative"),
    [
        ("Jonas", "Jonai"),
        ("Paulius Petraitis", "Pauliau"),
        ("Petraitis Paulius", "Pauliau"),
        ("Algirdas", "Algirdai"),
        ("Kęstutis", "Kęstuti"),
        ("Jurgis", "Jurgi"),
        ("Kazys", "Kazy"),
        ("Bronius", "Broniau"),
        ("Andrejus", "Andrejau"),
        ("Eglė", "Egle"),
        ("Ona Onaitė", "Ona"),
        ("Julija", "Julija"),
        ("Dalia", "Dalia"),
        ("jonas jonaitis", "Jonai"),
        ("EGLĖ", "Egle"),
        ("Vardenė", "Vardene"),
        ("Elijas", "Elijau"),
    ],
)
def test_a_name_is_put_into_the_vocative(name: str, vocative: str) -> None:
    assert vocative_of(name, NAMES) == vocative


@pytest.mark.parametrize("name", ["", "John", "Vardenis Pavardenis", "A. B.", "Marko", "3", "močiutė ir aš"])
def test_nobody_is_called_by_a_name_that_may_be_wrong(name: str) -> None:
    assert vocative_of(name, NAMES) == ""


def test_every_name_that_we_know_has_a_vocative() -> None:
    assert [name for name in NAMES if not vocative_of(name, NAMES)] == []
