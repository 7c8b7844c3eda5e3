"""The rules of grammar find what is hard to read, and leave good Lithuanian alone."""

import pytest

from assistant.easy_language.findings import Certainty, Scope, Severity
from assistant.easy_language.forms import Forms, NoForms
from assistant.easy_language.rule import Rule
from assistant.easy_language.rules.grammar import GRAMMAR_RULES
from assistant.easy_language.text import Text
from assistant.library.dictionary import load_dictionary
from assistant.settings import ROOT
from tests.easy_language.grammar_mixture import MIXED
from tests.easy_language.grammar_offices import OFFICES
from tests.easy_language.grammar_sentences import APART


@pytest.fixture(scope="module")
def forms() -> Forms:
    return load_dictionary(ROOT / "content" / "lexicon" / "dictionary")


@pytest.mark.parametrize(("text", "rules"), [*APART, *MIXED, *OFFICES])
def test_a_sentence_breaks_the_rules_that_it_is_said_to_break(forms: Forms, text: str, rules: str) -> None:
    checked = Text(text, 2, forms=forms)
    found = {
        finding.rule
        for rule in GRAMMAR_RULES
        for finding in rule.findings(checked)
        if finding.severity is Severity.ERROR
    }
    assert found == set(rules.split())


@pytest.mark.parametrize("rule", GRAMMAR_RULES)
def test_a_rule_does_not_fall_over_where_no_word_is_known(rule: Rule) -> None:
    for text in ("", "\n", "…", "5", "Ar Jūs ateisite? Ne, aš neateisiu.", "ąžuolų 7 ir buvo 8"):
        list(rule.findings(Text(text, 2, forms=NoForms())))


def test_a_word_that_no_dictionary_knows_is_judged_by_its_ending() -> None:
    def found(text: str) -> list[tuple[str, Certainty]]:
        checked = Text(text, 2, forms=NoForms())
        return [(finding.rule, finding.certainty) for rule in GRAMMAR_RULES for finding in rule.findings(checked)]

    assert found("Jie skrolindami tyli.") == [("G01", Certainty.LIKELY)]
    assert found("Jie skrolinant tyli.") == [("G02", Certainty.LIKELY)]
    assert found("Ateina skrolinantis draugas.") == [("G03", Certainty.LIKELY)]
    assert found("Tai skrolinama visur.") == [("G04", Certainty.LIKELY)]
    assert found("Ar skrolintumėte?") == [("G05", Certainty.LIKELY)]


def test_a_sure_form_is_told_as_sure(forms: Forms) -> None:
    def certainty(text: str) -> list[Certainty]:
        checked = Text(text, 2, forms=forms)
        return [finding.certainty for rule in GRAMMAR_RULES for finding in rule.findings(checked)]

    assert certainty("Jis kalba eidamas.") == [Certainty.SURE]
    assert certainty("Dokumentai buvo gauti.") == [Certainty.LIKELY]


def test_offsets_point_at_the_found_text(forms: Forms) -> None:
    text = "Sveiki.\nRytoj bus   teikiama pagalba, o gavus laišką eisime."
    lines = text.splitlines()
    findings = [finding for rule in GRAMMAR_RULES for finding in rule.findings(Text(text, 2, forms=forms))]
    assert {finding.rule for finding in findings} == {"G02", "G04"}
    for finding in findings:
        assert lines[finding.line - 1][finding.start : finding.end] == finding.text


def test_a_button_may_name_an_action(forms: Forms) -> None:
    rule = next(rule for rule in GRAMMAR_RULES if rule.id == "G08")
    assert list(rule.findings(Text("Reikia ateiti", 2, Scope.BUTTON, forms))) == []
    assert list(rule.findings(Text("Reikia ateiti", 2, Scope.TEXT, forms))) != []


def test_level_3_eases_grammar_to_warnings_but_not_the_address(forms: Forms) -> None:
    def severities(text: str) -> set[Severity]:
        checked = Text(text, 3, forms=forms)
        return {finding.severity for rule in GRAMMAR_RULES for finding in rule.findings(checked)}

    assert severities("Jis kalba eidamas.") == {Severity.WARNING}
    assert severities("Ateik.") == {Severity.ERROR}
