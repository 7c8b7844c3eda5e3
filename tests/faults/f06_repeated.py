"""F6: the same said a hundred times, out of order, by two thumbs and on two devices: one effect."""

import asyncio

from tests.faults.ledger import Sum
from tests.faults.people import WebPerson, number_in
from tests.faults.stage import House, Kind, Size, Stage

TIMES = 100


async def repeated(house: House, kind: Kind, size: Size) -> Sum:
    """Whatever is repeated, there is one request, and everybody is told its number."""
    del size
    async with house.stage(kind) as stage:
        await _one_button(stage, TIMES, same_key=True)
        await _one_button(stage, 2, same_key=False)
        await _one_button(stage, 10, same_key=False)
        await stage.writers_send(2)
        bot = stage.fleet.all("bot")[0]
        assert bot.born is not None
        # Telegram gives again what was confirmed only to a bot that asks without an offset, as a new one does.
        await bot.born.dies()
        stage.telegram.repeats(TIMES)
        await stage.fleet.starts(bot)
        await stage.waits_until(lambda: not stage.telegram.unconfirmed(), "the repeated updates were never taken")
        await stage.writers_send(1)
        return await stage.sum()


async def _one_button(stage: Stage, times: int, *, same_key: bool) -> None:
    """Siųsti is pressed so often at once, on devices that show the same conversation."""
    person = stage.person()
    await person.opens()
    await person.fills_in()
    stage.ledger.pressed += 1
    event = {"type": "choice", "choice": person.choice("Siųsti")}
    devices = [person.twin() for _ in range(times)]
    await asyncio.gather(*(device.does(event, "the-same-key" if same_key else "") for device in devices))
    told = {number_in(device.text) for device in devices}
    told.discard("")
    stage.expect(len(told) == 1, f"{times} pressings were answered with {len(told)} numbers")
    for number in told:
        stage.ledger.shown[number] += 1
    stage.expect(_all_told(devices), "somebody who pressed was told no number")


def _all_told(devices: list[WebPerson]) -> bool:
    return all(number_in(device.text) for device in devices)
