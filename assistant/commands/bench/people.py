"""People for the benchmarks: some who talk, and many who are about to press Siųsti."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastapi import FastAPI

from assistant.bootstrap import Assistant
from assistant.commands.bench.calling import RefusedError, post
from assistant.conversation.events import ChoicePressed, Event, TextReceived
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel

SAYS = (
    "man",
    "kas yra atvejo vadyba",
    "o kiek kainuoja?",
    "meniu",
    "ar man tinka",
    "socialinės dirbtuvės",
    "34",
    "atgal",
)
"""What is said again and again: typed words, since understanding them is the larger part of a turn."""

PRESSES = ("Man", "Siųsti prašymą", "Noriu pasikalbėti", "Parašyti čia", "Ne, tai viskas")
TYPES = ("Kretinga", "Ona Onaitė")
SEND = "Siųsti"
MOST_STEPS = 20
TOGETHER = 500
"""So many conversations are stored in one transaction."""

_keys = itertools.count()


@dataclass(frozen=True)
class Person:
    """Somebody with a conversation, and what they do next."""

    conversation: str
    token: str
    events: Iterator[dict[str, object]]

    async def acts(self, app: FastAPI) -> object:
        """Their next event, over HTTP and with a key, as a chat client sends it."""
        headers = {"authorization": f"Bearer {self.token}", "idempotency-key": f"key-{next(_keys)}"}
        return await post(app, f"/api/v1/conversations/{self.conversation}/events", next(self.events), headers)


async def talkers(assistant: Assistant, count: int) -> list[Person]:
    """People who talk about one thing and another."""
    typed: list[dict[str, object]] = [{"type": "text", "text": text} for text in SAYS]
    opened = [await assistant.converse.open(Channel.WEB) for _ in range(count)]
    return [Person(begun.conversation, begun.token, itertools.cycle(typed)) for begun in opened]


async def senders(assistant: Assistant, count: int, name: str) -> list[Person]:
    """People who have filled in everything; made by copying the conversation of one who has."""
    opened = await assistant.converse.open(Channel.WEB)
    send = await _fills_in(assistant, opened.conversation, opened.messages[-1])
    people = []
    for start in range(0, count, TOGETHER):
        async with assistant.units() as work:
            filled_in = await work.conversations.load(opened.conversation)
            for nth in range(start, min(start + TOGETHER, count)):
                copy = replace(filled_in, id=f"{name}-{opened.conversation}-{nth}")
                await work.conversations.add(copy, await work.conversations.token_hash(opened.conversation))
                people.append(Person(copy.id, opened.token, iter([{"type": "choice", "choice": send}])))
            await work.commit()
    return people


async def _fills_in(assistant: Assistant, conversation: str, shown: Message) -> str:
    """Fill in up to the summary; gives the id of the button Siųsti."""
    presses, types = list(PRESSES), list(TYPES)
    for _ in range(MOST_STEPS):
        buttons = {choice.label: choice.id for choice in shown.choices}
        if SEND in buttons:
            return buttons[SEND]
        wanted = next((label for label in presses if label in buttons), None)
        if wanted is not None:
            presses.remove(wanted)
            event: Event = ChoicePressed(buttons[wanted])
        else:
            event = TextReceived(types.pop(0) if types else "Ne")
        shown = (await assistant.converse.hear(conversation, event))[-1]
    raise RefusedError(f"nobody gets to {SEND} by {', '.join(PRESSES)}")
