"""The real inbox on a real database with requests of two municipalities, and everybody who could try something."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path

from sqlalchemy import text

from api.app import create_app
from api.inbox.auth import form_token_of
from assistant.adapters.sealing import AesSeals
from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets
from assistant.conversation.state import Channel
from assistant.conversation.turn import Miss, MissedWords
from assistant.library.library import Library
from assistant.library.loader import load_library
from assistant.referrals.referral import Referral
from assistant.referrals.routing import Recipient
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from assistant.usecases.signing_in import Identity, SecondFactorRule
from assistant.usecases.single_sign_on import SingleSignOn
from assistant.usecases.staff import StaffDesk
from tests.adapters.database.examples import referral
from tests.authenticator import Authenticator
from tests.conftest import CONTENT, LEARNED
from tests.databases import lay_migrated_sqlite
from tests.usecases.fake_clock import FakeClock

HOME, AWAY = "kretingos-rajono", "neringos"
NAME, PHONE = (
    {HOME: "Vardenė Kretingiškė", AWAY: "Pavardenis Neringiškis"},
    {HOME: "+37061234567", AWAY: "+37069876543"},
)
ADDRESS = "http://inbox.test"


class Visitor(StrEnum):
    """Who may try; all but the stranger are of the municipality whose request it is."""

    NOBODY = "no session"
    MADE_UP = "made-up session"
    ENDED = "session that is over"
    HALF = "half signed in"
    MUST_SET_UP = "must set up"
    STRANGER = "admin elsewhere"
    STAFF = "staff"
    LEAD = "lead"
    ADMIN = "admin"


ROLES = {
    Visitor.ENDED: Role.ADMIN,
    Visitor.HALF: Role.ADMIN,
    Visitor.MUST_SET_UP: Role.ADMIN,
    Visitor.STRANGER: Role.ADMIN,
    Visitor.STAFF: Role.STAFF,
    Visitor.LEAD: Role.LEAD,
    Visitor.ADMIN: Role.ADMIN,
}


@dataclass(frozen=True)
class Held:
    """What somebody comes with: the session, who it is of, and the second factor, where there is one."""

    session: str = ""
    member: StaffMember | None = None
    passkey: Authenticator | None = None
    codes: tuple[str, ...] = ()

    @property
    def proof(self) -> str:
        """What the forms of this sign-in carry."""
        return form_token_of(self.session) if self.session else ""


@dataclass
class VouchesForAll:
    """Another sign-in service, which vouches for whom it is told."""

    email: str = ""
    kept: str = ""
    left: list[str] = field(default_factory=list)

    async def address(self, state: str, nonce: str, verifier: str) -> str:
        self.left.append(state)
        return f"https://sign-in.example/{nonce}/{verifier}"

    async def identity(self, code: str, nonce: str, verifier: str) -> Identity:  # noqa: ARG002 - the port's own
        return Identity(self.email, "https://sign-in.example", self.email)


class Town:
    """The real application on a real database, with requests of two municipalities."""

    def __init__(self, assistant: Assistant, clock: FakeClock) -> None:
        self.service = VouchesForAll()
        elsewhere = SingleSignOn(
            provider=self.service,
            desk=assistant.staff_desk,
            clock=clock,
            secrets=assistant.secrets,
            seals=AesSeals(assistant.settings.signing_key()),
        )
        self.assistant = replace(assistant, single_sign_on=elsewhere)
        self.app = create_app(self.assistant)
        self.clock = clock
        self._numbers = count(10_000_001)
        self._held: dict[Visitor, Held] = {}
        self._standing = ""

    def unique(self) -> str:
        """Digits that nothing else has."""
        return str(next(self._numbers))

    async def request_in(self, municipality: str) -> str:
        """A new request; gives its number."""
        number = self.unique()
        opened = await self.assistant.converse.open(Channel.WEB)
        async with self.assistant.units() as work:
            added = referral(number, municipality, conversation=opened.conversation)
            asked = replace(added.request, name=NAME[municipality], phone=PHONE[municipality])
            await work.referrals.add(replace(added, request=asked))
            await work.commit()
        return number

    async def standing(self) -> str:
        """The number of a request that nobody needs unchanged but those who may not change it."""
        self._standing = self._standing or await self.request_in(HOME)
        return self._standing

    async def referral(self, number: str) -> Referral:
        """The request with this number."""
        async with self.assistant.units() as work:
            known = await work.referrals.by_number(number)
        assert known is not None
        return known

    async def version_of(self, number: str) -> int:
        """Its version now."""
        return (await self.referral(number)).version

    async def sends_word_to(self, lead: StaffMember, recipient: Recipient) -> None:
        """From now on this one alone gets word of new requests."""
        version = (await self.assistant.office_desk.now(lead)).office.version
        await self.assistant.office_desk.change(lead, version, lambda office: replace(office, recipients=(recipient,)))

    async def wish(self) -> str:
        """Words that were not understood; gives their id."""
        name = f"wish-{self.unique()}"
        async with self.assistant.units() as work:
            words = MissedWords("kiek kašt pinigai", Miss.ASKED_BACK, "", ("cost",))
            await work.missed.add(name, words, self.clock.today())
            await work.commit()
        return name

    async def link(self, municipality: str, role: Role, name: str = "") -> tuple[StaffMember, str]:
        """An account, and a link to sign in with."""
        return await self.assistant.staff_desk.add(f"{name or role}@{municipality}.example", municipality, role)

    async def comes(self, visitor: Visitor, name: str = "", *, has_factor: bool = False) -> Held:
        """A fresh session of this visitor; with a name it is somebody who was not here before."""
        if visitor is Visitor.NOBODY:
            return Held()
        if visitor is Visitor.MADE_UP:
            return Held("made-up")
        if visitor in {Visitor.HALF, Visitor.MUST_SET_UP}:
            name = name or f"{visitor.name.lower()}-{self.unique()}"
        member, token = await self.link(AWAY if visitor is Visitor.STRANGER else HOME, ROLES[visitor], name)
        if visitor is Visitor.MUST_SET_UP:
            return Held(await self._where_it_is_required(token), member)
        held = Held(await self.assistant.staff_desk.sign_in(token), member)
        if has_factor or visitor is Visitor.HALF:
            held = await self._with_factor(held)
        if visitor is Visitor.HALF:
            _, token = await self.link(HOME, ROLES[visitor], name)
            held = replace(held, session=await self.assistant.staff_desk.sign_in(token))
        if visitor is Visitor.ENDED:
            self.clock.passes(timedelta(days=1))
            self._held.clear()
        return held

    async def held(self, visitor: Visitor) -> Held:
        """The same, or the session that this visitor has already."""
        if visitor not in self._held:
            self._held[visitor] = await self.comes(visitor)
        return self._held[visitor]

    def lost(self, visitor: Visitor) -> None:
        """This visitor's session may be over, or another one by now."""
        self._held.pop(visitor, None)

    async def session(self, visitor: Visitor) -> tuple[str, str]:
        """What the browser of this visitor holds: a fresh session, and the proof that its forms carry."""
        held = await self.comes(visitor)
        return held.session, held.proof

    async def _where_it_is_required(self, token: str) -> str:
        desk = StaffDesk(
            units=self.assistant.units,
            clock=self.clock,
            secrets=self.assistant.secrets,
            rule=SecondFactorRule.REQUIRED,
        )
        return await desk.sign_in(token)

    async def _with_factor(self, held: Held) -> Held:
        passkey = a_passkey()
        factors = self.assistant.second_factors
        answer = passkey.makes(await factors.passkey_offer(held.session))
        added = await factors.add_passkey(held.session, answer, "")
        return replace(held, passkey=passkey, codes=added.codes)

    async def end_of_log(self) -> int:
        """How many lines the audit log has."""
        async with self.assistant.units() as work:
            end = await work.audit.end()
        return end.position if end else 0

    async def lines_after(self, position: int) -> tuple[str, ...]:
        """What was put into the audit log since then."""
        async with self.assistant.units() as work:
            return tuple(line.did for line in await work.audit.lines(position, 1_000))

    async def breaks_the_log(self) -> None:
        """From now on nothing can be written into the audit log."""
        async with self.assistant.database.engine.begin() as connection:
            await connection.execute(text("ALTER TABLE audit_log RENAME TO somewhere_else"))


def a_passkey() -> Authenticator:
    """A passkey of this site."""
    return Authenticator(origin=ADDRESS, site="inbox.test")


@asynccontextmanager
async def town(folder: Path, library: Library | None = None, database_url: str = "") -> AsyncIterator[Town]:
    """The application in a folder of its own, also with content of its own, since editors may write into it."""
    content = folder / "content"
    await asyncio.to_thread(shutil.copytree, CONTENT, content)
    settings = Settings(
        _env_file=None,
        data_dir=folder / "var",
        database_url=database_url,
        content_dir=content,
        public_url=ADDRESS,
        oidc_issuer="https://sign-in.example",
    )
    if not database_url:
        lay_migrated_sqlite(settings.data_dir / "aiskiai.db")
    clock = FakeClock()
    known = library or load_library(CONTENT, LEARNED)
    async with assembled(settings, clock=clock, secrets=SeededSecrets(7), library=known) as assistant:
        place = Town(assistant, clock)
        await place.request_in(AWAY)
        yield place
