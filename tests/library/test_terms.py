"""The glossary: what ships, what is refused, and what the checks find in it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.easy_language.sentences import split_words
from assistant.errors import ContentError
from assistant.library.checks import Problem, check_content
from assistant.library.checks.glossary import LEAST_TERMS
from assistant.library.library import Library, Term
from assistant.library.sources import load_sources
from assistant.library.terms import load_terms
from tests.planted import change

pytestmark = pytest.mark.usefixtures("quick_checks")

CONTENT = Path(__file__).resolve().parents[2] / "content"
GLOSSARY = (
    "stipend:\n"
    "  term: stipendija\n"
    "  forms: [stipendijos, stipendijai]\n"
    "  sentences:\n"
    "    - Stipendija yra pinigai.\n"
    "    - Juos žmogus gauna už darbą.\n"
    "  picture: money\n"
    "  sources:\n"
    "    - source: program\n"
    "      place: viršuje\n"
)
OTHER = "pay:\n  term: alga\n  forms: [algos]\n  sentences: [Alga yra pinigai., Juos gauna už darbą.]\n"


def loaded(tmp_path: Path, text: str) -> Mapping[str, Term]:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return load_terms(path, load_sources(CONTENT / "sources"))


def test_a_hard_word_knows_its_forms_and_its_source(tmp_path: Path) -> None:
    term = loaded(tmp_path, GLOSSARY)["stipend"]
    assert term.forms == ("stipendija", "stipendijos", "stipendijai")
    assert term.sentences == ("Stipendija yra pinigai.", "Juos žmogus gauna už darbą.")
    assert term.sources[0].place == "viršuje"
    assert not term.is_common


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GLOSSARY + GLOSSARY, r'glossary\.yaml:11: "stipend" stands here and on line 1'),
        (GLOSSARY + OTHER.replace("algos", "Stipendijos"), r':13: "Stipendijos" stands also at "stipend"'),
        (GLOSSARY + OTHER.replace("term: alga", "term: stipendijai"), r':12: "stipendijai" stands also at "stipend"'),
        (GLOSSARY.replace("[stipendijos", "[stipendija"), r':3: "stipendija" stands also at "stipend"'),
        (GLOSSARY.replace("    - Juos žmogus gauna už darbą.\n", ""), r':4: "stipend\.sentences"'),
        (GLOSSARY.replace("source: program", "source: programme"), r':9: the source "programme" is not known'),
        (GLOSSARY.replace("stipend:", "Stipendija:"), r"glossary\.yaml:1: "),
        (GLOSSARY.replace("forms:", "formos:"), r':3: "stipend\.formos" is not known here'),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        loaded(tmp_path, text)


def test_the_library_finds_the_words_of_its_glossary(library: Library) -> None:
    assert len(library.terms) >= LEAST_TERMS
    [found] = library.term_finder.find(("Jo dalyvumo lygį nustato gydytojai.",))
    assert library.terms[found.term].term == "dalyvumo lygis"


def test_every_explanation_is_short(library: Library) -> None:
    long = [
        sentence for term in library.terms.values() for sentence in term.sentences if len(split_words(sentence)) > 8
    ]
    assert long == []


def test_the_two_services_of_one_name_are_both_told(library: Library) -> None:
    told = " ".join(library.terms["case-management"].sentences)
    assert "suaugusiems" in told
    assert "šeimoms" in told


def found_in_glossary(root: Path) -> list[Problem]:
    return [problem for problem in check_content(root) if problem.file.endswith("glossary.yaml")]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Stipendija yra pinigai.", "Pinigai yra stipendija.", "The explanation does not begin with its word."),
        ("Stipendija yra pinigai.", "Stipendija yra išmoka.", "„išmoka“ is a hard word itself."),
        ("Stipendija yra pinigai.", "Stipendija galėtų būti pinigai.", "G05 „galėtų“"),
        ("Stipendija yra pinigai.", "Stipendija yra {pinigai}.", "Nobody fills fields in here."),
        ("picture: level", "picture: lygis", 'There is no picture "lygis".'),
        ("source: skuodas", "source: skuodo", 'The source "skuodo" is not known.'),
    ],
)
def test_a_planted_fault_is_found_on_its_line(copy: Path, old: str, new: str, what: str) -> None:
    line = change(copy, "lt/glossary.yaml", old, new)
    found = [problem for problem in found_in_glossary(copy) if problem.what.startswith(what)]
    assert [problem.line for problem in found] == [line]


def test_an_explanation_may_name_its_own_hard_word_but_no_sentence_may_be_long(copy: Path) -> None:
    assert [problem for problem in found_in_glossary(copy) if problem.is_error] == []
    line = change(
        copy,
        "lt/glossary.yaml",
        "Jis turi savo numerį.",
        "Jis turi savo numerį ir stovi dokumento pačioje pradžioje arba gale.",
    )
    errors = [problem for problem in found_in_glossary(copy) if problem.is_error]
    assert {problem.line for problem in errors} == {line}
    assert any(problem.rule == "S06" for problem in errors)


def test_too_few_words_are_told(copy: Path) -> None:
    path = copy / "lt" / "glossary.yaml"
    few = re.split(r"^(?=[a-z-]+:$)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[: LEAST_TERMS - 1]
    path.write_text("".join(few), encoding="utf-8")
    assert f"There are {LEAST_TERMS - 2} hard words." in [problem.what for problem in found_in_glossary(copy)]
