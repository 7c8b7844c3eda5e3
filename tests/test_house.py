"""The house keeps its own rules: arrows, pins, docstrings, and papers that name what exists."""

import ast
import re
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.settings import ROOT

PACKAGES = ("assistant", "api", "bot")
LONGEST_FILE = 320
PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[a-z0-9,-]+\])?==[^\s;]+( ; [^\\]+)?( --hash=sha256:[0-9a-f]{64})+")
REGISTRY_OR_PATH = re.compile(r"://|--(extra-)?index|--find-links|--trusted-host|(^|[\s@:])[/~]\w|[A-Za-z]:\\")


def modules() -> list[Path]:
    return sorted(chain.from_iterable((ROOT / package).rglob("*.py") for package in PACKAGES))


def inside(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the packages with the contract."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache"], cwd=house, check=False, capture_output=True, text=True, encoding="utf-8"
    )


def plant(house: Path, module: str, line: str) -> None:
    path = house / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


@pytest.mark.process
def test_the_import_contract_holds(house: Path) -> None:
    done = lint_imports(house)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.process
@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("bot/words.py", "import assistant.adapters.mail", "bot.words -> assistant.adapters.mail"),
        ("api/health.py", "import sqlalchemy", "api.health -> sqlalchemy"),
        ("assistant/usecases/staff.py", "import sqlalchemy", "assistant.usecases.staff -> sqlalchemy"),
        ("assistant/conversation/say.py", "import asyncio", "assistant.conversation.say -> asyncio"),
        (
            "assistant/eligibility/judge.py",
            "import assistant.library.library",
            "assistant.eligibility.judge -> assistant",
        ),
        (
            "assistant/referrals/numbers.py",
            "import assistant.eligibility.truth",
            "assistant.referrals.numbers -> assis",
        ),
        ("bot/words.py", "import api.health", "bot.words -> api.health"),
    ],
)
def test_a_planted_wrong_import_breaks_the_contract(house: Path, module: str, line: str, told: str) -> None:
    plant(house, module, line)

    done = lint_imports(house)

    assert done.returncode != 0
    assert told in done.stdout


def test_every_module_opens_with_what_it_is_for() -> None:
    docstrings = {inside(path): ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) for path in modules()}
    assert len(docstrings) > len(PACKAGES)
    assert [path for path, docstring in docstrings.items() if not docstring] == []


def test_no_module_is_too_long_to_be_about_one_thing() -> None:
    lengths = {inside(path): path.read_text(encoding="utf-8").count("\n") for path in modules()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_modules_are_named_by_what_they_are_about() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    parts = {part for path in modules() for part in re.split(r"[/_.]", inside(path))}
    assert parts & empty_words == set()


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").iterdir()), ids=inside)
def test_requirements_name_no_registry_and_no_place_on_a_machine(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if REGISTRY_OR_PATH.search(line)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=inside)
def test_every_requirement_is_pinned_with_a_hash(path: Path) -> None:
    told = path.read_text(encoding="utf-8")
    lines = re.sub(r"\s*\\\n\s*", " ", told).splitlines()
    wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert wanted
    assert [line for line in wanted if not PINNED.fullmatch(line.strip())] == []


@pytest.mark.parametrize("name", ["run", "test"])
def test_what_is_asked_for_is_pinned(name: str) -> None:
    asked = [
        re.split(r"[\[<>=]", line)[0].lower()
        for line in (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith(("#", "-"))
    ]
    pins = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pinned = {line.lower() for line in re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==", pins, re.MULTILINE)}
    assert set(asked) <= pinned


def test_every_decision_is_listed_once() -> None:
    folder = ROOT / "docs" / "adr"
    listed = re.findall(
        r"^\| \[\d{4}\]\(([^)]+)\) \|", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def linked_papers() -> list[tuple[Path, str]]:
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "content" / "README.md"]
    return [
        (paper, link)
        for paper in papers
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", paper.read_text(encoding="utf-8"))
        if "://" not in link
    ]


def test_every_link_in_the_papers_leads_somewhere() -> None:
    assert [(inside(paper), link) for paper, link in linked_papers() if not (paper.parent / link).exists()] == []


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_the_house_as_it_is() -> None:
    rooms = re.findall(r"^([a-z]+)/ {2,}", readme(), re.MULTILINE)
    assert {"bot", "api", "assistant", "content", "locales", "tests", "docs"} <= set(rooms)
    assert [room for room in rooms if not (ROOT / room).is_dir()] == []


def test_the_readme_and_contributing_name_make_targets_that_exist() -> None:
    papers = readme() + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", papers, re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= targets


def commands_in_readme() -> list[list[str]]:
    """Each command with its words, "a|b" taken as two."""
    told = re.findall(r"^aiskiai ([a-z|]+(?: [a-z]+)?)(?= )", readme(), re.MULTILINE)
    return [[name, *rest] for first, *rest in (line.split() for line in told) for name in first.split("|")]


def test_the_readme_names_commands_that_exist() -> None:
    # Given
    named = commands_in_readme()
    assert ["serve"] in named
    assert ["staff", "add"] in named

    # When
    shown = CliRunner().invoke(app, ["--help"]).stdout

    # Then the help lists them, and a group has what follows
    assert [words for words in named if not re.search(rf"│ {words[0]} ", shown)] == []
    groups = {group.name: group.typer_instance for group in app.registered_groups}
    within = {(name, command.name) for name, group in groups.items() if group for command in group.registered_commands}
    assert [words for words in named if len(words) > 1 and tuple(words) not in within] == []
