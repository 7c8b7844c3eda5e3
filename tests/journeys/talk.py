"""One person's talk in the users' words, the same through every door."""

import asyncio
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from typing import Protocol

import httpx
import pypdfium2

from tests import warm
from tests.telegram_server.person import Shown, TelegramPerson

ANSWER_WITHIN = 30.0
PAUSE = 0.1
MOST_PRESSES = 12


@dataclass(frozen=True)
class Read:
    """What the person sees now: the words, and the labels of the buttons."""

    text: str
    buttons: tuple[str, ...]


class Door(Protocol):
    """A way to talk with the assistant."""

    async def opens(self) -> Read:
        """Begin."""

    async def says(self, text: str) -> Read:
        """Write something."""

    async def presses(self, label: str) -> Read:
        """Press the button with this label."""

    async def later(self) -> Read:
        """Come back and look, without doing anything."""

    async def opens_document(self) -> bytes:
        """Open the document that came last."""

    async def leaves(self) -> None:
        """Put the phone away."""


class Talk:
    """Says, presses and reads; every answer is kept so that a test can look at the whole of it."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.seen: list[Read] = []

    async def opens(self, *expected: str) -> Read:
        return self._look(await self._door.opens(), expected)

    async def says(self, text: str, *expected: str) -> Read:
        return self._look(await self._door.says(text), expected)

    async def presses(self, label: str, *expected: str) -> Read:
        return self._look(await self._door.presses(label), expected)

    async def presses_until(self, words: str, label: str, *expected: str) -> Read:
        """Press the same button until these words are said."""
        for _ in range(MOST_PRESSES):
            if words in self.seen[-1].text:
                return self.seen[-1]
            await self.presses(label, *expected)
        raise AssertionError(f"never said: {words}\nbut:\n{self.seen[-1].text}")

    async def later(self, *expected: str) -> Read:
        """Look until what is expected is there: news comes when a worker has brought it."""
        read = await self._door.later()
        until = time.monotonic() + ANSWER_WITHIN
        while not all(words in read.text for words in expected) and time.monotonic() < until:
            await asyncio.sleep(PAUSE)
            more = await self._door.later()
            read = Read(f"{read.text}\n{more.text}", more.buttons or read.buttons)
        return self._look(read, expected)

    async def opens_document(self) -> str:
        """The words of the document that came last."""
        pdf = pypdfium2.PdfDocument(await self._door.opens_document())
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)

    def _look(self, read: Read, expected: tuple[str, ...]) -> Read:
        for words in expected:
            assert words in read.text, f"not said: {words}\nbut:\n{read.text}\n{read.buttons}"
        self.seen.append(read)
        return read


class HttpDoor:
    """The JSON interface of the web chat."""

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=f"{base_url}/api/v1", timeout=ANSWER_WITHIN, trust_env=False, transport=transport
        )
        self._path = ""
        self._newest: list[dict[str, str]] = []
        self._asked: list[dict[str, str]] = []
        self._known: set[str] = set()
        self._document = ""

    async def opens(self) -> Read:
        answer = await self._http.post("/conversations", json={})
        assert answer.status_code == 201, answer.text
        opened = answer.json()
        self._path = f"/conversations/{opened['conversation']}"
        self._http.headers["Authorization"] = f"Bearer {opened['token']}"
        return self._read(opened["messages"])

    async def says(self, text: str) -> Read:
        return await self._event({"type": "text", "text": text})

    async def presses(self, label: str) -> Read:
        # A question of staff can be answered long after it came.
        choice = next(choice["id"] for choice in (*self._newest, *self._asked) if choice["label"] == label)
        return await self._event({"type": "choice", "choice": choice})

    async def later(self) -> Read:
        answer = await self._http.get(self._path)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        # Where several things came in the meantime, the messages are only the newest; the lines are all that was said.
        lines = [line for line in page["lines"] if line["by"] == "assistant" and line["id"] not in self._known]
        read = self._read([message for message in page["messages"] if message["id"] not in self._known])
        self._known |= {line["id"] for line in lines}
        return Read("\n".join(line["text"] for line in lines), read.buttons)

    async def opens_document(self) -> bytes:
        answer = await self._http.get(self._document)
        assert answer.status_code == 200, answer.text
        return answer.content

    async def leaves(self) -> None:
        await self._http.aclose()

    async def _event(self, body: dict[str, str]) -> Read:
        answer = await self._http.post(f"{self._path}/events", json=body)
        assert answer.status_code == 200, answer.text
        return self._read(answer.json()["messages"])

    def _read(self, messages: list[dict[str, object]]) -> Read:
        self._known |= {str(message["id"]) for message in messages}
        for message in messages:
            if message["document"]:
                self._document = str(message["document"]["url"]).removeprefix("/api/v1")  # type: ignore[index]  # the same
            choices: list[dict[str, str]] = message["choices"]  # type: ignore[assignment]  # checked by the API's own tests
            if message["kind"] == "asked":
                self._asked = choices
            else:
                self._newest = choices or self._newest
        text = "\n".join(sentence["text"] for message in messages for sentence in message["sentences"])  # type: ignore[attr-defined]  # the same
        return Read(text, tuple(choice["label"] for choice in self._newest))


class TelegramDoor:
    """A person with Telegram, a Bot API server in its own process, and the real bot."""

    def __init__(self, person: TelegramPerson) -> None:
        self._person = person
        self._file = 0
        self._seen: list[Shown] = []

    async def opens(self) -> Read:
        read = await self.says("/start")
        # This person wants to read in Telegram what the municipality writes, as one does elsewhere.
        await self.says("/atsakymai")
        return read

    async def says(self, text: str) -> Read:
        await self._person.says(text)
        return await self.later()

    async def presses(self, label: str) -> Read:
        newest, *older = [message for message in reversed(self._seen) if message.buttons]
        if label in newest.buttons:
            await self._person.presses(label)
        else:
            # A question of staff can be answered long after it came.
            await self._person.presses_old(label, next(one.id for one in older if label in one.buttons))
        return await self.later()

    async def later(self) -> Read:
        shown = await self._person.reads(ANSWER_WITHIN)
        self._seen += shown
        self._file = next((message.id for message in reversed(shown) if message.file), self._file)
        return Read("\n".join(message.text for message in shown), shown[-1].buttons)

    async def opens_document(self) -> bytes:
        return await self._person.opens_file(self._file)

    async def leaves(self) -> None:
        await self._person.__aexit__()


class TerminalDoor:
    """The command aiskiai talk in a process of its own, typed into as a person does."""

    PROMPT = "> "
    WRITTEN = "Dokumentas yra čia: "

    def __init__(self, environment: dict[str, str], person: str) -> None:
        typed, types = os.pipe()
        reads, read = os.pipe()
        self._process = warm.born(
            "assistant", "talk", "--as", person, environment=environment, stdin=typed, stdout=read
        )
        for end in (typed, read):
            os.close(end)
        self._keys, self._screen = os.fdopen(types, "w", encoding="utf-8"), os.fdopen(reads, encoding="utf-8")
        self._heard: Queue[str] = Queue()
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()
        self._buttons: list[str] = []
        self._document = ""

    async def opens(self) -> Read:
        return self._read()

    async def says(self, text: str) -> Read:
        self._type(text)
        return self._read()

    async def presses(self, label: str) -> Read:
        self._type(str(self._buttons.index(label) + 1))
        return self._read()

    async def later(self) -> Read:
        return await self.says("pakartok")

    async def opens_document(self) -> bytes:
        return await asyncio.to_thread(Path(self._document).read_bytes)

    async def leaves(self) -> None:
        self._type("/quit")
        self._process.wait(ANSWER_WITHIN)
        self._listening.join(ANSWER_WITHIN)
        for stream in (self._keys, self._screen):
            stream.close()

    def _listen(self) -> None:
        while character := self._screen.read(1):
            self._heard.put(character)

    def _type(self, line: str) -> None:
        self._keys.write(line + "\n")
        self._keys.flush()

    def _read(self) -> Read:
        shown = ""
        while not shown.endswith(f"\n{self.PROMPT}"):
            shown += self._heard.get(timeout=ANSWER_WITHIN)
        lines = shown.removesuffix(self.PROMPT).splitlines()
        labels = [part.strip() for line in lines if self._is_choice(line) for part in self._parts(line)]
        if labels:
            self._buttons = labels
        words = [line for line in lines if not self._is_choice(line)]
        for line in words:
            if line.startswith(self.WRITTEN):
                self._document = line.removeprefix(self.WRITTEN)
        return Read("\n".join(words).strip(), tuple(self._buttons))

    @staticmethod
    def _is_choice(line: str) -> bool:
        return line.startswith("[") and line[1 : line.find("]")].isdecimal()

    @staticmethod
    def _parts(line: str) -> list[str]:
        return [part.partition("] ")[2] for part in line.split("  ") if part.startswith("[")]
