"""What a rule of easy language is: what it finds, how grave that is, what to write instead, and examples of both."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from assistant.easy_language.findings import Certainty, Finding, Scope, Severity
from assistant.easy_language.text import Text

ERROR_AT_ALL_LEVELS: Mapping[int, Severity] = {1: Severity.ERROR, 2: Severity.ERROR, 3: Severity.ERROR}
EASED_AT_LEVEL_3: Mapping[int, Severity] = {1: Severity.ERROR, 2: Severity.ERROR, 3: Severity.WARNING}
WARNING_AT_ALL_LEVELS: Mapping[int, Severity] = {1: Severity.WARNING, 2: Severity.WARNING, 3: Severity.WARNING}
WARNING_BELOW_LEVEL_3: Mapping[int, Severity] = {1: Severity.WARNING, 2: Severity.WARNING}

EVERYWHERE = frozenset(Scope)
IN_SENTENCES = EVERYWHERE - {Scope.NAME}
"""For rules that a name need not keep: nobody can choose how a municipality is called."""


@dataclass(frozen=True)
class Hit:
    """A place where a rule is broken. `line` counts from 1, `start` and `end` are character offsets in it.

    A rule with one message for all its hits leaves `message` and `suggestion` empty; `is_mild` makes a warning of what
    is an error elsewhere (a sentence of 11 words, of which 13 would be an error). `certainty` is lower where a word can
    be read in more than one way.
    """

    line: int
    start: int
    end: int
    text: str
    message: str = ""
    suggestion: str = ""
    is_mild: bool = False
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True)
class Bad:
    """A text that breaks the rule, and the part of it that the rule must point at."""

    text: str
    part: str


@dataclass(frozen=True)
class Rule:
    """One rule.

    `severity` is by level; a level that is missing is free of the rule. `message` says in plain Lithuanian what is
    hard, `suggestion` what to write instead, `source` names the recommendations it comes from (docs/easy-language.md
    lists them). `good` are near misses that the rule must leave alone; `good` and `bad` run as tests.
    """

    id: str
    title: str
    message: str
    suggestion: str
    source: str
    find: Callable[[Text], Iterable[Hit]]
    severity: Mapping[int, Severity] = field(default_factory=lambda: ERROR_AT_ALL_LEVELS)
    scopes: frozenset[Scope] = EVERYWHERE
    bad: tuple[Bad, ...] = ()
    good: tuple[str, ...] = ()

    def findings(self, text: Text) -> Iterable[Finding]:
        """The faults of this text; none where the rule does not apply to its level or scope."""
        severity = self.severity.get(text.level)
        if severity is None or text.scope not in self.scopes:
            return
        for hit in self.find(text):
            yield Finding(
                self.id,
                Severity.WARNING if hit.is_mild else severity,
                hit.line,
                hit.start,
                hit.end,
                hit.text,
                hit.message or self.message,
                hit.suggestion or self.suggestion,
                hit.certainty,
            )
