"""The composition root: settings to adapters to use cases; the only file that knows all."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from assistant.adapters.app_codes import TotpCodes
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.known_blocks import KnownBlocks
from assistant.adapters.database.schema import migrate
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.documents import TypstDocuments
from assistant.adapters.mail import FileLetterbox, SmtpLetterbox
from assistant.adapters.openid import OpenIdProvider
from assistant.adapters.passkeys import WebAuthnPasskeys
from assistant.adapters.pdf_locker import PdfLocker
from assistant.adapters.sealing import AesSeals
from assistant.adapters.secrets import SystemSecrets
from assistant.adapters.webhooks import HttpWebhooks, Target
from assistant.delivery.backlog import Standing
from assistant.errors import DatabaseAwayError, SettingsError
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.referrals.routing import Way
from assistant.settings import Settings
from assistant.usecases.casework import Casework
from assistant.usecases.converse import Converse
from assistant.usecases.deliver import Deliver
from assistant.usecases.means import Letterbox, ReplyCarrier, Webhooks
from assistant.usecases.missed_desk import MissedDesk
from assistant.usecases.papers import Papers
from assistant.usecases.pass_on import PassOn
from assistant.usecases.ports import Clock, Secrets, UnitsOfWork
from assistant.usecases.promises import KeepPromises
from assistant.usecases.receive import ReceiveUpdates
from assistant.usecases.second_factors import SecondFactors
from assistant.usecases.signing_in import SecondFactorRule
from assistant.usecases.single_sign_on import SingleSignOn
from assistant.usecases.staff import StaffDesk
from assistant.usecases.submit import SubmitRequest
from assistant.usecases.watch import WatchDelivery
from assistant.usecases.writing import Writer

SITE_NAME = "aiskiai"
"""Under which apps with codes and browsers with passkeys list the accounts of staff."""


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
    passing: PassOn
    papers: Papers
    staff_desk: StaffDesk
    second_factors: SecondFactors
    single_sign_on: SingleSignOn
    receive: ReceiveUpdates
    watch: WatchDelivery
    secrets: Secrets
    writer: Writer
    webhooks: Webhooks
    promises: KeepPromises
    missed: MissedDesk

    def deliver(self, *, letters: bool = False, webhooks: bool = False, replies: ReplyCarrier | None = None) -> Deliver:
        """What hands over letters, or calls webhooks, or brings replies by the means that a door brings along."""
        return Deliver(
            units=self.units,
            clock=self.clock,
            secrets=self.secrets,
            writer=self.writer,
            operator=self.settings.operator_email,
            letterbox=_letterbox(self.settings) if letters else None,
            webhooks=self.webhooks if webhooks else None,
            replies=replies,
        )

    async def ready(self) -> dict[str, bool]:
        """What must work for the product to work, and whether it does."""
        return {"database": await self.database.is_reachable()}

    async def delivery(self) -> Standing | None:
        """How the handing over stands; None where the database does not answer."""
        return await self.watch.standing() if await self.database.is_reachable() else None


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
            await database.check_integrity(is_start=True)
            await migrate(settings.database)
        except (OSError, DatabaseAwayError) as error:
            raise SettingsError(
                f"The data folder or the database cannot be reached: {error}. "
                "Look at AISKIAI_DATA_DIR and AISKIAI_DATABASE_URL."
            ) from error
        unless_it_opens.pop_all()
    return database


def _assistant(settings: Settings, library: Library, database: Database, clock: Clock, secrets: Secrets) -> Assistant:
    units = SqlUnitsOfWork(database, KnownBlocks(settings.known_blocks))
    rule = SecondFactorRule(settings.second_factor)
    seals = AesSeals(settings.signing_key())
    staff_desk = StaffDesk(units=units, clock=clock, secrets=secrets, rule=rule)
    submit = SubmitRequest(library=library, clock=clock, secrets=secrets)
    converse = Converse(
        units=units,
        library=library,
        clock=clock,
        secrets=secrets,
        submit=submit,
        learns_from_misses=settings.learn_from_misses,
    )
    papers = Papers(
        units=units, library=library, clock=clock, documents=TypstDocuments(settings.content_dir / "pictures")
    )
    return Assistant(
        settings=settings,
        library=library,
        clock=clock,
        units=units,
        database=database,
        converse=converse,
        casework=Casework(units=units, clock=clock, secrets=secrets, tell=converse.tell),
        passing=PassOn(units=units, library=library, clock=clock, secrets=secrets, tell=converse.tell),
        papers=papers,
        staff_desk=staff_desk,
        second_factors=SecondFactors(
            units=units,
            clock=clock,
            secrets=secrets,
            seals=seals,
            app_codes=TotpCodes(SITE_NAME),
            passkeys=WebAuthnPasskeys(settings.address, SITE_NAME),
            rule=rule,
        ),
        single_sign_on=SingleSignOn(
            provider=OpenIdProvider(
                issuer=settings.oidc_issuer,
                client_id=settings.oidc_client_id,
                client_secret=settings.oidc_client_secret.get_secret_value(),
                redirect=f"{settings.address}/inbox/oidc/callback",
                clock=clock,
            ),
            desk=staff_desk,
            clock=clock,
            secrets=secrets,
            seals=seals,
        ),
        receive=ReceiveUpdates(units=units, clock=clock),
        watch=WatchDelivery(units=units, clock=clock, operator=settings.operator_email),
        secrets=secrets,
        writer=Writer(
            units=units,
            clock=clock,
            secrets=secrets,
            papers=papers,
            locker=PdfLocker(),
            messages=library.messages,
            public_url=settings.address,
        ),
        webhooks=_webhooks(settings, library, clock),
        missed=MissedDesk(units=units, clock=clock, finder=library.finder),
        promises=KeepPromises(units=units, library=library, clock=clock, tell=converse.tell),
    )


def _webhooks(settings: Settings, library: Library, clock: Clock) -> Webhooks:
    """Raises SettingsError where a route names a webhook for which there is no secret."""
    secrets = {name: secret.get_secret_value() for name, secret in settings.webhook_secrets.items()}
    targets = {
        recipient.name: Target.of(recipient.name, recipient.to, secrets.get(recipient.name, ""))
        for route in library.routes.values()
        for recipient in route.recipients
        if recipient.way is Way.WEBHOOK
    }
    return HttpWebhooks(targets, clock, may_reach_private=settings.webhook_private_addresses)


def _letterbox(settings: Settings) -> Letterbox:
    url = settings.smtp_url.get_secret_value()
    return SmtpLetterbox(url, settings.mail_from) if url else FileLetterbox(settings.letters_dir)
