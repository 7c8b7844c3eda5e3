"""People for the benchmarks: some who talk, many who are about to press Siųsti, and some who do everything."""

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
CONVERSATIONS = "/api/v1/conversations"
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
        return await post(app, f"{CONVERSATIONS}/{self.conversation}/events", next(self.events), headers)


@dataclass(frozen=True)
class Newcomer:
    """Somebody who comes, fills in everything and sends it."""

    events: tuple[dict[str, object], ...]

    @property
    def calls(self) -> int:
        """How many calls that takes; each commits once."""
        return 1 + len(self.events)

    async def comes_and_sends(self, app: FastAPI) -> None:
        """The whole of it, over HTTP, one call after the other."""
        opened = await post(app, CONVERSATIONS, {})
        person = Person(opened["conversation"], opened["token"], iter(self.events))
        for _ in self.events:
            await person.acts(app)


async def talkers(assistant: Assistant, count: int) -> list[Person]:
    """People who talk about one thing and another."""
    typed: list[dict[str, object]] = [{"type": "text", "text": text} for text in SAYS]
    opened = [await assistant.converse.open(Channel.WEB) for _ in range(count)]
    return [Person(begun.conversation, begun.token, itertools.cycle(typed)) for begun in opened]


async def newcomer(assistant: Assistant) -> Newcomer:
    """One who goes the way of all the others."""
    opened = await assistant.converse.open(Channel.WEB)
    return Newcomer(tuple(await _fills_in(assistant, opened.conversation, opened.messages[-1])))


async def senders(assistant: Assistant, count: int, name: str) -> list[Person]:
    """People who have filled in everything; made by copying the conversation of one who has."""
    opened = await assistant.converse.open(Channel.WEB)
    *_, send = await _fills_in(assistant, opened.conversation, opened.messages[-1])
    people = []
    for start in range(0, count, TOGETHER):
        async with assistant.units() as work:
            filled_in = await work.conversations.load(opened.conversation)
            for nth in range(start, min(start + TOGETHER, count)):
                copy = replace(filled_in, id=f"{name}-{opened.conversation}-{nth}")
                await work.conversations.add(copy, await work.conversations.token_hash(opened.conversation))
                people.append(Person(copy.id, opened.token, iter([send])))
            await work.commit()
    return people


async def _fills_in(assistant: Assistant, conversation: str, shown: Message) -> list[dict[str, object]]:
    """Fill in up to the summary; gives what was done, and last, not yet done, the pressing of Siųsti."""
    presses, types = list(PRESSES), list(TYPES)
    done: list[dict[str, object]] = []
    for _ in range(MOST_STEPS):
        buttons = {choice.label: choice.id for choice in shown.choices}
        if SEND in buttons:
            return [*done, {"type": "choice", "choice": buttons[SEND]}]
        wanted = next((label for label in presses if label in buttons), None)
        event: Event
        if wanted is not None:
            presses.remove(wanted)
            event = ChoicePressed(buttons[wanted])
            done.append({"type": "choice", "choice": buttons[wanted]})
        else:
            text = types.pop(0) if types else "Ne"
            event = TextReceived(text)
            done.append({"type": "text", "text": text})
        shown = (await assistant.converse.hear(conversation, event))[-1]
    raise RefusedError(f"nobody gets to {SEND} by {', '.join(PRESSES)}")
