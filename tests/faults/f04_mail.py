"""F4: the mail server is down for a day, slow, busy, rude, or drops the line when it has the letter."""

import asyncio
import re

from tests.faults.ledger import Sum
from tests.faults.mail_server import Mood
from tests.faults.stage import HURRY, House, Kind, Size, Stage

HOURS_DOWN = 24
_REFUSED = re.compile(r'class="[^"]*is-failed(-for-good)?["\s]')
"""How a delivery that needs a person is marked on the page of a request."""
MOOD_SECONDS = 3.0


async def mail_trouble(house: House, kind: Kind, size: Size) -> Sum:
    """Every letter comes after the trouble, a repeated one with the same Message-ID; what is refused is seen."""
    each = max(size.submissions // 5, 3)
    async with house.stage(kind) as stage:
        await stage.mail.goes_down()
        await stage.people_send(each)
        for _ in range(HOURS_DOWN):
            stage.clock.jumps(3600)
            await asyncio.sleep(0.15)
        stage.expect(not stage.mail.letters, "a letter came although nobody listened")
        await stage.mail.comes_up()
        await stage.letters_arrive()
        for mood in (Mood.SLOW, Mood.BUSY, Mood.DROPS):
            stage.mail.mood = mood
            await stage.people_send(each)
            stage.clock.runs(HURRY)
            await asyncio.sleep(MOOD_SECONDS)
            stage.clock.runs(1.0)
            stage.mail.mood = Mood.KIND
        await stage.letters_arrive()
        await _refused_is_seen(stage)
        letters = sum(stage.mail.letters.values())
        stage.notes.append(f"{letters - len(stage.mail.letters)} of {letters} letters came again")
        return await stage.sum()


async def _refused_is_seen(stage: Stage) -> None:
    """A letter that is refused for good is not called sent: staff see it at the request."""
    stage.mail.mood = Mood.RUDE
    before = stage.mail.refused
    person = stage.person()
    await person.opens()
    number = await person.sends()
    stage.ledger.unposted.add(number)
    await stage.waits_until(lambda: stage.mail.refused > before, "the letter was never tried")
    staff = await stage.inbox()
    page = ""
    for _ in range(100):
        page = await staff.opens(number)
        if _REFUSED.search(page):
            break
        await asyncio.sleep(0.1)
    stage.expect(_REFUSED.search(page), "staff do not see that the letter was refused")
    await staff.leaves()
    stage.mail.mood = Mood.KIND
