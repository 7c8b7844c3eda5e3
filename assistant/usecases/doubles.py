"""The same person may send the same request twice: what two referrals have in common, found by keyed hashes."""

from typing import Protocol

from assistant.referrals.referral import Referral
from assistant.referrals.request import Request
from assistant.understanding.normalize import words_of

MOST_DOUBLES = 10
"""Nobody reads more; one phone of a house, or somebody who wants to do harm, may have sent thousands."""

FEWEST_NAMES = 2
"""A first name alone is shared by too many to say anything."""


class Doubles(Protocol):
    """Referrals that may be the same person's."""

    async def similar(self, referral: Referral) -> tuple[Referral, ...]:
        """Other open referrals of the same municipality with the same phone or the same full name, newest first.

        No more than MOST_DOUBLES.
        """


def likenesses(request: Request) -> tuple[str, ...]:
    """What a request is known again by within its municipality, in plain words that nobody may store as they are."""
    names = words_of(request.name)
    found = []
    if request.phone:
        found.append(f"{request.municipality} phone {request.phone}")
    if len(names) >= FEWEST_NAMES:
        # "Ona Onaitė" and "Onaite Ona" are one name.
        found.append(f"{request.municipality} name {' '.join(sorted(names))}")
    return tuple(found)
