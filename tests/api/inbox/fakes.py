"""A small inbox in memory, and the application that holds nothing but the inbox's routes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
from fastapi import FastAPI

from api.chat.files import KeptFiles
from api.chat.rendering import Pages
from api.inbox.routes import router
from api.middleware import SafeHeaders
from assistant.bootstrap import Assistant
from assistant.conversation.messages import Choice, Kind, Message, QuestionNotice
from assistant.delivery.outbox import Carrier, OutboxEntry, State
from assistant.delivery.paper import Paper
from assistant.errors import (
    ErasureNotWishedError,
    ReferralChangedError,
    ReferralNotFoundError,
    SignInRefusedError,
    UnknownColleagueError,
)
from assistant.library.coach import ReplyCoach
from assistant.library.library import ServiceName, TopicAnswer
from assistant.referrals.mentions import handles_of, mentioned_in
from assistant.referrals.questions import Question
from assistant.referrals.referral import PassedAway, Referral, Status
from assistant.referrals.request import Preliminary, Request, Service
from assistant.referrals.routing import Contact, Municipality, Recipient, Route, Way
from assistant.referrals.thread import Author, CallResult, Ending, Entry, EntryKind
from assistant.usecases.access import Role
from assistant.usecases.erasing import Proof
from assistant.usecases.erasure import ForgottenPage
from assistant.usecases.forgetting import Erased, Why
from assistant.usecases.ports import StaffMember
from assistant.usecases.ready import ReadyDesk
from assistant.usecases.signing_in import Device
from assistant.usecases.staff import Threshold
from assistant.usecases.statistics import Period, Statistics, Table, Waiting
from tests.api.inbox.fake_listing import FakeListing
from tests.api.inbox.offices import FakeOfficeDesk, FakeRemarks, FakeTeamDesk
from tests.api.inbox.ready_fakes import ReadyOfTests, the_coach

SENT_AT = datetime(2026, 11, 30, 22, 5, tzinfo=UTC)
STATIC = Path(__file__).parents[3] / "api" / "static"
ADDRESS = "http://inbox.test"

ONA = StaffMember("staff-1", "ona@kretinga.example", "kretingos-rajono", Role.STAFF)
JONAS = StaffMember("staff-2", "jonas@kretinga.example", "kretingos-rajono", Role.STAFF)
LEAD = StaffMember("staff-4", "vadove@kretinga.example", "kretingos-rajono", Role.LEAD)
RASA = StaffMember("staff-5", "rasa@kretinga.example", "kretingos-rajono", Role.LEAD)
"""Leads the department in Kretinga."""
STRANGER = StaffMember("staff-3", "rasa@neringa.example", "neringos", Role.ADMIN)


def a_referral(number: str = "47128035", **request: object) -> Referral:
    asked = Request(
        municipality="kretingos-rajono",
        need="case-management",
        for_other=False,
        name="Vardenė Pavardenė",
        phone="+37061234567",
        call_time="Ryte",
        note="Man patogu prieš pietus.",
        preliminary=Preliminary(
            "likely",
            (
                ("adult", "yes", "Jums jau yra 18 metų.", "Įsakymas A1-141, 5 punktas"),
                ("complex-needs", "unknown", "Dar neaišku, kiek pagalbos reikia.", "Pertvarka, atvejo vadyba"),
            ),
        ),
    )
    return Referral(
        number=number,
        draft=f"draft-{number}",
        conversation="talk-1",
        request=replace(asked, **request),  # type: ignore[arg-type]  # tests name fields of Request
        sent_at=SENT_AT,
        thread=(Entry(EntryKind.SENT, Author.PERSON, SENT_AT),),
        version=1,
    )


def a_letter(number: str, state: State = State.SENT, attempts: int = 1) -> OutboxEntry:
    later = SENT_AT + timedelta(minutes=1)
    return OutboxEntry(
        id="entry-1",
        carrier=Carrier.LETTER,
        recipient="skyrius@kretinga.example",
        subject=number,
        created_at=SENT_AT,
        next_try_at=later,
        state=state,
        attempts=attempts,
        sent_at=later if state is State.SENT else None,
    )


@dataclass
class FakeCases:
    """Keeps referrals by number and changes them by the domain's own rules."""

    referrals: dict[str, Referral] = field(default_factory=dict)
    letters: dict[str, tuple[OutboxEntry, ...]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    now: datetime = SENT_AT + timedelta(hours=1)

    async def open(self, member: StaffMember, number: str) -> Referral:
        known = self.referrals.get(number)
        if known is None or known.request.municipality != member.municipality:
            raise ReferralNotFoundError(number)
        return known

    async def deliveries(self, member: StaffMember, number: str) -> tuple[OutboxEntry, ...]:
        await self.open(member, number)
        return self.letters.get(number, ())

    async def passwords(self, member: StaffMember, number: str) -> dict[str, tuple[str, ...]]:
        entries = await self.deliveries(member, number)
        return {entry.id: ("x7k2-90ab-cdef-ghjk",) for entry in entries if entry.carrier is Carrier.DOCUMENT}

    async def retry(self, member: StaffMember, number: str) -> int:
        before = await self.deliveries(member, number)
        self.letters[number] = tuple(entry.put_back(self.now) for entry in before)
        return sum(entry.state is State.CREATED for entry in self.letters[number])

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        known = await self.open(member, number)
        if known.version != version and known.status is Status.TAKEN and known.taken_by == member.email:
            return known
        known = await self.of_version(member, number, version)
        return self.stored(known.taken(member.email, self.now))

    async def reply(self, member: StaffMember, number: str, version: int, text: str, key: str) -> Referral:
        if key in self.keys:
            return await self.open(member, number)
        known = await self.of_version(member, number, version)
        stored = self.stored(known.replied(member.email, text, self.now))
        self.keys.add(key)
        return stored

    async def call(
        self,
        member: StaffMember,
        number: str,
        version: int,
        result: CallResult = CallResult.REACHED,
        text: str = "",
        *,
        key: str = "",
    ) -> Referral:
        return await self.once(
            member,
            number,
            version,
            f"call {result} {text}",
            key,
            lambda it: it.called(member.email, self.now, result, text),
        )

    async def close(
        self, member: StaffMember, number: str, version: int, ending: Ending | None = None, *, key: str = ""
    ) -> Referral:
        result = ending.value if ending else ""
        return await self.once(
            member, number, version, f"close {result}", key, lambda it: it.closed(member.email, self.now, result)
        )

    async def reopen(self, member: StaffMember, number: str, version: int, reason: str, *, key: str = "") -> Referral:
        return await self.once(
            member, number, version, f"reopen {reason}", key, lambda it: it.reopened(member.email, reason, self.now)
        )

    async def once(
        self,
        member: StaffMember,
        number: str,
        version: int | None,
        what: str,
        key: str,
        change: Callable[[Referral], Referral],
    ) -> Referral:
        """The change, unless the very same form made it already; without a version on top of anything."""
        known = await self.open(member, number)
        if key and f"{number} {key} {what}" in self.keys:
            return known
        if version not in {None, known.version}:
            raise ReferralChangedError(number)
        stored = self.stored(change(known))
        self.keys.add(f"{number} {key} {what}")
        return stored

    async def of_version(self, member: StaffMember, number: str, version: int) -> Referral:
        known = await self.open(member, number)
        if known.version != version:
            raise ReferralChangedError(number)
        return known

    def stored(self, changed: Referral) -> Referral:
        stored = replace(changed, version=changed.version + 1)
        self.referrals[stored.number] = stored
        return stored


@dataclass
class FakeInboxPapers:
    """Puts on paper what the member of staff may open."""

    cases: FakeCases

    async def of_staff(self, member: StaffMember, number: str) -> Paper:
        known = await self.cases.open(member, number)
        return Paper(f"prasymas-{known.number}", known.request.name, ())

    async def pdf(self, paper: Paper) -> bytes:
        return f"%PDF-1.7 {paper.title}".encode()


@dataclass
class FakeColleagues:
    """Ona and Jonas work together; `letters` are the e-mails that got one."""

    cases: FakeCases
    letters: list[str]
    absences: dict[str, date] = field(default_factory=dict)

    async def away(self, member: StaffMember) -> Mapping[str, date]:  # noqa: ARG002 - one municipality is enough
        return self.absences

    async def of(self, member: StaffMember) -> tuple[StaffMember, ...]:
        everybody = (JONAS, ONA, STRANGER)
        return tuple(one for one in everybody if one.email != member.email and one.municipality == member.municipality)

    async def give(self, member: StaffMember, number: str, version: int, colleague: str, *, key: str = "") -> Referral:
        await self.cases.open(member, number)
        if colleague not in {other.email for other in await self.of(member)}:
            raise UnknownColleagueError(colleague)

        def given(known: Referral) -> Referral:
            self.letters.append(colleague)
            return known.given(member.email, colleague, self.cases.now)

        return await self.cases.once(member, number, version, f"give {colleague}", key, given)

    async def note(self, member: StaffMember, number: str, text: str, *, key: str = "") -> Referral:
        await self.cases.open(member, number)
        mentions = mentioned_in(text, handles_of(other.email for other in await self.of(member)))

        def noted(known: Referral) -> Referral:
            self.letters.extend(mentions)
            return known.noted(member.email, text, mentions, self.cases.now)

        return await self.cases.once(member, number, None, f"note {text}", key, noted)


@dataclass
class FakeMerging:
    """Requests with the same phone are alike."""

    cases: FakeCases

    async def doubles(self, member: StaffMember, number: str) -> tuple[Referral, ...]:
        known = await self.cases.open(member, number)
        own = (one for one in self.cases.referrals.values() if one.request.municipality == member.municipality)
        alike = (one for one in own if one.request.phone and one.request.phone == known.request.phone)
        return tuple(one for one in alike if one.number != number and not one.is_over and not known.is_over)

    async def merge(self, member: StaffMember, number: str, version: int, other: str, other_version: int) -> Referral:
        found = [await self.cases.open(member, number), await self.cases.open(member, other)]
        kept, double = sorted(found, key=lambda one: (one.sent_at, one.number))
        if double.merged_with == kept.number:
            return kept
        await self.cases.of_version(member, number, version)
        await self.cases.of_version(member, other, other_version)
        self.cases.stored(double.merged_into(member.email, kept.number, self.cases.now))
        return self.cases.stored(kept.joined_by(member.email, double, self.cases.now))


@dataclass
class FakeAsking:
    """Asks by the domain's own rules; what is shown has the question's words and buttons."""

    cases: FakeCases
    ready: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"yes-no": ("Taip", "Ne", "Nežinau"), "times": ("Ryte", "Po pietų", "Vakare")}
    )

    async def ask(self, member: StaffMember, number: str, version: int, question: Question, key: str) -> Referral:
        if key in self.cases.keys:
            return await self.cases.open(member, number)
        known = await self.cases.of_version(member, number, version)
        stored = self.cases.stored(known.asked(member.email, question, self.cases.now))
        self.cases.keys.add(key)
        return stored

    async def shown(self, member: StaffMember, number: str, what: Question | str) -> Message:
        await self.cases.open(member, number)
        if isinstance(what, str):
            return Message(Kind.REPLY, ("Jums atsakė darbuotojas.", *what.splitlines()), "letter")
        options = (*what.options, *(("Noriu parašyti",) if what.may_write else ()))
        choices = tuple(Choice(f"ask:{number}:1:{place}", label) for place, label in enumerate(options))
        notice = QuestionNotice(number, 1, is_open=True)
        return Message(Kind.ASKED, ("Darbuotojas klausia:", what.text), "question", choices, asked=notice)


@dataclass
class FakePassing:
    """Passes on by the domain's own rules; a municipality receives where it has a route."""

    cases: FakeCases
    routes: Mapping[str, Route]
    reasons: list[str]

    async def pass_on(self, member: StaffMember, number: str, version: int, target: str, reason: str) -> bool:
        known = await self.cases.of_version(member, number, version)
        self.reasons.append(reason)
        if target not in self.routes:
            self.cases.stored(known.pointed(member.email, target, reason, self.cases.now))
            return False
        self.cases.stored(known.passed_on(member.email, target, reason, self.cases.now, None))
        return True

    async def hand(
        self, member: StaffMember, number: str, version: int, institution: str, reason: str, *, key: str = ""
    ) -> Referral:
        return await self.cases.once(
            member,
            number,
            version,
            f"hand {institution} {reason}",
            key,
            lambda it: it.handed(member.email, institution, reason, self.cases.now),
        )

    async def passed_away(self, member: StaffMember) -> tuple[PassedAway, ...]:
        return tuple(
            PassedAway(known.number, entry.passing.target, entry.at)
            for known in self.cases.referrals.values()
            for entry in known.thread
            if entry.kind is EntryKind.PASSED_ON
            and entry.passing is not None
            and entry.passing.origin == member.municipality != known.request.municipality
        )


@dataclass
class FakeStatistics:
    """Tables by municipality; what was asked is kept."""

    tables: dict[str, tuple[Table, ...]] = field(default_factory=dict)
    today: date = date(2026, 11, 30)
    asked: list[tuple[Period, bool]] = field(default_factory=list)
    waiting: Waiting = field(default_factory=Waiting)
    has_examples: bool = False
    taken: tuple[str, ...] = ()

    async def of(
        self, member: StaffMember, period: Period, *, only_examples: bool = False, taken_as: str = ""
    ) -> Statistics:
        self.asked.append((period, only_examples))
        self.taken += (taken_as,) if taken_as else ()
        return Statistics(period, self.tables.get(member.municipality, ()), self.waiting, self.has_examples)


@dataclass
class FakeSignIns:
    """Links and sessions by their secrets."""

    links: dict[str, StaffMember] = field(default_factory=dict)
    sessions: dict[str, StaffMember] = field(default_factory=dict)

    waiting: dict[str, Threshold] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def ask_link(self, email: str, source: str) -> None:  # noqa: ARG002 - the port's signature
        self.asked.append(email)

    async def threshold(self, session: str) -> Threshold | None:
        return self.waiting.get(session)

    async def is_fresh(self, session: str) -> bool:  # noqa: ARG002 - as above
        return True

    async def is_offered(self, session: str) -> bool:  # noqa: ARG002 - as above
        return False

    async def sign_in(self, token: str, device: Device) -> str:  # noqa: ARG002 - as above
        member = self.links.pop(token, None)
        if member is None:
            raise SignInRefusedError
        self.sessions[f"session-of-{member.id}"] = member
        return f"session-of-{member.id}"

    async def who(self, session: str, *, is_act: bool = True) -> StaffMember | None:  # noqa: ARG002 - as above
        return self.sessions.get(session)

    async def sign_out(self, session: str) -> None:
        self.sessions.pop(session, None)


@dataclass
class FakeErasure:
    """The port Erases over the referrals of the casework."""

    cases: FakeCases
    erased: dict[str, Erased] = field(default_factory=dict)

    async def erase(self, member: StaffMember, number: str, version: int) -> Proof:
        known = await self.cases.of_version(member, number, version)
        if known.erasure_due is None:
            raise ErasureNotWishedError(number)
        del self.cases.referrals[number]
        self.erased[number] = Erased(number, member.municipality, self.cases.now, Why.STAFF)
        return Proof(number, self.cases.now, "7F3A 90C2 11BD 44E0")

    async def gone(self, member: StaffMember, number: str) -> Erased | None:  # noqa: ARG002 - the port's signature
        return self.erased.get(number)

    async def page(self, member: StaffMember) -> ForgottenPage:  # noqa: ARG002 - as above
        return ForgottenPage((), tuple(self.erased.values()), self.cases.now.date())


@dataclass
class FakeSecondFactors:
    """Lets everybody set one up who is signed in or must have one; nobody has any."""

    desk: FakeSignIns
    has_passkeys: bool = False

    async def may_set_up(self, session: str) -> StaffMember | None:
        waiting = self.desk.waiting.get(session)
        return waiting.member if waiting and waiting.must_set_up else await self.desk.who(session)


@dataclass(frozen=True)
class FakeSettings:
    address: str = ADDRESS
    sign_in_service: str = ""


@dataclass(frozen=True)
class FakeNames:
    services: dict[str, ServiceName]
    municipalities: dict[str, Municipality]
    routes: dict[str, Route]
    topics: dict[tuple[str, str], TopicAnswer] = field(default_factory=dict)


def fake_names() -> FakeNames:
    service = ServiceName(Service.CASE_MANAGEMENT, "Atvejo vadyba", "atvejo vadybos", "atvejo vadybą", "case-manager")
    kretinga = Municipality(
        id="kretingos-rajono",
        iso="LT-21",
        name="Kretingos rajono savivaldybė",
        genitive="Kretingos rajono savivaldybės",
        accusative="Kretingos rajono savivaldybę",
        locative="Kretingos rajono savivaldybėje",
        towns=("Kretinga",),
        other_places=(),
        website="",
        gives_case_management=True,
        contact=Contact(),
        general=Contact(),
    )
    palanga = replace(kretinga, id="palangos-miesto", iso="LT-32", name="Palangos miesto savivaldybė")
    neringa = replace(kretinga, id="neringos", iso="LT-28", name="Neringos savivaldybė")
    routes = {
        name: Route(name, (Recipient(Way.LETTER, f"skyrius@{name}.example"),)) for name in (kretinga.id, palanga.id)
    }
    known = {one.id: one for one in (kretinga, neringa, palanga)}
    return FakeNames({service.id: service}, known, routes)


@dataclass
class FakeHost:
    """The assistant with nothing in it but the inbox."""

    casework: FakeCases = field(default_factory=FakeCases)
    staff_desk: FakeSignIns = field(default_factory=FakeSignIns)
    settings: FakeSettings = field(default_factory=FakeSettings)
    library: FakeNames = field(default_factory=fake_names)
    reasons: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    ready: ReadyOfTests = field(default_factory=ReadyOfTests)
    statistics: FakeStatistics = field(default_factory=FakeStatistics)
    absences: dict[str, date] = field(default_factory=dict)

    @property
    def colleagues(self) -> FakeColleagues:
        return FakeColleagues(self.casework, self.letters, self.absences)

    @property
    def merging(self) -> FakeMerging:
        return FakeMerging(self.casework)

    @property
    def coach(self) -> ReplyCoach:
        return the_coach()

    @property
    def ready_desk(self) -> ReadyDesk:
        return self.ready.desk(self.library.municipalities)

    @property
    def listing(self) -> FakeListing:
        return FakeListing(self.casework.referrals, self.casework.now, self.absences)

    team_desk: FakeTeamDesk = field(
        default_factory=lambda: FakeTeamDesk({one.id: one for one in (ONA, JONAS, RASA, STRANGER)})
    )
    remarks: FakeRemarks = field(default_factory=FakeRemarks)
    office_desk: FakeOfficeDesk = field(init=False)
    erasure: FakeErasure = field(init=False)

    def __post_init__(self) -> None:
        self.erasure = FakeErasure(self.casework)
        self.office_desk = FakeOfficeDesk(self.library)

    @property
    def papers(self) -> FakeInboxPapers:
        return FakeInboxPapers(self.casework)

    @property
    def asking(self) -> FakeAsking:
        return FakeAsking(self.casework)

    @property
    def second_factors(self) -> FakeSecondFactors:
        return FakeSecondFactors(self.staff_desk)

    @property
    def passing(self) -> FakePassing:
        return FakePassing(self.casework, self.library.routes, self.reasons)

    def holds(self, *referrals: Referral) -> None:
        self.casework.referrals |= {known.number: known for known in referrals}

    def session_of(self, member: StaffMember) -> str:
        """A session that is signed in already."""
        self.staff_desk.sessions[f"session-of-{member.id}"] = member
        return f"session-of-{member.id}"


def an_app(host: FakeHost | Assistant, pages: Pages | None = None) -> FastAPI:
    """`pages` are those of the chat, where a test shows what the person will see."""
    app = FastAPI()
    app.state.pages = pages
    app.state.assistant = host
    app.include_router(router, include_in_schema=False)
    app.mount("/static", KeptFiles(STATIC))
    # The pages must work under the rules that they really meet.
    app.add_middleware(SafeHeaders, is_secure=False)
    return app


def a_browser(host: FakeHost | Assistant, session: str = "", pages: Pages | None = None) -> httpx.AsyncClient:
    """A client that behaves as a browser does on the inbox's own pages."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(an_app(host, pages)),
        base_url=host.settings.address,
        headers={"sec-fetch-site": "same-origin"},
        cookies={"aiskiai-inbox": session} if session else {},
    )
