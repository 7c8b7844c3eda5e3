"""F5: Telegram asks to slow down, breaks, drops the line; a person blocks the bot or presses an old button."""

import asyncio
import re
from itertools import pairwise

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage
from tests.telegram_server.faults import FaultKind

RETRY_AFTER = 2
TROUBLES = (
    FaultKind.SERVER_ERROR,
    FaultKind.DROP_BEFORE,
    FaultKind.TOO_MANY,
    FaultKind.DROP_AFTER,
    FaultKind.BROKEN_JSON,
)
_NUMBER = re.compile(r"(\d\d) (\d\d) (\d\d) (\d\d)")


async def telegram_trouble(house: House, kind: Kind, size: Size) -> Sum:
    """No request is lost or doubled, and nobody is called more often than Telegram allows."""
    async with house.stage(kind) as stage:
        async with asyncio.TaskGroup() as people:
            sending = people.create_task(stage.writers_send(max(size.submissions // 20, 2), within=30.0))
            while not sending.done():
                for trouble in TROUBLES:
                    calls = len(stage.telegram.calls("sendMessage"))
                    stage.telegram.fails(trouble, method="sendMessage", retry_after=RETRY_AFTER)
                    # One at a time: where they came faster than they are used up, nobody would ever be answered.
                    while not sending.done() and len(stage.telegram.calls("sendMessage")) < calls + 3:  # noqa: ASYNC110 - in another process
                        await asyncio.sleep(0.2)
                stage.telegram.fails(FaultKind.SERVER_ERROR, method="getUpdates")
        _no_storm(stage)
        # Not reset: its updates would be counted anew, and the bot would take them for those that it knows.
        stage.telegram.recovers()
        await _blocked(stage)
        await _old_button(stage)
        return await stage.sum()


def _no_storm(stage: Stage) -> None:
    """After "retry after 2" the same chat is left alone for two seconds."""
    chats: dict[object, list[dict[str, object]]] = {}
    for call in stage.telegram.calls("sendMessage"):
        chats.setdefault(call["arguments"].get("chat_id"), []).append(call)
    for calls in chats.values():
        for refused, following in pairwise(calls):
            if str(refused["description"]).startswith("Too Many Requests"):
                waited = float(str(following["at"])) - float(str(refused["at"]))
                stage.expect(waited >= RETRY_AFTER - 0.1, f"called again {waited:.1f} s after 'retry after'")


async def _blocked(stage: Stage) -> None:
    """Whoever blocks the bot right after Siųsti has sent, and finds the number when they come back."""
    writer = stage.writer(within=15.0)
    await writer.opens()
    await writer.fills_in()
    await writer.person.presses("Siųsti")
    await writer.person.blocks()
    stage.ledger.pressed += 1
    await asyncio.sleep(1.0)
    await writer.person.unblocks()
    for _ in range(10):
        await writer.person.says("/prasymas")
        text = "\n".join(shown.text for shown in await writer.person.reads_if_any(15.0))
        if found := _NUMBER.search(text):
            stage.ledger.shown["".join(found.groups())] += 1
            return
    stage.failures.append("somebody who blocked the bot does not find their request")


async def _old_button(stage: Stage) -> None:
    """A button of long ago is answered kindly and does nothing."""
    person = stage.writer().person
    await person.says("/start")
    first = (await person.reads(20.0))[-1]
    await person.presses("Man")
    await person.reads(20.0)
    message = next(shown for shown in await person.sees() if shown.id == first.id)
    if "Kitam žmogui" in message.buttons:
        await person.presses_old("Kitam žmogui", first.id)
        stage.expect(await person.reads_if_any(20.0), "an old button is not answered")
