"""Makes examples through the product's own use cases, with a clock that is set back."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from typing_extensions import override

from assistant.adapters.secrets import SystemSecrets
from assistant.bootstrap import Assistant, assembled
from assistant.commands.demo.invented import STAFF, invented
from assistant.commands.demo.life import Life, SetClock
from assistant.commands.talk import SeededSecrets
from assistant.errors import AiskiaiError
from assistant.library.library import Library
from assistant.referrals.routing import Recipient, Route, Way
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.examples import EXAMPLE_STAFF
from assistant.usecases.ports import StaffMember

PROMISE_DAYS = 10
"""What the municipality promises in the examples, so that some of them can be late."""


class _ExampleSecrets(SeededSecrets):
    """Repeatable ids and numbers, hashed with the product's own key: or it could not find or know examples again."""

    def __init__(self, key: str, seed: int) -> None:
        super().__init__(seed)
        self._own = SystemSecrets(key)

    @override
    def hashed(self, secret: str) -> str:
        return self._own.hashed(secret)


class ExamplesRefusedError(AiskiaiError):
    """Examples are not made where they could be taken for what is real, or where there are some already."""


async def make_examples(
    settings: Settings,
    library: Library,
    municipality: str,
    *,
    count: int,
    seed: int = 1,
    beside_real: bool = False,
    now: datetime | None = None,
) -> int:
    """Fill the municipality's inbox with what so many invented people send; gives how many examples that were.

    The same seed and moment give the same examples. Raises ExamplesRefusedError where there are examples already, or
    real referrals and nobody said that they may stand beside each other.
    """
    chance = random.Random(f"{seed} {municipality}")  # noqa: S311 - repeatable on purpose  # nosec B311
    present = now or datetime.now(UTC)
    clock = SetClock(present)
    async with _invented_world(settings, library, municipality, clock, seed) as assistant:
        await _refuse(assistant, municipality, beside_real=beside_real)
        staff = await _staff(assistant, municipality)
        place = library.municipalities[municipality].name
        elsewhere = next(name for name in assistant.library.routes if name != municipality)
        made = 0
        for person in invented(count, chance):
            clock.set(present)
            worker, colleague = chance.sample(staff, 2)
            made += await Life(assistant, clock, worker, colleague.email, elsewhere, chance).of(person, place)
    return made


async def remove_examples(settings: Settings, library: Library, municipality: str) -> int:
    """Take the examples of a municipality away, and nothing else; gives how many there were."""
    async with assembled(settings, library=library) as assistant, assistant.units() as work:
        removed = await work.examples.remove(municipality)
        await work.commit()
    return removed


@asynccontextmanager
async def _invented_world(
    settings: Settings, library: Library, municipality: str, clock: SetClock, seed: int
) -> AsyncIterator[Assistant]:
    """The product in which all that is sent is an example, and in which this municipality has promised something.

    What is passed on goes to a municipality where nobody works with the program, so that nobody there meets it.
    """
    own = library.routes.get(municipality) or Route(municipality, (Recipient(Way.INBOX),))
    elsewhere = next(name for name in sorted(library.municipalities) if name not in {*library.routes, municipality})
    routes = {
        municipality: replace(own, promise_days=own.promise_days or PROMISE_DAYS),
        elsewhere: Route(elsewhere, (Recipient(Way.INBOX),)),
    }
    secrets = _ExampleSecrets(
        settings.signing_key(), int.from_bytes(sha256(f"{seed} {municipality}".encode()).digest()[:8])
    )
    world = replace(library, routes=routes)
    async with assembled(settings, clock=clock, secrets=secrets, library=world, is_demo=True) as assistant:
        yield assistant


async def _refuse(assistant: Assistant, municipality: str, *, beside_real: bool) -> None:
    async with assistant.units() as work:
        examples, real = await work.examples.counts(municipality)
    if examples:
        raise ExamplesRefusedError(f"{municipality} has {examples} examples already. Take them away with --remove.")
    if real and not beside_real:
        raise ExamplesRefusedError(
            f"{municipality} has {real} real requests. With --beside-real examples are put beside them, marked as such."
        )


async def _staff(assistant: Assistant, municipality: str) -> tuple[StaffMember, ...]:
    """Invented accounts; nobody can sign in with them, since nobody gets their links."""
    members = []
    for name in STAFF:
        role = Role.LEAD if name == STAFF[-1] else Role.STAFF
        member, _ = await assistant.staff_desk.add(f"{name}.{municipality}@{EXAMPLE_STAFF}", municipality, role)
        members.append(member)
    return tuple(members)
