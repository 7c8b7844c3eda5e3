"""The command tells people and programs the same."""

import json

import pytest

from assistant.commands.easy import easy_report

TEXT = "Jūsų prašymas buvo gautas.\nAteikite 9 val. ryto."


def test_json_has_the_agreed_shape() -> None:
    report = json.loads(easy_report(TEXT, 2, "json"))
    assert set(report) == {"level", "sentences", "words_per_sentence", "lix", "long_words_percent", "findings"}
    assert (report["level"], report["sentences"]) == (2, 2)
    first = report["findings"][0]
    assert first["rule"] == "G04"
    assert first["severity"] == "error"
    assert (first["line"], first["start"], first["end"], first["text"]) == (1, 14, 25, "buvo gautas")
    assert first["message"]
    assert first["suggestion"]


def test_text_names_the_line_the_rule_and_what_to_do() -> None:
    report = easy_report(TEXT, 2, "text")
    assert "1 eilutė, klaida G04: „buvo gautas“" in report
    assert "Patarimas: Pasakykite, kas tai daro." in report


def test_good_text_is_told_to_be_good() -> None:
    assert "Klaidų neradau." in easy_report("Jums padeda žmogus.", 1, "text")


@pytest.mark.parametrize("text", ["", "\n\n", "…", "😀"])
def test_a_text_without_words_has_a_report(text: str) -> None:
    assert json.loads(easy_report(text, 2, "json"))["sentences"] == 0
