"""The checks of content: what ships passes, and each planted fault is found on its line."""

from functools import cache
from pathlib import Path

import pytest

from assistant.library.checks import Problem, check_content
from assistant.library.pictures import OWN, read_pictures
from tests.planted import change

pytestmark = pytest.mark.usefixtures("quick_checks")

CONTENT = Path(__file__).resolve().parents[2] / "content"


@cache
def shipped() -> tuple[Problem, ...]:
    return tuple(check_content(CONTENT))


def fresh(root: Path) -> list[Problem]:
    """The problems that the content as it ships does not have."""
    known = {(problem.what, problem.mend) for problem in shipped()}
    return [problem for problem in check_content(root) if (problem.what, problem.mend) not in known]


def test_the_content_that_ships_has_no_error() -> None:
    errors = [f"{one.file}:{one.line}: {one.what} {one.mend}" for one in shipped() if one.is_error]
    assert errors == []


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("lt/topics/program.yaml", "picture: robot", "picture: roboto", 'There is no picture "roboto".'),
        ("lt/topics/program.yaml", "Aš galiu suklysti.", "Aš galėčiau suklysti.", "G05 „galėčiau“"),
        ("lt/topics/program.yaml", "Aš galiu suklysti.", "Ar aš galiu suklysti?", "S08 „Ar aš galiu suklysti?“"),
        ("lt/topics/program.yaml", "Aš galiu suklysti.", "Аš galiu suklysti.", "These letters are not Lithuanian: А."),
        ("lt/topics/program.yaml", "Aš galiu suklysti.", "Aš galiu, {name}.", "Nobody fills fields in here."),
        ("lt/topics/program.yaml", "title: Kas aš esu", "title: Kas aš esu ir ką aš moku", "The button „Kas aš esu ir"),
        ("lt/topics/danger.yaml", "116 123.", "116 124.", "The number 116 124 is not verified."),
        ("lt/topics/danger.yaml", "Skambinkite 112 dabar.", "Skambinkite 112 greitai.", "A text for danger begins"),
        ("lt/exceptions.yaml", "text: SIL", "text: SAL", "The exception from W02 for „SAL“ is not needed."),
        ("lt/messages.yaml", "{number}", "{number", "The braces are broken."),
        ("lt/easier.yaml", "prašome atvykti: ateikite", "prašome atvykti: būtų ateita", "G04"),
        ("lt/ready_replies.yaml", "Mes skaitome Jūsų prašymą.", "Prašymas yra skaitomas.", "G04"),
        ("lt/topics/program.yaml", "source: program", "source: programa", 'The source "programa" is not known.'),
        ("rules/case-management.yaml", "puslapis apie projektą", "puslapis", "No source has the title"),
    ],
)
def test_a_planted_fault_is_found_on_its_line(copy: Path, file: str, old: str, new: str, what: str) -> None:
    line = change(copy, file, old, new)
    found = [problem for problem in fresh(copy) if problem.what.startswith(what)]
    assert found
    assert (found[0].file, found[0].line) == (str(copy / file), line)


def test_a_topic_that_is_missing_is_told(copy: Path) -> None:
    change(copy, "lt/topics/program.yaml", "  privacy:", "  privacies:")
    found = [problem.what for problem in fresh(copy)]
    assert 'The topic "privacy" is missing.' in found
    assert 'The related topic "privacy" does not exist.' in found


def test_a_topic_without_a_source_is_told(copy: Path) -> None:
    change(
        copy,
        "lt/topics/legal-help.yaml",
        "    sources:\n      - source: kretinga\n        place: dalis apie projekto veiklas\n",
        "    sources: []\n",
    )
    assert [problem.what for problem in fresh(copy)] == ['"what-is" names no source.']


def test_a_source_that_nobody_names_is_told(copy: Path) -> None:
    text = (copy / "sources" / "kspic.yaml").read_text(encoding="utf-8")
    (copy / "sources" / "spare.yaml").write_text(text.replace("title: ", "title: Kita "), encoding="utf-8")
    assert [(Path(problem.file).name, problem.what) for problem in fresh(copy)] == [
        ("spare.yaml", 'Nothing names the source "spare".')
    ]


def test_a_file_that_does_not_load_does_not_hide_the_others(copy: Path) -> None:
    broken = change(copy, "lt/topics/talk.yaml", "    title: Sveiki", "    titel: Sveiki")
    change(copy, "lt/topics/program.yaml", "picture: robot", "picture: roboto")
    found = fresh(copy)
    assert (str(copy / "lt/topics/talk.yaml"), broken, '"topics.greeting.titel" is not known here.') in [
        (problem.file, problem.line, problem.what) for problem in found
    ]
    assert 'There is no picture "roboto".' in [problem.what for problem in found]


def test_a_helper_must_get_the_same_fields(copy: Path) -> None:
    path = copy / "lt" / "messages.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "planted:\n  sentences: ['Jūs: {name}.']\n  for_other: ['Žmogus.']\n", encoding="utf-8")
    assert '"planted" has the fields name, but none for a helper.' in [problem.what for problem in fresh(copy)]


def test_a_drawing_without_an_entry_and_one_that_is_there_twice_are_told(copy: Path) -> None:
    pictures = copy / "pictures"
    (pictures / "spare.svg").write_bytes((pictures / "yes.svg").read_bytes())
    found = {(problem.file, problem.what) for problem in fresh(copy) if problem.is_error}
    # Of the two that are alike the later one is named, whichever it is.
    assert (str(pictures / "spare.svg"), "This drawing is not in pictures.yaml.") in found
    assert any(what.startswith("This drawing is the same as") for _, what in found)


def test_drawings_of_our_own_are_named_in_the_licence() -> None:
    licence = (CONTENT / "pictures" / "LICENCE.md").read_text(encoding="utf-8")
    own = [picture.file for picture in read_pictures(CONTENT / "pictures").values() if picture.openmoji == OWN]
    assert own
    assert [file for file in own if f"`{file}`" not in licence] == []
