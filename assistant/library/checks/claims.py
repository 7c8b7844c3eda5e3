"""Every number that content states stands in a fact of a source that the same entry cites."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.easy_language.findings import Severity
from assistant.eligibility.facts import FactId
from assistant.library.checks.places import facts_at, meet, points_of
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content, M, Read
from assistant.library.numbers import DATE, Number, numbers_in
from assistant.library.rule_schema import AgeEntry, ConditionEntry, RuleSourceEntry
from assistant.library.schema import Citation, Entry, FactEntry

# These parts of an entry are read by nobody, or are the person's words and not ours.
_NOT_SAID = {"picture", "sources", "related", "id", "also"}

_COUNTED = {FactId.AGE: "metai", FactId.PARTICIPATION_LEVEL: "procentai"}
"""What the limits of rules count."""


@dataclass(frozen=True)
class Claim:
    """One number that content states, with its place; `held_by` are the facts that hold it, each with its source."""

    file: str
    line: int
    sentence: str
    number: Number
    held_by: tuple[str, ...]


@dataclass(frozen=True)
class _Said:
    """A sentence or a limit with its numbers, its line, and the places that the entry cites."""

    file: str
    line: int
    sentence: str
    numbers: tuple[Number, ...]
    cited: tuple[Citation, ...]


def check_claims(content: Content) -> Iterator[Problem]:
    """Numbers that no cited fact holds, points of a law that no fact tells, facts that differ from their numbers."""
    yield from _unheld(content)
    yield from _untold(content)
    yield from _differing(content)


def _unheld(content: Content) -> Iterator[Problem]:
    for claim in claims_in(content):
        if not claim.held_by:
            yield Problem(
                claim.file,
                claim.line,
                f'No fact of the sources cited here holds "{claim.number}".',
                "Mend the number, cite the source and the place that holds it, or write the fact into content/sources.",
            )


def _untold(content: Content) -> Iterator[Problem]:
    facts = {read.path.stem: read.content.facts for read in content.sources}
    for read in content.topics:
        for topic, answer in read.content.topics.items():
            for position, citation in enumerate(answer.sources):
                told = [point for fact in facts.get(citation.source, ()) for point in points_of(fact.place)]
                for point in points_of(citation.place):
                    if citation.source in facts and not meet([point], told):
                        line = read.line("topics", topic, "sources", position)
                        what = f'No fact of "{citation.source}" tells what stands in point {point}.'
                        mend = f"Write it into content/sources/{citation.source}.yaml, or cite another point."
                        yield Problem(read.file, line, what, mend, Severity.WARNING)


def _differing(content: Content) -> Iterator[Problem]:
    for read in content.sources:
        for position, fact in enumerate(read.content.facts):
            said, listed = set(numbers_in(fact.says)), set(_numbers_of(fact))
            if said != listed:
                differing = ", ".join(sorted(str(number) for number in said ^ listed))
                line = read.line("facts", position, "numbers" if fact.numbers else "says")
                what = f'`says` and `numbers` of a fact differ: "{differing}".'
                yield Problem(read.file, line, what, "Write the same numbers with the same units in both.")


def claims_in(content: Content) -> Iterator[Claim]:
    """All numbers that content states, file by file."""
    facts = {read.path.stem: read.content.facts for read in content.sources}
    for said in _all_said(content):
        for number in said.numbers:
            held_by = tuple(dict.fromkeys(_holders(number, said.cited, facts)))
            yield Claim(said.file, said.line, said.sentence, number, held_by)


def _holders(number: Number, cited: Sequence[Citation], facts: Mapping[str, Sequence[FactEntry]]) -> Iterator[str]:
    for citation in cited:
        for fact in facts_at(citation.place, facts.get(citation.source, ())):
            if any(known.holds(number) for known in _numbers_of(fact)):
                yield f"{citation.source}, {fact.place}"


def _numbers_of(fact: FactEntry) -> Iterator[Number]:
    for text in fact.numbers:
        yield from numbers_in(text)


def _all_said(content: Content) -> Iterator[_Said]:
    for topics in content.topics:
        for topic, answer in topics.content.topics.items():
            yield from _entry(topics, answer, answer.sources, "topics", topic)
    for messages in content.messages:
        for name, message in messages.content.root.items():
            yield from _entry(messages, message, message.sources, name)
    for glossary in content.glossary:
        for name, term in glossary.content.root.items():
            yield from _entry(glossary, term, term.sources, name)
    for questions in content.questions:
        for name, question in questions.content.root.items():
            yield from _entry(questions, question, question.sources, name)
    yield from _rules(content)


def _entry(read: Read[M], entry: Entry, cited: Sequence[Citation], *location: str | int) -> Iterator[_Said]:
    for place, sentence in _sentences(entry.model_dump(exclude=_NOT_SAID), location):
        yield _Said(read.file, read.line(*place), sentence, numbers_in(sentence), tuple(cited))


def _sentences(value: object, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything that an entry says, whatever its parts are called, so that a new part is looked at too."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NOT_SAID:
                yield from _sentences(part, (*location, key))
    elif isinstance(value, (list, tuple)):
        for position, part in enumerate(value):
            yield from _sentences(part, (*location, position))


def _rules(content: Content) -> Iterator[_Said]:
    by_title = {read.content.title: read.path.stem for read in content.sources}

    def cited(source: RuleSourceEntry) -> tuple[Citation, ...]:
        name = by_title.get(source.title)
        return (Citation(source=name, place=source.place),) if name else ()

    for rules in content.rules:
        for position, criterion in enumerate(rules.content.criteria):
            for part in ("texts", "texts_for_other"):
                yield from _entry(rules, getattr(criterion, part), cited(criterion.source), "criteria", position, part)
            line = rules.line("criteria", position, "condition")
            for sentence, number in _limits(criterion.condition):
                yield _Said(rules.file, line, sentence, (number,), cited(criterion.source))
    for ages in content.ages:
        for position, step in enumerate(ages.content.steps):
            line = ages.line("steps", position)
            year = Number(str(step.since.year), DATE)
            numbers = dict.fromkeys((year, *_age(step.men), *_age(step.women)))
            yield _Said(ages.file, line, f"since: {step.since}", tuple(numbers), cited(step.source))


def _limits(condition: ConditionEntry) -> Iterator[tuple[str, Number]]:
    for name, limits in (("at_least", condition.at_least), ("at_most", condition.at_most)):
        for fact, limit in (limits or {}).items():
            yield f"{name}: {{{fact}: {limit}}}", Number(str(limit), _COUNTED[fact])
    for part in (*(condition.all_ or ()), *(condition.any_ or ()), *([condition.not_] if condition.not_ else ())):
        yield from _limits(part)


def _age(age: AgeEntry) -> Iterator[Number]:
    yield Number(str(age.years), "metai")
    if age.months:
        yield Number(str(age.months), "mėnesiai")
