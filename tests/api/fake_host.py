"""A small assistant for the web door: it says prepared things, and remembers what was said and which keys it heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from assistant.conversation.events import ChoicePressed, Event, LevelChosen, Started, TextReceived
from assistant.conversation.messages import (
    Choice,
    DocumentNotice,
    Kind,
    Mark,
    Meaning,
    Message,
    Progress,
    ReferralNotice,
    Role,
)
from assistant.conversation.state import Channel
from assistant.delivery.backlog import Standing
from assistant.errors import ConversationNotFoundError, NoSoundError
from assistant.library.library import ServiceName, Term, TopicAnswer, Words
from assistant.library.municipalities import load_municipalities
from assistant.library.routes import load_routes
from assistant.library.sources import load_sources
from assistant.library.terms import forms_of, load_terms
from assistant.library.topics import load_services, load_topics
from assistant.library.words import load_messages
from assistant.referrals.routing import Municipality, Route
from assistant.understanding.terms import TermFinder
from assistant.usecases.converse import Opened
from assistant.usecases.handing_on import Taken
from assistant.usecases.handing_ports import Seat
from assistant.usecases.ports import Line
from assistant.usecases.signs import Signs
from tests.papers import FakePapers

CONTENT = Path(__file__).parents[2] / "content"

HELPERS = (
    ("dont-know", "Nežinau", "unknown"),
    ("back", "Atgal", "back"),
    ("repeat", "Pakartoti", "repeat"),
    ("human", "Noriu žmogaus", "human"),
    ("menu", "Meniu", "menu"),
)

SAYINGS: Mapping[str, Message] = {
    "greeting": Message(
        Kind.GREETING,
        (
            "Sveiki!",
            "Aš esu programa. Aš nesu žmogus.",
            "Aš papasakosiu apie pagalbą žmonėms su negalia.",
            "Aš padėsiu sužinoti, ar ši pagalba Jums tinka.",
            "Aš padėsiu parašyti prašymą savivaldybei.",
            "Kam reikia pagalbos?",
        ),
        "hello",
        (Choice("self", "Man", picture="person"), Choice("other", "Kitam žmogui", picture="helper")),
    ),
    "menu": Message(
        Kind.MENU,
        ("Ką norite daryti?",),
        "list",
        (
            Choice("learn", "Sužinoti apie pagalbą", picture="info"),
            Choice("check", "Ar man tinka?", picture="question"),
            Choice("request", "Siųsti prašymą", picture="send"),
            Choice("status", "Mano prašymas", picture="letter"),
        ),
    ),
    "learn": Message(
        Kind.ANSWER,
        (
            "Socialinės dirbtuvės yra vieta, kur žmonės dirba ir mokosi.",
            "Žmonės ten gamina daiktus.",
            "Darbas tinka pagal Jūsų jėgas.",
            "Už darbą galite gauti pinigų.",
            "Kiek pinigų Jūs gausite, aš nežinau.",
            "To klauskite dirbtuvėse.",
        ),
        "workshop",
        (
            Choice("check", "Ar man tinka?", picture="question"),
            Choice("sources", "Iš kur žinote?", Role.TOOL, picture="book"),
        ),
    ),
    "simple": Message(Kind.ANSWER, ("Dirbtuvėse žmonės dirba ir mokosi.",), "workshop"),
    "check": Message(
        Kind.QUESTION,
        (
            "Pažiūrėkite į asmens su negalia pažymėjimą.",
            "Raskite žodžius „dalyvumo lygis“.",
            "Koks ten skaičius?",
        ),
        "level",
        (Choice("low", "55 arba mažiau", picture="yes"), Choice("high", "60 arba daugiau", picture="no")),
        Progress(2, 6),
        terms=(
            Meaning(
                "participation-level",
                "dalyvumo lygis",
                1,
                17,
                31,
                ("Dalyvumo lygis yra skaičius.", "Jis parodo, kiek žmogus gali dalyvauti gyvenime."),
                "level",
            ),
        ),
    ),
    "low": Message(
        Kind.RESULT,
        (
            "Ši pagalba Jums gali tikti.",
            "Galutinai nusprendžia savivaldybės darbuotojas.",
            "Ar norite siųsti prašymą?",
        ),
        "likely",
        (Choice("request", "Siųsti prašymą", picture="send"), Choice("menu", "Ne dabar", picture="no")),
    ),
    "request": Message(
        Kind.RECEIPT,
        (
            "Savivaldybė gavo Jūsų prašymą.",
            "Prašymo numeris yra 47 12 80 35.",
            "Darbuotojas Jums paskambins iki gruodžio 1 dienos.",
            "Jei niekas nepaskambina, skambinkite patys: 0 445 51008.",
        ),
        "send",
        (Choice("status", "Mano prašymas", picture="letter"),),
        referral=ReferralNotice("47128035", "new"),
        marks=(Mark("Medis", "tree"),),
    ),
    "document": Message(
        Kind.NOTICE,
        ("Štai Jūsų prašymas.", "Jį galite atspausdinti."),
        "paper",
        (Choice("menu", "Gerai", picture="yes"),),
        document=DocumentNotice("47128035"),
    ),
    "danger": Message(
        Kind.DANGER,
        (
            "Skambinkite 112 dabar.",
            "Skambutis yra nemokamas.",
            "Jūsų gyvybė svarbi.",
            "Galite kalbėti ir su Vilties linija: 116 123.",
        ),
        "emergency",
    ),
    "lost": Message(
        Kind.NOTICE,
        ("Aš nesupratau. Atsiprašau.", "Ar klausiate apie pinigus?"),
        "unknown",
        (Choice("yes", "Taip", picture="yes"), Choice("no", "Ne", picture="no")),
    ),
    "reply": Message(
        Kind.REPLY,
        ("Savivaldybė atsakė į prašymą 47 12 80 35.", "Laba diena. Paskambinsiu rytoj."),
        "letter",
        referral=ReferralNotice("47128035", "answered"),
    ),
}


@cache
def _messages() -> Mapping[str, Words]:
    return load_messages(CONTENT / "lt" / name for name in ("web.yaml", "pages.yaml"))


@cache
def _read() -> tuple[
    Mapping[tuple[str, str], TopicAnswer],
    Mapping[str, ServiceName],
    Mapping[str, Term],
    Mapping[str, Municipality],
]:
    sources = load_sources(CONTENT / "sources")
    return (
        load_topics(CONTENT / "lt" / "topics", sources),
        load_services(CONTENT / "lt" / "services.yaml"),
        load_terms(CONTENT / "lt" / "glossary.yaml", sources),
        load_municipalities(CONTENT / "municipalities.yaml"),
    )


@cache
def _term_finder() -> TermFinder:
    return TermFinder(forms_of(_read()[2]))


@cache
def _routes() -> Mapping[str, Route]:
    return load_routes(CONTENT / "routes.yaml", _read()[3])


@dataclass(frozen=True)
class FakeLibrary:
    """Only what the pages say, as it stands in content."""

    messages: Mapping[str, Words] = field(default_factory=_messages)
    topics: Mapping[tuple[str, str], TopicAnswer] = field(default_factory=lambda: _read()[0])
    services: Mapping[str, ServiceName] = field(default_factory=lambda: _read()[1])
    terms: Mapping[str, Term] = field(default_factory=lambda: _read()[2])
    term_finder: TermFinder = field(default_factory=_term_finder)
    municipalities: Mapping[str, Municipality] = field(default_factory=lambda: _read()[3])
    routes: Mapping[str, Route] = field(default_factory=_routes)


@dataclass(frozen=True)
class FakeSettings:
    """Where people reach the pages."""

    address: str = "http://testserver"
    telegram_name: str = ""
    content_dir: Path = CONTENT
    widget_sites: str = ""


class FakeConverse:
    """Says the prepared message that a button names; to words it says that it did not understand."""

    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}
        self.said: dict[str, list[Line]] = {}
        self.answered: dict[tuple[str, str], tuple[Message, ...]] = {}
        self.events: list[Event] = []
        self.payloads: list[str] = []
        self.levels: list[bool] = []
        self.breaks: Exception | None = None
        self._now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
        self._count = 0

    async def open(self, channel: Channel, payload: str = "", *, is_simple: bool = False) -> Opened:
        assert channel is Channel.WEB
        self.levels.append(is_simple)
        conversation = f"talk{len(self.tokens) + 1}"
        self.tokens[conversation] = f"token-{conversation}"
        self.said[conversation] = []
        self.payloads.append(payload)
        return Opened(conversation, self.tokens[conversation], self._say(conversation, "", "greeting"))

    async def check(self, conversation: str, token: str) -> None:
        if self.tokens.get(conversation) != token:
            raise ConversationNotFoundError

    async def hear(
        self, conversation: str, event: Event, key: str = "", token: str | None = None
    ) -> tuple[Message, ...]:
        if token is not None:
            await self.check(conversation, token)
        if self.breaks:
            raise self.breaks
        if key and (conversation, key) in self.answered:
            return self.answered[conversation, key]
        self.events.append(event)
        messages = self._answer(conversation, event)
        if key:
            self.answered[conversation, key] = messages
        return messages

    async def lines(self, conversation: str) -> tuple[Line, ...]:
        return tuple(self.said[conversation])

    def reply(self, conversation: str) -> None:
        """Staff of the municipality answer; the last question comes again below."""
        self._say(conversation, "", "reply", "menu")

    def _answer(self, conversation: str, event: Event) -> tuple[Message, ...]:
        match event:
            case ChoicePressed(choice=choice):
                name = choice.partition("-")[2] if choice[:1].isdigit() else choice
                saying = {"self": "menu", "human": "menu", "repeat": "check"}.get(name, name)
                label = next((text for id_, text in _labels() if id_ == name), name)
                return self._say(conversation, label, saying if saying in SAYINGS else "lost")
            case TextReceived(text=text):
                return self._say(conversation, text, "danger" if "nebenoriu gyventi" in text else "lost")
            case LevelChosen(is_simple=is_simple):
                self.levels.append(is_simple)
                return self._say(conversation, "", "simple") if is_simple else ()
            case Started():
                return self._say(conversation, "", "menu")
            case _:
                raise AssertionError(event)

    def _say(self, conversation: str, said: str, *names: str) -> tuple[Message, ...]:
        self._now += timedelta(seconds=7)
        lines = self.said[conversation]
        if said:
            lines.append(Line(self._id(), self._now, said=said))
        messages = tuple(self._stamped(SAYINGS[name]) for name in names)
        lines.extend(Line(message.id, self._now, message=message) for message in messages)
        return messages

    def _stamped(self, message: Message) -> Message:
        turn = self._count
        content = tuple(replace(choice, id=f"{turn}-{choice.id}") for choice in message.choices)
        helpers = tuple(Choice(f"{turn}-{choice}", label, Role.HELPER, picture) for choice, label, picture in HELPERS)
        return replace(message, id=self._id(), choices=content + helpers)

    def _id(self) -> str:
        self._count += 1
        return f"line{self._count}"


@dataclass
class FakeHandingOn:
    """One secret for each conversation; its chat is Telegram where it is named so."""

    converse: FakeConverse
    offers: dict[str, Seat] = field(default_factory=dict)
    takers: dict[str, str] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)

    async def offer(self, conversation: str) -> str:
        self.offers[f"paslaptis-{conversation}"] = Seat(conversation, Channel.WEB)
        return f"paslaptis-{conversation}"

    async def leads_to(self, secret: str) -> Seat | None:
        return None if secret in self.takers else self.offers.get(secret)

    async def take(self, secret: str, *, by: str, instead_of: str = "") -> Taken | None:
        if secret not in self.offers or self.takers.setdefault(secret, by) != by:
            return None
        conversation = self.offers[secret].conversation
        self.replaced.append(instead_of)
        self.converse.tokens[conversation] = f"new-token-{conversation}"
        return Taken(conversation, f"new-token-{conversation}")


@dataclass
class FakeSpeak:
    """`shared` are the names of content; `sound` is what is heard, None where there is none now."""

    is_on: bool = True
    shared: dict[str, str] = field(default_factory=lambda: {"Sveiki!": "5" * 32, "Koks ten skaičius?": "6" * 32})
    sound: bytes | None = b"0123456789"
    aloud_asked: list[tuple[str, ...]] = field(default_factory=list)

    def name_of(self, sentence: str) -> str:
        return self.shared.get(sentence, "") if self.is_on else ""

    async def kept(self, name: str) -> bytes:
        if name not in self.shared.values():
            raise NoSoundError("unknown", is_known=False)
        return self._sound()

    async def aloud(self, sentences: Sequence[str]) -> bytes:
        self.aloud_asked.append(tuple(sentences))
        if not sentences:
            raise NoSoundError("nothing", is_known=False)
        return self._sound()

    def _sound(self) -> bytes:
        if self.sound is None:
            raise NoSoundError("busy")
        return self.sound


@dataclass
class FakeHost:
    """What the application is made with."""

    settings: FakeSettings = field(default_factory=FakeSettings)
    library: FakeLibrary = field(default_factory=FakeLibrary)
    converse: FakeConverse = field(default_factory=FakeConverse)
    papers: FakePapers = field(default_factory=FakePapers)
    speak: FakeSpeak = field(default_factory=FakeSpeak)
    parts: dict[str, bool] = field(default_factory=lambda: {"database": True})
    standing: Standing | None = None
    seen: Signs = field(default_factory=Signs)
    handing_on: FakeHandingOn = field(init=False)

    def __post_init__(self) -> None:
        self.handing_on = FakeHandingOn(self.converse)

    async def ready(self) -> dict[str, bool]:
        return self.parts

    async def delivery(self) -> Standing | None:
        return self.standing

    async def signs(self) -> Signs:
        return self.seen


def _labels() -> list[tuple[str, str]]:
    shown = [(choice.id, choice.label) for message in SAYINGS.values() for choice in message.choices]
    return shown + [(choice, label) for choice, label, _ in HELPERS]
