"""What the routes need: the assistant as the web door sees it, and how a route gets at it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Protocol, cast

from fastapi import Depends, Request

from assistant.conversation.events import Event
from assistant.conversation.messages import DocumentNotice, Message
from assistant.conversation.state import Channel
from assistant.delivery.backlog import Standing
from assistant.delivery.paper import Paper
from assistant.library.library import ServiceName, Term, TopicAnswer, Words
from assistant.referrals.routing import Municipality, Route
from assistant.understanding.terms import TermFinder
from assistant.usecases.converse import Opened
from assistant.usecases.handing_on import Taken
from assistant.usecases.handing_ports import Seat
from assistant.usecases.ports import Line
from assistant.usecases.signs import Signs


class Converses(Protocol):
    """Somebody to talk with."""

    async def open(self, channel: Channel, payload: str = "", *, is_simple: bool = False) -> Opened:
        """Begin a conversation, in the simpler texts where that is wished."""

    async def check(self, conversation: str, token: str) -> None:
        """Raises ConversationNotFoundError where the token does not open the conversation."""

    async def hear(
        self, conversation: str, event: Event, key: str = "", token: str | None = None
    ) -> tuple[Message, ...]:
        """Answer an event; the same key again gives the same answer. A token that is shown is looked at first.

        Raises ConversationNotFoundError.
        """

    async def lines(self, conversation: str) -> tuple[Line, ...]:
        """What was said lately, oldest first."""


class HandsOn(Protocol):
    """Somebody who hands conversations on to another place."""

    async def offer(self, conversation: str) -> str:
        """A secret that leads to the conversation once, for some minutes."""

    async def leads_to(self, secret: str) -> Seat | None:
        """Where the conversation stands that the secret leads to; None where it leads nowhere."""

    async def take(self, secret: str, *, by: str, instead_of: str = "") -> Taken | None:
        """The conversation with a new token; None where the secret leads nowhere."""


class WritesPapers(Protocol):
    """Somebody who puts on paper what was filled in."""

    async def of_conversation(self, conversation: str, notice: DocumentNotice) -> Paper:
        """What a message of the conversation brings along. Raises DocumentNotFoundError."""

    async def own_data(self, conversation: str) -> Mapping[str, object]:
        """All that is kept about the person of the conversation, ready for JSON."""

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as a file."""


class Speaks(Protocol):
    """Somebody who reads aloud."""

    @property
    def is_on(self) -> bool:
        """Whether anything can be heard at all."""

    def name_of(self, sentence: str) -> str:
        """Under which name the sound of a sentence is known; empty where it is none of content."""

    async def kept(self, name: str) -> bytes:
        """The sound of this name, as MP3. Raises NoSoundError."""

    async def aloud(self, sentences: Sequence[str]) -> bytes:
        """One sound of these sentences, kept nowhere. Raises NoSoundError."""


class HasWords(Protocol):
    """The part of the library that the pages take their words from."""

    @property
    def messages(self) -> Mapping[str, Words]:
        """The words by message id."""

    @property
    def topics(self) -> Mapping[tuple[str, str], TopicAnswer]:
        """The answers by topic and service."""

    @property
    def services(self) -> Mapping[str, ServiceName]:
        """The services by id."""

    @property
    def terms(self) -> Mapping[str, Term]:
        """The hard words by id."""

    @property
    def term_finder(self) -> TermFinder:
        """Where hard words stand."""

    @property
    def municipalities(self) -> Mapping[str, Municipality]:
        """All 60 by id."""

    @property
    def routes(self) -> Mapping[str, Route]:
        """Those that take requests, by id."""


class WebSettings(Protocol):
    """The part of the settings that the web door looks at."""

    @property
    def address(self) -> str:
        """Under which people reach the pages, without a slash at the end."""

    @property
    def widget_sites(self) -> str:
        """The sites that may show the chat in a frame, with a space between them; empty for none."""

    @property
    def telegram_name(self) -> str:
        """The user name of the bot, empty where there is none to go on with."""

    @property
    def content_dir(self) -> Path:
        """The words and data that editors own."""


class Host(Protocol):
    """The assistant as the web door sees it; assistant.bootstrap.Assistant is one."""

    @property
    def settings(self) -> WebSettings:
        """How it was started."""

    @property
    def library(self) -> HasWords:
        """The words."""

    @property
    def converse(self) -> Converses:
        """The conversation."""

    @property
    def handing_on(self) -> HandsOn:
        """The ways to and from other places."""

    @property
    def papers(self) -> WritesPapers:
        """The documents."""

    @property
    def speak(self) -> Speaks:
        """The voice."""

    async def ready(self) -> dict[str, bool]:
        """Which of the things that it stands on work."""

    async def delivery(self) -> Standing | None:
        """How the handing over of what waits stands; None where that is not known."""

    async def signs(self) -> Signs:
        """When worker and bot last gave a sign of life, and when the newest backup was made."""


def host_of(request: Request) -> Host:
    """The assistant that this application was made with."""
    return cast("Host", request.app.state.assistant)


async def the_host(request: Request) -> Host:
    """The same, for routes that have no use for the request itself.

    Asynchronous like all that routes depend on: FastAPI would hand anything else to another thread, for 200 µs.
    """
    return host_of(request)


TheHost = Annotated[Host, Depends(the_host)]
