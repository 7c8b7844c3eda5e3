"""The command `audit`: an operator has the audit log verified, and sees what was done with a referral."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.audit_head import AuditHeadFile
from assistant.adapters.database.repositories.audit import AuditBook
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.secrets import SystemSecrets
from assistant.errors import SettingsError
from assistant.i18n import format_moment
from assistant.settings import Settings
from assistant.usecases.audit_chain import Damage, Fault, Verdict
from assistant.usecases.audit_desk import AuditDesk
from assistant.usecases.auditing import AuditLine, Head

_TOLD = {
    Damage.CHANGED: "it is not what was written there",
    Damage.INSERTED: "it was put in later, and what follows was moved",
    Damage.REMOVED: "it was taken out",
    Damage.MOVED: "another line of the log stands in its place",
    Damage.CUT: "the log ends before it, though it was there",
    Damage.OTHER_KEY: "no line fits the secret key; was AISKIAI_SECRET_KEY changed, or the file secret-key lost?",
}


@asynccontextmanager
async def audit_desk(settings: Settings) -> AsyncIterator[AuditDesk]:
    """The log alone, without all the words that the assistant has to read before it can talk."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    await migrate(settings.database)
    database = open_database(settings.database)
    clock = SystemClock()
    seal = SystemSecrets(settings.signing_key(), settings.earlier_keys()).hashed
    head = AuditHeadFile(settings.audit_head)
    try:
        units = SqlUnitsOfWork(database, book=AuditBook(seal, head))
        yield AuditDesk(units=units, clock=clock, seal=seal, head=head)
    finally:
        await database.close()


async def verified(settings: Settings, noted: str = "") -> tuple[Sequence[str], bool]:
    """What came of walking the log, in words, and whether it is whole.

    `noted` is the end of the log as an earlier call told it, empty for that in the file. Raises SettingsError where it
    is none.
    """
    async with audit_desk(settings) as desk:
        verdict = await desk.verify(_head_of(noted) if noted else None)
    return tuple(_words(verdict)), verdict.fault is None


async def lines_about(settings: Settings, number: str) -> Sequence[str]:
    """Every line of the log about a referral, oldest first."""
    async with audit_desk(settings) as desk:
        lines = await desk.about(number.replace(" ", ""))
    return [_shown(line) for line in lines] or [f"The audit log has nothing about {number}."]


async def note_restore(settings: Settings) -> None:
    """Say in the log that the database was put back, which may have cost the log its end."""
    async with audit_desk(settings) as desk:
        await desk.restored()


def _head_of(noted: str) -> Head:
    position, _, seal = noted.partition(":")
    if not (position.isascii() and position.isdigit() and seal):
        raise SettingsError(f'"{noted}" is not the end of a log. Write it as `aiskiai audit verify` told it: 123:0a1b…')
    return Head(int(position), seal)


def _words(verdict: Verdict) -> Sequence[str]:
    if verdict.fault is None:
        if verdict.head is None:
            return ("The audit log is whole: nothing is in it yet.",)
        return (
            f"The audit log is whole: {_count(verdict.whole)}.",
            "To see later that nothing was cut off or rewritten, note this down elsewhere, and give it with --head:",
            f"{verdict.head.position}:{verdict.head.seal}",
        )
    holds = f"The {_count(verdict.whole)} before it hold." if verdict.whole else "No line before it holds."
    return (f"The audit log is BROKEN at {_place(verdict.fault)}: {_TOLD[verdict.fault.damage]}.", holds)


def _count(lines: int) -> str:
    return "1 line" if lines == 1 else f"{lines} lines"


def _place(fault: Fault) -> str:
    return f"line {fault.position}" if fault.until == fault.position else f"lines {fault.position} to {fault.until}"


def _shown(line: AuditLine) -> str:
    who = line.email or "command line"
    details = " ".join(f"{name}={value}" for name, value in json.loads(line.details).items())
    where = line.municipality or "-"
    return f"{line.position:>7}  {format_moment(line.at)}  {where}  {who}  {line.did}  {details}".rstrip()
