"""The assistant as the inbox sees it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol, cast

from fastapi import Request

from api.inbox.settings.host import HasRemarks, KeepsOffices, KeepsTeams
from api.inbox.writing_host import Coaches, HasReadyReplies
from assistant.conversation.messages import Message
from assistant.delivery.outbox import OutboxEntry
from assistant.delivery.paper import Paper
from assistant.easy_language.report import Report
from assistant.library.library import ServiceName, TopicAnswer
from assistant.library.report.facts import Card
from assistant.referrals.questions import Question
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.routing import Municipality
from assistant.referrals.thread import CallResult, Ending
from assistant.usecases.audit_desk import Asked, AuditPage
from assistant.usecases.editors_desk import Reading, Texts
from assistant.usecases.finding import Filters, View
from assistant.usecases.listing import Listed
from assistant.usecases.missed_desk import Wish
from assistant.usecases.ports import StaffMember
from assistant.usecases.second_factors import Added, AppOffer
from assistant.usecases.signing_in import Device, Factor, StaffSession
from assistant.usecases.staff import Threshold
from assistant.usecases.statistics import Period, Statistics
from assistant.usecases.taught import Taught
from assistant.usecases.teaching_desk import Learned


class Cases(Protocol):
    """Work on referrals; another municipality's is not found, whatever the call."""

    async def open(self, member: StaffMember, number: str) -> Referral:
        """One referral. Raises ReferralNotFoundError."""

    async def deliveries(self, member: StaffMember, number: str) -> tuple[OutboxEntry, ...]:
        """What was or is to be handed over about it, oldest first. Raises ReferralNotFoundError."""

    async def passwords(self, member: StaffMember, number: str) -> dict[str, str]:
        """What opens the locked documents of these deliveries, by entry. Raises ReferralNotFoundError."""

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        """Take it on. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError."""

    async def reply(self, member: StaffMember, number: str, version: int, text: str, key: str) -> Referral:
        """Answer the person; the same key twice is one reply. Raises as `take` does."""

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
        """Note that the person was called, and what came of it. Raises as `take` does."""

    async def close(
        self, member: StaffMember, number: str, version: int, ending: Ending | None = None, *, key: str = ""
    ) -> Referral:
        """End the work on it. Raises as `take` does."""

    async def reopen(self, member: StaffMember, number: str, version: int, reason: str, *, key: str = "") -> Referral:
        """Work on it again. Raises ReferralNotFoundError, ReferralChangedError, ReferralNotClosedError."""

    async def retry(self, member: StaffMember, number: str) -> int:
        """Put what failed to be handed over back in line; gives how many. Raises ReferralNotFoundError."""


class Lists(Protocol):
    """The list of one's own municipality's requests."""

    async def show(self, member: StaffMember, view: View, filters: Filters, words: str = "", page: int = 1) -> Listed:
        """A page of the list. Words to look for lead through all requests, whatever the view."""

    async def changed(self, member: StaffMember, mark: str) -> tuple[str, int] | None:
        """None where the list is as it was at that mark; else its mark now, and how many requests have come since."""

    async def version(self, member: StaffMember, number: str) -> int:
        """Which version of a request is the newest. Raises ReferralNotFoundError."""


class WritesPapers(Protocol):
    """Puts a referral on paper; another municipality's is not found."""

    async def of_staff(self, member: StaffMember, number: str) -> Paper:
        """The request as a document. Raises ReferralNotFoundError."""

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as a file."""


class PassesOn(Protocol):
    """Gives a referral to the municipality that is the right one."""

    async def pass_on(self, member: StaffMember, number: str, version: int, target: str, reason: str) -> bool:
        """Whether it was moved; where not, the person was pointed there. Raises as `Cases.take` does."""

    async def hand(
        self, member: StaffMember, number: str, version: int, institution: str, reason: str, *, key: str = ""
    ) -> Referral:
        """Note that an institution has it now, and tell the person so. Raises as `Cases.take` does."""

    async def passed_away(self, member: StaffMember) -> tuple[PassedAway, ...]:
        """What one's own municipality passed on and does not have now."""


class Colleagues(Protocol):
    """What staff do among themselves; another municipality's referral is not found, whatever the call."""

    async def of(self, member: StaffMember) -> tuple[StaffMember, ...]:
        """All others who work in the same municipality, by e-mail."""

    async def give(self, member: StaffMember, number: str, version: int, colleague: str, *, key: str = "") -> Referral:
        """Give it to a colleague, by e-mail. Raises UnknownColleagueError, else as `Cases.take` does."""

    async def note(self, member: StaffMember, number: str, text: str, *, key: str = "") -> Referral:
        """Write something for staff alone. Raises UnknownColleagueError, ReferralNotFoundError."""


class Merges(Protocol):
    """Makes one of two requests of one person."""

    async def doubles(self, member: StaffMember, number: str) -> tuple[Referral, ...]:
        """Open referrals that may be the same person's, newest first. Raises ReferralNotFoundError."""

    async def merge(self, member: StaffMember, number: str, version: int, other: str, other_version: int) -> Referral:
        """Go on with the earlier of the two, which is given back. Raises as `Cases.take` does."""


class Asks(Protocol):
    """Asks the person."""

    @property
    def ready(self) -> Mapping[str, tuple[str, ...]]:
        """Sets of answers that can be offered as they are, by name."""

    async def ask(self, member: StaffMember, number: str, version: int, question: Question, key: str) -> Referral:
        """Ask; the same key twice is one question. Raises as `Cases.take` does."""

    async def shown(self, member: StaffMember, number: str, what: Question | str) -> Message:
        """The question, or the reply, as the person will see it. Raises ReferralNotFoundError."""


class TellsStatistics(Protocol):
    """Counts what one's own municipality received."""

    @property
    def today(self) -> date:
        """The present day in Lithuania."""

    async def of(
        self, member: StaffMember, period: Period, *, only_examples: bool = False, taken_as: str = ""
    ) -> Statistics:
        """The statistics of a period, and the kind of file in which they leave the inbox."""


class ShowsLog(Protocol):
    """Shows the audit log."""

    async def page(self, member: StaffMember, asked: Asked) -> AuditPage:
        """The lines of one's own municipality; that they were shown is noted."""


class MissedWishes(Protocol):
    """What was not understood."""

    async def wishes(self) -> tuple[Wish, ...]:
        """What people wrote, the commonest wish first."""

    async def wish(self, name: str) -> Wish | None:
        """The wish that holds the text whose id begins so."""


class Teaches(Protocol):
    """Makes of a wish something that is understood."""

    async def accept(self, who: StaffMember, wish: Wish, topic: str, service: str, words: str) -> tuple[Learned, str]:
        """Teach it. Raises ContentError where these words cannot be learned."""

    async def drop(self, who: StaffMember, wish: Wish) -> int:
        """Throw it away."""

    async def waiting(self) -> tuple[Taught, ...]:
        """What was accepted and is not in the content files yet."""

    async def give_out(self, who: StaffMember) -> tuple[Taught, ...]:
        """The same for somebody who takes it along."""

    async def taken(self, who: StaffMember, names: Sequence[str]) -> int:
        """Forget what is in the content files by now."""


class ShowsTexts(Protocol):
    """Shows texts with what is known of them."""

    async def texts(self) -> Texts:
        """Every answer. Raises ContentError where the content cannot be read just now."""

    def readings(self, topic: str, service: str) -> tuple[Reading, ...]:
        """In which ways an answer is written."""

    def preview(self, topic: str, service: str, reading: Reading) -> Message:
        """The answer as the chat says it."""

    def is_newer_than_shown(self, card: Card) -> bool:
        """Whether the file has other words than those that people see."""

    async def check(self, text: str, level: int) -> Report:
        """What the checker says of a text."""


class SignIns(Protocol):
    """Signing in by a one-time link, and the sessions that come of it."""

    async def ask_link(self, email: str, source: str) -> None:
        """Send a link to this address, if it has an account; nothing tells whether it has."""

    async def sign_in(self, token: str, device: Device) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""

    async def threshold(self, session: str) -> Threshold | None:
        """Who has shown the first thing with this secret and still has to show the second."""

    async def is_offered(self, session: str) -> bool:
        """Whether whoever is signed in with this secret has no second factor and is to be offered one."""

    async def sessions(self, member: StaffMember) -> tuple[StaffSession, ...]:
        """Where this member is signed in, last used first."""

    async def session_id(self, session: str) -> str:
        """What the session with this secret is called in the list."""

    async def end_session(self, member: StaffMember, session_id: str) -> None:
        """End one session of this member."""

    async def end_others(self, member: StaffMember, session: str) -> None:
        """End all sessions of this member but the one with this secret."""

    async def who(self, session: str) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is."""

    async def sign_out(self, session: str) -> None:
        """End the session."""


class HasSecondFactors(Protocol):
    """Setting up second factors, and letting in whoever shows one."""

    @property
    def has_passkeys(self) -> bool:
        """Whether browsers allow passkeys at our address."""

    async def may_set_up(self, session: str) -> StaffMember | None:
        """Who may add a factor with this session."""

    def app_offer(self, member: StaffMember) -> AppOffer:
        """A fresh secret for an app."""

    def app_offered(self, member: StaffMember, sealed: str) -> AppOffer | None:
        """The same offer again."""

    async def add_app(self, session: str, sealed: str, code: str, name: str) -> Added:
        """Add an app. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def passkey_offer(self, session: str) -> str:
        """What a browser needs to make a passkey. Raises SignInRefusedError."""

    async def add_passkey(self, session: str, answer: str, name: str) -> Added:
        """Add a passkey. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def by_code(self, session: str, code: str) -> str:
        """Let in by a code; gives the new session's secret. Raises SignInRefusedError, SecondFactorRefusedError."""

    async def passkey_request(self, session: str = "") -> str:
        """What a browser needs to show a passkey."""

    async def by_passkey(self, answer: str, device: Device, session: str = "") -> str:
        """Let in by a passkey; gives the new session's secret. Raises SecondFactorRefusedError."""

    async def of_member(self, member: StaffMember) -> tuple[tuple[Factor, ...], int]:
        """The member's factors, and how many recovery codes are left."""

    async def new_codes(self, member: StaffMember) -> tuple[str, ...]:
        """Fresh recovery codes; none where there is no factor."""

    async def remove(self, member: StaffMember, factor_id: str) -> None:
        """Take a factor away. Raises LastFactorError."""


class SignsInElsewhere(Protocol):
    """Signing in by a service that staff have already."""

    async def begin(self) -> tuple[str, str]:
        """Where to send the browser, and what it must keep. Raises SignInServiceError."""

    async def finish(self, kept: str, state: str, code: str, device: Device) -> str:
        """The session's secret for whoever came back. Raises SignInServiceError, NoAccountError."""


class Names(Protocol):
    """The part of the library from which the pages take the names of things."""

    @property
    def services(self) -> Mapping[str, ServiceName]:
        """Services by id."""

    @property
    def topics(self) -> Mapping[tuple[str, str], TopicAnswer]:
        """What is told, by topic and service."""

    @property
    def municipalities(self) -> Mapping[str, Municipality]:
        """Municipalities by id."""


class InboxSettings(Protocol):
    """The part of the settings that the inbox looks at."""

    @property
    def address(self) -> str:
        """The address under which staff reach the pages."""

    @property
    def sign_in_service(self) -> str:
        """What the button to the other sign-in service says; empty where there is none."""


class InboxHost(Protocol):
    """What the inbox needs of assistant.bootstrap.Assistant."""

    @property
    def settings(self) -> InboxSettings:
        """How it was started."""

    @property
    def library(self) -> Names:
        """The names of things."""

    @property
    def casework(self) -> Cases:
        """Work on referrals."""

    @property
    def listing(self) -> Lists:
        """The list of requests."""

    @property
    def papers(self) -> WritesPapers:
        """Requests on paper."""

    @property
    def colleagues(self) -> Colleagues:
        """What staff do among themselves."""

    @property
    def merging(self) -> Merges:
        """Making one of two requests."""

    @property
    def passing(self) -> PassesOn:
        """Giving referrals away."""

    @property
    def asking(self) -> Asks:
        """Asking the person."""

    @property
    def coach(self) -> Coaches:
        """Looking at what staff write."""

    @property
    def ready_desk(self) -> HasReadyReplies:
        """Replies that are written already."""

    @property
    def statistics(self) -> TellsStatistics:
        """Counting."""

    @property
    def audit(self) -> ShowsLog:
        """The audit log."""

    @property
    def missed(self) -> MissedWishes:
        """What was not understood."""

    @property
    def teaching(self) -> Teaches:
        """Teaching it."""

    @property
    def editors(self) -> ShowsTexts:
        """The texts."""

    @property
    def staff_desk(self) -> SignIns:
        """Signing in."""

    @property
    def office_desk(self) -> KeepsOffices:
        """The settings of departments."""

    @property
    def team_desk(self) -> KeepsTeams:
        """Who works in departments."""

    @property
    def remarks(self) -> HasRemarks:
        """The checker of easy language."""

    @property
    def second_factors(self) -> HasSecondFactors:
        """Second factors."""

    @property
    def single_sign_on(self) -> SignsInElsewhere:
        """Signing in by another service."""


def the_inbox_host(request: Request) -> InboxHost:
    """The assistant that this application was made with."""
    return cast("InboxHost", request.app.state.assistant)
