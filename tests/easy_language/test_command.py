"""The command tells people and programs the same."""

import json

import pytest

from assistant.commands.easy import easy_report
from assistant.easy_language.rules import ALL_RULES
from assistant.library.vocabulary import Vocabulary

TEXT = "Jūsų prašymas buvo gautas.\nAteikite 9 val. ryto."


def test_json_has_the_agreed_shape(vocabulary: Vocabulary) -> None:
    report = json.loads(easy_report(TEXT, 2, "json", vocabulary))
    assert set(report) == {"level", "sentences", "words_per_sentence", "lix", "rix", "long_words_percent", "findings"}
    assert (report["level"], report["sentences"]) == (2, 2)
    first = report["findings"][0]
    assert first["rule"] == "G04"
    assert first["severity"] == "error"
    assert (first["line"], first["start"], first["end"], first["text"]) == (1, 14, 25, "buvo gautas")
    assert first["message"]
    assert first["suggestion"]
    assert first["certainty"] == "sure"


def test_text_shows_the_line_and_names_the_rule_and_what_to_do(vocabulary: Vocabulary) -> None:
    lines = easy_report(TEXT, 2, "text", vocabulary).splitlines()
    assert lines[:2] == ["Tekstą dar reikia taisyti. Lygis: 2.", "Klaidų: 2. Įspėjimų: 0."]
    place = lines.index("1 eilutė: Jūsų prašymas buvo gautas.")
    told = lines[place + 1 : place + 4]
    assert told[0].startswith("  KLAIDA G04 (")
    assert told[0].endswith("): „buvo gautas“")
    assert told[2].startswith("    Patarimas: ")


def test_a_finding_of_a_whole_line_does_not_say_it_again(vocabulary: Vocabulary) -> None:
    report = easy_report("Sakau, kad ateina žmogus, kuris dirba.", 2, "text", vocabulary)
    assert report.count("Sakau") == 1
    assert "visa eilutė" in report


def test_good_text_is_told_to_be_good(vocabulary: Vocabulary) -> None:
    assert "Klaidų neradau." in easy_report("Jums padeda žmogus.", 1, "text", vocabulary)


def test_sarif_names_every_rule_and_the_place_of_each_finding(vocabulary: Vocabulary) -> None:
    report = json.loads(easy_report(TEXT, 2, "sarif", vocabulary))
    assert report["version"] == "2.1.0"
    [run] = report["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule.id for rule in ALL_RULES} < {rule["id"] for rule in rules}
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "G04"
    assert first["level"] == "error"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "stdin"}
    assert place["region"] == {"startLine": 1, "startColumn": 15, "endColumn": 26}


@pytest.mark.parametrize("text", ["", "\n\n", "…", "😀"])
def test_a_text_without_words_has_a_report(text: str, vocabulary: Vocabulary) -> None:
    assert json.loads(easy_report(text, 2, "json", vocabulary))["sentences"] == 0
