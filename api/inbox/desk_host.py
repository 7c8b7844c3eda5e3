"""What leads and editors look at, as the inbox sees it: statistics, the audit log, what was missed, the texts."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from assistant.conversation.messages import Message
from assistant.easy_language.report import Report
from assistant.library.report.facts import Card
from assistant.usecases.audit_desk import Asked, AuditPage
from assistant.usecases.editors_desk import Reading, Texts
from assistant.usecases.missed_desk import Wish
from assistant.usecases.ports import StaffMember
from assistant.usecases.statistics import Period, Statistics
from assistant.usecases.taught import Taught
from assistant.usecases.teaching_desk import Learned


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
