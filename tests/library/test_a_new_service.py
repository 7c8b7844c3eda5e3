"""Whoever adds a service touches content alone: it is named, told, checked for, and asked for in a request."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.checks import check_content
from assistant.library.library import Library
from assistant.library.loader import load_library
from tests.conftest import CONTENT
from tests.conversation.chat import Chat

pytestmark = pytest.mark.usefixtures("quick_checks")

SERVICE = """day-centre:
  label: Dienos centras
  genitive: dienos centro
  accusative: dienos centrą
  picture: home
  called: [dienos centras, dieninis centras]
"""
TOPICS = """service: day-centre
topics:
  what-is:
    title: Dienos centras
    picture: home
    sentences: &told
      - Dienos centras yra pagalba.
      - Žmonės ten mokosi ir dirba.
      - Daugiau aš nežinau.
    simple: *told
    sources:
      - source: program
        place: dalis apie programą
    related: [how-to-apply]
    understood:
      question: Ar žmonės ten mokosi?
      answer: "yes"
  how-to-apply:
    title: Kaip prašyti
    picture: write
    sentences: &asked
      - Klauskite savo savivaldybėje.
      - Aš padėsiu parašyti prašymą.
    simple: *asked
    sources:
      - source: program
        place: dalis apie programą
    related: [what-is]
    understood:
      question: Ar galite klausti savivaldybėje?
      answer: "yes"
"""
FEW = 60
"""Phrases of a topic are enough here; learning from all of them would take a minute."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("service") / "content"))
    with (root / "lt" / "services.yaml").open("a", encoding="utf-8") as services:
        services.write(SERVICE)
    (root / "lt" / "topics" / "day-centre.yaml").write_text(TOPICS, encoding="utf-8")
    for path in (root / "lt" / "phrases").glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        general = lines[: lines.index("services:")] if "services:" in lines else lines
        path.write_text("\n".join(general[:FEW]) + "\n", encoding="utf-8")
    with (root / "lt" / "phrases" / "what-is.yaml").open("a", encoding="utf-8") as phrases:
        phrases.write("services:\n  day-centre:\n    - kas yra dienos centras\n    - papasakok apie dienos centrą\n")
        phrases.write("  respite:\n    - kas yra atokvėpis\n    - papasakok apie atokvėpį\n")
    return root


@pytest.fixture(scope="module")
def library(content: Path) -> Library:
    return load_library(content)


def test_the_check_finds_nothing_to_mend(content: Path) -> None:
    new = str(content / "lt" / "topics" / "day-centre.yaml")
    assert [problem for problem in check_content(content) if problem.is_error and problem.file == new] == []


@pytest.mark.parametrize("words", ["kas yra dienos centras?", "kas yra dienos centra", "papasakok apie dieninį centrą"])
def test_people_are_told_about_it_when_they_name_it(library: Library, words: str) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says(words)
    assert chat.message.sentences[0] == "Dienos centras yra pagalba."


def test_a_file_that_names_a_service_which_nobody_knows_is_refused(content: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(content, tmp_path / "content"))
    (root / "lt" / "topics" / "other.yaml").write_text(TOPICS.replace("day-centre", "night-centre"), encoding="utf-8")
    with pytest.raises(ContentError, match="night-centre"):
        load_library(root)
    problems = [problem for problem in check_content(root) if problem.what == 'There is no service "night-centre".']
    assert [(Path(problem.file).name, problem.line) for problem in problems] == [("other.yaml", 1)]
