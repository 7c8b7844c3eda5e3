"""What the doctor finds, and what it looks at."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.ports import Clock

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class State(StrEnum):
    """How bad it is, as it stands at the beginning of a line."""

    OK = "ok"
    WARNING = "warning"
    MEND = "must mend"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: `about` names it, `words` say how it stands and, where it is not well, what to do.

    Neither holds a password, a token, a key, nor a person's data.
    """

    state: State
    about: str
    words: str

    def __str__(self) -> str:
        return f"{self.state.value:<9}  {self.about}: {self.words}"


class Site(Protocol):
    """Our own site, asked as a browser asks."""

    async def status(self, url: str) -> int:
        """The status of the answer. Raises TemporaryFailureError."""

    async def certificate_ends(self, url: str) -> datetime | None:
        """When its certificate ends; None where it has none."""


@dataclass(frozen=True)
class Deployment:
    """What the doctor is called to, and by what means it looks."""

    settings: Settings
    clock: Clock
    site: Site
    load: Callable[[Settings], Library]

    @property
    def is_real(self) -> bool:
        """Whether people reach it from elsewhere; on a trial at one's own machine less must be in place."""
        return bool(self.settings.public_url) and urlsplit(self.settings.public_url).hostname not in LOCAL_HOSTS


Look = Callable[[Deployment], Awaitable[Sequence[Finding]]]
"""One side from which it is looked at."""


def fine(about: str, words: str) -> Finding:
    """Nothing to do."""
    return Finding(State.OK, about, words)


def warning(about: str, words: str) -> Finding:
    """It works; somebody should know or do something some day."""
    return Finding(State.WARNING, about, words)


def mend(about: str, words: str) -> Finding:
    """People are or will be hurt by it: it must be mended."""
    return Finding(State.MEND, about, words)


def by_kind(deployment: Deployment, about: str, words: str) -> Finding:
    """What must be mended in a real deployment, and is only a warning on a trial."""
    return mend(about, words) if deployment.is_real else warning(about, words)
