"""One transaction over all repositories; the only place that commits."""

from secrets import token_hex
from types import TracebackType
from typing import Self

from assistant.adapters.database.known_blocks import KnownBlocks
from assistant.adapters.database.repositories.audit import AuditBook, SqlAudit
from assistant.adapters.database.repositories.conversations import SqlConversations
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.erased import SqlErased
from assistant.adapters.database.repositories.examples import SqlExamples
from assistant.adapters.database.repositories.factors import SqlFactors
from assistant.adapters.database.repositories.finding import SqlFinding
from assistant.adapters.database.repositories.followers import SqlFollowers
from assistant.adapters.database.repositories.forgetting import SqlForgetting
from assistant.adapters.database.repositories.handing_on import SqlHandingOver
from assistant.adapters.database.repositories.known_elsewhere import SqlKnownElsewhere
from assistant.adapters.database.repositories.likeness import Hashed, SqlLikeness
from assistant.adapters.database.repositories.messenger_files import SqlMessengerFiles
from assistant.adapters.database.repositories.missed import SqlMissedTexts
from assistant.adapters.database.repositories.numbers import SqlNumbers
from assistant.adapters.database.repositories.offices import SqlOffices
from assistant.adapters.database.repositories.outbox import SqlOutbox
from assistant.adapters.database.repositories.promises import SqlPromises
from assistant.adapters.database.repositories.ready import SqlReadyReplies
from assistant.adapters.database.repositories.referrals import SqlReferrals
from assistant.adapters.database.repositories.sessions import SqlSessions
from assistant.adapters.database.repositories.staff import SqlStaff
from assistant.adapters.database.repositories.statistics import SqlStatistics
from assistant.adapters.database.repositories.tallies import SqlTallies
from assistant.adapters.database.repositories.taught import SqlTaughtWords
from assistant.adapters.database.repositories.team import SqlTeam
from assistant.adapters.database.repositories.tries import SqlTries
from assistant.adapters.database.repositories.updates import SqlUpdates
from assistant.adapters.database.session import Database
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
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
from assistant.usecases.ports import Conversations, Numbers, Outbox, Referrals, Staff, UnitOfWork, Updates
from assistant.usecases.ready_ports import ReadyReplies
from assistant.usecases.search_words import SearchKeys
from assistant.usecases.signing_in import Factors, KnownElsewhere, Sessions
from assistant.usecases.taught import TaughtWords


class SqlUnitOfWork:
    """The port UnitOfWork.

    On SQLite a second one in the same process waits until the first is left, so one task never opens two at a time and
    never waits for the outside inside one.
    """

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
    messenger_files: MessengerFiles

    def __init__(
        self,
        database: Database,
        holder: str,
        known_blocks: KnownBlocks | None = None,
        search_keys: SearchKeys | None = None,
        hashed: Hashed | None = None,
        book: AuditBook | None = None,
        masters: MasterKeys | None = None,
    ) -> None:
        self._database = database
        self._masters = masters
        self._holder = holder
        self._known_blocks = known_blocks
        self._hashed = hashed
        self._search_keys = search_keys
        self._book = book
        self._audit: SqlAudit | None = None
        self._transaction: Transaction | None = None

    async def __aenter__(self) -> Self:
        transaction = await Transaction.begin(self._database)
        self._transaction = transaction
        keys = SqlDataKeys(transaction, self._masters)
        self.keys = keys
        offices = SqlOffices(transaction)
        self.offices = offices
        self.conversations = SqlConversations(transaction, keys, self._hashed, offices)
        likeness = SqlLikeness(transaction, self._hashed) if self._hashed is not None else None
        referrals = SqlReferrals(transaction, keys, self._search_keys, likeness)
        self.referrals, self.doubles = referrals, referrals
        self.numbers = SqlNumbers(transaction, self._known_blocks)
        self.outbox = SqlOutbox(transaction, self._holder, keys)
        self.staff = SqlStaff(transaction)
        self.updates = SqlUpdates(transaction, self._masters, self._hashed)
        self.promises = SqlPromises(transaction)
        self.followers = SqlFollowers(transaction)
        self.tries = SqlTries(transaction)
        self.tallies = SqlTallies(transaction)
        self.missed = SqlMissedTexts(transaction)
        self.ready = SqlReadyReplies(transaction)
        self.finding = SqlFinding(transaction, self._search_keys, keys)
        self.statistics = SqlStatistics(transaction)
        self.examples = SqlExamples(transaction)
        self.taught = SqlTaughtWords(transaction)
        self.audit = self._audit = SqlAudit(transaction, self._book)
        self.team = SqlTeam(transaction, keys)
        self.sessions = SqlSessions(transaction)
        self.factors = SqlFactors(transaction)
        self.known_elsewhere = SqlKnownElsewhere(transaction)
        self.forgetting = SqlForgetting(transaction)
        self.erased = SqlErased(transaction)
        self.handing = SqlHandingOver(transaction, keys, self._hashed)
        self.messenger_files = SqlMessengerFiles(transaction)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._transaction is not None:
            await self._transaction.close()
            self._transaction = None
            if error is None and self._audit is not None and self._audit.waits:
                message = "what was noted for the audit log was not committed, so nothing may be shown"
                raise RuntimeError(message)

    async def commit(self) -> None:
        """Make it last. Raises RuntimeError outside `async with`, and after a statement has failed."""
        if self._transaction is None or self._audit is None:
            message = "a unit of work commits only while it is entered"
            raise RuntimeError(message)
        head = await self._audit.write_down()
        await self._transaction.commit()
        if head is not None:
            self._audit.written(head)


class SqlUnitsOfWork:
    """The port UnitsOfWork. Each worker has one of its own: claims on the outbox belong to it.

    `known_blocks` remembers outside the database which blocks of numbers were opened. Without `search_keys` what is
    stored cannot be searched for until the next `reindex` by one that has them. `hashed` gives the keyed hash under
    which it is kept what referrals are known again by; without it none is. Without a `book` nothing can be put into the
    audit log. Without `masters` nothing is encrypted: for work that touches nothing personal, and for tests.
    """

    def __init__(
        self,
        database: Database,
        known_blocks: KnownBlocks | None = None,
        search_keys: SearchKeys | None = None,
        *,
        hashed: Hashed | None = None,
        book: AuditBook | None = None,
        masters: MasterKeys | None = None,
    ) -> None:
        self._database = database
        self._masters = masters
        self._known_blocks = known_blocks
        self._search_keys = search_keys
        self._hashed = hashed
        self._book = book
        self._holder = token_hex(8)

    def __call__(self) -> UnitOfWork:
        """A new one, to be entered with `async with`."""
        return SqlUnitOfWork(
            self._database,
            self._holder,
            self._known_blocks,
            self._search_keys,
            self._hashed,
            self._book,
            self._masters,
        )
