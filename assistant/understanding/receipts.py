"""Reads what stands on a receipt as people type it: the number, the three words in any order, and the second thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from rapidfuzz.distance import OSA
from stdnum import luhn

from assistant.referrals.receipt import WORDS_ON_RECEIPT, belong_together
from assistant.referrals.request import Request
from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded, words_of

DIGITS_OF_PHONE = 4

SHORTEST_WORD = 3
"""Letters; shorter ones stand between the words ("ir")."""

MOST_TYPED = 8
"""Words that are looked at; whoever types more has not read a receipt aloud."""

MOST_SLIPS = 2
LETTERS_A_SLIP = 3
"""One slip is forgiven for so many letters, and two at most: words of the list are at least three slips apart."""

_NUMBER = re.compile(r"(?<!\d)\d(?:[ .-]?\d){7}(?!\d)")


def read_number(text: str) -> str:
    """The request's number in the text, empty where none stands there or its check digit says that it is misread."""
    found = [re.sub(r"\D", "", match) for match in _NUMBER.findall(text)]
    return next((number for number in found if luhn.is_valid(number)), "")


class ReceiptReader:
    """Knows every case of every word of the list."""

    def __init__(self, words: Sequence[str]) -> None:
        self._forms = [tuple(dict.fromkeys(case_forms(word))) for word in words]
        self._known = frozenset(form for forms in self._forms for form in forms)

    def read(self, text: str) -> tuple[int, ...] | None:
        """The places of the three words, smallest first; None where they cannot be told or do not belong together.

        Any order, any case, without marks on letters and with slips. Where a misspelt word is as near to two words, the
        check among the three decides, if it can.
        """
        typed = [word for word in words_of(text) if len(word) >= SHORTEST_WORD][:MOST_TYPED]
        meant = [near for near in (self._near(word) for word in typed) if near]
        found = {tuple(sorted(places)) for places in _choices(meant) if belong_together(places)}
        return found.pop() if len(found) == 1 else None

    def is_all_said(self, text: str) -> bool:
        """Whether nothing is said but three words of the list, whether they belong together or not."""
        said = words_of(text)
        return len(said) == WORDS_ON_RECEIPT and self._known.issuperset(said)

    def _near(self, typed: str) -> tuple[int, ...]:
        """The nearest words, more than one where they are equally near, none where nothing is near enough."""
        most = min(len(typed) // LETTERS_A_SLIP, MOST_SLIPS)
        distances = [min(OSA.distance(typed, form, score_cutoff=most) for form in forms) for forms in self._forms]
        nearest = min(distances)
        return (
            tuple(place for place, distance in enumerate(distances) if distance == nearest) if nearest <= most else ()
        )


def _choices(meant: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Every way to take three words; one word too many ("mano žodžiai …") is no mistake."""
    for three in combinations(meant, WORDS_ON_RECEIPT):
        yield from product(*three)


def second_thing(request: Request) -> str:
    """What only the person knows besides: the end of the phone number they gave, else the name they gave."""
    return second_thing_in(request.phone or request.name)


def second_thing_in(text: str) -> str:
    """The same in what was typed: the last four digits where there are as many, else the first word without marks."""
    digits = re.sub(r"\D", "", text)
    if len(digits) >= DIGITS_OF_PHONE:
        return digits[-DIGITS_OF_PHONE:]
    return next(iter(re.findall(r"[^\W\d_]+", folded(text))), "")
