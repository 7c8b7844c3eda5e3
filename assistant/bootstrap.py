"""The composition root: settings to adapters to use cases; the only file that knows all."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.audit_head import AuditHeadFile
from assistant.adapters.database.encrypting import encrypt_existing
from assistant.adapters.database.known_blocks import KnownBlocks
from assistant.adapters.database.opening import opened_database, opened_master_keys
from assistant.adapters.database.repositories.audit import AuditBook
from assistant.adapters.database.session import Database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.documents import TypstDocuments
from assistant.adapters.drawn_pictures import DrawnPictures
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.old_files import OldFilesIn
from assistant.adapters.pdf_locker import PdfLocker
from assistant.adapters.sealing import AesSeals
from assistant.adapters.secrets import SystemSecrets
from assistant.adapters.signs import signs_in
from assistant.bootstrap_means import (
    letterbox_of,
    listener,
    provider_of,
    second_factors,
    speaker,
    terms_of,
    webhooks_of,
)
from assistant.delivery.backlog import Standing
from assistant.library.coach import ReplyCoach
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.library.vocabulary import LaterVocabulary
from assistant.settings import Settings
from assistant.usecases.asking import Asking
from assistant.usecases.audit_desk import AuditDesk
from assistant.usecases.casework import Casework
from assistant.usecases.colleagues import Colleagues
from assistant.usecases.converse import Converse
from assistant.usecases.deliver import Deliver
from assistant.usecases.editors_desk import EditorsDesk
from assistant.usecases.erasing import Erasing
from assistant.usecases.erasure import ErasureDesk
from assistant.usecases.handing_on import HandingOn
from assistant.usecases.listening import Listen
from assistant.usecases.listing import ListRequests
from assistant.usecases.means import ReplyCarrier, Webhooks
from assistant.usecases.merging import Merging
from assistant.usecases.missed_desk import MissedDesk
from assistant.usecases.office_desk import OfficeDesk
from assistant.usecases.own_data import OwnData
from assistant.usecases.papers import Papers
from assistant.usecases.pass_on import PassOn
from assistant.usecases.picture_messages import PictureMessages
from assistant.usecases.ports import Clock, Secrets, UnitsOfWork
from assistant.usecases.present import PresentLibrary
from assistant.usecases.promises import KeepPromises
from assistant.usecases.ready import ReadyDesk
from assistant.usecases.receive import ReceiveUpdates
from assistant.usecases.remarks import Remarks
from assistant.usecases.retain import Retain
from assistant.usecases.search_words import SearchKeys
from assistant.usecases.second_factors import SecondFactors
from assistant.usecases.signing_in import SecondFactorRule
from assistant.usecases.signs import Signs
from assistant.usecases.single_sign_on import SingleSignOn
from assistant.usecases.speaking import Speak
from assistant.usecases.staff import StaffDesk
from assistant.usecases.statistics import StatisticsDesk
from assistant.usecases.submit import SubmitRequest
from assistant.usecases.teaching_desk import TeachingDesk
from assistant.usecases.team_desk import TeamDesk
from assistant.usecases.voice_messages import VoiceMessages
from assistant.usecases.watch import WatchDelivery
from assistant.usecases.writing import Writer


@dataclass(frozen=True)
class Assistant:
    """All use cases, put together."""

    settings: Settings
    library: Library
    clock: Clock
    units: UnitsOfWork
    database: Database
    converse: Converse
    handing_on: HandingOn
    casework: Casework
    colleagues: Colleagues
    merging: Merging
    asking: Asking
    listing: ListRequests
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
    coach: ReplyCoach
    ready_desk: ReadyDesk
    statistics: StatisticsDesk
    audit: AuditDesk
    teaching: TeachingDesk
    editors: EditorsDesk
    present: PresentLibrary
    office_desk: OfficeDesk
    team_desk: TeamDesk
    remarks: Remarks
    erasure: ErasureDesk
    retain: Retain
    speak: Speak
    listen: Listen

    @property
    def voice_messages(self) -> VoiceMessages:
        """The voice for messengers."""
        return VoiceMessages(self.speak, self.units)

    @property
    def picture_messages(self) -> PictureMessages:
        """The pictures for messengers."""
        return PictureMessages(DrawnPictures(self.settings.content_dir / "pictures"), self.units)

    def deliver(self, *, letters: bool = False, webhooks: bool = False, replies: ReplyCarrier | None = None) -> Deliver:
        """What hands over letters, or calls webhooks, or brings replies by the means that a door brings along."""
        return Deliver(
            units=self.units,
            clock=self.clock,
            secrets=self.secrets,
            writer=self.writer,
            operator=self.settings.operator_email,
            letterbox=letterbox_of(self.settings) if letters else None,
            webhooks=self.webhooks if webhooks else None,
            replies=replies,
        )

    async def ready(self) -> dict[str, bool]:
        """What must work for the product to work, and whether it does."""
        return {"database": await self.database.is_reachable()}

    async def signs(self) -> Signs:
        """Who is alive beside this process, and how old the newest backup is."""
        return await signs_in(self.settings.workers, self.settings.bots, self.settings.backups)

    async def delivery(self) -> Standing | None:
        """How the handing over stands; None where the database does not answer."""
        return await self.watch.standing() if await self.database.is_reachable() else None


@asynccontextmanager
async def assembled(
    settings: Settings,
    *,
    clock: Clock | None = None,
    secrets: Secrets | None = None,
    library: Library | None = None,
    is_demo: bool = False,
) -> AsyncIterator[Assistant]:
    """The assistant on the newest schema, for as long as the context lasts.

    Raises ContentError or SettingsError where it must not start. Tests bring their own clock and secrets. With
    `is_demo` everything that is sent is marked as an example.
    """
    library = library or load_library(settings.content_dir, settings.memory_dir)
    # What lies in it is nobody else's business on this machine.
    make_folder = partial(settings.data_dir.mkdir, mode=0o700, parents=True, exist_ok=True)
    database = await opened_database(settings.database, make_folder)
    try:
        secrets = secrets or SystemSecrets(settings.signing_key(), settings.earlier_keys())
        given = settings.encryption_keys.get_secret_value()
        masters = await opened_master_keys(database, given, settings.master_key_file)
        # A migration has no key either: what an older program stored in plain text is encrypted here, once.
        await encrypt_existing(database, masters, secrets.hashed)
        assistant = _assistant(
            settings,
            library,
            database,
            masters,
            clock or SystemClock(),
            secrets,
            is_demo=is_demo,
        )
        # A migration has no key to hash with: what an older program stored is made findable here, once.
        await assistant.listing.reindex()
        try:
            yield assistant
        finally:
            await assistant.speak.close()
            await assistant.listen.close()
    finally:
        await database.close()


def _assistant(
    settings: Settings,
    library: Library,
    database: Database,
    masters: MasterKeys,
    clock: Clock,
    secrets: Secrets,
    *,
    is_demo: bool,
) -> Assistant:
    # Always the product's own key, whatever secrets a test or a transcript brings along.
    head = AuditHeadFile(settings.audit_head)
    book = AuditBook(SystemSecrets(settings.signing_key(), settings.earlier_keys()).hashed, head)
    units = SqlUnitsOfWork(
        database,
        KnownBlocks(settings.known_blocks),
        SearchKeys(secrets.hashed),
        hashed=secrets.hashed,
        book=book,
        masters=masters,
    )
    present = PresentLibrary(library)
    seals = AesSeals(settings.signing_key(), settings.earlier_keys())
    staff_desk = StaffDesk(units=units, clock=clock, secrets=secrets, rule=SecondFactorRule(settings.second_factor))
    submit = SubmitRequest(present=present, clock=clock, secrets=secrets, is_demo=is_demo)
    erasing = Erasing(clock=clock, secrets=secrets, destroys_key=lambda work, owner: work.keys.destroy(owner))
    own_data = OwnData(present=present, clock=clock, erasing=erasing, kept_days=settings.keep_drafts_days)
    converse = Converse(
        units=units,
        present=present,
        clock=clock,
        secrets=secrets,
        submit=submit,
        own_data=own_data,
        learns_from_misses=settings.learn_from_misses and not is_demo,
    )
    missed = MissedDesk(units=units, clock=clock, finder=library.finder)
    papers = Papers(
        units=units,
        present=present,
        clock=clock,
        documents=TypstDocuments(settings.content_dir / "pictures"),
        own_data=own_data,
    )
    # It loads nothing until somebody writes a reply, so that workers and the bot stay light.
    vocabulary = LaterVocabulary(settings.content_dir)
    coach = ReplyCoach(settings.content_dir, vocabulary)
    return Assistant(
        settings=settings,
        library=library,
        clock=clock,
        units=units,
        database=database,
        converse=converse,
        handing_on=HandingOn(units=units, clock=clock, secrets=secrets),
        casework=Casework(units=units, clock=clock, secrets=secrets, tell=converse.tell, reads=coach),
        listing=ListRequests(units=units, clock=clock),
        colleagues=Colleagues(units=units, clock=clock),
        merging=Merging(units=units, clock=clock, tell=converse.tell),
        asking=Asking(units=units, library=library, clock=clock, tell=converse.tell),
        passing=PassOn(units=units, present=present, clock=clock, secrets=secrets, tell=converse.tell),
        papers=papers,
        present=present,
        office_desk=OfficeDesk(units=units, present=present, clock=clock, secrets=secrets),
        team_desk=TeamDesk(units=units, clock=clock, staff_desk=staff_desk),
        remarks=Remarks(vocabulary),
        staff_desk=staff_desk,
        second_factors=second_factors(settings, units, clock, secrets, seals),
        single_sign_on=SingleSignOn(
            provider=provider_of(settings, clock), desk=staff_desk, clock=clock, secrets=secrets, seals=seals
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
            names=library.municipalities,
            public_url=settings.address,
        ),
        webhooks=webhooks_of(settings, library, clock),
        statistics=StatisticsDesk(units=units, library=library, clock=clock),
        missed=missed,
        coach=coach,
        ready_desk=ReadyDesk(
            units=units,
            clock=clock,
            secrets=secrets,
            built_in=library.ready_replies,
            municipalities=library.municipalities,
            first_names=library.first_names,
        ),
        teaching=TeachingDesk(units=units, clock=clock, secrets=secrets, content=settings.content_dir, missed=missed),
        editors=EditorsDesk(units=units, clock=clock, library=library, content=settings.content_dir),
        audit=AuditDesk(units=units, clock=clock, seal=book.seal, head=head),
        erasure=ErasureDesk(units=units, clock=clock, erasing=erasing, tell=converse.tell),
        retain=Retain(
            units=units,
            clock=clock,
            tell=converse.tell,
            erasing=erasing,
            terms=terms_of(settings),
            letters=OldFilesIn(settings.letters_dir),
        ),
        speak=speaker(settings, library),
        listen=listener(settings),
        promises=KeepPromises(units=units, present=present, clock=clock, tell=converse.tell),
    )
