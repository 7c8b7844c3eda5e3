"""F9: a new release with another flow comes while people fill in: they go on, and are not asked again."""

import asyncio

from assistant.conversation.state import FLOW_VERSION
from tests.faults.ledger import Sum
from tests.faults.people import WebPerson
from tests.faults.stage import House, Kind, Size

ASKED_ONCE = ("Koks Jūsų vardas", "Kur Jūs gyvenate")


async def new_flow(house: House, kind: Kind, size: Size) -> Sum:
    """All processes are replaced by those of a newer flow, one after the other, when half of the form is filled in."""
    async with house.stage(kind) as stage:
        people = [stage.person() for _ in range(max(size.submissions // 8, 4))]
        for place, person in enumerate(people):
            await person.opens()
            # Some stand before the summary, some at it.
            while "Siųsti" not in person.labels and (place % 2 or "Parašyti čia" not in person.labels):
                await person.goes_on()
        stage.fleet.otherwise["flow"] = FLOW_VERSION + 1
        for member in stage.fleet.members:
            await stage.fleet.kills_and_restarts(member)
        asked = await asyncio.gather(*(_asked_again(person) for person in people))
        stage.expect(not any(asked), "somebody was asked again what they had answered")
        return await stage.sum()


async def _asked_again(person: WebPerson) -> bool:
    """Go on from where one stands to the number; whether anything was asked a second time."""
    asked = False
    await person.presses("Siųsti" if "Siųsti" in person.labels else "Parašyti čia")
    for _ in range(40):
        if "Siųsti" in person.labels:
            await person.presses_send()
            return asked
        asked = asked or any(question in person.text for question in ASKED_ONCE)
        await person.goes_on()
    raise AssertionError(f"no way to the end after a new flow: {person.text}")
