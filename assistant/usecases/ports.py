"""What the use cases need of the outside, declared by them; adapters and doors fulfil it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Protocol, Self

from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.delivery.backlog import Backlog
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.referrals.referral import PassedAway, Referral
from assistant.usecases.access import Role
from assistant.usecases.auditing import Audit
from assistant.usecases.comprehension import Tallies
from assistant.usecases.counting import Counts
from assistant.usecases.data_keys import DataKeys
from assistant.usecases.doubles import Doubles
from assistant.usecases.examples import Examples
from assistant.usecases.finding import Finding
from assistant.usecases.forgetting import ErasedReferrals, Forgetting
from assistant.usecases.handing_ports import HandingOver
from assistant.usecases.informing import Followers, Promises, Tries
from assistant.usecases.messenger_files import MessengerFiles
from assistant.usecases.missed import MissedTexts
from assistant.usecases.office_records import Offices, Team
from assistant.usecases.ready_ports import ReadyReplies
from assistant.usecases.signing_in import Factors, KnownElsewhere, Sessions
from assistant.usecases.taught import TaughtWords


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

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1, each as likely as the others."""


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

    async def load(self, conversation_id: str, token_hash: str | None = None, *, key: str = "") -> Conversation:
        """Raises ConversationNotFoundError, also where a hash is given and is not that of the token that opens it.

        Who asks next whether the event with this key was heard is told without another look.
        """

    async def token_hash(self, conversation_id: str) -> str:
        """The hash of the token that opens it. Raises ConversationNotFoundError."""

    async def find(self, channel: Channel, external_id: str, *, key: str = "") -> Conversation | None:
        """The conversation of a chat; `key` as above."""

    async def external_id(self, conversation_id: str) -> str:
        """The chat's id in its channel, empty where it has none. Raises ConversationNotFoundError."""

    async def store(self, conversation: Conversation, heard_at: datetime | None = None) -> Conversation:
        """Store the next version, with when something was said last, and give it. Raises ConversationChangedError."""

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
        """Whether a referral has this number, or had it before it was erased."""

    async def of_conversation(self, conversation_id: str) -> tuple[Referral, ...]:
        """Those a conversation has sent or opened by a receipt, newest first."""

    async def send_letters_to(self, number: str, address: str) -> None:
        """Note the person's own address for letters, empty for none; the thread and the version stay as they are."""

    async def of_municipality(self, municipality: str) -> tuple[Referral, ...]:
        """Those of a municipality: open ones first, then newest first."""

    async def load(self, number: str, municipality: str) -> Referral:
        """One of this municipality. Raises ReferralNotFoundError, also where another municipality has it."""

    async def by_number(self, number: str) -> Referral | None:
        """The referral with this number, whoever handles it: for the program's own work, never for who is signed in."""

    async def passed_away(self, municipality: str) -> tuple[PassedAway, ...]:
        """Those that a municipality passed on and does not have now, newest passing first."""

    async def store(self, referral: Referral) -> None:
        """Store the next version with its thread. Raises ReferralChangedError."""


class Numbers(Protocol):
    """Blocks of referral numbers."""

    async def open_block(self) -> int | None:
        """The block that numbers are drawn from; None where the database is new or was restored from a backup."""

    async def known_blocks(self) -> frozenset[int]:
        """Every block that is known to have ever been opened, by this database or by one that it replaced."""

    async def open(self, block: int, now: datetime) -> None:
        """Draw from this block from now on.

        One that was opened already, perhaps at once by another process, breaks the transaction with
        ReferralChangedError.
        """


class Outbox(Protocol):
    """What waits to be handed over."""

    async def add(self, entry: OutboxEntry, *, is_example: bool | None = None) -> None:
        """Put it in line. An id that exists already breaks the transaction with OutboxEntryExistsError.

        What is about an example (Referral.is_demo) never stands in line: it is kept as sent, for show. Whether it is,
        is looked up where nobody says.
        """

    async def claim(self, carriers: Sequence[Carrier], now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        """Take entries that are due, for LEASE; another worker does not see them till then. Oldest first."""

    async def store(self, entry: OutboxEntry) -> bool:
        """Store the outcome of a try and let go of the claim; whether it counted."""

    async def change(self, number: str, change: Callable[[OutboxEntry], OutboxEntry]) -> tuple[OutboxEntry, ...]:
        """Change the entries about a referral, with no worker at them meanwhile; gives those that were changed."""

    async def of_subject(self, number: str) -> tuple[OutboxEntry, ...]:
        """The entries about one referral, oldest first."""

    async def of_id(self, entry_id: str) -> OutboxEntry | None:
        """One entry."""

    async def backlog(self) -> Backlog:
        """How much there is of everything."""

    async def stuck(self, late_since: datetime, failed_since: datetime) -> tuple[OutboxEntry, ...]:
        """What was made before `late_since` and is unsent, or after `failed_since` and failed for good."""


@dataclass(frozen=True)
class StaffMember:
    """Somebody who works in a municipality's inbox."""

    id: str
    email: str
    municipality: str
    role: Role


class Staff(Protocol):
    """Staff accounts and their one-time sign-in links; only hashes of secrets are kept."""

    async def add(self, member: StaffMember) -> StaffMember:
        """Store an account; one with the same e-mail is given back with the new municipality and role."""

    async def of_municipality(self, municipality: str) -> tuple[StaffMember, ...]:
        """The accounts of a municipality."""

    async def add_link(self, token_hash: str, staff_id: str, expires_at: datetime) -> None:
        """Store a sign-in link."""

    async def use_link(self, token_hash: str, now: datetime) -> StaffMember | None:
        """Use up a link that is not used and not too old; None otherwise."""

    async def of_link(self, token_hash: str) -> StaffMember | None:
        """Whom a sign-in link was made for, whether it still works or not."""

    async def by_email(self, email: str) -> StaffMember | None:
        """The account with this address, however it is written."""

    async def of_id(self, staff_id: str) -> StaffMember | None:
        """The account with this id."""

    async def remove(self, staff_id: str) -> None:
        """Take an account away, with its links, sessions and second factors."""


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

    async def kept_waiting(
        self, now: datetime, longer_than: timedelta, told_once_in: timedelta, *, behind: int, limit: int
    ) -> tuple[str, ...]:
        """The chats of those who wait longer than that and are to be told now, whose turn comes last first.

        At most `limit`, and nobody of the `behind` who wait at the head of the line. Who was told within
        `told_once_in` is not told again.
        """

    async def done(self, update_ids: Sequence[int], now: datetime) -> None:
        """Mark as handled and forget what they said."""


class UnitOfWork(Protocol):
    """One transaction; leaving it without commit rolls everything back."""

    conversations: Conversations
    referrals: Referrals
    numbers: Numbers
    outbox: Outbox
    staff: Staff
    updates: Updates
    promises: Promises
    followers: Followers
    tries: Tries
    tallies: Tallies
    missed: MissedTexts
    messenger_files: MessengerFiles
    doubles: Doubles
    ready: ReadyReplies
    finding: Finding
    statistics: Counts
    examples: Examples
    taught: TaughtWords
    audit: Audit
    offices: Offices
    team: Team
    sessions: Sessions
    factors: Factors
    known_elsewhere: KnownElsewhere
    keys: DataKeys
    forgetting: Forgetting
    erased: ErasedReferrals
    handing: HandingOver

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
