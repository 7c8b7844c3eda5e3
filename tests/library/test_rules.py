"""Rules are loaded whole, or refused with file, line, fault and mend."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from assistant.eligibility.conditions import All, AnyOf, AtLeast, AtMost, BelowDatedAge, Condition, Is, Not, OneOf
from assistant.eligibility.facts import Disability, FactId
from assistant.eligibility.judge import judge
from assistant.eligibility.rules import Example, Rule
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome
from assistant.errors import ContentError
from assistant.library.library import Library
from assistant.library.rules import load_rules
from assistant.library.sources import load_sources

CONTENT = Path(__file__).parents[2] / "content"
OUR_RULES: Mapping[str, Rule] = load_rules(CONTENT / "rules")
OUR_EXAMPLES = [
    pytest.param(rule, example, id=f"{service}: {example.name}")
    for service, rule in OUR_RULES.items()
    for example in rule.examples
]

RULE = """\
service: social-workshops
criteria:
  - id: adult
    condition:
      at_least: {age: 18}
    texts:
      if_yes: Jums yra 18 metų.
      if_no: Jums dar nėra 18 metų.
      if_unknown: Aš nežinau.
    texts_for_other:
      if_yes: Žmogui yra 18 metų.
      if_no: Žmogui dar nėra 18 metų.
      if_unknown: Aš nežinau.
    source:
      title: Puslapis
      place: pastraipa
      checked_on: 2026-11-22
examples:
  - name: grown up
    on_date: 2026-11-22
    facts: {age: 18}
    outcome: likely
  - name: a child
    on_date: 2026-11-22
    facts: {age: 17}
    outcome: unlikely
    against: [adult]
  - name: nothing is known
    on_date: 2026-11-22
    facts: {}
    outcome: unsure
"""

AGES = """\
steps:
  - since: 2026-01-01
    men: {years: 65}
    women: {years: 65}
    source: {title: Puslapis, place: pastraipa, checked_on: 2026-11-22}
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a rule for social workshops, and gives back the folder of rules."""

    def written(rule: str) -> Path:
        (tmp_path / "ages").mkdir(exist_ok=True)
        (tmp_path / "ages" / "pension-age.yaml").write_text(AGES, encoding="utf-8")
        (tmp_path / "social-workshops.yaml").write_text(rule, encoding="utf-8")
        return tmp_path

    return written


def refusal(folder: Path) -> str:
    """What the loader says; paths are told from the folder on."""
    with pytest.raises(ContentError) as refused:
        load_rules(folder)
    return str(refused.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(("rule", "example"), OUR_EXAMPLES)
def test_every_worked_example_of_our_rules_comes_out_as_it_says(rule: Rule, example: Example) -> None:
    verdict = judge(rule, example.facts, example.on_date)
    assert verdict.outcome is example.outcome
    assert {reason.criterion for reason in verdict.reasons if reason.truth is Truth.NO} == example.against


@pytest.mark.parametrize("rule", OUR_RULES.values(), ids=OUR_RULES.keys())
def test_every_criterion_of_our_rules_is_seen_to_fail_in_an_example(rule: Rule) -> None:
    seen = frozenset[str]().union(*(example.against for example in rule.examples))
    assert seen == {criterion.id for criterion in rule.criteria}


def test_our_rules_have_the_criteria_of_the_contract() -> None:
    criteria = {service: [criterion.id for criterion in rule.criteria] for service, rule in OUR_RULES.items()}
    assert criteria == {
        "case-management": [
            "adult",
            "working-age",
            "disability",
            "participation-level",
            "complex-needs",
            "municipality",
        ],
        "social-workshops": ["adult", "disability", "work"],
        "family-case-management": ["family"],
    }


def test_our_rules_name_documents_by_the_titles_that_people_read_elsewhere() -> None:
    titles = {document.title for document in load_sources(CONTENT / "sources").values()}
    assert {criterion.source.title for rule in OUR_RULES.values() for criterion in rule.criteria} <= titles


def test_our_rules_never_tell_a_person_that_they_have_no_right() -> None:
    texts = [
        text.casefold()
        for rule in OUR_RULES.values()
        for criterion in rule.criteria
        for text in (*criterion.texts.values(), *criterion.texts_for_other.values())
    ]
    assert not [text for text in texts if any(word in text for word in ("nepriklauso", "neatitink", "deja", "teisės"))]


def test_our_rules_speak_to_a_helper_about_the_other_person() -> None:
    texts = [
        text
        for rule in OUR_RULES.values()
        for criterion in rule.criteria
        for text in criterion.texts_for_other.values()
    ]
    assert not [text for text in texts if "Jūs" in text or "Jum" in text]


def municipalities_in(condition: Condition) -> set[str]:
    match condition:
        case All(parts) | AnyOf(parts):
            return set[str]().union(*(municipalities_in(part) for part in parts))
        case Not(inner):
            return municipalities_in(inner)
        case Is(FactId.MUNICIPALITY, value):
            return {str(value)}
        case OneOf(FactId.MUNICIPALITY, values):
            return {str(value) for value in values}
        case _:
            return set()


def test_our_rules_name_municipalities_that_there_are(library: Library) -> None:
    # A mistyped municipality in a rule and its example would agree with each other and with nobody's answer.
    named = {
        name
        for rule in OUR_RULES.values()
        for criterion in rule.criteria
        for name in municipalities_in(criterion.condition)
    }
    in_examples = {example.facts.municipality for rule in OUR_RULES.values() for example in rule.examples} - {None}
    assert named == {"neringos"}
    assert named | in_examples <= set(library.municipalities)


def test_a_rule_becomes_frozen_criteria_with_words_and_source(write: Write) -> None:
    rule = load_rules(write(RULE))["social-workshops"]
    (criterion,) = rule.criteria
    assert criterion.condition == AtLeast(FactId.AGE, 18)
    assert criterion.text(Truth.NO) == "Jums dar nėra 18 metų."
    assert criterion.text(Truth.NO, for_other=True) == "Žmogui dar nėra 18 metų."
    assert criterion.source.checked_on == date(2026, 11, 22)
    assert [example.outcome for example in rule.examples] == [Outcome.LIKELY, Outcome.UNLIKELY, Outcome.UNSURE]


def test_every_word_of_the_grammar_is_read(write: Write) -> None:
    # Given a rule that uses every word
    condition = """\
      all:
        - at_least: {age: 18}
        - any:
            - below_dated: {age: pension-age}
            - at_most: {participation_level: 55}
            - not:
                is: {municipality: neringos}
            - one_of: {disability: [both, none]}
            - is: {complex_needs: true}
"""

    # When it is loaded
    rule = load_rules(write(RULE.replace("      at_least: {age: 18}\n", condition)))["social-workshops"]

    # Then each word is what it says
    whole = rule.criteria[0].condition
    assert isinstance(whole, All)
    adult, rest = whole.conditions
    assert adult == AtLeast(FactId.AGE, 18)
    assert isinstance(rest, AnyOf)
    below, *others = rest.conditions
    assert isinstance(below, BelowDatedAge)
    assert below.ages.id == "pension-age"
    assert others == [
        AtMost(FactId.PARTICIPATION_LEVEL, 55),
        Not(Is(FactId.MUNICIPALITY, "neringos")),
        OneOf(FactId.DISABILITY, frozenset({Disability.BOTH, Disability.NONE})),
        Is(FactId.COMPLEX_NEEDS, value=True),
    ]


@pytest.mark.parametrize(
    ("written", "instead", "line", "fault"),
    [
        ("at_least: {age: 18}", "at_least: {age: 19}", 22, 'the example "grown up" comes out as unlikely, not likely'),
        ("facts: {age: 17}", "facts: {age: 18}", 26, 'the example "a child" comes out as likely, not unlikely'),
        ("against: [adult]", "against: [adlut]", 27, 'there is no criterion "adlut"'),
        ("    against: [adult]\n", "", 23, "what fails is adult, not nothing"),
        ("outcome: unsure", "outcome: maybe", 31, "'likely', 'unlikely' or 'unsure'"),
        ("at_least:", "more_than:", 5, "is not known here"),
        ("{age: 18}\n    texts", "{agee: 18}\n    texts", 5, "Input should be 'age'"),
        ("{age: 18}\n    texts", "{municipality: 18}\n    texts", 5, "municipality is no number"),
        ("{age: 18}\n    texts", "{age: 181}\n    texts", 5, "181 lies outside"),
        ("{age: 18}\n    texts", "{age: true}\n    texts", 5, "Write a whole number."),
        ("{age: 18}\n    texts", "{age: 18, participation_level: 5}\n    texts", 5, "at most 1 item"),
        ("at_least: {age: 18}", "is: {age: 18}", 5, "Write true or false."),
        ("at_least: {age: 18}", 'is: {age: "18"}', 5, "age is a number; compare it with at_least or at_most"),
        ("at_least: {age: 18}", "is: {complex_needs: yes}", 5, "complex_needs is true or false, not 'yes'"),
        ("at_least: {age: 18}", "is: {municipality: true}", 5, "municipality is a word, not True"),
        ("at_least: {age: 18}", "is: {disability: unknown}", 5, "disability is one of intellectual"),
        ("at_least: {age: 18}", "one_of: {disability: [proto]}", 5, "disability is one of intellectual"),
        ("at_least: {age: 18}", "one_of: {disability: []}", 5, "Add an entry."),
        ("at_least: {age: 18}", "below_dated: {age: retirement}", 4, 'no table of ages "retirement"'),
        ("at_least: {age: 18}", "below_dated: {participation_level: pension-age}", 5, "is no age"),
        (
            "at_least: {age: 18}",
            "{at_least: {age: 18}, at_most: {age: 30}}",
            4,
            "exactly one of all, any, not, at_least",
        ),
        ("at_least: {age: 18}", "{}", 4, "exactly one of all, any, not, at_least"),
        ("      place: pastraipa\n", "", 14, '"criteria.0.source.place" is missing. Add it.'),
        ("      place: pastraipa\n", '      place: ""\n', 16, "Write some text."),
        ("checked_on: 2026-11-22", "checked_on: lately", 17, "Write a date as 2026-11-22."),
        ("      if_no: Jums dar nėra 18 metų.\n", "", 6, "if_no"),
        ("Jums dar nėra 18 metų.", "Jums dar nėra. Deja.", 8, "write one sentence with one full stop"),
        ("Jums dar nėra 18 metų.", "A b c d e f g h i j k l m.", 8, "the sentence has 13 words; write 12 at most"),
        ("service: social-workshops", "service: case-management", 1, 'the file is named "social-workshops"'),
        ("service: social-workshops", "service: gardening", 1, 'the rule is for "gardening"'),
        ("facts: {age: 18}", "facts: {age: {from: 19, to: 18}}", 21, "a range runs upwards, not from 19 to 18"),
        ("facts: {age: 18}", "facts: {height: 18}", 21, "is not known here"),
    ],
)
def test_a_wrong_rule_is_refused_with_its_line(write: Write, written: str, instead: str, line: int, fault: str) -> None:
    assert written in RULE
    told = refusal(write(RULE.replace(written, instead, 1)))
    assert any(part.startswith(f"social-workshops.yaml:{line}: ") and fault in part for part in told.split("\n")), told


def test_two_criteria_with_one_id_are_refused(write: Write) -> None:
    criterion = RULE[RULE.index("  - id: adult") : RULE.index("examples:")]
    told = refusal(write(RULE.replace("examples:", f"{criterion}examples:")))
    assert 'social-workshops.yaml:18: "adult" is the id of an earlier criterion. Give it another id.' in told


def test_a_rule_without_an_example_of_each_outcome_is_refused(write: Write) -> None:
    told = refusal(write(RULE[: RULE.index("  - name: nothing is known")]))
    assert told == (
        "social-workshops.yaml:18: no example is unsure. Add one, so that the rule is shown to work that way."
    )


def test_the_faults_of_all_files_are_told_together(write: Write) -> None:
    folder = write(RULE.replace("at_least", "more_than"))
    (folder / "case-management.yaml").write_text("service: case-management\n", encoding="utf-8")
    told = refusal(folder)
    assert "case-management.yaml:1: " in told
    assert "social-workshops.yaml:5: " in told


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    assert "there are no rules here" in refusal(tmp_path)


def test_a_table_of_ages_that_runs_backwards_is_refused(write: Write) -> None:
    folder = write(RULE)
    step = AGES.removeprefix("steps:\n")
    (folder / "ages" / "pension-age.yaml").write_text(AGES + step, encoding="utf-8")
    assert refusal(folder).startswith("ages/pension-age.yaml:1: the steps of a table run forwards")


def test_planting_a_wrong_number_in_our_own_rule_is_refused(tmp_path: Path) -> None:
    # Given our rules, where somebody mistypes the participation level
    folder = tmp_path / "rules"
    copytree(CONTENT / "rules", folder)
    path = folder / "case-management.yaml"
    path.write_text(path.read_text("utf-8").replace("participation_level: 55}", "participation_level: 54}", 1), "utf-8")

    # Then the worked examples at the boundary refuse it
    assert 'the example "level 55 fits" comes out as unlikely, not likely' in refusal(folder)
