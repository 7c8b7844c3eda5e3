"""Ready replies: staff put them into a reply, leads look after those of their municipality."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from assistant.errors import ReadyReplyNotFoundError
from assistant.library.ready_fields import Known, filled
from assistant.library.ready_replies import ReadyText
from assistant.referrals.referral import Referral, spoken_number
from assistant.referrals.routing import Municipality
from assistant.understanding.phones import spoken_phone
from assistant.understanding.vocatives import vocative_of
from assistant.usecases.auditing import Did
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.ready_ports import KeptReady


@dataclass(frozen=True)
class ReadyReply:
    """A ready reply as a municipality has it: `is_own` where nobody else has it, `is_changed` where it wrote it anew.

    A removed one is offered to nobody until it is put back.
    """

    id: str
    title: str
    text: str
    used: int = 0
    version: int = 0
    is_own: bool = False
    is_changed: bool = False
    is_removed: bool = False


class ReadyDesk:
    """Every call names the member of staff; a ready reply of another municipality is not found."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        built_in: Mapping[str, ReadyText],
        municipalities: Mapping[str, Municipality],
        first_names: Collection[str] = (),
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._built_in = built_in
        self._municipalities = municipalities
        self._first_names = frozenset(first_names)

    async def offered(self, member: StaffMember) -> tuple[ReadyReply, ...]:
        """Those that can be used: most used first, then those that everybody has, in their order, then own ones."""
        replies = [reply for reply in await self.all(member) if not reply.is_removed]
        return tuple(sorted(replies, key=lambda reply: -reply.used))

    async def all(self, member: StaffMember) -> tuple[ReadyReply, ...]:
        """Those that everybody has, in their order, then own ones; removed ones too."""
        async with self._units() as work:
            return await self._all(work, member)

    async def one(self, member: StaffMember, name: str) -> ReadyReply:
        """One of them, also a removed one. Raises ReadyReplyNotFoundError."""
        return _found(await self.all(member), name)

    async def use(self, member: StaffMember, name: str, referral: Referral) -> str:
        """The text of one for this referral, with everything filled in that is known; counts it.

        Raises ReadyReplyNotFoundError.
        """
        async with self._units() as work:
            reply = _found(await self._all(work, member), name)
            if reply.is_removed:
                raise ReadyReplyNotFoundError(name)
            await work.ready.count(member.municipality, name)
            await work.commit()
        return filled(reply.text, self._known(referral))

    async def add(self, member: StaffMember, title: str, text: str) -> str:
        """Add one to those of the municipality, behind the others; gives its id."""
        name = self._secrets.token()
        async with self._units() as work:
            kept = await work.ready.of_municipality(member.municipality)
            last = max((one.position for one in kept), default=0)
            await work.ready.store(member.municipality, KeptReady(name, title, text, position=last + 1))
            self._put_down(work, member, name)
            await work.commit()
        return name

    async def change(self, member: StaffMember, name: str, version: int, title: str, text: str) -> None:
        """Write one anew. Raises ReadyReplyNotFoundError, ReadyReplyChangedError."""
        await self._store(member, name, version, title=title, text=text, is_removed=False)

    async def remove(self, member: StaffMember, name: str, version: int) -> None:
        """Offer it no longer. Raises ReadyReplyNotFoundError, ReadyReplyChangedError."""
        await self._store(member, name, version, is_removed=True)

    async def put_back(self, member: StaffMember, name: str, version: int) -> None:
        """Offer a removed one again. Raises ReadyReplyNotFoundError, ReadyReplyChangedError."""
        await self._store(member, name, version, is_removed=False)

    async def restore(self, member: StaffMember, name: str, version: int) -> None:
        """Make one that everybody has as everybody has it. Raises ReadyReplyNotFoundError, ReadyReplyChangedError."""
        if name not in self._built_in:
            raise ReadyReplyNotFoundError(name)
        await self._store(member, name, version, title="", text="", is_removed=False)

    async def _store(self, member: StaffMember, name: str, version: int, **changes: object) -> None:
        async with self._units() as work:
            kept = {one.id: one for one in await work.ready.of_municipality(member.municipality)}
            if name not in kept and name not in self._built_in:
                raise ReadyReplyNotFoundError(name)
            before = kept.get(name, KeptReady(name))
            changed: KeptReady = replace(before, version=version, **changes)  # type: ignore[arg-type]  # fields of it
            await work.ready.store(member.municipality, changed)
            self._put_down(work, member, name)
            await work.commit()

    def _put_down(self, work: UnitOfWork, member: StaffMember, name: str) -> None:
        work.audit.note(member, Did.CHANGED_SETTING, "ready-reply", self._clock.now(), {"id": name})

    async def _all(self, work: UnitOfWork, member: StaffMember) -> tuple[ReadyReply, ...]:
        kept = {one.id: one for one in await work.ready.of_municipality(member.municipality)}
        built_in = [_with(text, kept.get(text.id)) for text in self._built_in.values()]
        own = [_own(one) for one in kept.values() if one.id not in self._built_in and one.text]
        return (*built_in, *own)

    def _known(self, referral: Referral) -> Known:
        municipality = self._municipalities.get(referral.request.municipality)
        # Who fills a request in for somebody else gives the other person's name.
        name = "" if referral.request.for_other else referral.request.name
        is_ahead = referral.promised is not None and referral.promised >= self._clock.today()
        return Known(
            number=spoken_number(referral.number),
            vocative=vocative_of(name, self._first_names),
            phone=_phone_of(municipality),
            day=referral.promised if is_ahead else None,
            municipality=(
                (municipality.name, municipality.genitive, municipality.accusative, municipality.locative)
                if municipality
                else ()
            ),
        )


def _found(replies: Collection[ReadyReply], name: str) -> ReadyReply:
    for reply in replies:
        if reply.id == name:
            return reply
    raise ReadyReplyNotFoundError(name)


def _with(text: ReadyText, kept: KeptReady | None) -> ReadyReply:
    """One that everybody has, as this municipality keeps it."""
    if kept is None:
        return ReadyReply(text.id, text.title, text.text)
    return ReadyReply(
        text.id,
        kept.title or text.title,
        kept.text or text.text,
        kept.used,
        kept.version,
        is_changed=bool(kept.text),
        is_removed=kept.is_removed,
    )


def _own(kept: KeptReady) -> ReadyReply:
    return ReadyReply(kept.id, kept.title, kept.text, kept.used, kept.version, is_own=True, is_removed=kept.is_removed)


def _phone_of(municipality: Municipality | None) -> str:
    """The department's own phone, as people read it; empty where none is known."""
    phones = municipality.contact.phones if municipality else ()
    return spoken_phone(phones[0]) if phones else ""
