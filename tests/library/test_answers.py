"""Answers are loaded whole, or the file, line and what to do are named."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.answers import load_answers
from assistant.understanding.trust import NOTHING, VALUE, AnswerExample


def test_answers_carry_what_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "age.yaml").write_text(
        "kind: age\nanswers:\n  - {text: man 34, value: [34, 34]}\n  - {text: 34 eurai, value: null}\n",
        encoding="utf-8",
    )
    (tmp_path / "yes-no.yaml").write_text(
        "kind: yes-no\nanswers:\n  - {text: turiu, value: yes, question: has_child_or_expecting}\n", encoding="utf-8"
    )

    assert list(load_answers(tmp_path)) == [
        AnswerExample("age", "man 34", VALUE),
        AnswerExample("age", "34 eurai", NOTHING),
        AnswerExample("yes-no", "turiu", "yes", "has_child_or_expecting"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("kind: level\nanswers:\n  - {text: a, value: null}\n", 1, "Name the file level.yaml"),
        ("kind: age\nanswers:\n  - {text: a, value: null}\n  - {text: a, value: null}\n", 4, "stands on line 3"),
        ("kind: age\nanswers:\n  - {text: a, value: [1]}\n", 3, ""),
        ("kind: age\nanswers:\n  - {text: a, worth: 1}\n", 3, "not known"),
        ("kind: shoe\nanswers:\n  - {text: a, value: null}\n", 1, ""),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "age.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        list(load_answers(tmp_path))

    assert f"{path}:{line}:" in str(caught.value)
    assert words in str(caught.value)
