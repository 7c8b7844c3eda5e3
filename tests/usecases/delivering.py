"""Means of delivery that do as they are told, and a look at what the outbox says."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.adapters.mail import SmtpLetterbox
from assistant.bootstrap import Assistant
from assistant.conversation.messages import Message
from assistant.delivery.outbox import OutboxEntry
from assistant.library.library import Library
from assistant.referrals.routing import Recipient, Way
from assistant.usecases.deliver import Deliver
from assistant.usecases.means import Letter, Webhooks

FIRST, SECOND = "skyrius@kretinga.example", "centras@kretinga.example"
TWO_LETTERS = (Recipient(Way.LETTER, FIRST), Recipient(Way.LETTER, SECOND))


@dataclass
class Post:
    """The port Letterbox: fails as it is told, one failure a try, then takes everything."""

    failures: list[Exception] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    async def post(self, letter: Letter) -> None:
        # Other tasks get their turn, as they do while a real server is awaited.
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        self.letters.append(letter)


@dataclass
class Chats:
    """The port ReplyCarrier."""

    brought: list[tuple[str, tuple[Message, ...]]] = field(default_factory=list)

    async def bring(self, chat: str, messages: Sequence[Message]) -> None:
        self.brought.append((chat, tuple(messages)))


class Silent(Post):
    """A server that never answers."""

    def __init__(self) -> None:
        super().__init__()
        self.was_asked = asyncio.Event()

    async def post(self, letter: Letter) -> None:
        self.was_asked.set()
        await asyncio.Event().wait()
        self.letters.append(letter)


def delivering(
    assistant: Assistant,
    post: Post | SmtpLetterbox | None = None,
    chats: Chats | None = None,
    webhooks: Webhooks | None = None,
) -> Deliver:
    return Deliver(
        units=assistant.units,
        clock=assistant.clock,
        secrets=assistant.secrets,
        writer=assistant.writer,
        operator=assistant.settings.operator_email,
        letterbox=post,
        webhooks=webhooks,
        replies=chats,
    )


async def about(assistant: Assistant, number: str) -> OutboxEntry:
    """The newest entry."""
    return (await all_about(assistant, number))[-1]


async def all_about(assistant: Assistant, number: str) -> tuple[OutboxEntry, ...]:
    """The entries, oldest first."""
    async with assistant.units() as work:
        return await work.outbox.of_subject(number)


def switched_on(library: Library, *recipients: Recipient) -> Library:
    """The library in which these get word of new referrals in Kretinga."""
    route = replace(library.routes["kretingos-rajono"], recipients=recipients)
    return replace(library, routes={route.municipality: route})
