"""Faults of our own making in the product, by name: with each of them some experiment must turn red.

They prove that the experiments see what they are there to see; nothing else uses them.
"""

import secrets
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import aiosmtplib
import asyncpg
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from assistant.adapters.database import session
from assistant.adapters.database.repositories.referrals import SqlReferrals
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.database.unit_of_work import SqlUnitOfWork
from assistant.adapters.mail import SmtpLetterbox
from assistant.errors import AiskiaiError
from assistant.referrals.referral import Referral
from assistant.usecases.means import Letter
from assistant.usecases.ports import StoredUpdate
from assistant.usecases.receive import ReceiveUpdates


def _answers_before_it_commits() -> None:
    """The number of a request is told, and the request never stored."""
    add, commit = SqlReferrals.add, SqlUnitOfWork.commit
    forgotten: set[int] = set()

    async def adds(self: SqlReferrals, referral: Referral) -> None:
        await add(self, referral)
        forgotten.add(id(self._transaction))

    async def commits(self: SqlUnitOfWork) -> None:
        if id(self._transaction) in forgotten:
            forgotten.discard(id(self._transaction))
            return
        await commit(self)

    SqlReferrals.add = adds  # type: ignore[method-assign]  # that is the fault
    SqlUnitOfWork.commit = commits  # type: ignore[method-assign]  # the same


def _calls_a_failed_commit_done() -> None:
    """What the database refused is answered as if it had been stored."""
    commit = SqlUnitOfWork.commit

    async def commits(self: SqlUnitOfWork) -> None:
        try:
            await commit(self)
        except (DBAPIError, AiskiaiError, RuntimeError):
            return

    write = Transaction.write

    async def writes(self: Transaction, *given: Any) -> int:
        try:
            return await write(self, *given)
        except (DBAPIError, AiskiaiError):
            return 1

    carry_out = Transaction.carry_out

    async def carries_out(self: Transaction, *given: Any) -> int:
        try:
            return await carry_out(self, *given)
        except (sqlite3.Error, asyncpg.PostgresError, AiskiaiError):
            return 1

    SqlUnitOfWork.commit = commits  # type: ignore[method-assign]  # the same
    Transaction.write = writes  # type: ignore[assignment, method-assign]  # the same
    Transaction.carry_out = carries_out  # type: ignore[assignment, method-assign]  # the same


def _calls_every_letter_sent() -> None:
    """Whatever the mail server says, the letter counts as sent."""
    post = SmtpLetterbox.post

    async def posts(self: SmtpLetterbox, letter: Letter) -> None:
        try:
            await post(self, letter)
        except (AiskiaiError, aiosmtplib.SMTPException):
            return

    SmtpLetterbox.post = posts  # type: ignore[method-assign]  # the same


def _gives_every_try_a_new_message_id() -> None:
    """A letter that is sent again cannot be known as the same."""
    post = SmtpLetterbox.post

    async def posts(self: SmtpLetterbox, letter: Letter) -> None:
        await post(self, Letter(secrets.token_hex(8), letter.to, letter.subject, letter.body))

    SmtpLetterbox.post = posts  # type: ignore[method-assign]  # the same


def _knows_no_draft() -> None:
    """Each pressing of Siųsti makes a request of its own."""
    add = SqlReferrals.add

    async def adds(self: SqlReferrals, referral: Referral) -> None:
        twin = replace(referral, number=f"{secrets.randbelow(10**8):08}", draft=secrets.token_hex(8))
        await add(self, referral)
        await add(self, twin)

    SqlReferrals.add = adds  # type: ignore[method-assign]  # the same


def _handles_before_it_stores() -> None:
    """Telegram is told that we have an update which nobody kept."""

    async def stores(_self: ReceiveUpdates, _updates: Sequence[StoredUpdate]) -> None:
        return

    ReceiveUpdates.store = stores  # type: ignore[assignment, method-assign]  # the same


def _does_not_wait_for_the_disk() -> None:
    """A commit is called done while it is only in memory."""
    make = session._sqlite

    def makes(*given: Any, **named: Any) -> Any:
        engine = make(*given, **named)

        def hurry(connection: Any, _record: object) -> None:
            connection.cursor().execute("PRAGMA synchronous = OFF")

        event.listen(engine.sync_engine, "connect", hurry)
        return engine

    session._sqlite = makes


SABOTAGES: Mapping[str, Callable[[], None]] = {
    "answers-before-it-commits": _answers_before_it_commits,
    "calls-a-failed-commit-done": _calls_a_failed_commit_done,
    "calls-every-letter-sent": _calls_every_letter_sent,
    "gives-every-try-a-new-message-id": _gives_every_try_a_new_message_id,
    "knows-no-draft": _knows_no_draft,
    "handles-before-it-stores": _handles_before_it_stores,
    "does-not-wait-for-the-disk": _does_not_wait_for_the_disk,
}
