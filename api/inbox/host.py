"""The assistant as the inbox sees it."""

from collections.abc import Mapping
from typing import Protocol, cast

from fastapi import Request

from api.inbox.case_host import Asks, Cases, Colleagues, Lists, Merges, PassesOn, WritesPapers
from api.inbox.desk_host import MissedWishes, ShowsLog, ShowsTexts, Teaches, TellsStatistics
from api.inbox.erasure_host import Erases
from api.inbox.settings.host import HasRemarks, KeepsOffices, KeepsTeams
from api.inbox.sign_in_host import HasSecondFactors, SignIns, SignsInElsewhere
from api.inbox.writing_host import Coaches, HasReadyReplies
from assistant.library.library import ServiceName, TopicAnswer
from assistant.referrals.routing import Municipality


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
    def erasure(self) -> Erases:
        """Erasing."""

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
