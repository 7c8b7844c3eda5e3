"""What the use cases need of the outside, declared by them; adapters and doors fulfil it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.referrals.referral import Referral
from assistant.usecases.informing import Followers, Promises, Tries


class Clock(Protocol):
    """The time; tests turn it by hand."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def today(self) -> date:
        """The present day in Lithuania."""


class Secrets(Protocol):
    """Where unguessable values come from."""

    def token(self) -> str:
        """At least 128 random bits, safe in an address."""

    def hashed(self, secret: str) -> str:
        """The keyed hash under which a token is kept, the same in all processes: a stolen database opens nothing."""

    def number(self) -> str:
        """A new referral number: digits only, the last one checks the others."""


@dataclass(frozen=True)
class Line:
    """One line of what was said: by the person (`said`), or by the assistant (`message`)."""

    id: str
    at: datetime
    said: str = ""
    message: Message | None = None


class Conversations(Protocol):
    """Conversations with what was said in them."""

    async def add(self, conversation: Conversation, token_hash: str, external_id: str = "") -> None:
        """Store a new one; `external_id` is the chat's id in its channel.

        A chat that has a conversation already breaks the transaction with ConversationChangedError.
        """

    async def load(self, conversation_id: str) -> Conversation:
        """Raises ConversationNotFoundError."""

    async def token_hash(self, conversation_id: str) -> str:
        """The hash of the token that opens it. Raises ConversationNotFoundError."""

    async def find(self, channel: Channel, external_id: str) -> Conversation | None:
        """The conversation of a chat."""

    async def external_id(self, conversation_id: str) -> str:
        """The chat's id in its channel, empty where it has none. Raises ConversationNotFoundError."""

    async def store(self, conversation: Conversation) -> Conversation:
        """Store the next version; gives it with the new version. Raises ConversationChangedError."""

    async def say(self, conversation_id: str, lines: Sequence[Line]) -> None:
        """Add lines to what was said; only the newest KEPT_LINES stay."""

    async def forget(self, conversation_id: str) -> None:
        """Erase all that was said."""

    async def lines(self, conversation_id: str) -> tuple[Line, ...]:
        """What was said, oldest first."""

    async def messages(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """These messages of the assistant, in the order asked; those no longer kept are left out."""

    async def heard(self, conversation_id: str, key: str) -> tuple[str, ...] | None:
        """The ids of the messages that answered the event with this key, or None if it was never heard."""

    async def remember(self, conversation_id: str, key: str, message_ids: Sequence[str], at: datetime) -> None:
        """Note that the event with this key was answered.

        A second one with the same key breaks the transaction with ConversationChangedError.
        """


KEPT_LINES = 60


class Referrals(Protocol):
    """Referrals and their threads."""

    async def add(self, referral: Referral) -> None:
        """Store a new one. A draft or number that exists already breaks the transaction with ReferralChangedError."""

    async def by_draft(self, draft: str) -> Referral | None:
        """The referral that came of a draft."""

    async def is_number_taken(self, number: str) -> bool:
        """Whether a referral has this number."""

    async def by_number(self, number: str) -> Referral | None:
        """The referral with this number, whosever it is."""

    async def of_conversation(self, conversation_id: str) -> tuple[Referral, ...]:
        """Those a conversation has sent or opened by a receipt, newest first."""

    async def send_letters_to(self, number: str, address: str) -> None:
        """Note the person's own address for letters, empty for none; the thread and the version stay as they are."""

    async def of_municipality(self, municipality: str) -> tuple[Referral, ...]:
        """Those of a municipality: open ones first, then newest first."""

    async def load(self, number: str, municipality: str) -> Referral:
        """One of this municipality. Raises ReferralNotFoundError, also where another municipality has it."""

    async def store(self, referral: Referral) -> None:
        """Store the next version with its thread. Raises ReferralChangedError."""


class Outbox(Protocol):
    """What waits to be handed over."""

    async def add(self, entry: OutboxEntry) -> None:
        """Put it in line."""

    async def claim(self, carriers: Sequence[Carrier], now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        """Take entries that are due, for LEASE; another worker does not see them till then. Oldest first."""

    async def store(self, entry: OutboxEntry) -> None:
        """Store the outcome of a try and let go of the claim."""

    async def of_subject(self, number: str) -> tuple[OutboxEntry, ...]:
        """The entries about one referral, oldest first."""


@dataclass(frozen=True)
class StaffMember:
    """Somebody who works in a municipality's inbox; role is staff, lead or admin."""

    id: str
    email: str
    municipality: str
    role: str


class Staff(Protocol):
    """Staff accounts, their one-time sign-in links and their sign-in sessions; only hashes of secrets are kept."""

    async def add(self, member: StaffMember) -> StaffMember:
        """Store an account; one with the same e-mail is given back with the new municipality and role."""

    async def of_municipality(self, municipality: str) -> tuple[StaffMember, ...]:
        """The accounts of a municipality."""

    async def add_link(self, token_hash: str, staff_id: str, expires_at: datetime) -> None:
        """Store a sign-in link."""

    async def use_link(self, token_hash: str, now: datetime) -> StaffMember | None:
        """Use up a link that is not used and not too old; None otherwise."""

    async def add_session(self, token_hash: str, staff_id: str, expires_at: datetime) -> None:
        """Store a sign-in session."""

    async def of_session(self, token_hash: str, now: datetime) -> StaffMember | None:
        """Who is signed in, if the session still holds."""

    async def end_session(self, token_hash: str) -> None:
        """Sign out."""


@dataclass(frozen=True)
class StoredUpdate:
    """A Telegram update as it came, kept until it is handled. `chat` keeps the order within one chat."""

    id: int
    chat: str
    payload: str


class Updates(Protocol):
    """Telegram updates: stored before they are acknowledged, handled once."""

    async def add(self, updates: Sequence[StoredUpdate], now: datetime) -> None:
        """Store those that are new; a known id is passed over."""

    async def claim(self, now: datetime, limit: int) -> tuple[StoredUpdate, ...]:
        """Take unhandled updates for a while, oldest first, at most one a chat and none of a chat being handled."""

    async def done(self, update_id: int, now: datetime) -> None:
        """Mark as handled and forget what it said."""


class UnitOfWork(Protocol):
    """One transaction; leaving it without commit rolls everything back."""

    conversations: Conversations
    referrals: Referrals
    outbox: Outbox
    staff: Staff
    updates: Updates
    promises: Promises
    followers: Followers
    tries: Tries

    async def __aenter__(self) -> Self:
        """Begin."""

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""

    async def commit(self) -> None:
        """Make it last."""


class UnitsOfWork(Protocol):
    """Begins transactions."""

    def __call__(self) -> UnitOfWork:
        """A new one, to be entered with `async with`."""


@dataclass(frozen=True)
class Letter:
    """A letter to a department: no personal data. `id` makes the Message-ID, the same at every try."""

    id: str
    to: str
    subject: str
    body: str


class Letterbox(Protocol):
    """Hands letters over."""

    async def post(self, letter: Letter) -> None:
        """Returns only when the other side has it. Raises TemporaryFailureError or PermanentFailureError."""


class ReplyCarrier(Protocol):
    """Brings messages to a chat that does not ask for them itself (Telegram)."""

    async def bring(self, chat: str, messages: Sequence[Message]) -> None:
        """Returns only when the channel has them. Raises TemporaryFailureError or PermanentFailureError."""
