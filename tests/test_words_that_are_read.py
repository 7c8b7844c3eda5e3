"""Every word that a person or a member of staff may read is content or stands in the catalog, and every one is checked.

Two halves make it whole: the check of content walks all strings of content and of the catalog, and here code, templates
and drawings are walked to show that they hold no Lithuanian of their own.
"""

import ast
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.easy_language.findings import Scope
from assistant.easy_language.report import check
from assistant.i18n import DayCase, spoken_day
from assistant.library.checks import Problem, check_content, examine
from assistant.library.checks.coverage import SHOWN_TO_NOBODY, WHOLE_FILE, check_coverage, shown_strings
from assistant.library.checks.language import check_language
from assistant.library.checks.names import shown_names, staff_words
from assistant.library.checks.reading import Content, read_content
from assistant.library.checks.shown import Shown, shown_texts
from assistant.settings import ROOT
from tests.conftest import CONTENT
from tests.planted import change

pytestmark = pytest.mark.usefixtures("quick_checks")

WORD = re.compile(r"[^\W\d_]{3,}")
LITHUANIAN = re.compile(r"[ąčęėįšųūž]", re.IGNORECASE)
TECHNICAL = re.compile(r"[#/]?[a-z0-9_./{}@-]+|[^\W\d_]{1,3}|Europe/Vilnius|Atkinson Hyperlegible( Next)?")
"""An id, an address, the name of a file, a word of three letters: nothing that is said."""

READ_TO_UNDERSTAND = "reads what people write, says nothing"
FOR_WRITERS = "tells people who write texts what is wrong in them"
FOR_MEASURING = "plays people, for measuring"

CODE_WITH_LITHUANIAN = {
    "assistant/understanding/": READ_TO_UNDERSTAND,
    "assistant/conversation/own_data_words.py": READ_TO_UNDERSTAND,
    "assistant/easy_language/": FOR_WRITERS,
    "assistant/commands/easy.py": FOR_WRITERS,
    "assistant/commands/sarif.py": FOR_WRITERS,
    "assistant/commands/content.py": FOR_WRITERS,
    "assistant/commands/bench/": FOR_MEASURING,
    "assistant/commands/demo/": "what invented people and staff write",
    "assistant/adapters/database/years_of_use.py": FOR_MEASURING,
    "assistant/library/checks/": "compares what is written, and fills in samples",
    "assistant/conversation/terms.py": "finds where a word is explained",
    "assistant/library/numbers.py": "reads what numbers count",
    "assistant/library/spelling.py": "letters of the alphabet",
    "assistant/library/easier.py": "letters of the alphabet",
    "assistant/library/coach.py": "the word that is declined in the name of a municipality",
    "assistant/library/ready_fields.py": "the names of fields, which leads write, and the case of a day",
    "assistant/library/municipalities.py": "compares the cases of a name",
    "assistant/library/receipt_words.py": "the letters of which a word may be made",
    "assistant/referrals/routing.py": "shortens a name of content",
    "assistant/i18n.py": "a day in words, checked below",
    "assistant/speech/": "says in whole words what stands in signs and figures; tests/speech hears every case",
    "assistant/commands/doctor/": "samples by which the voice and the fonts are tried; operators read English",
    "api/app.py": "the product's name, for programs",
    "bot/incoming.py": "what a command stands for, as if the person had written it",
    "bot/words.py": "names of commands, which Telegram wants in plain letters",
}
"""Where code holds Lithuanian after all, and why nobody reads it unchecked."""

ATTRIBUTES = {"alt", "aria-label", "aria-description", "content", "label", "placeholder", "summary", "title", "value"}
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
QUOTED = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'")
PLAIN_ATTRIBUTES = {
    ("meta", "width=device-width, initial-scale=1"),
    ("meta", "light dark"),
    ("meta", "article"),
    ("meta", "image/png"),
    ("meta", "summary_large_image"),
    ("meta", "noindex, nofollow"),
}


@cache
def content() -> Content:
    return read_content(CONTENT)


@cache
def all_shown() -> tuple[Shown, ...]:
    return (*shown_texts(content()), *shown_names(content()))


@cache
def vocabulary() -> frozenset[str]:
    """The words of our own texts: by them Lithuanian is known where no letter tells it."""
    sentences = [sentence for shown in (*all_shown(), *staff_words()) for sentence in shown.sentences]
    words = {word.lower() for sentence in sentences for word in WORD.findall(re.sub(r"\{\w+\}", "", sentence))}
    return frozenset(words)


def is_lithuanian(text: str) -> bool:
    if LITHUANIAN.search(text):
        return True
    words = WORD.findall(text)
    # An English sentence may hold a word that is in our texts too: the name of a licence, "open".
    known = sum(word.lower() in vocabulary() for word in words)
    return not TECHNICAL.fullmatch(text.strip()) and 2 * known > len(words)


def inside(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def literals_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


class Words(HTMLParser):
    """Collects what a template says by itself: text between tags and attributes that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._languages: list[tuple[str, str]] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("lang", "lt") != "lt":
            self._languages.append((tag, str(known["lang"])))
        if tag in {"style", "script"}:
            self._silent = tag
        for name, value in attrs:
            if known.get("type") != "hidden" and name in ATTRIBUTES and value and (tag, value) not in PLAIN_ATTRIBUTES:
                self.said.append(value)

    def handle_endtag(self, tag: str) -> None:
        if self._languages and self._languages[-1][0] == tag:
            self._languages.pop()
        if self._silent == tag:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._languages and not self._silent:
            self.said.append(data)


def said_by_template(text: str) -> list[str]:
    words = Words()
    words.feed(JINJA.sub("", text))
    return [said.strip() for said in words.said if WORD.search(said)]


def said_in_expressions(text: str) -> list[str]:
    """Strings inside the braces of a template; those handed to the catalog are English."""
    expressions = [re.sub(r"\bn?gettext\([^)]*\)|\b_\(\"[^\"]*\"\)", "", found) for found in JINJA.findall(text)]
    strings = [
        one or other for found in expressions if not found.startswith("{#") for one, other in QUOTED.findall(found)
    ]
    return [string for string in strings if is_lithuanian(string)]


TEMPLATES = sorted([*(ROOT / "api").rglob("*.html"), *(ROOT / "assistant").rglob("*.html")])
MODULES = sorted(path for package in ("api", "assistant", "bot") for path in (ROOT / package).rglob("*.py"))


def test_every_string_of_content_that_is_read_is_checked() -> None:
    found = list(shown_strings(content()))
    assert list(check_coverage(content(), all_shown())) == []
    outcome = examine(CONTENT)
    assert (outcome.strings, outcome.checked, outcome.percent) == (len(found), len(found), 100)
    assert len(found) > 2000


def test_no_file_of_content_is_left_out() -> None:
    walked = {one.path for one in content().all_read()}
    whole = [pattern for pattern, keys in SHOWN_TO_NOBODY.items() if WHOLE_FILE in keys]
    left_out = {path for path in CONTENT.rglob("*.yaml") if path not in walked}
    assert left_out == {path for pattern in whole for path in CONTENT.glob(pattern) if path not in walked}


def test_every_key_that_is_left_out_is_there() -> None:
    for pattern, keys in SHOWN_TO_NOBODY.items():
        texts = "".join(path.read_text(encoding="utf-8") for path in CONTENT.glob(pattern))
        assert texts, pattern
        assert [key for key in keys if key != WHOLE_FILE and not re.search(rf"[\s{{,]{key}:", texts)] == [], pattern


def test_a_string_that_no_check_sees_is_an_error() -> None:
    told = list(check_coverage(content(), shown_texts(content())))
    assert all(problem.is_error for problem in told)
    assert "Nobody checks „sveikinimas“ (hello.meaning)." in [problem.what for problem in told]


def test_a_file_that_nobody_reads_is_an_error(tmp_path: Path) -> None:
    root = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (root / "lt" / "massages.yaml").write_text("hello: {sentences: [Labas]}\n", encoding="utf-8")
    assert [(problem.file, problem.what) for problem in check_content(root) if problem.is_error] == [
        (str(root / "lt" / "massages.yaml"), "Nobody reads this file.")
    ]


HARD = (
    ("lt/services.yaml", "genitive: atvejo vadybos", "genitive: atvejo valdymo organizavimo", "G06"),
    ("lt/web.yaml", "sentences: [Pradėti]", "sentences: [Norėdami pradėti]", "G01"),
    ("lt/paper.yaml", "sentences: [Ko reikia]", "sentences: [Ko reikėtų]", "G05"),
    ("lt/messages.yaml", "- Mano prašymas", "- Mano prašymas (senas)", "W03"),
    ("pictures/pictures.yaml", "meaning: sveikinimas", "meaning: pasisveikinimas", "W12"),
    ("lt/receipt_words.yaml", "word: žirafa", "word: žirafaudama", "G01"),
    ("municipalities.yaml", "department: ", "department: (naujas) ", "W03"),
    (
        "sources/pertvarka-2017.yaml",
        "title: Pertvarkos projekto ataskaita",
        "title: Pertvarkos ataskaita, t. y. pirma",
        "W01",
    ),
    ("lt/topics/danger.yaml", "place: pagalbos", "place: žr. pagalbos", "W01"),
    ("rules/case-management.yaml", "place: pastraipa", "place: žr. pastraipa", "W01"),
)
"""A hard word for a file of each kind, in the place of an easy one."""


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Problem]]:
    """The content with all of them, and what is wrong with it: each stands in a file of its own."""
    root = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("hard") / "content"))
    for file, old, new, _ in HARD:
        change(root, file, old, new)
    return root, check_content(root)


@pytest.mark.parametrize(("file", "old", "rule"), [(file, old, rule) for file, old, _, rule in HARD])
def test_a_hard_word_is_found_wherever_it_stands(
    hard: tuple[Path, list[Problem]], file: str, old: str, rule: str
) -> None:
    root, problems = hard
    text = (CONTENT / file).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = [problem for problem in problems if problem.what.startswith(rule)]
    assert (str(root / file), line) in [(problem.file, problem.line) for problem in found]


def test_every_word_for_staff_is_checked_as_level_3() -> None:
    words = list(staff_words())
    assert len(words) > 200
    assert {(shown.level, shown.scope) for shown in words} == {(3, Scope.LETTER), (3, Scope.NAME)}
    planted = Shown("aiskiai.po", (1,), ("Atsakykite (greitai)!",), 3, Scope.MESSAGE)
    assert any(problem.what.startswith("W03") for problem in check_language(content(), [*words, planted]))


def test_a_day_is_told_in_easy_words() -> None:
    days = [date(2026, month, 28) for month in range(1, 13)]
    told = [spoken_day(day, case, with_year=year) for day in days for case in DayCase for year in (True, False)]
    assert [found for words in told for found in check(words, 2, Scope.MESSAGE).findings] == []


def test_templates_say_nothing_by_themselves() -> None:
    assert len(TEMPLATES) > 15
    said = {inside(path): said_by_template(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {path: words for path, words in said.items() if words} == {}
    strings = {inside(path): said_in_expressions(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {path: words for path, words in strings.items() if words} == {}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<p>Grįžti</p>", ["Grįžti"]),
        ('<img alt="Namas">', ["Namas"]),
        ('<input placeholder="Vardas">', ["Vardas"]),
        ('<button value="Gerai">{{ label("x") }}</button>', ["Gerai"]),
        ('<a lang="en">OpenMoji</a><b>Raidės</b>', ["Raidės"]),
        ("{% if a %}{{ a }}{% endif %}", []),
    ],
)
def test_what_a_template_says_is_seen(template: str, said: list[str]) -> None:
    assert said_by_template(template) == said


def test_words_inside_the_braces_of_a_template_are_seen() -> None:
    assert said_in_expressions('{{ "Siųsti" if a else _("Send") }}') == ["Siųsti"]
    assert said_in_expressions('{{ "Taip" if a else "main-button" }}') == ["Taip"]


def test_code_says_no_lithuanian() -> None:
    told = {
        f"{inside(path)}:{line}": text
        for path in MODULES
        for line, text in literals_of(path)
        if is_lithuanian(text) and not any(inside(path).startswith(place) for place in CODE_WITH_LITHUANIAN)
    }
    assert told == {}


def test_every_place_where_code_may_hold_lithuanian_still_does() -> None:
    holding = {inside(path) for path in MODULES for _, text in literals_of(path) if is_lithuanian(text)}
    holding |= {inside(path) for path in MODULES if inside(path) == "bot/words.py"}
    assert [place for place in CODE_WITH_LITHUANIAN if not any(path.startswith(place) for path in holding)] == []


@pytest.mark.parametrize(
    "path", sorted([*(ROOT / "api" / "static").glob("*.[jc]s*"), *ROOT.rglob("assistant/**/*.typ")])
)
def test_scripts_and_looks_say_no_lithuanian(path: Path) -> None:
    strings = [one or other for one, other in QUOTED.findall(path.read_text(encoding="utf-8"))]
    assert [string for string in strings if is_lithuanian(string)] == []


def test_drawings_hold_no_words() -> None:
    drawings = [*(CONTENT / "pictures").rglob("*.svg"), *(ROOT / "api" / "static").glob("*.svg")]
    assert len(drawings) > 300
    assert [path for path in drawings if re.search(r"<(text|title|desc)\b", path.read_text(encoding="utf-8"))] == []
