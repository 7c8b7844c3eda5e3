"""The composition root: settings to adapters to use cases; the only file that knows all."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.mail import FileLetterbox, SmtpLetterbox
from assistant.adapters.secrets import SystemSecrets
from assistant.errors import SettingsError
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.settings import Settings
from assistant.usecases.casework import Casework
from assistant.usecases.converse import Converse
from assistant.usecases.deliver import Deliver
from assistant.usecases.ports import Clock, Letterbox, ReplyCarrier, Secrets, UnitsOfWork
from assistant.usecases.promises import KeepPromises
from assistant.usecases.receive import ReceiveUpdates
from assistant.usecases.staff import StaffDesk
from assistant.usecases.submit import SubmitRequest


@dataclass(frozen=True)
class Assistant:
    """All use cases, put together."""

    settings: Settings
    library: Library
    clock: Clock
    units: UnitsOfWork
    database: Database
    converse: Converse
    casework: Casework
    staff_desk: StaffDesk
    receive: ReceiveUpdates
    promises: KeepPromises

    def deliver(self, *, letters: bool = False, replies: ReplyCarrier | None = None) -> Deliver:
        """What hands over letters, or replies by the means that a door brings along."""
        return Deliver(
            units=self.units,
            clock=self.clock,
            public_url=self.settings.address,
            messages=self.library.messages,
            letterbox=_letterbox(self.settings) if letters else None,
            replies=replies,
        )

    async def ready(self) -> dict[str, bool]:
        """What must work for the product to work, and whether it does."""
        return {"database": await self.database.is_reachable()}


@asynccontextmanager
async def assembled(
    settings: Settings, *, clock: Clock | None = None, secrets: Secrets | None = None, library: Library | None = None
) -> AsyncIterator[Assistant]:
    """The assistant on the newest schema, for as long as the context lasts.

    Raises ContentError or SettingsError where it must not start. Tests bring their own clock and secrets.
    """
    library = library or load_library(settings.content_dir, settings.memory_dir)
    database = await _opened(settings)
    try:
        yield _assistant(
            settings, library, database, clock or SystemClock(), secrets or SystemSecrets(settings.signing_key())
        )
    finally:
        await database.close()


async def _opened(settings: Settings) -> Database:
    """The database, whole and on the newest schema. Raises SettingsError or DatabaseDamagedError."""
    async with AsyncExitStack() as unless_it_opens:
        try:
            settings.data_dir.mkdir(parents=True, exist_ok=True)
            database = open_database(settings.database)
            unless_it_opens.push_async_callback(database.close)
            # Before anything is changed in it: a damaged file must not be migrated.
            await database.check_integrity()
            await migrate(settings.database)
        except OSError as error:
            raise SettingsError(
                f"The data folder or the database cannot be reached: {error}. "
                "Look at AISKIAI_DATA_DIR and AISKIAI_DATABASE_URL."
            ) from error
        unless_it_opens.pop_all()
    return database


def _assistant(settings: Settings, library: Library, database: Database, clock: Clock, secrets: Secrets) -> Assistant:
    units = SqlUnitsOfWork(database)
    submit = SubmitRequest(library=library, clock=clock, secrets=secrets)
    converse = Converse(units=units, library=library, clock=clock, secrets=secrets, submit=submit)
    return Assistant(
        settings=settings,
        library=library,
        clock=clock,
        units=units,
        database=database,
        converse=converse,
        casework=Casework(units=units, clock=clock, secrets=secrets, converse=converse),
        staff_desk=StaffDesk(units=units, clock=clock, secrets=secrets),
        receive=ReceiveUpdates(units=units, clock=clock),
        promises=KeepPromises(units=units, library=library, clock=clock, tell=converse.tell),
    )


def _letterbox(settings: Settings) -> Letterbox:
    url = settings.smtp_url.get_secret_value()
    return SmtpLetterbox(url, settings.mail_from) if url else FileLetterbox(settings.letters_dir)
