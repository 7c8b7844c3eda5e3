"""Receipts as people type them: any order, any case, slips, no marks on letters; and what must not pass."""

import hashlib
import random
from itertools import permutations

import pytest

from assistant.library.library import Library
from assistant.referrals.numbers import number_of
from assistant.referrals.receipt import belong_together, receipt_words
from assistant.referrals.request import Request
from assistant.understanding.emails import read_email
from assistant.understanding.normalize import folded
from assistant.understanding.receipts import read_number, second_thing, second_thing_in

WORDS = ("katė", "laivas", "šalikas")
"""The first, the second and the sixteenth of the list: their places add up to 16."""

PLACES = (0, 1, 15)


@pytest.mark.parametrize("order", list(permutations(WORDS)))
def test_the_order_is_nothing(library: Library, order: tuple[str, ...]) -> None:
    assert library.receipt_reader.read(" ".join(order)) == PLACES


@pytest.mark.parametrize(
    "typed",
    [
        "kate laivas salikas",
        "KATĖ, LAIVAS, ŠALIKAS",
        "mano žodžiai yra katė ir laivas ir šalikas",
        "katę laivą šaliką",
        "katės, laivo, šaliko",
        "katee laivass šalkas",
        "1. katė\n2. laivas\n3. šalikas",
    ],
)
def test_other_cases_slips_and_missing_marks_are_understood(library: Library, typed: str) -> None:
    assert library.receipt_reader.read(typed) == PLACES


@pytest.mark.parametrize(
    "typed", ["", "katė laivas", "katė katė laivas", "katė laivas duona", "katė laivas asdfgh", "ž" * 300]
)
def test_what_is_no_receipt_is_not_taken_for_one(library: Library, typed: str) -> None:
    assert library.receipt_reader.read(typed) is None


def slipped(word: str, chance: random.Random) -> str:
    """The word with one letter left out, doubled or another one."""
    place = chance.randrange(len(word))
    letter = chance.choice("aeiklmnorstu")
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + letter + word[place + 1 :],
        )
    )


def test_a_slip_in_each_word_still_opens_nearly_every_receipt_and_never_another(library: Library) -> None:
    chance = random.Random(15)  # noqa: S311 - repeatable on purpose
    words = [entry.word for entry in library.receipt_words]
    understood = 0
    for seven in range(200):
        places = receipt_words(str(seven), len(words), lambda said: hashlib.sha256(said.encode()).hexdigest())
        typed = " ".join(slipped(folded(words[place]), chance) for place in places)
        read = library.receipt_reader.read(typed)
        assert read in {None, tuple(sorted(places))}
        understood += read is not None
    assert understood >= 190


def test_of_sixteen_wrong_words_fifteen_are_noticed(library: Library) -> None:
    count = len(library.receipt_words)
    passed = sum(belong_together((0, 1, other)) for other in range(count) if other != 15)
    assert passed / count < 1 / 15


def test_all_receipts_are_about_equally_likely(library: Library) -> None:
    chance = random.Random(1)  # noqa: S311 - repeatable on purpose
    drawn = [
        place
        for _ in range(3000)
        for place in receipt_words("x", len(library.receipt_words), lambda _: f"{chance.getrandbits(256):064x}")
    ]
    assert max(drawn.count(place) for place in set(drawn)) < 3 * len(drawn) / len(library.receipt_words)
    assert len(set(drawn)) == len(library.receipt_words)


def test_the_number_is_read_with_its_check_digit() -> None:
    number = number_of(4_712_803)
    assert read_number(f"prašymo Nr. {number[:2]} {number[2:4]} {number[4:6]} {number[6:]}.") == number
    assert read_number(number[:-1] + str((int(number[-1]) + 1) % 10)) == ""
    assert read_number("0 612 34567") == ""


def test_the_second_thing_is_the_end_of_the_phone_or_the_first_name() -> None:
    with_phone = Request("kretingos-rajono", "talk", for_other=False, name="Ona", phone="+37061234567")
    without = Request("kretingos-rajono", "talk", for_other=False, name="Žydrė Šimkutė")
    assert second_thing(with_phone) == second_thing_in("4567") == second_thing_in("8 612 34567") == "4567"
    assert second_thing(without) == second_thing_in("zydre") == second_thing_in("ŽYDRĖ ŠIMKUTĖ") == "zydre"
    assert second_thing_in("") == second_thing_in("567") == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ona@pastas.lt", "ona@pastas.lt"),
        ("Mano adresas: Ona.Onaite@Pastas.LT.", "Ona.Onaite@pastas.lt"),
        ("ona@pastas", None),
        ("ona pastas.lt", None),
        ("ona@pastas.lt arba rasa@pastas.lt", None),
        ("ona@@pastas.lt", None),
        ("ona@pastas..lt", None),
    ],
)
def test_an_address_is_read_without_asking_the_network(text: str, address: str | None) -> None:
    assert read_email(text) == address
