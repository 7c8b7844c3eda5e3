"""Persons who fill in requests, whatever breaks meanwhile: they press the button that is there, and press it again."""

import asyncio
import random
import re
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import cycle
from typing import Any

import aiohttp

from tests.faults.ledger import Ledger
from tests.telegram_server.person import Shown, TelegramPerson

SHOWN_NUMBER = re.compile(r"numeris yra (\d\d) ?(\d\d) ?(\d\d) ?(\d\d)")
WISHES = (
    "Siųsti",
    "Ne, tai viskas",
    "Parašyti čia",
    "Ne",
    "Noriu pasikalbėti",
    "Siųsti prašymą",
    "Man",
    "Gerai",
    "Meniu",
)
"""The button that is pressed is the first of these that is there."""
TEXTS = (("Kur Jūs gyvenate", "Kretinga"), ("vardas", "Ona Onaitė"), ("", "Meniu"))
"""What is written where there is no button: the first whose words were asked."""
MOST_STEPS = 300
PATIENCE = 90.0
"""Seconds after which a person who is never answered gives up, and counts as lost."""
SHORT_WAIT = 0.05


def wish(labels: Sequence[str], text: str) -> tuple[str, bool]:
    """What to do next, and whether it is a button."""
    for label in WISHES[:-1]:
        if label in labels:
            return label, True
    written = next((answer for asked, answer in TEXTS if asked in text), "")
    return ("Meniu", True) if written == "Meniu" and "Meniu" in labels else (written, False)


def number_in(text: str) -> str:
    """The number that a message shows, digits only; empty where there is none."""
    found = SHOWN_NUMBER.search(text)
    return "".join(found.groups()) if found else ""


class WebPerson:
    """At the web chat's JSON interface of any of several servers; goes to the next one where one does not answer."""

    def __init__(self, http: aiohttp.ClientSession, urls: Sequence[str], ledger: Ledger, chance: random.Random) -> None:
        self._http = http
        self._all_urls = urls
        first = chance.randrange(len(urls))
        self._urls = cycle([*urls[first:], *urls[:first]])
        self._ledger = ledger
        self._chance = chance
        self.path = ""
        self.token = ""
        self.messages: list[dict[str, Any]] = []

    def twin(self) -> "WebPerson":
        """The same person's other device, or other thumb."""
        other = WebPerson(self._http, self._all_urls, self._ledger, self._chance)
        other.path, other.token, other.messages = self.path, self.token, self.messages
        return other

    async def opens(self) -> None:
        """Begin a conversation."""
        opened = await self._post("/api/v1/conversations", {}, "")
        self.path = f"/api/v1/conversations/{opened['conversation']}"
        self.token = opened["token"]
        self.messages = opened["messages"]

    async def fills_in(self) -> None:
        """Up to the summary, where only Siųsti is left to press."""
        for _ in range(MOST_STEPS):
            if "Siųsti" in self.labels:
                return
            await self.goes_on()
        raise AssertionError(f"the form has no end: {self.text}")

    async def sends(self) -> str:
        """Fill in and press Siųsti; gives the number that was shown."""
        await self.fills_in()
        return await self.presses_send()

    async def presses_send(self) -> str:
        """Press Siųsti until a number is shown; it is written into the ledger."""
        self._ledger.pressed += 1
        await self.presses("Siųsti")
        number = number_in(self.text)
        if number:
            self._ledger.shown[number] += 1
        return number

    async def goes_on(self) -> None:
        """Do the next thing that a person would do."""
        said, is_button = wish(self.labels, self.text)
        if is_button:
            await self.presses(said)
        else:
            await self.does({"type": "text", "text": said})

    async def presses(self, label: str) -> None:
        """Press a button; the same button once more where no answer comes."""
        await self.does({"type": "choice", "choice": self.choice(label)})

    async def does(self, event: dict[str, str], key: str = "") -> None:
        """Tell an event until it is answered."""
        key = key or secrets.token_urlsafe(12)
        self.messages = (await self._post(f"{self.path}/events", event, key))["messages"]

    def choice(self, label: str) -> str:
        """The id of a button."""
        return next(str(choice["id"]) for choice in self._choices if choice["label"] == label)

    @property
    def labels(self) -> list[str]:
        """What can be pressed now."""
        return [str(choice["label"]) for choice in self._choices]

    @property
    def text(self) -> str:
        """What was said last."""
        return "\n".join(sentence["text"] for message in self.messages for sentence in message["sentences"])

    @property
    def _choices(self) -> list[dict[str, Any]]:
        return self.messages[-1]["choices"] if self.messages else []

    async def _post(self, path: str, body: dict[str, str], key: str) -> Any:
        began = time.monotonic()
        tried = 0
        while time.monotonic() - began < PATIENCE:
            tried += 1
            headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
            # Half of the people press the button of the page again, which has its key; the others come back to it anew.
            is_same = tried == 1 or body.get("type") != "choice" or self._chance.random() < 0.5
            if key:
                headers["Idempotency-Key"] = key if is_same else secrets.token_urlsafe(12)
            try:
                async with self._http.post(f"{next(self._urls)}{path}", json=body, headers=headers) as answer:
                    if answer.status < 300:
                        took = time.monotonic() - began
                        if tried > 1:
                            self._ledger.repeated += 1
                            self._ledger.longest_silence = max(self._ledger.longest_silence, took)
                        else:
                            self._ledger.slowest = max(self._ledger.slowest, took)
                        return await answer.json()
                    if answer.status < 500:
                        # Nothing of what a person does here is refused, unless it was lost.
                        raise AssertionError(f"HTTP {answer.status} {(await answer.text())[:120]}")
                    if answer.status != 503 or "Retry-After" not in answer.headers:
                        self._ledger.rough.append(f"HTTP {answer.status} {(await answer.text())[:120]}")
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(SHORT_WAIT)
        raise TimeoutError(f"nobody answered {body} within {PATIENCE} seconds")


class TelegramWriter:
    """In a chat with the bot; says or presses the same once more where no answer comes."""

    def __init__(self, person: TelegramPerson, ledger: Ledger, *, within: float = 10.0) -> None:
        self.person = person
        self._ledger = ledger
        self._within = within
        self._newest: Shown | None = None
        self._text = ""

    async def opens(self) -> None:
        """Press Start until the bot answers."""
        await self._until_answered("/start", is_button=False)

    async def sends(self) -> str:
        """Fill in and press Siųsti; gives the number that was shown, empty where none came in time."""
        await self.fills_in()
        return await self._presses_send()

    async def fills_in(self) -> None:
        """Up to the summary, where only Siųsti is left to press."""
        for _ in range(MOST_STEPS):
            said, is_button = wish(self._newest.buttons if self._newest else (), self._text)
            if said == "Siųsti":
                return
            await self._until_answered(said, is_button=is_button)
        seen = [(message.text[:60], message.buttons[:3]) for message in await self.person.sees()]
        raise AssertionError(f"the form has no end: {seen[-20:]}")

    async def _presses_send(self) -> str:
        self._ledger.pressed += 1
        deadline = time.monotonic() + PATIENCE
        await self._until_answered("Siųsti", is_button=True)
        while not number_in(self._text) and time.monotonic() < deadline:
            await self._hears(self._within)
        number = number_in(self._text)
        if number:
            self._ledger.shown[number] += 1
        return number

    async def _until_answered(self, said: str, *, is_button: bool) -> None:
        deadline = time.monotonic() + PATIENCE
        within = self._within
        while time.monotonic() < deadline:
            self._ledger.repeated += within != self._within
            if is_button:
                # The answer may come while we are about to press again, and the button is gone.
                with suppress(AssertionError):
                    await self.person.presses(said)
            else:
                await self.person.says(said)
            if await self._hears(within):
                return
            # Whoever presses again and again is only answered that the button is old.
            within *= 2
        raise TimeoutError(f"the bot did not answer {said} within {PATIENCE} seconds")

    async def _hears(self, within: float) -> bool:
        shown = await self.person.reads_if_any(within)
        if shown:
            self._text = "\n".join(message.text for message in shown)
            self._newest = next((message for message in reversed(shown) if message.buttons), self._newest)
        return bool(shown)
