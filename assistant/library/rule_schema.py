"""What rule files must look like: the shapes of criteria, conditions, worked examples and dated ages.

What one value alone can show to be wrong is refused here, with its line; what needs several is checked by the loader.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StrictStr, model_validator

from assistant.eligibility.facts import Disability, FactId
from assistant.eligibility.verdict import Outcome
from assistant.library.schema import Entry, ServiceId, Text

WORDS_IN_SENTENCE = 12

RANGES: Mapping[FactId, tuple[int, int]] = {FactId.AGE: (0, 130), FactId.PARTICIPATION_LEVEL: (0, 100)}
"""The facts that are numbers, with the least and the greatest that make sense."""

FLAGS = frozenset({FactId.COMPLEX_NEEDS, FactId.WORK, FactId.FAMILY})
"""The facts that are true or false."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def _sentence(text: str) -> str:
    if not text.endswith(".") or any(mark in text[:-1] for mark in ".?!"):
        raise ValueError("write one sentence with one full stop, at its end")
    words = len(text.split())
    if words > WORDS_IN_SENTENCE:
        message = f"the sentence has {words} words; write {WORDS_IN_SENTENCE} at most"
        raise ValueError(message)
    return text


def _limits(limits: dict[FactId, int]) -> dict[FactId, int]:
    for fact, limit in limits.items():
        if fact not in RANGES:
            message = f"{fact} is no number; compare it with is or one_of"
            raise ValueError(message)
        low, high = RANGES[fact]
        if not low <= limit <= high:
            message = f"{fact} goes from {low} to {high}; {limit} lies outside"
            raise ValueError(message)
    return limits


def _choices(choices: Mapping[FactId, list[bool | str]]) -> None:
    for fact, values in choices.items():
        for value in values:
            _check_choice(fact, value)


def _check_choice(fact: FactId, value: bool | str) -> None:  # noqa: FBT001 - the value of a fact may be a truth value
    if fact in RANGES:
        message = f"{fact} is a number; compare it with at_least or at_most"
        raise ValueError(message)
    if (fact in FLAGS) is not isinstance(value, bool):
        message = f"{fact} is {'true or false' if fact in FLAGS else 'a word'}, not {value!r}"
        raise ValueError(message)
    kinds = [kind.value for kind in Disability if kind is not Disability.UNKNOWN]
    if fact is FactId.DISABILITY and value not in kinds:
        message = f"disability is one of {', '.join(kinds)}; not {value!r}"
        raise ValueError(message)


def _one_choice(choice: dict[FactId, bool | str]) -> dict[FactId, bool | str]:
    _choices({fact: [value] for fact, value in choice.items()})
    return choice


def _many_choices(choices: dict[FactId, list[bool | str]]) -> dict[FactId, list[bool | str]]:
    _choices(choices)
    return choices


def _ages(ages: dict[FactId, str]) -> dict[FactId, str]:
    for fact in ages:
        if fact is not FactId.AGE:
            message = f"{fact} is no age; only age can be compared with a table of ages"
            raise ValueError(message)
    return ages


Sentence = Annotated[Text, AfterValidator(_sentence)]
ONE = Field(min_length=1, max_length=1)
Limit = Annotated[dict[FactId, StrictInt], ONE, AfterValidator(_limits)]
Choice = Annotated[dict[FactId, StrictBool | StrictStr], ONE, AfterValidator(_one_choice)]
Choices = Annotated[
    dict[FactId, Annotated[list[StrictBool | StrictStr], Field(min_length=1)]], ONE, AfterValidator(_many_choices)
]
TableName = Annotated[dict[FactId, Id], ONE, AfterValidator(_ages)]


class ConditionEntry(Entry):
    """One condition: exactly one of the words of the grammar."""

    all_: Annotated[list["ConditionEntry"], Field(min_length=1)] | None = Field(None, alias="all")
    any_: Annotated[list["ConditionEntry"], Field(min_length=1)] | None = Field(None, alias="any")
    not_: "ConditionEntry | None" = Field(None, alias="not")
    at_least: Limit | None = None
    at_most: Limit | None = None
    is_: Choice | None = Field(None, alias="is")
    one_of: Choices | None = None
    below_dated: TableName | None = None

    @model_validator(mode="after")
    def _one_word(self) -> Self:
        chosen = [name for name, part in self if part is not None]
        if len(chosen) != 1:
            words = ", ".join(field.alias or name for name, field in type(self).model_fields.items())
            message = f"a condition has exactly one of {words}"
            raise ValueError(message)
        return self


class TextsEntry(Entry):
    """One easy sentence for each truth."""

    if_yes: Sentence
    if_no: Sentence
    if_unknown: Sentence


class RuleSourceEntry(Entry):
    """Where a condition stands, and when somebody last looked."""

    title: Text
    place: Text
    checked_on: date


class CriterionEntry(Entry):
    """One thing that must hold."""

    id: Id
    condition: ConditionEntry
    texts: TextsEntry
    texts_for_other: TextsEntry
    source: RuleSourceEntry


class RangeEntry(Entry):
    """A number known only roughly, both ends included."""

    from_: StrictInt = Field(alias="from")
    to: StrictInt

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.from_ > self.to:
            message = f"a range runs upwards, not from {self.from_} to {self.to}"
            raise ValueError(message)
        return self


class FactsEntry(Entry):
    """What a worked example knows; what is left out or null is not known."""

    age: StrictInt | RangeEntry | None = None
    disability: Disability | None = None
    participation_level: StrictInt | RangeEntry | None = None
    complex_needs: StrictBool | None = None
    municipality: Id | None = None
    can_work_open_market_or_supported: StrictBool | None = None
    has_child_or_expecting: StrictBool | None = None


class ExampleEntry(Entry):
    """A worked example; `against` names the criteria that fail, all of them."""

    name: Text
    on_date: date
    facts: FactsEntry
    outcome: Outcome
    against: tuple[Id, ...] = ()


class RuleFile(Entry):
    """content/rules/<service>.yaml."""

    service: ServiceId
    criteria: Annotated[list[CriterionEntry], Field(min_length=1)]
    examples: list[ExampleEntry]


class AgeEntry(Entry):
    """An age in years and months."""

    years: Annotated[StrictInt, Field(ge=0, le=130)]
    months: Annotated[StrictInt, Field(ge=0, le=11)] = 0


class AgeStepEntry(Entry):
    """The ages that hold from a day on."""

    since: date
    men: AgeEntry
    women: AgeEntry
    source: RuleSourceEntry


class AgesFile(Entry):
    """content/rules/ages/<name>.yaml."""

    steps: Annotated[list[AgeStepEntry], Field(min_length=1)]
