"""A small assistant for tests of the Telegram door: it answers every event with one question and keeps what it did."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from aiogram import Bot
from aiogram.methods import GetUpdates
from aiogram.types import Update

from assistant.conversation.events import ChoicePressed, Event, TextReceived
from assistant.conversation.messages import Choice, Discretion, Kind, Message, Role
from assistant.conversation.state import Channel
from assistant.library.library import Words
from assistant.usecases.ports import StoredUpdate
from bot.door import TelegramDoor, bot_at
from bot.elsewhere import WayToWeb
from bot.outgoing import TelegramCarrier
from bot.pace import Pace
from bot.pictures import PictureSender
from bot.ports import Deliverer, Pictures, Voices
from bot.voice import VoiceReader
from bot.webhook import Webhook
from bot.words import DoorWords, door_words
from tests.papers import FakePapers
from tests.telegram_server.process import TelegramServer, free_port

HELPERS = {
    "dont-know": "Nežinau",
    "back": "Atgal",
    "repeat": "Pakartoti",
    "human": "Noriu žmogaus",
    "menu": "Meniu",
}


def some_words() -> DoorWords:
    """The door's words, as short as can be."""
    said = {
        "telegram.group": "Rašykite man asmeniškai.",
        "telegram.trouble": "Aš suklydau. Atsiprašau.",
        "telegram.progress": "{step} klausimas iš {of}",
        "telegram.listen": "🔊 Klausyti",
        "telegram.no-sound": "Garso dabar nėra.",
        "telegram.command.start": "Pradėti",
        "telegram.command.meniu": "Meniu",
        "telegram.command.zmogus": "Kalbėti su žmogumi",
        "telegram.command.prasymas": "Mano prašymas",
        "telegram.command.duomenys": "Mano duomenys",
        "telegram.description": "Aš padedu.",
        "telegram.about": "Pagalba.",
        "telegram.command.svetaine": "Svetainė",
        "telegram.command.atsakymai": "Atsakymai",
        "telegram.taken-back": "Aš ištryniau žinutę.",
        "telegram.take-back-yourself": "Ištrinkite žinutę.",
        "telegram.reply-waits": "Yra atsakymas. Numeris {number}.",
        "telegram.reply-asked": "Ar rašyti čia?",
        "telegram.question-waits": "Yra klausimas. Numeris {number}.",
        "telegram.question-asked": "Ar klausti čia?",
        "telegram.news-waits": "Yra žinia.",
        "telegram.news-asked": "Ar sakyti čia?",
        "telegram.own-phone": "Spauskite mygtuką apačioje.",
        "telegram.own-phone-over": "Gerai.",
        "telegram.label.own-phone": "Duoti mano numerį",
        "telegram.label.own-phone-write": "Arba parašykite",
        "telegram.web": "Galime tęsti svetainėje.",
        "telegram.wait": "Palaukite.",
        "telegram.label.web": "Tęsti svetainėje",
        "telegram.label.replies-here": "Rašyti čia",
        "telegram.label.replies-elsewhere": "Tik pranešti",
    }
    return door_words({name: Words((sentence,)) for name, sentence in said.items()})


def question(*sentences: str, turn: int = 1) -> Message:
    """A question with two answers and the helpers."""
    answers = (Choice(f"{turn}-yes", "Taip"), Choice(f"{turn}-no", "Ne"))
    helpers = tuple(Choice(f"{turn}-{name}", label, Role.HELPER) for name, label in HELPERS.items())
    return Message(Kind.QUESTION, sentences, choices=answers + helpers)


def echo(event: Event) -> str:
    """The words that name the event in an answer."""
    match event:
        case TextReceived(text=text):
            return f"Jūs parašėte: {text}"
        case ChoicePressed(choice=choice):
            return f"Jūs paspaudėte: {choice}"
        case _:
            return f"Įvyko: {type(event).__name__}"


@dataclass
class FakeConverser:
    """Answers once a key. `before` runs first and may fail or wait."""

    before: Callable[[str, Event], object] = lambda _chat, _event: None
    answers: dict[str, tuple[Message, ...]] = field(default_factory=dict)
    effects: list[tuple[str, Event]] = field(default_factory=list)
    discretion: Discretion = Discretion.NONE
    picture: str = ""

    async def hear_in_chat(self, channel: Channel, external_id: str, event: Event, key: str) -> tuple[Message, ...]:
        assert channel is Channel.TELEGRAM
        waiting = self.before(external_id, event)
        if isinstance(waiting, asyncio.Event):
            await waiting.wait()
        if key not in self.answers:
            self.effects.append((external_id, event))
            answer = question(echo(event), "Ar tinka?", turn=len(self.effects))
            self.answers[key] = (replace(answer, discretion=self.discretion, picture=self.picture),)
        return self.answers[key]


@dataclass
class FakeHands:
    """Knows one secret, "geras"; every chat has a conversation unless it is named."""

    strangers: frozenset[str] = frozenset()
    taken: list[str] = field(default_factory=list)

    async def offer_from_chat(self, channel: Channel, external_id: str) -> str | None:
        assert channel is Channel.TELEGRAM
        return None if external_id in self.strangers else f"paslaptis-{external_id}"

    async def take_in_chat(self, secret: str, channel: Channel, external_id: str) -> bool:
        assert channel is Channel.TELEGRAM
        self.taken.append(external_id)
        return secret == "geras"


@dataclass
class FakeReceiver:
    """The table of updates, in memory. `release` lets go of claims, as an expired lease does."""

    kept: dict[int, StoredUpdate] = field(default_factory=dict)
    claimed: dict[int, str] = field(default_factory=dict)
    handled: set[int] = field(default_factory=set)
    given: list[int] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        for update in updates:
            self.kept.setdefault(update.id, update)

    async def claim(self, limit: int) -> tuple[StoredUpdate, ...]:
        found: list[StoredUpdate] = []
        for update in sorted(self.kept.values(), key=lambda one: one.id):
            is_free = update.id not in self.handled and update.chat not in self.claimed.values()
            if is_free and len(found) < limit:
                self.claimed[update.id] = update.chat
                self.given.append(update.id)
                found.append(update)
        return tuple(found)

    async def kept_waiting(self) -> tuple[str, ...]:
        told, self.waiting = tuple(self.waiting), []
        return told

    async def done(self, update_id: int) -> None:
        self.handled.add(update_id)
        self.claimed.pop(update_id, None)

    def release(self) -> None:
        self.claimed.clear()

    @property
    def unhandled(self) -> set[int]:
        return set(self.kept) - self.handled


class NothingToDeliver:
    """An outbox that holds nothing."""

    async def once(self) -> int:
        return 0


async def short_pause(seconds: float) -> None:
    """A hundredth of what was asked: the order of things stays, the waiting goes."""
    await asyncio.sleep(seconds / 100)


def some_webhook() -> Webhook:
    """A webhook on this machine."""
    port = free_port()
    return Webhook(f"http://127.0.0.1:{port}/telegram", "tylus-zodis", "127.0.0.1", port)


@asynccontextmanager
async def running_door(
    server: TelegramServer,
    converse: FakeConverser,
    receive: FakeReceiver,
    deliver: Callable[[TelegramCarrier], Deliverer] = lambda _carrier: NothingToDeliver(),
    papers: FakePapers | None = None,
    voices: Voices | None = None,
    pictures: Pictures | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    """The door at work for as long as the block lasts; it is asked to stop, as SIGTERM asks, and must do so."""
    bot = bot_at(server.token, server.base_url)
    to_web = WayToWeb(FakeHands(), "https://aiskiai.example")
    voice = VoiceReader(bot, voices, some_words(), pause=short_pause) if voices else None
    carrier = TelegramCarrier(
        bot,
        some_words(),
        papers or FakePapers(),
        pace=Pace(0),
        pause=short_pause,
        to_web=to_web,
        voice=voice,
        pictures=PictureSender(bot, pictures, pause=short_pause) if pictures else None,
    )
    door = TelegramDoor(
        bot=bot,
        converse=converse,
        receive=receive,
        deliver=deliver(carrier),
        carrier=carrier,
        words=some_words(),
        hands=FakeHands(),
        webhook=some_webhook() if server.calls_bots else None,
        pause=short_pause,
    )
    stop = asyncio.Event()
    running = asyncio.create_task(door.run(stop))
    try:
        yield running
    finally:
        stop.set()
        _, unfinished = await asyncio.wait({running}, timeout=30)
        await bot.session.close()
        assert not unfinished, "the door did not stop when it was asked to"
        # What went wrong inside is shown, unless the test itself ended the door.
        if not running.cancelled():
            running.result()


async def eventually(is_so: Callable[[], object], within: float = 30.0) -> None:
    """Returns as soon as it is so; fails where it is not in time."""
    deadline = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < deadline, f"not so within {within} seconds"
        await asyncio.sleep(0.02)


async def updates(bot: Bot, offset: int = 0, wait: int = 0) -> list[Update]:
    """What getUpdates gives a bot now, or within so many seconds."""
    return await bot(GetUpdates(offset=offset, timeout=wait), request_timeout=wait + 10)
