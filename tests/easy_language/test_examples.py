"""Every rule shows what it finds and what it leaves alone, and does so."""

import pytest

from assistant.easy_language.findings import Scope
from assistant.easy_language.rule import Bad, Rule
from assistant.easy_language.rules import ALL_RULES
from assistant.easy_language.text import Text
from assistant.library.vocabulary import Vocabulary
from tests.easy_language.words import WORDS, WRITTEN

ENOUGH = 3


def found_by(rule: Rule, source: str, vocabulary: Vocabulary) -> list[str]:
    scope = Scope.TEXT if Scope.TEXT in rule.scopes else min(rule.scopes)
    forms = vocabulary.dictionary if rule.id.startswith("G") else WORDS
    return [finding.text for finding in rule.findings(Text(source, 2, scope, forms, spelling=WRITTEN))]


@pytest.mark.parametrize(
    ("rule", "bad"), [pytest.param(rule, bad, id=f"{rule.id}-{bad.part}") for rule in ALL_RULES for bad in rule.bad]
)
def test_a_rule_finds_its_bad_example_and_nothing_else(rule: Rule, bad: Bad, vocabulary: Vocabulary) -> None:
    assert set(found_by(rule, bad.text, vocabulary)) == {bad.part}


@pytest.mark.parametrize(
    ("rule", "good"), [pytest.param(rule, good, id=f"{rule.id}-{good}") for rule in ALL_RULES for good in rule.good]
)
def test_a_rule_leaves_its_good_example_alone(rule: Rule, good: str, vocabulary: Vocabulary) -> None:
    assert found_by(rule, good, vocabulary) == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in ALL_RULES])
def test_a_rule_has_examples_of_both_and_says_what_to_do(rule: Rule) -> None:
    assert len(rule.bad) >= ENOUGH
    assert len(rule.good) >= ENOUGH
    assert rule.title
    assert rule.message.endswith(".")
    assert rule.suggestion
    assert rule.source


def test_no_two_rules_have_one_id() -> None:
    ids = [rule.id for rule in ALL_RULES]
    assert sorted(set(ids)) == sorted(ids)
