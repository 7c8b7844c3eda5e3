"""The preliminary result of a check: likely, unlikely or unsure, with a sourced reason for each criterion."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.eligibility.facts import FactId
from assistant.eligibility.source import Source
from assistant.eligibility.truth import Truth


class Outcome(StrEnum):
    """How the check stands; always preliminary, a human decides."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Reason:
    """One criterion: how it stands, in easy words, and where it comes from."""

    criterion: str
    truth: Truth
    text: str
    source: Source


@dataclass(frozen=True)
class Verdict:
    """The outcome, a reason for each criterion, and the facts still missing in the order they would be asked."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    missing: tuple[FactId, ...]
