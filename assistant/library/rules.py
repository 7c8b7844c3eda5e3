"""Loads the rules: YAML becomes frozen criteria, and a rule whose worked example fails is refused.

A rule that is wrong would tell somebody that a service is not for them, so everything that can be checked is checked
before the first person is answered.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from assistant.eligibility.conditions import (
    All,
    AnyOf,
    AtLeast,
    AtMost,
    BelowDatedAge,
    Condition,
    Is,
    Leaf,
    Not,
    OneOf,
)
from assistant.eligibility.dated_ages import AgeStep, DatedAges, YearsAndMonths
from assistant.eligibility.facts import Disability, FactId, Facts, Interval
from assistant.eligibility.judge import judge
from assistant.eligibility.rules import Criterion, Example, Rule, Source
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome
from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.rule_schema import (
    AgeEntry,
    AgesFile,
    ConditionEntry,
    ExampleEntry,
    FactsEntry,
    RangeEntry,
    RuleFile,
    RuleSourceEntry,
    TextsEntry,
)

T = TypeVar("T")

Tables = Mapping[str, DatedAges]
Fault = tuple[tuple[str | int, ...], str]
"""Where in the file, and what is wrong there with its mend."""


def load_rules(folder: Path) -> Mapping[str, Rule]:
    """The rules by service id, from `<service>.yaml`, with the tables of ages in `ages/<name>.yaml`.

    Raises ContentError, one line for each fault: `path:line: what is wrong. What to do.`
    """
    tables = _all_of_them(folder / "ages", _load_ages)
    rules = _all_of_them(folder, lambda path: _load_rule(path, tables))
    if not rules:
        raise ContentError(f"{folder}:1: there are no rules here. Put the rules back, one file for each service.")
    return MappingProxyType(rules)


def _all_of_them(folder: Path, load: Callable[[Path], T]) -> dict[str, T]:
    """Every file of the folder by its name; the faults of all files are told together."""
    loaded: dict[str, T] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            loaded[path.stem] = load(path)
        except ContentError as error:
            faults.append(str(error))
    if faults:
        raise ContentError("\n".join(faults))
    return loaded


def _load_ages(path: Path) -> DatedAges:
    entry, lines = read_yaml_with_lines(path, AgesFile)
    steps = tuple(AgeStep(step.since, _age(step.men), _age(step.women), _source(step.source)) for step in entry.steps)
    try:
        return DatedAges(path.stem, steps)
    except ValueError as error:
        raise ContentError(f"{path}:{lines.at(('steps',))}: {error}. Put the steps in order.") from error


def _load_rule(path: Path, tables: Tables) -> Rule:
    entry, lines = read_yaml_with_lines(path, RuleFile)
    _raise(path, lines, _faults_of_form(path, entry, tables))
    rule = Rule(
        service=entry.service,
        criteria=tuple(
            Criterion(
                criterion.id,
                _condition(criterion.condition, tables),
                _texts(criterion.texts),
                _texts(criterion.texts_for_other),
                _source(criterion.source),
            )
            for criterion in entry.criteria
        ),
        examples=tuple(_example(example) for example in entry.examples),
    )
    _raise(path, lines, _faults_of_examples(rule))
    return rule


def _raise(path: Path, lines: Lines, faults: Iterator[Fault]) -> None:
    told = [f"{path}:{lines.at(location)}: {what}" for location, what in faults]
    if told:
        raise ContentError("\n".join(told))


def _faults_of_form(path: Path, entry: RuleFile, tables: Tables) -> Iterator[Fault]:
    if path.stem != entry.service:
        yield ("service",), f'the file is named "{path.stem}" but the rule is for "{entry.service}". Make them equal.'
    seen: set[str] = set()
    for index, criterion in enumerate(entry.criteria):
        if criterion.id in seen:
            yield ("criteria", index, "id"), f'"{criterion.id}" is the id of an earlier criterion. Give it another id.'
        seen.add(criterion.id)
        for name in _tables_in(criterion.condition):
            if name not in tables:
                known = ", ".join(sorted(tables)) or "none"
                what = (
                    f'there is no table of ages "{name}" (there is: {known}). Mend the name, or write ages/{name}.yaml.'
                )
                yield ("criteria", index, "condition"), what


def _faults_of_examples(rule: Rule) -> Iterator[Fault]:
    """Examples that come out otherwise, and kinds of outcome that no example shows."""
    ids = {criterion.id for criterion in rule.criteria}
    for index, example in enumerate(rule.examples):
        location = ("examples", index)
        for unknown in sorted(example.against - ids):
            yield (*location, "against"), f'there is no criterion "{unknown}". Mend its spelling.'
        verdict = judge(rule, example.facts, example.on_date)
        failed = frozenset(reason.criterion for reason in verdict.reasons if reason.truth is Truth.NO)
        if verdict.outcome is not example.outcome:
            came = f"{verdict.outcome}, not {example.outcome}{_because(failed)}"
            what = f'the example "{example.name}" comes out as {came}. Mend the rule, or the example.'
            yield (*location, "outcome"), what
        elif failed != example.against:
            what = f'in the example "{example.name}" what fails is {_listed(failed)}, not {_listed(example.against)}.'
            yield location, f"{what} Mend the rule, or `against`."
    for outcome in Outcome:
        if outcome not in {example.outcome for example in rule.examples}:
            yield ("examples",), f"no example is {outcome}. Add one, so that the rule is shown to work that way."


def _because(failed: frozenset[str]) -> str:
    return f", because {_listed(failed)} fails" if failed else ""


def _listed(criteria: frozenset[str]) -> str:
    return ", ".join(sorted(criteria)) or "nothing"


def _condition(entry: ConditionEntry, tables: Tables) -> Condition:
    if entry.all_ is not None:
        return All(tuple(_condition(part, tables) for part in entry.all_))
    if entry.any_ is not None:
        return AnyOf(tuple(_condition(part, tables) for part in entry.any_))
    if entry.not_ is not None:
        return Not(_condition(entry.not_, tables))
    return _leaf(entry, tables)


def _leaf(entry: ConditionEntry, tables: Tables) -> Leaf:
    if entry.at_least is not None:
        return AtLeast(*_only(entry.at_least))
    if entry.at_most is not None:
        return AtMost(*_only(entry.at_most))
    if entry.is_ is not None:
        fact, value = _only(entry.is_)
        return Is(fact, _choice(fact, value))
    if entry.one_of is not None:
        fact, values = _only(entry.one_of)
        return OneOf(fact, frozenset(_choice(fact, value) for value in values))
    fact, name = _only(entry.below_dated or {})
    return BelowDatedAge(fact, tables[name])


def _only(pair: Mapping[FactId, T]) -> tuple[FactId, T]:
    """The one fact of a leaf and what it is compared with; the shape has seen to it that there is one."""
    return next(iter(pair.items()))


def _choice(fact: FactId, value: bool | str) -> Disability | bool | str:  # noqa: FBT001 - a fact may be a truth value
    return Disability(str(value)) if fact is FactId.DISABILITY else value


def _tables_in(entry: ConditionEntry) -> Iterator[str]:
    for part in (*(entry.all_ or ()), *(entry.any_ or ()), *([entry.not_] if entry.not_ else ())):
        yield from _tables_in(part)
    yield from (entry.below_dated or {}).values()


def _texts(entry: TextsEntry) -> Mapping[Truth, str]:
    return MappingProxyType({Truth.YES: entry.if_yes, Truth.NO: entry.if_no, Truth.UNKNOWN: entry.if_unknown})


def _source(entry: RuleSourceEntry) -> Source:
    return Source(entry.title, entry.place, entry.checked_on)


def _age(entry: AgeEntry) -> YearsAndMonths:
    return YearsAndMonths(entry.years, entry.months)


def _example(entry: ExampleEntry) -> Example:
    return Example(entry.name, _facts(entry.facts), entry.on_date, entry.outcome, frozenset(entry.against))


def _facts(entry: FactsEntry) -> Facts:
    return Facts(
        age=_number(entry.age),
        disability=entry.disability,
        participation_level=_number(entry.participation_level),
        complex_needs=entry.complex_needs,
        municipality=entry.municipality,
        can_work_open_market_or_supported=entry.can_work_open_market_or_supported,
        has_child_or_expecting=entry.has_child_or_expecting,
    )


def _number(entry: int | RangeEntry | None) -> Interval | None:
    if isinstance(entry, RangeEntry):
        return Interval(entry.from_, entry.to)
    return None if entry is None else Interval.exactly(entry)
